"""One question, however spelt, has one answer: the same facts, or none, never others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers.engine import Engine
from bot.answers.evaluate import read_cases
from bot.settings import PROJECT
from tests.asking import outcome
from tests.spelling import CERTAIN, UNCERTAIN, Channel

_QUESTIONS = PROJECT / "tests" / "questions"
_EVERY = 5
"""Every fifth question of the sets is asked."""
_TOLERATED = {"typo": 0.02, "Latin": 0.03}
"""What part may change, as it stands."""

_STILL_OTHER = frozenset({"мы попали в двадцатку лучших?"})
"""Questions that a certain channel does change, as it stands: here the question mark's loss."""


def sample() -> Iterator[tuple[str, str]]:
    """Language and text of questions that are asked without anything before them."""
    for path in sorted(_QUESTIONS.glob("*.jsonl")):
        for case in read_cases(path)[::_EVERY]:
            if len(case["turns"]) == 1 and not case["turns"][0].startswith("/"):
                yield case["lang"], case["turns"][0]


def changed(engine: Engine, channel: Channel) -> tuple[int, list[str]]:
    """How many questions a channel spells otherwise, and those that get other facts by it."""
    asked, other = 0, []
    for language, text in sample():
        spelt = channel(text, language)
        if spelt is None or spelt == text or text in _STILL_OTHER:
            continue
        asked += 1
        before, after = outcome(engine, text, language), outcome(engine, spelt, language)
        if after.answers and after.facts != before.facts:
            other.append(f"{text!r} as {spelt!r}: {sorted(after.facts - before.facts)[:3]}")
    return asked, other


@pytest.mark.parametrize("name", CERTAIN)
def test_facts_do_not_change_with_the_spelling(engine: Engine, name: str) -> None:
    asked, other = changed(engine, CERTAIN[name])

    assert asked
    assert not other, "\n".join(other)


@pytest.mark.parametrize("name", UNCERTAIN)
def test_facts_hardly_ever_change_with_what_is_lost(engine: Engine, name: str) -> None:
    asked, other = changed(engine, UNCERTAIN[name])

    assert asked > 50
    assert len(other) <= _TOLERATED[name] * asked, "\n".join(other)
