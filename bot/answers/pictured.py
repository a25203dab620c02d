"""Which answers people would rather look at: those that a picture goes with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.facts.finding import Finding
from bot.facts.query import ANY_MEDAL, EVERY, Dim, Op, Query


class Kind(StrEnum):
    """What a picture is of."""

    BOARD = "board"
    """A delegation's medals at a Games."""
    ATHLETE = "athlete"
    SPORT = "sport"
    COMPARISON = "comparison"
    """Two to five delegations side by side."""
    BY_GAMES = "by-games"
    """A delegation's medals, Games after Games."""
    DAY = "day"
    """What was won on a day of a Games."""


@dataclass(frozen=True, slots=True)
class Spec:
    """A picture that can be drawn: its kind, and the question whose answer it shows."""

    kind: Kind
    query: Query


MOST_COMPARED = 5
"""More delegations than this would be too small to read."""


def picture_for(asked: Query, finding: Finding) -> Spec | None:
    """The picture that goes with the answer to a question, if one does.

    Only whole answers have one: a further page of a list, a yes or no and a number put to the
    test are read in words.
    """
    whole = not (asked.offset or asked.yes_no or asked.number is not None or asked.limit)
    if not whole or not finding.known:
        return None
    kind = next((kind for kind, fits in _FITTING if fits(finding)), None)
    return Spec(kind, asked) if kind else None


def _board(finding: Finding) -> bool:
    query = finding.query
    listed = query.op is Op.CARD and query.target is Dim.MEDAL
    return listed and _all_medals(query) and _one(query, Dim.GAMES) and bool(finding.rows)


def _athlete(finding: Finding) -> bool:
    one = len(finding.query.values(Dim.ATHLETE)) == 1
    return finding.query.op is Op.CARD and one and bool(finding.rows)


def _sport(finding: Finding) -> bool:
    query = finding.query
    if query.op is not Op.CARD or query.target is not Dim.SPORT or not finding.rows:
        return False
    asked = {condition.dim for condition in query.filters}
    plain = asked <= {Dim.SPORT, Dim.GAMES, Dim.NPC} and not _negated(query)
    return plain and _one(query, Dim.SPORT) and _one(query, Dim.GAMES)


def _comparison(finding: Finding) -> bool:
    query = finding.query
    if query.op is not Op.COMPARE or query.target is not Dim.NPC or not query.of_tables:
        return False
    several = 1 < len(query.values(Dim.NPC)) <= MOST_COMPARED
    each_once = len({line.npc for line in finding.standings}) == len(finding.standings)
    # lines of tables have all colours: they do not answer for one
    told = (bool(finding.standings) and not query.colours) or len(query.colours) <= 1
    return several and each_once and told and bool(finding.standings or finding.rows)


_OVER_GAMES = frozenset({Op.CARD, Op.LIST, Op.COUNT, Op.MOST, Op.BEST, Op.COMPARE})
_OF_MEDALS = frozenset({Dim.MEDAL, Dim.ATHLETE, Dim.GAMES})


def _by_games(finding: Finding) -> bool:
    query = finding.query
    if query.op not in _OVER_GAMES or query.target not in _OF_MEDALS:
        return False
    games = query.values(Dim.GAMES)
    several = EVERY in games or len(games) > 1
    return several and _all_medals(query) and _one(query, Dim.NPC)


def _day(finding: Finding) -> bool:
    query = finding.query
    if query.op not in (Op.CARD, Op.LIST) or not _one(query, Dim.DAY) or _negated(query):
        return False
    asked = {condition.dim for condition in query.filters}
    plain = asked <= {Dim.DAY, Dim.GAMES, Dim.NPC, Dim.MEDAL} and not query.colours
    return plain and _one(query, Dim.GAMES) and bool(finding.rows)


def _all_medals(query: Query) -> bool:
    """Whether nothing but the medals of delegations at Games is asked about, of any colour."""
    return query.of_tables and query.values(Dim.MEDAL) == (ANY_MEDAL,)


def _one(query: Query, dim: Dim) -> bool:
    values = query.values(dim)
    return len(values) == 1 and (EVERY not in values or dim is Dim.NPC)


def _negated(query: Query) -> bool:
    return any(condition.negated for condition in query.filters)


_FITTING = (
    (Kind.ATHLETE, _athlete),
    (Kind.BOARD, _board),
    (Kind.BY_GAMES, _by_games),
    (Kind.COMPARISON, _comparison),
    (Kind.SPORT, _sport),
    (Kind.DAY, _day),
)
