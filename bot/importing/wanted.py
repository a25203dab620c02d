"""What tables state of an event: its rows, and the results that they come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from bot.facts.model import Facts
from bot.facts.yaml_lines import Entry
from bot.importing.events import EventFacts
from bot.importing.memory import Memory
from bot.importing.names import slug, year_of
from bot.importing.report import Report
from bot.importing.roster import Known, Roster
from bot.importing.table import Entry as Row
from bot.importing.table import Gathered, Person

_WORTH: Final[Mapping[str | None, int]] = {"gold": 0, "silver": 1, "bronze": 2}
_LAST: Final = 10_000
"""Where no place is known."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A result that a table states. ``athletes`` are identifiers."""

    npc: str
    athletes: tuple[str, ...]
    where: str
    source: str
    medal: str | None
    place: int | None
    day: date | None
    marks: tuple[str, ...]
    """Of the rows that it is made from: see :mod:`bot.importing.memory`."""


@dataclass(slots=True)
class EventRows:
    """The rows of one event."""

    event: EventFacts
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Merger:
    """What every merge needs."""

    facts: Facts
    roster: Roster
    gathered: Gathered
    report: Report
    memory: Memory
    take: bool

    def still_wanted(self, where: str, results: Iterable[Wanted]) -> list[Wanted]:
        """The results without those that someone has deleted since an earlier import."""
        kept = []
        for one in results:
            if self.take or not self.memory.all_known(one.marks):
                kept.append(one)
            else:
                self.report.deleted.append(f"{where}: {one.npc} {', '.join(one.athletes)}".rstrip())
        return kept


def grouped(rows: Iterable[Row]) -> dict[tuple[str, str], dict[str, EventRows]]:
    """Games and sport to identifier of the event to its rows; medals before mere entries."""
    found: dict[tuple[str, str], dict[str, EventRows]] = defaultdict(dict)
    names: dict[tuple[str, str], str] = {}
    for row in sorted(rows, key=lambda row: (-year_of(row.games), row.medal is None)):
        events = found[row.games, row.event.sport]
        local = row.event.local
        taken = events.get(local)
        if taken and row.medal and taken.event.name != row.event.name:
            local = names.setdefault(
                (row.games, row.event.name), slug(f"{row.event.sport} {row.event.name}")
            )
        events.setdefault(local, EventRows(row.event)).rows.append(row)
    return found


def wanted_results(merger: Merger, rows: EventRows, entry: Entry) -> list[Wanted]:
    """The results that the tables state of an event, each team once."""
    present = {a for result in results_of(entry) for a in athletes_of(result)}
    found: list[Wanted] = []
    entered: dict[str, list[Wanted]] = defaultdict(list)
    won: set[str] = set()
    team = is_team(rows)
    # Full names come first: a name with initials may be one of them.
    for row in rows.rows:
        athletes = tuple(dict.fromkeys(_known(merger, row, p, present).id for p in row.people))
        day = row.day if row.day != row.final else None
        result = Wanted(
            row.npc, athletes, row.where, row.source, row.medal, row.place, day, (row.mark,)
        )
        if row.medal or row.place or not team:
            if row.medal or row.place or not won.issuperset(athletes):
                found.append(result)
            won.update(athletes)
        elif not won.issuperset(athletes):
            entered[row.npc].append(result)
    found.sort(key=lambda one: (_WORTH.get(one.medal, 3), one.place or _LAST))
    for npc, alone in entered.items():
        members = tuple(a for one in alone for a in one.athletes)
        marks = tuple(mark for one in alone for mark in one.marks)
        first = alone[0]
        found.append(Wanted(npc, members, first.where, first.source, None, None, None, marks))
    return found


def is_team(rows: EventRows) -> bool:
    """Whether several people share a medal of this event."""
    return rows.event.team or any(len(row.people) > 1 for row in rows.rows)


def _known(merger: Merger, row: Row, said: Person, present: set[str]) -> Known:
    person = merger.gathered.fullest(row.games, row.npc, said)
    known = merger.roster.find(person, row.npc, row.games, row.event.sport, present)
    if known is None:
        known = merger.roster.add(person, row.npc, row.games, row.source)
    known.seen[row.games].add(row.event.sport)
    merger.roster.learn(known, person)
    return known


def results_of(entry: Entry) -> list[Entry]:
    """The results that a file has of an event."""
    results = entry.get("results")
    return [r for r in results if isinstance(r, Entry)] if isinstance(results, list) else []


def athletes_of(result: Entry) -> tuple[str, ...]:
    """The identifiers that a result of a file names."""
    team = result.get("athletes")
    if isinstance(team, list):
        return tuple(map(str, team))
    return (str(result["athlete"]),) if result.get("athlete") else ()
