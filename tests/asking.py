"""Questions put to the real engine, and what came of them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers import text
from bot.answers.engine import Engine
from bot.answers.explain import query_text
from bot.answers.reply import Reply
from bot.facts.run import run
from bot.language.dialogue import EMPTY, Dialogue
from bot.language.reading import Kind, Reading


def read(engine: Engine, text: str, language: str | None = None) -> Reading:
    """The reading of a message without anything before it."""
    return engine.parser.read(text, EMPTY, now=0.0, preferred=language)


def query_of(engine: Engine, text: str, language: str | None = None) -> str:
    """The question in one line, or what kind of message it is and about what."""
    reading = read(engine, text, language)
    if reading.kind is Kind.QUERY and reading.query:
        return query_text(reading.query)
    return f"{reading.kind} {reading.topic or ''}".strip()


def ask(engine: Engine, text: str, language: str | None = None) -> Reply:
    """The reply to a message without anything before it."""
    return engine.message(text, Dialogue(), hint=language, now=0.0).reply


def plain(reply: Reply) -> str:
    """A reply without its tags, as people see it."""
    return text.plain(reply.html)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a message led to: the facts of an answer, or the kind of reply that gives none."""

    kind: str
    facts: frozenset[str] = frozenset()

    @property
    def answers(self) -> bool:
        """Whether facts were told."""
        return bool(self.facts)


def outcome(engine: Engine, text: str, language: str | None = None) -> Outcome:
    """What a message leads to without anything before it."""
    reading = read(engine, text, language)
    if reading.kind is not Kind.QUERY or reading.query is None:
        return Outcome(f"{reading.kind} {reading.topic or ''}".strip())
    finding = run(reading.query, engine.store)
    return Outcome("query", frozenset(finding.facts()) if finding.known else frozenset())
