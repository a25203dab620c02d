"""What a question finds: the facts used and what was done with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bot.facts.model import Claim, Games, Medal, Standing
from bot.facts.query import Filter, Query
from bot.facts.rows import Row


@dataclass(frozen=True, slots=True)
class Group:
    """The rows that share a value of the target dimension."""

    key: str
    rows: tuple[Row, ...]

    def count(self, medal: Medal) -> int:
        """How many of the rows won this medal."""
        return sum(row.medal is medal for row in self.rows)

    @property
    def medals(self) -> int:
        """How many of the rows won a medal."""
        return sum(row.medal is not None for row in self.rows)


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of a query. ``known`` is false when the facts do not say.

    ``number`` is the result of the operation (a count, a rank, a numerator) and ``of`` what it is
    measured against. ``relaxed`` are conditions that nothing met; ``nearest`` is what there is
    without them. ``disputed`` holds claims about what sources state differently.
    """

    query: Query
    known: bool = True
    rows: tuple[Row, ...] = ()
    groups: tuple[Group, ...] = ()
    number: int | None = None
    of: int | None = None
    partial: bool = False
    """Whether there may be more than the store holds."""
    claims: tuple[Claim, ...] = ()
    standings: tuple[Standing, ...] = ()
    games: tuple[Games, ...] = ()
    relaxed: tuple[Filter, ...] = ()
    nearest: tuple[Row, ...] = ()
    disputed: tuple[Claim, ...] = ()
    ours: tuple[Row, ...] = ()
    """The home delegation's results in contests of which others' were asked."""
    along: tuple[Row, ...] = ()
    """Others' results told along: the rest of a podium, or who stood ahead."""
    beside: Finding | None = None
    """The same question put to everybody, where it was open and asks who is best."""

    def facts(self) -> Iterator[str]:
        """Identifiers of all facts used, each once, in the order of use: the receipt."""
        used = [row.result.id for row in self.results()]
        used += [claim.id for claim in (*self.claims, *self.disputed)]
        used += [f"{line.games}/standings/{line.npc}" for line in self.standings]
        used += [games.id for games in self.games]
        used += self.beside.facts() if self.beside else ()
        return iter(dict.fromkeys(used))

    def results(self) -> tuple[Row, ...]:
        """All results used, each once, in the order of use."""
        grouped = (row for group in self.groups for row in group.rows)
        return tuple(dict.fromkeys((*self.rows, *self.nearest, *self.ours, *self.along, *grouped)))

    def sources(self) -> tuple[str, ...]:
        """Identifiers of the sources of all facts used, the most used first."""
        used = [row.result.sources for row in self.results()]
        used += [claim.sources for claim in (*self.claims, *self.disputed)]
        used += [line.sources for line in self.standings] + [g.sources for g in self.games]
        used += [self.beside.sources()] if self.beside else []
        counted = Counter(source for sources in used for source in sources)
        return tuple(source for source, _ in counted.most_common())
