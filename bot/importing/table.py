"""Tables as they are gathered: CSV with named columns, read as a recipe says."""

from __future__ import annotations

import ast
import csv
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.importing.events import EventFacts, Words, read_event
from bot.importing.memory import mark_of
from bot.importing.names import year_of
from bot.importing.packed import team_names, winners
from bot.importing.recipe import Recipe
from bot.importing.report import Report

_SURE_SINCE = 1988
"""From these Games on every name of the historic results has its given name."""

_SIZES: Mapping[str, int] = {
    "archery-team": 3,
    "badminton-doubles": 2,
    "bowls-pairs": 2,
    "dartchery-pairs": 2,
    "table-tennis-doubles": 2,
    "tennis-doubles": 2,
    "quad-doubles": 2,
}


@dataclass(frozen=True, slots=True)
class Person:
    """Someone as a table has them. ``official`` is the name as it is printed."""

    official: str
    television: str = ""
    gender: str | None = None
    born: date | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an event: who, and what they won if the table says."""

    games: str
    event: EventFacts
    npc: str
    people: tuple[Person, ...]
    source: str
    where: str
    medal: str | None = None
    place: int | None = None
    final: date | None = None
    day: date | None = None

    @property
    def mark(self) -> str:
        """The row as :mod:`bot.importing.memory` knows it."""
        people = "; ".join(person.official for person in self.people)
        event = f"{self.event.sport} {self.event.name}"
        return mark_of(self.games, event, self.npc, self.medal, people)


@dataclass(frozen=True, slots=True)
class Line:
    """A delegation's line of a medal table, or the size of its team: only what the table has."""

    games: str
    npc: str
    source: str
    where: str
    numbers: Mapping[str, int]

    @property
    def mark(self) -> str:
        """The line as :mod:`bot.importing.memory` knows it."""
        return mark_of(self.games, "standing", self.npc)


@dataclass(slots=True)
class Gathered:
    """All that the tables of one import hold."""

    entries: list[Entry] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    by_code: dict[str, Person] = field(default_factory=dict)
    by_name: dict[tuple[str, str, str], list[Person]] = field(default_factory=dict)
    """By Games, NPC code and official name, which several people may have."""
    events: set[str] = field(default_factory=set)
    """Identifiers of events, without their Games, that are known to be."""

    def know(self, games: str, npc: str, person: Person) -> None:
        """Keep what a table of athletes says of one, for the tables that say less."""
        if person.code:
            self.by_code[person.code] = person
        self.by_name.setdefault((games, npc, person.official), []).append(person)

    def fullest(self, games: str, npc: str, person: Person) -> Person:
        """What the tables say of someone, if it is clear who is meant."""
        if person.code:
            return self.by_code.get(person.code, person)
        named = [
            one
            for one in self.by_name.get((games, npc, person.official), ())
            if not person.gender or not one.gender or one.gender == person.gender
        ]
        return named[0] if len(named) == 1 else person


@dataclass(frozen=True, slots=True)
class _Table:
    recipe: Recipe
    words: Words
    report: Report
    name: str

    def cell(self, row: Mapping[str, str], key: str) -> str:
        """A cell by what the store calls its column; several columns are joined by blanks."""
        columns = self.recipe.columns.get(key, "").split()
        return " ".join((row.get(column) or "").strip() for column in columns)

    def games(self, row: Mapping[str, str]) -> str | None:
        return self.recipe.games or self.recipe.by.get(self.cell(row, "games"))

    def npc(self, row: Mapping[str, str]) -> str:
        code = self.cell(row, "npc")
        return self.recipe.npcs.get(code, code)

    def refuse(self, where: str, row: Mapping[str, str], why: str) -> None:
        said = ", ".join(value for value in row.values() if value)[:90]
        self.report.unplaced.append(f"{where}: {why} ({said})")


def read_table(path: Path, recipe: Recipe, words: Words, report: Report, into: Gathered) -> None:
    """Read one table; what cannot be read is reported by file and line."""
    table = _Table(recipe, words, report, path.name)
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        rows = [(f"{path.name}:{reader.line_num}", row) for row in reader]
    missing = _missing(recipe, rows[0][1] if rows else {})
    if missing:
        report.unplaced.append(f"{path.name}:1: no column {', '.join(missing)}")
        return
    match recipe.kind:
        case "medals":
            into.entries.extend(_medals(table, rows))
            into.events.update(entry.event.local for entry in into.entries)
        case "packed-medals":
            into.entries.extend(_packed(table, rows))
        case "entries":
            into.entries.extend(_entries(table, rows, into))
        case _:
            into.lines.extend(_lines(table, rows))


_Rows = list[tuple[str, dict[str, str]]]


def _missing(recipe: Recipe, first: Mapping[str, str]) -> list[str]:
    wanted = (column for columns in recipe.columns.values() for column in columns.split())
    return [column for column in wanted if first and column not in first]


