"""The facts with the indexes by which questions reach them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from bot.facts.model import (
    Claim,
    Event,
    Facts,
    Medal,
    Result,
    Standing,
    Venue,
)
from bot.facts.query import EVERY
from bot.facts.rows import Table

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")
_Index = Mapping[_Key, tuple[_Value, ...]]


class Store:
    """Facts and their indexes, which never change.

    Lists come in the order of the data files, where nothing else is said. What is not there gives
    an empty tuple or ``None``, never an error.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.table = Table(facts)

    # --- the indexes, each built when it is first needed ---

    @cached_property
    def _by_athlete(self) -> _Index[str, Result]:
        return _index(self.facts.results, lambda r: r.athletes)

    @cached_property
    def _by_team(self) -> _Index[tuple[str, str], Result]:
        games_of = {event.id: event.games for event in self.facts.events.values()}
        return _index(self.facts.results, lambda r: ((games_of[r.event], r.npc),))

    @cached_property
    def _events(self) -> _Index[tuple[str, str], Event]:
        events = self.facts.events.values()
        return _index(events, lambda e: ((e.games, ""), (e.games, e.sport)))

    @cached_property
    def _standings(self) -> Mapping[tuple[str, str], Standing]:
        return MappingProxyType({(s.games, s.npc): s for s in self.facts.standings})

    @cached_property
    def _tables(self) -> Mapping[str, tuple[Standing, ...]]:
        return MappingProxyType(_medal_tables(self.facts.standings))

    @cached_property
    def _leading_first(self) -> list[Claim]:
        return sorted(self.facts.claims.values(), key=lambda claim: not claim.lead)

    @cached_property
    def _claims(self) -> _Index[str, Claim]:
        return _index(self._leading_first, lambda c: (c.kind,))

    @cached_property
    def _claims_about(self) -> _Index[str, Claim]:
        return _index(self._leading_first, lambda c: c.athletes)

    # --- events and results ---

    def event_of(self, result: Result) -> Event:
        """The event that a result belongs to."""
        return self.facts.events[result.event]

    def day_of(self, result: Result) -> date | None:
        """The day of a result: its own, or that of the event's final."""
        return result.date or self.event_of(result).date

    def events(self, games: str, sport: str = "") -> tuple[Event, ...]:
        """The events of a Games that the store holds, or those of one sport."""
        return self._events.get((games, sport), ())

    def results_of(self, athlete: str) -> tuple[Result, ...]:
        """The results of an athlete at all Games."""
        return self._by_athlete.get(athlete, ())

    def team_results(self, games: str, npc: str) -> tuple[Result, ...]:
        """The results of a delegation at a Games."""
        return self._by_team.get((games, npc), ())

    def medals(self, games: str, npc: str) -> tuple[Result, ...]:
        """The medals of a delegation at a Games, best first and then by day."""
        won = (result for result in self.team_results(games, npc) if result.medal)
        return tuple(sorted(won, key=lambda r: (r.place or 0, self.day_of(r) or date.max)))

    def athletes_at(self, games: str, npc: str) -> tuple[str, ...]:
        """The identifiers of a delegation's athletes who have results at a Games, each once."""
        results = self.team_results(games, npc)
        return tuple(dict.fromkeys(a for result in results for a in result.athletes))

    def sports_at(self, games: str, npc: str) -> tuple[str, ...]:
        """The sports in which a delegation has results at a Games, each once."""
        results = self.team_results(games, npc)
        return tuple(dict.fromkeys(self.event_of(result).sport for result in results))

    def coverage(self, games: str, *, medals: bool = False) -> tuple[str, ...]:
        """The NPC codes whose every result (or, with ``medals``, every medal) is in the store.

        ``*`` stands for all of them. Who is in it and has none in the store truly has none.
        """
        edition = self.facts.games.get(games)
        if edition is None:
            return ()
        # Whoever has every result has every medal, and so has whose medals are as in the table.
        only = (*edition.medals_known, *self._as_in_tables.get(games, ())) if medals else ()
        return tuple(dict.fromkeys((*edition.entries_known, *only)))

    @cached_property
    def _as_in_tables(self) -> _Index[str, str]:
        """By Games the NPC codes with as many medals of each colour here as in the table."""
        agreeing = [line for line in self.facts.standings if self._complete(line)]
        found = _index(agreeing, lambda line: (line.games,))
        return {games: tuple(line.npc for line in lines) for games, lines in found.items()}

    def _complete(self, line: Standing) -> bool:
        held = Counter(result.medal for result in self.team_results(line.games, line.npc))
        return all(held[medal] == getattr(line, medal) for medal in Medal)

    # --- tables ---

    def standing(self, games: str, npc: str) -> Standing | None:
        """A delegation's line in the medal table of a Games, with the size of its team."""
        return self._standings.get((games, npc))

    def editions(self, games: tuple[str, ...]) -> tuple[str, ...]:
        """The Games of a condition, one by one: all of them for ``*``."""
        return tuple(self.facts.games) if EVERY in games else games

    def standings(self, games: tuple[str, ...], npcs: tuple[str, ...]) -> tuple[Standing, ...]:
        """The lines of delegations in the tables of Games."""
        pairs = ((g, n) for g in self.editions(games) for n in npcs)
        return tuple(line for g, n in pairs if (line := self.standing(g, n)))

    def medal_table(self, games: str) -> tuple[Standing, ...]:
        """The lines with medals, by rank; those that have medals but no rank come last."""
        return self._tables.get(games, ())

    # --- claims, venues, classes, names ---

    def claims(self, kind: str) -> tuple[Claim, ...]:
        """The claims of a kind, leading ones first."""
        return self._claims.get(kind, ())

    @property
    def claim_kinds(self) -> tuple[str, ...]:
        """The kinds of which there are claims."""
        return tuple(self._claims)

    def claims_about(self, athlete: str) -> tuple[Claim, ...]:
        """The claims that name an athlete, leading ones first."""
        return self._claims_about.get(athlete, ())

    def venues(self, games: str, sport: str) -> tuple[Venue, ...]:
        """Where a sport was held."""
        edition = self.facts.games.get(games)
        return tuple(v for v in edition.venues if sport in v.sports) if edition else ()


def _index(
    values: Iterable[_Value], keys: Callable[[_Value], Iterable[_Key]]
) -> _Index[_Key, _Value]:
    found: dict[_Key, list[_Value]] = defaultdict(list)
    for value in values:
        for key in keys(value):
            found[key].append(value)
    return MappingProxyType({key: tuple(members) for key, members in found.items()})


def _medal_tables(standings: Iterable[Standing]) -> dict[str, tuple[Standing, ...]]:
    found: dict[str, list[Standing]] = defaultdict(list)
    for standing in standings:
        if standing.total or standing.rank:
            found[standing.games].append(standing)
    return {games: tuple(sorted(lines, key=_by_rank)) for games, lines in found.items()}


def _by_rank(standing: Standing) -> tuple[bool, int, int, int, int, str]:
    medals = (-standing.gold, -standing.silver, -standing.bronze)
    return (standing.rank is None, standing.rank or 0, *medals, standing.npc)
