"""The index of words near a misspelt one."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.language.nearness import NearIndex

WORDS = ["degtiarev", "nauatbek", "fedosova", "gabasov", "jumagali", "sidorov", "sidorova", "li"]


@pytest.mark.parametrize(
    ("typed", "meant", "edits"),
    [
        ("degtiarev", "degtiarev", 0),
        ("degtairev", "degtiarev", 1),
        ("egtiarev", "degtiarev", 1),
        ("degtiareff", "degtiarev", 2),
        ("xegtiarex", "degtiarev", 2),
        ("fdosoba", "fedosova", 2),
        ("jumgaail", "jumagali", 2),
    ],
)
def test_a_word_with_typos_is_found(typed: str, meant: str, edits: int) -> None:
    assert (meant, edits) in set(NearIndex(WORDS).near(typed, edits))


def test_nothing_farther_away_is_given() -> None:
    assert dict(NearIndex(WORDS).near("sidorov", 0)) == {"sidorov": 0}
    assert dict(NearIndex(WORDS).near("sidorov", 1)) == {"sidorov": 0, "sidorova": 1}
    assert not dict(NearIndex(WORDS).near("pushkin", 2))


def test_each_word_is_given_once() -> None:
    found = list(NearIndex(WORDS).near("fedosova", 2))

    assert len(found) == len(set(found))


def test_it_is_kept_in_a_cache() -> None:
    kept = pickle.loads(pickle.dumps(NearIndex(WORDS)))

    assert dict(kept.near("gabassov", 1)) == {"gabasov": 1}


@given(st.text("abcdefgijklmnoprstuv", min_size=4, max_size=14), st.data())
def test_any_word_is_found_with_a_letter_missing(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    typed = word[:place] + word[place + 1 :]
    assume(OSA.distance(word, typed) == 1)

    assert word in dict(NearIndex([*WORDS, word]).near(typed, 1))
