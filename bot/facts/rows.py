"""Results joined with their events: the rows that filters pass and operations work on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from bot.facts.model import Event, Facts, Gender, Medal, Result, Weight
from bot.facts.query import ANY_MEDAL, EVERY, NO_MEDAL, Dim, Filter


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of one event. ``gender`` is the competitors', where the event is mixed."""

    result: Result
    event: Event
    gender: Gender

    @property
    def medal(self) -> Medal | None:
        """The medal won, if any."""
        return self.result.medal

    @property
    def day(self) -> date | None:
        """The day of the medal, or of the event's final."""
        return self.result.date or self.event.date


def _medal(row: Row) -> tuple[str, ...]:
    return (row.medal, ANY_MEDAL) if row.medal else (NO_MEDAL,)


def _place(row: Row) -> tuple[str, ...]:
    """The place, or that there is none as the result does not count."""
    if row.result.place:
        return (str(row.result.place),)
    return (row.result.status,) if row.result.status == "disqualified" else ()


def _weight(row: Row) -> tuple[str, ...]:
    """Both with and without the sign: "70 kg" means up to 70 as well as over 70."""
    weight = row.event.weight
    return (str(weight), str(weight.limit)) if weight else ()


def _distance(event: Event) -> tuple[str, ...]:
    """The distance; of a relay with its legs, so that "100 m" means no relay."""
    if not event.distance:
        return ()
    return (f"{event.legs}x{event.distance}" if event.legs else str(event.distance),)


_VALUES: Mapping[Dim, Callable[[Row], tuple[str, ...]]] = {
    Dim.GAMES: lambda row: (row.event.games,),
    Dim.NPC: lambda row: (row.result.npc,),
    Dim.SPORT: lambda row: (row.event.sport,),
    Dim.DISCIPLINE: lambda row: (row.event.discipline,) if row.event.discipline else (),
    Dim.EVENT: lambda row: (row.event.id,),
    Dim.CLASS: lambda row: (*row.event.classes, *row.event.codes),
    Dim.WEIGHT: _weight,
    Dim.DISTANCE: lambda row: _distance(row.event),
    Dim.GENDER: lambda row: tuple(dict.fromkeys((row.gender, row.event.gender))),
    Dim.ATHLETE: lambda row: row.result.athletes,
    Dim.MEDAL: _medal,
    Dim.PLACE: _place,
    Dim.DAY: lambda row: (row.day.strftime("%m-%d"),) if row.day else (),
    Dim.TEAM: lambda row: ("team",) if row.event.team else ("single",),
}
_FILTERED = frozenset(_VALUES)


def values(row: Row, dim: Dim) -> tuple[str, ...]:
    """What a row says on a dimension; empty when it says nothing, or the dimension is no filter."""
    reader = _VALUES.get(dim)
    return reader(row) if reader else ()


def group_values(row: Row, dim: Dim) -> tuple[str, ...]:
    """What a row is grouped under: as :func:`values`, but each once and in its fullest form."""
    if dim is Dim.MEDAL:
        return (row.medal,) if row.medal else ()
    if dim is Dim.WEIGHT:
        return (str(row.event.weight),) if row.event.weight else ()
    if dim is Dim.GENDER:
        return (row.gender,)
    return values(row, dim)


def passes(row: Row, condition: Filter) -> bool:
    """Whether a row meets one condition."""
    if EVERY in condition.values:
        return not condition.negated
    met = not set(condition.values).isdisjoint(values(row, condition.dim))
    return met is not condition.negated


