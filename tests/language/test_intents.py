"""The rules of intent: which question a message asks, in three languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answers.engine import Engine
from tests.asking import query_of

_LINES = Path(__file__).with_name("intents.txt").read_text("utf-8").splitlines()
CASES = [line.split("|", 2) for line in _LINES if not line.startswith("#")]


@pytest.mark.parametrize(("language", "text", "query"), CASES)
def test_a_question_is_read_as(engine: Engine, language: str, text: str, query: str) -> None:
    assert query_of(engine, text, language) == query


def test_all_languages_are_asked_in() -> None:
    assert len(CASES) > 150
    assert {language for language, _, _ in CASES} == {"en", "ru", "kk"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "purple monkey dishwasher"),
        ("en", "xqzvw brrmpf"),
        ("ru", "синхрофазотрон бегемота"),
        ("kk", "көкжиектегі қызғалдақ"),
        ("en", "?"),
        ("en", "..."),
        ("ru", "ну и"),
    ],
)
def test_what_is_no_question_is_not_read_as_one(engine: Engine, language: str, text: str) -> None:
    assert query_of(engine, text, language) in ("lost", "talk help")
