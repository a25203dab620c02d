"""Who is who: the athletes of the store, and which of them a name in a table means.

One athlete is one record where that is sure, two records where it is not. Sure is the same name,
written out, in the same delegation or one that came from it, at Games that one life can hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from bot.facts.model import Delegation, Facts
from bot.importing.names import is_full, key, slug, spoken, year_of
from bot.importing.table import Person

_GAP: Final = 12
"""Years between two Games of one athlete that are believed without more; in one sport, 20."""
_SPORT_GAP: Final = 20
_SPAN: Final = 44
_YOUNGEST: Final = 11
_OLDEST: Final = 80

_FEW_NAMES: Final = frozenset({"CHN", "KOR", "TPE", "HKG", "VIE", "PRK", "MAC", "MGL"})
"""Where many people share a name, the sport must be the same too."""


@dataclass(slots=True)
class Known:
    """An athlete: of the store, or of a table and not yet in the store."""

    id: str
    npc: str
    official: str
    said: str
    gender: str | None
    born: date | None
    sources: tuple[str, ...] = ()
    code: str = ""
    full: bool = True
    new: bool = False
    learnt: dict[str, str | date] = field(default_factory=dict)
    """What a table says of an athlete of the store of which the store says nothing."""
    used: bool = False
    seen: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Games to the sports at them."""


@dataclass(slots=True)
class Roster:
    """Every known athlete, by name."""

    heirs: Mapping[str, frozenset[str]]
    people: dict[str, Known] = field(default_factory=dict)
    named: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    coded: dict[str, str] = field(default_factory=dict)

    def find(
        self, person: Person, npc: str, games: str, sport: str, prefer: Collection[str] = ()
    ) -> Known | None:
        """The athlete that is meant; ``prefer`` are those that the event has already."""
        if person.code in self.coded:
            return self.people[self.coded[person.code]]
        names = dict.fromkeys(map(key, (person.official, person.television or person.official)))
        found = dict.fromkeys(one for name in names for one in self.named.get(name, ()))
        named = [self.people[identifier] for identifier in found]
        fitting = [one for one in named if self._may_be(one, person, npc)]
        for one in fitting:
            if one.id in prefer:
                return one
        return self._surest(fitting, person, games, sport)

    def _may_be(self, one: Known, person: Person, npc: str) -> bool:
        if one.code and person.code and one.code != person.code:
            return False
        if one.born and person.born and one.born != person.born:
            return False
        if one.gender and person.gender and one.gender != person.gender:
            return False
        return one.npc == npc or npc in self.heirs.get(one.npc, ()) or self._came_from(one, npc)

    def _came_from(self, one: Known, npc: str) -> bool:
        return one.npc in self.heirs.get(npc, ())

    def _surest(self, fitting: list[Known], person: Person, games: str, sport: str) -> Known | None:
        full = is_full(person.official)
        sure = [one for one in fitting if _plausible(one, games, sport, full=full)]
        if len(sure) > 1:
            sure = [one for one in sure if any(sport in s for s in one.seen.values())] or sure
        return min(sure, key=lambda one: (_gap(one, games), one.id)) if sure else None

    def learn(self, known: Known, person: Person) -> None:
        """Keep what a table says beyond what is known."""
        if known.gender is None and person.gender:
            known.gender = known.learnt["gender"] = person.gender
        if known.born is None and person.born:
            known.born = known.learnt["born"] = person.born

    def add(self, person: Person, npc: str, games: str, source: str) -> Known:
        """A new athlete with an identifier of its own."""
        said = spoken(person.official, npc, person.television)
        known = Known(
            id=self._identifier(said, npc, person, games),
            npc=npc,
            official=person.official,
            said=said,
            gender=person.gender,
            born=person.born,
            sources=(source,),
            code=person.code,
            full=is_full(person.official),
            new=True,
        )
        self.remember(known, ())
        return known

    def remember(self, known: Known, aliases: Iterable[str]) -> None:
        """Make an athlete findable by all names."""
        self.people[known.id] = known
        if known.code:
            self.coded[known.code] = known.id
        for name in dict.fromkeys(map(key, (known.official, known.said, *aliases))):
            self.named[name].append(known.id)

    def _identifier(self, said: str, npc: str, person: Person, games: str) -> str:
        base = slug(said) or "unknown"
        year = str(person.born.year) if person.born else games.rpartition("-")[2]
        for identifier in (base, f"{base}-{npc.lower()}", f"{base}-{npc.lower()}-{year}"):
            if identifier not in self.people:
                return identifier
        number = 2
        while f"{base}-{npc.lower()}-{year}-{number}" in self.people:
            number += 1
        return f"{base}-{npc.lower()}-{year}-{number}"


def _plausible(one: Known, games: str, sport: str, *, full: bool) -> bool:
    if not full or not one.full:
        return _same_games(one, games, sport, named=full or one.full)
    year = year_of(games)
    if one.born and not _YOUNGEST <= year - one.born.year <= _OLDEST:
        return False
    if not one.seen:
        return True
    years = [year_of(g) for g in one.seen]
    if max(*years, year) - min(*years, year) > _SPAN:
        return False
    same = any(sport in sports for sports in one.seen.values())
    if same:
        return _gap(one, games) <= _SPORT_GAP
    return one.npc not in _FEW_NAMES and _gap(one, games) <= _GAP


def _same_games(one: Known, games: str, sport: str, *, named: bool) -> bool:
    """A name with initials or none is one person only within one Games, and then in one sport."""
    if games not in one.seen:
        return False
    initials = "." in one.official or len(one.official.split()) > 1
    return sport in one.seen[games] or (initials and not named)


def _gap(one: Known, games: str) -> int:
    return min((abs(year_of(g) - year_of(games)) for g in one.seen), default=0)


def roster_of(facts: Facts) -> Roster:
    """The athletes of the store, with the Games and sports that they are known to have been at."""
    roster = Roster(_heirs(facts.delegations.values()))
    for athlete in facts.athletes.values():
        known = Known(
            id=athlete.id,
            npc=athlete.npc,
            official=athlete.official,
            said=athlete.names.get("en", ""),
            gender=str(athlete.gender) if athlete.gender else None,
            born=athlete.born,
            full=is_full(athlete.official),
        )
        roster.remember(known, (*athlete.names.values(), *athlete.aliases))
    for result in facts.results:
        event = facts.events[result.event]
        for identifier in result.athletes:
            roster.people[identifier].seen[event.games].add(event.sport)
    return roster


def _heirs(delegations: Iterable[Delegation]) -> dict[str, frozenset[str]]:
    """NPC code to the codes of all delegations that it came from, however far back."""
    formerly = {one.npc: one.formerly for one in delegations}
    return {npc: frozenset(_back(npc, formerly)) for npc in formerly}


def _back(npc: str, formerly: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    for earlier in formerly.get(npc, ()):
        yield earlier
        yield from _back(earlier, formerly)
