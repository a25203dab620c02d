"""How a message is read, for people: tokens, entities with scores, the query, the reply."""

from __future__ import annotations

from bot.answers.engine import Engine
from bot.facts.query import Query
from bot.language.dialogue import EMPTY, Dialogue
from bot.language.reading import Reading


def explain(engine: Engine, text: str) -> str:
    """The reading of one message, a step a line."""
    reading = engine.parser.read(text, EMPTY, now=0.0)
    turn = engine.message(text, Dialogue(), hint=None, now=0.0)
    return "\n".join([*told(reading), "", turn.reply.html])


def told(reading: Reading) -> list[str]:
    """The steps of a reading."""
    lines = [f"language    {reading.language or 'not told'}"]
    for tag in reading.frame.tags:
        meaning = " ".join(tag.names or tag.concepts) or "not understood"
        lines.append(f"token       {tag.text:24} {tag.quality:4.2f}  {meaning}")
    for mention in reading.frame.mentions:
        sign = "not " if mention.negated else ""
        lines.append(
            f"entity      {mention.dim} {sign}{' or '.join(mention.values)} ({mention.quality:.2f})"
        )
    lines.append(f"reading     {reading.kind} {reading.topic or ''}".rstrip())
    lines.append(f"confidence  {reading.confidence:.2f}")
    if reading.unknown:
        lines.append(f"unknown     {', '.join(reading.unknown)}")
    if reading.query:
        lines.append(f"query       {query_text(reading.query)}")
    return lines


def query_text(query: Query) -> str:
    """A query in one line."""
    parts = [f"{query.op} {query.target}"]
    for condition in query.filters:
        sign = "!=" if condition.negated else "="
        parts.append(f"{condition.dim}{sign}{'|'.join(condition.values)}")
    if query.claim:
        parts.append(f"claim={query.claim}")
    if query.number is not None:
        parts.append(f"number={query.number}")
    if query.yes_no:
        parts.append("yes-no")
    return " ".join(parts)
