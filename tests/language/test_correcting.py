"""A message that is not understood for one slip is read as it was meant, and the reply says so."""

from __future__ import annotations

import pytest

from bot.answers.engine import Engine
from tests.asking import ask, outcome, plain, read


@pytest.mark.parametrize(
    ("language", "typed", "meant", "note"),
    [
        ("en", "who won god in judo", "who won gold in judo", "I read “god” as “gold”."),
        ("en", "show me the top ten countris", "show me the top ten countries", ""),
        ("ru", "категория каая у Шамея", "категория какая у Шамея", ""),
        ("ru", "кто первыц в медальном зачете", "кто первый в медальном зачете", "«первыц»"),
        ("kk", "қола алған дзюдошылкр", "қола алған дзюдошылар", "«дзюдошылкр»"),
    ],
)
def test_one_slip_is_read_as_it_was_meant(
    engine: Engine, language: str, typed: str, meant: str, note: str
) -> None:
    assert outcome(engine, typed, language).facts == outcome(engine, meant, language).facts
    assert note in plain(ask(engine, typed, language))


def test_what_is_understood_is_left_as_it_is(engine: Engine) -> None:
    assert read(engine, "who won gold in judo", "en").corrected is None


@pytest.mark.parametrize(
    "text",
    [
        "what meals do the athletes eat",  # a topic of its own
        "does Degtyarev believe in god",
        "how much would I get if I sold a gold medal",
        "сколько зарабатывает Шамей",
    ],
)
def test_a_word_that_is_meant_is_not_corrected_into_a_medal(engine: Engine, text: str) -> None:
    assert not ask(engine, text, "en").known