def _event(table: _Table, where: str, row: dict[str, str], name: str) -> EventFacts | None:
    word = table.cell(row, "sport")
    sport = table.words.sport(word, name)
    if sport is None:
        table.refuse(where, row, f"unknown sport '{word}'")
        return None
    name = table.recipe.events.get(name, name)
    return read_event(table.words, sport, name, table.cell(row, "gender"))


def _medals(table: _Table, rows: _Rows) -> Iterator[Entry]:
    for where, row in rows:
        games = table.games(row)
        event = _event(table, where, row, table.cell(row, "event"))
        if games is None or event is None:
            if games is None:
                table.refuse(where, row, "unknown Games")
            continue
        members = [name for name in table.cell(row, "members").split("; ") if name]
        name = table.cell(row, "name")
        names = members or [n for n in name.split("; ") if n]
        people = tuple(
            Person(
                official=table.recipe.names.get(official, official),
                gender=event.gender if event.gender != "mixed" else None,
                code=table.cell(row, "code") if not members and len(names) == 1 else "",
            )
            for official in names
        )
        yield Entry(
            games=games,
            event=event,
            npc=table.npc(row),
            people=people,
            source=table.recipe.source,
            where=where,
            medal=table.cell(row, "medal").casefold() or None,
            place=_number(table.cell(row, "place")),
            final=_day(table.cell(row, "date")),
            day=_day(table.cell(row, "day")),
        )


def _packed(table: _Table, rows: _Rows) -> Iterator[Entry]:
    teams = team_names(table.cell(row, "winners") for _, row in rows)
    seen: set[tuple[str, ...]] = set()
    for where, row in rows:
        cell, medal = table.cell(row, "winners"), table.cell(row, "medal").casefold()
        games = table.games(row)
        if games is None or not cell or not medal:
            why = "unknown Games" if games is None else "no medal or no winner"
            table.refuse(where, row, why)
            continue
        key = (games, table.cell(row, "sport"), table.cell(row, "event"), medal, cell)
        event = None if key in seen else _event(table, where, row, table.cell(row, "event"))
        seen.add(key)
        if event is None:
            continue
        sure = year_of(games) >= _SURE_SINCE
        size = event.legs or _SIZES.get(event.discipline or "")
        for winner in winners(cell, teams, sure=sure, size=size):
            gender = event.gender if event.gender != "mixed" else None
            named = (table.recipe.names.get(name, name) for name in winner.people)
            people = tuple(Person(name, gender=gender) for name in named)
            npc = table.recipe.npcs.get(winner.npc, winner.npc)
            yield Entry(games, event, npc, people, table.recipe.source, where, medal)


def _entries(table: _Table, rows: _Rows, into: Gathered) -> Iterator[Entry]:
    for where, row in rows:
        person = Person(
            official=table.cell(row, "name"),
            television=table.cell(row, "television"),
            gender={"male": "men", "female": "women"}.get(table.cell(row, "gender").casefold()),
            born=_day(table.cell(row, "born")),
            code=table.cell(row, "code"),
        )
        games = table.games(row)
        into.know(games or "", table.npc(row), person)
        sports, events = _listed(table.cell(row, "sports")), _listed(table.cell(row, "events"))
        if games is None or not sports or not events:
            table.refuse(where, row, "no event is named")
            continue
        for name in events:
            event = _entered(table, sports, name, into.events)
            if event is None:
                table.refuse(where, row, f"unknown sport '{', '.join(sports)}'")
                continue
            npc = table.npc(row)
            yield Entry(games, event, npc, (person,), table.recipe.source, where)


def _entered(
    table: _Table, sports: list[str], name: str, known: Collection[str]
) -> EventFacts | None:
    """The event of an athlete of several sports: the one that is known, else of the first."""
    found: list[EventFacts] = []
    for word in sports:
        sport = table.words.sport(word, name)
        if sport is not None:
            found.append(read_event(table.words, sport, table.recipe.events.get(name, name)))
    return next((event for event in found if event.local in known), next(iter(found), None))


def _lines(table: _Table, rows: _Rows) -> Iterator[Line]:
    for where, row in rows:
        games, npc = table.games(row), table.npc(row)
        if games is None or not npc:
            table.refuse(where, row, "unknown Games" if games is None else "no delegation")
            continue
        keys = ("rank", "gold", "silver", "bronze", "athletes", "men", "women")
        said = {key: _number(table.cell(row, key)) for key in keys}
        numbers = {key: number for key, number in said.items() if number is not None}
        yield Line(games, npc, table.recipe.source, where, numbers)


def _listed(cell: str) -> list[str]:
    """A list as programs print it (``['one', 'two']``), or words between semicolons."""
    if cell.startswith("["):
        return [str(item) for item in ast.literal_eval(cell)]
    return [item.strip() for item in cell.split(";") if item.strip()]


def _number(cell: str) -> int | None:
    return int(float(cell)) if cell else None


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None
