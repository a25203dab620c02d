"""Results joined with their events: the rows that filters pass and operations work on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

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


def _weight(row: Row) -> tuple[str, ...]:
    """Both with and without the sign: "70 kg" means up to 70 as well as over 70."""
    weight = row.event.weight
    return (str(weight), str(weight.limit)) if weight else ()


_VALUES: Mapping[Dim, Callable[[Row], tuple[str, ...]]] = {
    Dim.GAMES: lambda row: (row.event.games,),
    Dim.NPC: lambda row: (row.result.npc,),
    Dim.SPORT: lambda row: (row.event.sport,),
    Dim.DISCIPLINE: lambda row: (row.event.discipline,) if row.event.discipline else (),
    Dim.EVENT: lambda row: (row.event.id,),
    Dim.CLASS: lambda row: row.event.classes,
    Dim.WEIGHT: _weight,
    Dim.DISTANCE: lambda row: (str(row.event.distance),) if row.event.distance else (),
    Dim.GENDER: lambda row: (row.gender,),
    Dim.ATHLETE: lambda row: row.result.athletes,
    Dim.MEDAL: _medal,
    Dim.PLACE: lambda row: (str(row.result.place),) if row.result.place else (),
    Dim.DAY: lambda row: (row.day.strftime("%m-%d"),) if row.day else (),
}


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
    return values(row, dim)


def passes(row: Row, condition: Filter) -> bool:
    """Whether a row meets one condition."""
    if EVERY in condition.values:
        return not condition.negated
    met = not set(condition.values).isdisjoint(values(row, condition.dim))
    return met is not condition.negated


class Table:
    """All rows, with the indexes by which a question reaches the few that it needs."""

    def __init__(self, facts: Facts) -> None:
        self.rows = tuple(_joined(facts))
        self._by: dict[tuple[Dim, str], list[Row]] = defaultdict(list)
        for row in self.rows:
            for dim in _INDEXED:
                for value in values(row, dim):
                    self._by[dim, value].append(row)

    def select(self, filters: Iterable[Filter]) -> tuple[Row, ...]:
        """The rows that meet all conditions, in the order of the store."""
        conditions = tuple(filters)
        candidates = self._narrowest(conditions)
        return tuple(row for row in candidates if all(passes(row, c) for c in conditions))

    def _narrowest(self, conditions: tuple[Filter, ...]) -> Iterable[Row]:
        """The shortest indexed list of rows that holds everything the conditions let pass."""
        best: Iterable[Row] = self.rows
        size = len(self.rows)
        for condition in conditions:
            if condition.negated or condition.dim not in _INDEXED or EVERY in condition.values:
                continue
            lists = [self._by.get((condition.dim, value), []) for value in condition.values]
            total = sum(map(len, lists))
            if total < size:
                best, size = [row for rows in lists for row in rows], total
        return best


_INDEXED = (Dim.NPC, Dim.ATHLETE, Dim.EVENT, Dim.SPORT, Dim.GAMES)


def _joined(facts: Facts) -> Iterable[Row]:
    for result in facts.results:
        event = facts.events[result.event]
        yield Row(result, event, _gender(facts, result, event))


def _gender(facts: Facts, result: Result, event: Event) -> Gender:
    known = {facts.athletes[a].gender for a in result.athletes if a in facts.athletes}
    only = known.pop() if len(known) == 1 else None
    return only or event.gender


def weight_of(text: str) -> Weight:
    """The weight class written ``-54`` or ``+70``."""
    number = text.lstrip("+-")
    limit = Decimal(number) if "." in number else int(number)
    return Weight(limit, over=text.startswith("+"))