class Sheet:
    """The rows of one Games, with an index for each dimension, made when it is first needed."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        self.rows = rows
        self._by: dict[Dim, Mapping[str, frozenset[int]]] = {}

    def select(self, conditions: Iterable[Filter]) -> tuple[Row, ...]:
        """The rows that meet all conditions, in the order of the store."""
        chosen: set[int] | None = None
        excluded: set[int] = set()
        for condition in conditions:
            index = self._index(condition.dim)
            met = set[int]().union(*(index.get(v, ()) for v in condition.values))
            if condition.negated:
                excluded |= met
            else:
                chosen = met if chosen is None else chosen & met
        found = range(len(self.rows)) if chosen is None else sorted(chosen)
        return tuple(self.rows[n] for n in found if n not in excluded)

    def _index(self, dim: Dim) -> Mapping[str, frozenset[int]]:
        index = self._by.get(dim)
        if index is None:
            members: dict[str, list[int]] = defaultdict(list)
            for number, row in enumerate(self.rows):
                for value in values(row, dim):
                    members[value].append(number)
            index = self._by[dim] = {value: frozenset(rows) for value, rows in members.items()}
        return index


class Table:
    """All rows, a sheet for each Games; sheets and indexes are made when first asked for."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._results: dict[str, list[Result]] = defaultdict(list)
        events = facts.events
        for result in facts.results:
            self._results[events[result.event].games].append(result)
        self._sheets: dict[str, Sheet] = {}

    def sheet(self, games: str) -> Sheet:
        """The rows of one Games."""
        found = self._sheets.get(games)
        if found is None:
            found = Sheet(tuple(_joined(self._facts, self._results.get(games, ()))))
            self._sheets[games] = found
        return found

    @cached_property
    def _of_athlete(self) -> Mapping[str, tuple[Result, ...]]:
        found: dict[str, list[Result]] = defaultdict(list)
        for result in self._facts.results:
            for athlete in result.athletes:
                found[athlete].append(result)
        return {athlete: tuple(results) for athlete, results in found.items()}

    def select(self, filters: Iterable[Filter]) -> tuple[Row, ...]:
        """The rows that meet all conditions, in the order of the store.

        Of several conditions on one dimension all must hold; ``*`` as a value sets no condition.
        """
        conditions = tuple(f for f in filters if f.dim in _FILTERED)
        if any(EVERY in f.values and f.negated for f in conditions):
            return ()
        conditions = tuple(f for f in conditions if EVERY not in f.values)
        people = next((f for f in conditions if f.dim is Dim.ATHLETE and not f.negated), None)
        if people:
            rows = self._rows_of(people.values)
            return tuple(row for row in rows if all(passes(row, c) for c in conditions))
        inner = tuple(f for f in conditions if f.dim is not Dim.GAMES)
        sheets = (self.sheet(games) for games in self._editions(conditions))
        return tuple(row for sheet in sheets for row in sheet.select(inner))

    def _editions(self, conditions: Iterable[Filter]) -> list[str]:
        """The Games that the conditions leave, in the order of the store."""
        left = list(self._results)
        for condition in conditions:
            if condition.dim is Dim.GAMES:
                left = [g for g in left if (g in condition.values) is not condition.negated]
            if condition.dim is Dim.EVENT and not condition.negated:
                held = {e.games for v in condition.values if (e := self._facts.events.get(v))}
                left = [g for g in left if g in held]
        return left

    def _rows_of(self, athletes: Iterable[str]) -> Iterator[Row]:
        found = {r.id: r for athlete in athletes for r in self._of_athlete.get(athlete, ())}
        yield from _joined(self._facts, found.values())


def _joined(facts: Facts, results: Iterable[Result]) -> Iterator[Row]:
    for result in results:
        event = facts.events[result.event]
        yield Row(result, event, _gender(facts, result, event))


def _gender(facts: Facts, result: Result, event: Event) -> Gender:
    if event.gender is not Gender.MIXED:
        return event.gender
    known = {facts.athletes[a].gender for a in result.athletes if a in facts.athletes}
    only = known.pop() if len(known) == 1 else None
    return only or event.gender


def weight_of(text: str) -> Weight:
    """The weight class written ``-54`` or ``+70``."""
    limit = Decimal(text.lstrip("+-"))
    return Weight(int(limit) if limit == int(limit) else limit, over=text.startswith("+"))
