"""Verdicts on replies, and the cases of a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.answers.accuracy import INVENTED, REFUSED, RIGHT, WRONG
from bot.answers.evaluate import read_cases, verdict

CASE: dict[str, Any] = {
    "expect": [["золот", "gold"], ["re:дзюдо|judo"]],
    "forbid": ["silver"],
    "answerable": True,
}


@pytest.mark.parametrize(
    ("text", "answered", "expected"),
    [
        ("Gold in judo", True, RIGHT),
        ("ЗОЛОТО в дзюдо", True, RIGHT),
        ("Gold", True, WRONG),
        ("Gold in judo, silver too", True, WRONG),
        ("Gold in judo", False, REFUSED),
    ],
)
def test_a_reply_needs_every_group_and_nothing_forbidden(
    text: str, answered: bool, expected: str
) -> None:
    assert verdict(CASE, text, answered=answered) == expected


def test_letters_and_spaces_are_compared_as_people_read_them() -> None:
    case = {**CASE, "expect": [["Фёдосова"], ["16 kg"]], "forbid": []}

    assert verdict(case, "Федосова, 16\u00a0kg", answered=True) == RIGHT


@pytest.mark.parametrize(
    ("text", "answered", "expected"),
    [
        ("I don't know", False, RIGHT),
        ("It was 5", True, INVENTED),
        ("I don't know; silver", False, INVENTED),
    ],
)
def test_what_nobody_knows_is_right_only_as_such(text: str, answered: bool, expected: str) -> None:
    case = {**CASE, "answerable": False}

    assert verdict(case, text, answered=answered) == expected


def test_what_only_a_smaller_store_leaves_open_is_passed_over(tmp_path: Path) -> None:
    cases = [{"id": "a"}, {"id": "b", "scope": "seed"}, {"id": "c", "scope": "ever"}]
    file = tmp_path / "questions.jsonl"
    file.write_text("\n\n".join(json.dumps(case) for case in cases), "utf-8")

    assert [case["id"] for case in read_cases(file)] == ["a", "c"]
