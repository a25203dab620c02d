"""Choosing the rows that a question is about, and what is nearest where there are none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

from bot.facts.finding import Finding, Group
from bot.facts.model import Games, Medal
from bot.facts.query import ANY_MEDAL, EVERY, NO_MEDAL, Dim, Filter, Query, where
from bot.facts.rows import Row, group_values
from bot.facts.store import Store


def ranked(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Best first: by medal or place, then by day."""
    return tuple(
        sorted(rows, key=lambda row: (row.result.place or 999, str(row.day), row.event.id))
    )


def grouped(rows: tuple[Row, ...], dim: Dim) -> tuple[Group, ...]:
    """Rows gathered by their values on a dimension, in the order of first appearance."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        for value in group_values(row, dim):
            found.setdefault(value, []).append(row)
    return tuple(Group(key, tuple(members)) for key, members in found.items())


def medal_key(group: Group) -> tuple[int, int, int]:
    """What the order of medal tables goes by: gold, then silver, then bronze."""
    return (group.count(Medal.GOLD), group.count(Medal.SILVER), group.count(Medal.BRONZE))


def select(query: Query, store: Store) -> tuple[Row, ...]:
    """The rows that meet the conditions of a question, best first."""
    years = query.values(Dim.BORN)
    if years:
        born = replace(query, filters=tuple(f for f in query.filters if f.dim is not Dim.BORN))
        found = (_born_in(row, years, store) for row in select(born, store))
        return tuple(row for row in found if row.result.athletes)
    filters = tuple(f for f in query.filters if f != Filter(Dim.MEDAL, (NO_MEDAL,)))
    rows = ranked(store.table.select(filters))
    if len(filters) != len(query.filters):
        return _without_medals(rows, query.target)
    times = query.first(Dim.TIMES)
    if times:
        rows = _kept(rows, Dim.ATHLETE, lambda group: len(group.rows) >= int(times))
    return _without_colour(rows, query, store)


def _born_in(row: Row, years: tuple[str, ...], store: Store) -> Row:
    """A result with those alone who were born in one of the years."""
    known = store.facts.athletes
    born = tuple(
        a for a in row.result.athletes if (day := known[a].born) and str(day.year) in years
    )
    return replace(row, result=replace(row.result, athletes=born))


def _without_colour(rows: tuple[Row, ...], query: Query, store: Store) -> tuple[Row, ...]:
    """The rows of countries or sports: of those without gold none has a gold, whatever else."""
    colours = {v for f in query.filters if f.dim is Dim.MEDAL and f.negated for v in f.values}
    if not colours or query.target not in (Dim.NPC, Dim.SPORT):
        return rows
    anything = store.table.select(query.without(Dim.MEDAL).filters)
    having = {
        value
        for row in anything
        if row.medal in colours
        for value in group_values(row, query.target)
    }
    return _kept(rows, query.target, lambda group: group.key not in having)


def _kept(rows: tuple[Row, ...], dim: Dim, fits: Callable[[Group], bool]) -> tuple[Row, ...]:
    """The rows of the groups that fit, in their order."""
    kept = {row.result.id for group in grouped(rows, dim) if fits(group) for row in group.rows}
    return tuple(row for row in rows if row.result.id in kept)


def _without_medals(rows: tuple[Row, ...], target: Dim) -> tuple[Row, ...]:
    """The rows of those (sports, athletes ...) that won no medal in any row."""
    if target in (Dim.MEDAL, Dim.EVENT):
        target = Dim.ATHLETE
    empty = [group for group in grouped(rows, target) if not group.medals]
    return ranked(tuple({row.result.id: row for group in empty for row in group.rows}.values()))


def covered(query: Query, store: Store) -> bool:
    """Whether the store holds all results that the question is about, so that none means none."""
    if query.values(Dim.ATHLETE) or query.values(Dim.EVENT):
        return True
    medals = query.values(Dim.MEDAL)
    # every contest gives medals: where those are known, so are the contests
    only_medals = (bool(medals) and NO_MEDAL not in medals) or query.target is Dim.EVENT
    wanted = set(query.values(Dim.NPC))
    games = query.values(Dim.GAMES)
    for held in store.editions(games):
        known = store.coverage(held, medals=only_medals)
        if EVERY not in known and (EVERY in wanted or not wanted <= set(known)):
            return False
    return True


def nothing(finding: Finding, store: Store) -> Finding:
    """None found: certain where the results are all known, with the nearest that there is."""
    relaxed, nearest = relax(finding.query, store)
    few = nearest[:_OWN] if finding.query.values(Dim.ATHLETE) else ()
    winners = _winners_instead(finding.query, store)
    nearest = (*few, *winners) if winners else nearest
    return replace(
        finding,
        known=covered(finding.query, store),
        relaxed=relaxed,
        nearest=nearest,
        number=0,
        games=told_by(finding.query, store),
    )


def told_by(query: Query, store: Store) -> tuple[Games, ...]:
    """The Games asked about: they tell that none is none, as they say whose results are known."""
    return tuple(store.facts.games[g] for g in query.values(Dim.GAMES) if g in store.facts.games)


_CONTESTS = 2
_OWN = 2


def _winners_instead(query: Query, store: Store) -> tuple[Row, ...]:
    """Who did win what somebody is wrongly said to have won, where that is one contest or two."""
    supposed = query.values(Dim.NPC) or query.values(Dim.ATHLETE)
    medals = query.values(Dim.MEDAL)
    if not (supposed and medals) or NO_MEDAL in medals:
        return ()
    home_only = query.values(Dim.NPC) == (store.facts.home,)
    rows = select(query.without(Dim.NPC, Dim.ATHLETE), store)
    if home_only or len({row.event.id for row in rows}) > _CONTESTS:
        return ()
    return rows


_SUBJECT = (Dim.GAMES, Dim.NPC, Dim.ATHLETE)


def relax(query: Query, store: Store) -> tuple[tuple[Filter, ...], tuple[Row, ...]]:
    """The fewest conditions to drop for something to be found, and what is found then.

    Whose results they are is never dropped. Of conditions equally many, those on what was achieved
    go before those on the contest: a wrong colour is corrected before a wrong sport.
    """
    loose = sorted((f for f in query.filters if f.dim not in _SUBJECT), key=_relax_order)
    for many in range(1, len(loose) + 1):
        for dropped in combinations(loose, many):
            kept = replace(query, filters=tuple(f for f in query.filters if f not in dropped))
            rows = select(kept, store)
            if rows:
                return dropped, rows
    return (), ()


def _relax_order(condition: Filter) -> int:
    order = (
        Dim.TIMES,
        Dim.PLACE,
        Dim.DAY,
        Dim.MEDAL,
        Dim.GENDER,
        Dim.WEIGHT,
        Dim.CLASS,
        Dim.DISTANCE,
    )
    return order.index(condition.dim) if condition.dim in order else len(order)


def podium(row: Row, store: Store) -> tuple[Row, ...]:
    """The medallists of the contest that a result belongs to, best first."""
    rows = store.table.select(where(event=row.event.id, medal=ANY_MEDAL))
    return tuple(sorted(rows, key=lambda r: r.result.place or 0))
