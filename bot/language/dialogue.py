"""What a follow-up leans on: the state of one person's conversation in one chat."""

from __future__ import annotations

from dataclasses import dataclass

from bot.facts.query import Query

MEMORY_SECONDS = 30 * 60.0
"""A follow-up leans on nothing older than this."""


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The last turn. ``chosen`` is the language picked with /language, ``language`` the last."""

    language: str | None = None
    chosen: str | None = None
    query: Query | None = None
    athletes: tuple[str, ...] = ()
    """The athletes that the last reply named, in its order."""
    at: float = 0.0
    """When, in seconds of the same clock that later calls use."""

    def fresh(self, now: float) -> bool:
        """Whether the last turn is recent enough to lean on."""
        return self.query is not None and 0 <= now - self.at <= MEMORY_SECONDS


EMPTY = Dialogue()
