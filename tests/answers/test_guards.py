"""Guard words never drift: what a question says exactly is what it is answered by, or it is not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.answers.engine import Engine
from bot.language.reading import Kind
from tests.asking import ask, plain, query_of, read

_CASES = Path(__file__).with_name("guards.txt")


@dataclass(frozen=True, slots=True)
class Guarded:
    """A question, and what an answer to it must match or must not."""

    section: str
    language: str
    question: str
    patterns: tuple[str, ...]

    def faults(self, said: str) -> list[str]:
        """The patterns that an answer breaks."""
        return [
            pattern
            for pattern in self.patterns
            if bool(re.search(pattern.removeprefix("!"), said, re.DOTALL))
            == pattern.startswith("!")
        ]


def cases() -> list[Guarded]:
    found, section = [], ""
    for line in _CASES.read_text("utf-8").splitlines():
        if line.startswith("## "):
            section = line[3:]
        elif line and not line.startswith("#"):
            language, question, patterns = line.split("|", 2)
            found.append(Guarded(section, language, question, tuple(patterns.split(";"))))
    return found


def wrong(engine: Engine, case: Guarded) -> str | None:
    """The answer, if it is one and is wrong."""
    reading = read(engine, case.question, case.language)
    reply = ask(engine, case.question, case.language)
    if not reply.known or reading.kind is not Kind.QUERY:
        return None
    said = f"{query_of(engine, case.question, case.language)}\n{plain(reply)}"
    broken = case.faults(said)
    return f"{case.language} {case.question}\n  breaks {broken}\n  {said}" if broken else None


@pytest.mark.parametrize("section", sorted({case.section for case in cases()}))
def test_no_answer_to_a_neighbouring_question(engine: Engine, section: str) -> None:
    told = [wrong(engine, case) for case in cases() if case.section == section]

    assert not [answer for answer in told if answer], "\n".join(filter(None, told))


def test_most_of_them_are_answered_nevertheless(engine: Engine) -> None:
    """To refuse everything would be no understanding."""
    answerable = [case for case in cases() if case.patterns != ("!.",)]
    known = [case for case in answerable if ask(engine, case.question, case.language).known]

    assert len(answerable) > 120
    assert len(known) >= 0.85 * len(answerable)
