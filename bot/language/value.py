"""What a number of an utterance may be, by the numbers that the facts hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from bot.facts.model import Facts
from bot.facts.query import Dim

YEAR = "year:"
"""Marks a value of :attr:`Dim.GAMES` that is a year without Games in the store."""


@dataclass(frozen=True, slots=True)
class Value:
    """A number read as a value of a dimension, or, with no dimension, as a plain number."""

    start: int
    end: int
    dim: Dim | None
    text: str
    ordinal: bool = False

    @property
    def number(self) -> Decimal | None:
        """The plain number."""
        return decimal_of(self.text) if self.dim is None else None


@dataclass(frozen=True, slots=True)
class Known:
    """What numbers in the facts look like, to read those of a question by."""

    classes: frozenset[str]
    weights: frozenset[int]
    weighed: frozenset[str]
    """The concepts of the sports that have weight classes."""
    distances: frozenset[int]
    years: dict[int, tuple[str, ...]]
    plurals: frozenset[str] = frozenset({"s"})


def known_values(facts: Facts) -> Known:
    """The classes, weights, distances and years that the facts hold."""
    years: dict[int, tuple[str, ...]] = {}
    for games in facts.games.values():
        held = {games.year, games.opened.year if games.opened else games.year}
        for year in held:
            years[year] = (*years.get(year, ()), games.id)
    events = facts.events.values()
    return Known(
        classes=frozenset(c for event in events for c in (*event.classes, *event.codes)),
        weights=frozenset(int(event.weight.limit) for event in events if event.weight),
        weighed=frozenset(f"sport.{event.sport}" for event in events if event.weight),
        distances=frozenset(event.distance for event in events if event.distance),
        years=years,
    )


def decimal_of(text: str) -> Decimal | None:
    """A number as written, with a point or a comma; ``None`` if it is none."""
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None


def covered_tokens(values: Iterable[Value]) -> set[int]:
    """The tokens that the values take up."""
    return {token for value in values for token in range(value.start, value.end)}
