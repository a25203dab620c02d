"""Edits that stand for slips of the hand."""

from __future__ import annotations

from random import Random
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.engine import Engine
from bot.answers.robustness import EDITS, edited, robustness, robustness_table

QUESTION = "Кто выиграл 100 м T54 в Париже"


def test_numbers_codes_and_short_words_stay_as_they_are() -> None:
    for seed in range(50):
        text = edited(QUESTION, 3, Random(seed))
        assert text is not None
        assert " 100 м T54 в " in text


def test_the_same_seed_makes_the_same_edits() -> None:
    assert edited(QUESTION, 2, Random(7)) == edited(QUESTION, 2, Random(7))


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("no Kazakh letters", "неше күміс", "неше кумис"),
        ("transliteration", "дзюдо", "dzyudo"),
        ("swap", "ababab", None),
        ("doubled letter", "золото", None),
    ],
)
def test_an_edit_of_a_kind_changes_the_text(kind: str, before: str, after: str | None) -> None:
    made = edited(before, 1, Random(1), [kind])

    assert made is not None
    assert made != before
    assert after is None or made == after


def test_neighbours_are_of_the_alphabet_of_the_word() -> None:
    for seed in range(50):
        made = edited("медаль", 1, Random(seed), ["neighbour key"])
        assert made is not None
        assert len(made) == 6
        assert all("а" <= letter <= "я" for letter in made)


def test_what_cannot_be_edited_gives_nothing() -> None:
    assert edited("T54?", 1, Random(1)) is None
    assert edited("only Latin", 1, Random(1), ["transliteration"]) is None


@given(st.text(), st.integers(0, 3), st.integers(), st.sampled_from(list(EDITS)))
def test_any_text_can_be_tried(text: str, number: int, seed: int, kind: str) -> None:
    made = edited(text, number, Random(seed), [kind])

    assert made is None or isinstance(made, str)


CASES: list[dict[str, Any]] = [
    {"id": "a", "lang": "en", "turns": ["who won gold"], "answerable": True, "expect": [["x"]]},
    {"id": "b", "lang": "en", "turns": ["/gold"], "answerable": True, "expect": []},
    {"id": "c", "lang": "en", "turns": ["his wife"], "answerable": False, "expect": []},
]


class Failing:
    """An engine that fails at everything."""

    def message(self, *_: object, **__: object) -> None:
        raise KeyError("*")


def test_a_question_at_which_the_engine_fails_is_counted_and_shown() -> None:
    rows = robustness(cast("Engine", Failing()), CASES)

    assert rows[0].verdicts["all"] == {"broken": 1}
    assert "broken: who won gold (KeyError('*'))" in robustness_table(rows)
