"""What an utterance was taken to mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.facts.query import Query
from bot.language.frame import Frame


class Kind(StrEnum):
    """What sort of message it is."""

    QUERY = "query"
    TALK = "talk"
    """Small talk; ``topic`` says which."""
    TOPIC = "topic"
    """About what the facts do not hold; ``topic`` says what, ``query`` is the nearest they do."""
    CHOICE = "choice"
    """Several readings are as near; ``options`` are they."""
    LOST = "lost"
    """Not understood; ``unknown`` are the words that were not."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The reading of one utterance. ``confidence`` is between 0 and 1."""

    kind: Kind
    language: str | None
    frame: Frame
    query: Query | None = None
    topic: str | None = None
    options: tuple[Query, ...] = ()
    unknown: tuple[str, ...] = ()
    confidence: float = 1.0
    leaned: bool = False
    """Whether it was read as a follow-up."""
    corrected: tuple[str, str] | None = None
    """The word that was read as another, and that other."""
