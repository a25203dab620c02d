"""The typed question: filters on the results, and what to do with what passes them.

A question about results is a set of filters, each on one dimension, and one operation with a
target dimension: "how many bronzes did the women win outside judo" is ``COUNT`` of ``MEDAL`` where
medal is bronze, gender is women and sport is not judo. What a question leaves open (whose results,
at which Games) is filled by :func:`bot.facts.run.with_defaults`, and the reply shows it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

EVERY = "*"
"""The value of a filter that lets everything pass: all Games, all delegations."""

ANY_MEDAL = "any"
NO_MEDAL = "none"


class Dim(StrEnum):
    """What results can be filtered and grouped by, or asked for."""

    GAMES = "games"
    NPC = "npc"
    SPORT = "sport"
    DISCIPLINE = "discipline"
    EVENT = "event"
    CLASS = "class"
    WEIGHT = "weight"
    DISTANCE = "distance"
    GENDER = "gender"
    ATHLETE = "athlete"
    MEDAL = "medal"
    PLACE = "place"
    DAY = "day"
    MARK = "mark"
    BORN = "born"
    AGE = "age"
    OPPONENT = "opponent"
    VENUE = "venue"
    CITY = "city"
    OPENED = "opened"
    CLOSED = "closed"
    EDITION = "edition"
    DURATION = "duration"
    TEAM = "team"
    """Whether an event is for teams and pairs (``team``) or for one athlete (``single``)."""
    ALONGSIDE = "alongside"
    """The events in which an athlete took part: what the others did there."""
    TIMES = "times"
    """How many of the results each athlete has at least: "who won two golds"."""


class Op(StrEnum):
    """What is done with the results that pass the filters."""

    LIST = "list"
    COUNT = "count"
    EXISTS = "exists"
    VALUE = "value"
    """An attribute of athletes or events: the weight class, the day, the mark."""
    MOST = "most"
    LEAST = "least"
    ONLY = "only"
    """The groups in which nothing but the asked medals was won."""
    BEST = "best"
    """The groups ordered by gold, then silver, then bronze."""
    FIRST = "first"
    LAST = "last"
    YOUNGEST = "youngest"
    OLDEST = "oldest"
    CAREER = "career"
    """All medals of athletes at all Games."""
    SHARE = "share"
    COMPARE = "compare"
    RANK = "rank"
    ABOVE = "above"
    TOP = "top"
    CARD = "card"
    """All about one athlete, sport, class, event or delegation."""
    CLAIM = "claim"
    GAMES = "games"
    NUMBER = "number"
    """What a bare number in the facts stands for."""
    MET = "met"
    """Whether an athlete beat (``more``) or lost to the opponents named, or those of a country."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition: the dimension has one of ``values``, or with ``negated`` none of them."""

    dim: Dim
    values: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A question about the facts. ``number`` is a number that the asker takes for granted."""

    op: Op
    target: Dim = Dim.MEDAL
    filters: tuple[Filter, ...] = ()
    claim: str | None = None
    number: Decimal | None = None
    yes_no: bool = False
    """Asked for a yes or a no."""
    limit: int | None = None
    more: bool | None = None
    """In a comparison: whether the first of the compared is asked to be more (true) or fewer; with
    a ``number``: whether there are more than that (true) or fewer; in a count without one: whether
    it is of all Games beside those that are current. Of who met whom: whether the other was beaten
    (true) or won; of whether somebody won: that the champion's title is meant."""
    offset: int = 0
    """How many lines of a long answer were shown already."""

    def values(self, dim: Dim) -> tuple[str, ...]:
        """The wanted values of a dimension; empty when the question leaves it open."""
        return tuple(v for f in self.filters if f.dim is dim and not f.negated for v in f.values)

    def first(self, dim: Dim) -> str | None:
        """The only or first wanted value of a dimension."""
        values = self.values(dim)
        return values[0] if values else None

    @property
    def colours(self) -> tuple[str, ...]:
        """What is asked of medals beyond there being one."""
        return tuple(value for value in self.values(Dim.MEDAL) if value != ANY_MEDAL)

    @property
    def of_tables(self) -> bool:
        """Whether nothing but Games, delegations and medals is asked about, as tables have it."""
        return all(f.dim in _OF_TABLES and not f.negated for f in self.filters)

    def without(self, *dims: Dim) -> Query:
        """The question with every condition on these dimensions dropped."""
        return replace(self, filters=tuple(f for f in self.filters if f.dim not in dims))

    def having(self, *filters: Filter) -> Query:
        """The question with these conditions in place of those on the same dimensions."""
        dims = {f.dim for f in filters}
        kept = tuple(f for f in self.filters if f.dim not in dims)
        return replace(self, filters=ordered((*kept, *filters)))


_OF_TABLES = (Dim.GAMES, Dim.NPC, Dim.MEDAL)
_ORDER = {dim: number for number, dim in enumerate(Dim)}


def ordered(filters: Iterable[Filter]) -> tuple[Filter, ...]:
    """Filters in one canonical order, so that equal questions are equal values."""
    return tuple(sorted(set(filters), key=lambda f: (_ORDER[f.dim], f.negated, f.values)))


def where(**wanted: str | tuple[str, ...]) -> tuple[Filter, ...]:
    """Filters by keyword: ``where(sport="judo", medal=("gold", "silver"))``."""
    made = (
        Filter(Dim(dim), (value,) if isinstance(value, str) else value)
        for dim, value in wanted.items()
    )
    return ordered(made)
