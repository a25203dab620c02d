"""Whether the facts hold all that could make a part true, so that what they lack is not so."""

from __future__ import annotations

from bot.facts.model import Gender
from bot.facts.query import EVERY, Dim, Filter, Query
from bot.facts.rows import Row, values
from bot.facts.store import Store

_FIRST_OPEN_GAMES = 1992


def is_held(query: Query, athlete: str | None, store: Store) -> bool:
    """Whether the facts hold all results that meet a query, so that none is none."""
    medals = bool(query.values(Dim.MEDAL))
    games = query.values(Dim.GAMES)
    if athlete:
        return all_held(athlete, games, store, medals=medals)
    npc = query.first(Dim.NPC) or ""
    return all(knows(g, npc, store, medals=medals) for g in games) and bool(games)


def knows(games: str, npc: str, store: Store, *, medals: bool) -> bool:
    """Whether all results of a delegation at a Games are known; with ``medals`` its medals."""
    if games not in store.facts.games:
        return False
    known = store.coverage(games, medals=medals)
    return EVERY in known or npc in known


def all_held(athlete: str, games: tuple[str, ...], store: Store, *, medals: bool) -> bool:
    """Whether all that an athlete did is known: at the Games named, or in a whole career."""
    npc = store.facts.athletes[athlete].npc
    if games and EVERY not in games:
        weighed = _weighed(athlete, store)
        return all(g in weighed or knows(g, npc, store, medals=medals) for g in games)
    rows = store.table.select((Filter(Dim.ATHLETE, (athlete,)),))
    known = store.facts.games
    seasons = {known[row.event.games].season for row in rows}
    first = min((known[row.event.games].year for row in rows), default=_FIRST_OPEN_GAMES)
    held = [
        g.id
        for g in known.values()
        if g.season in seasons and g.year >= min(first, _FIRST_OPEN_GAMES)
    ]
    started = {row.event.games for row in rows}
    medal_only = [g for g in held if knows(g, npc, store, medals=True)]
    return set(held) <= set(medal_only) and (
        medals
        or all(g in _weighed(athlete, store) or knows(g, npc, store, medals=False) for g in started)
    )


def _weighed(athlete: str, store: Store) -> set[str]:
    """The Games at which a contest of an athlete is known that has weight classes: the only one."""
    rows = store.table.select((Filter(Dim.ATHLETE, (athlete,)),))
    return {row.event.games for row in rows if row.event.weight}


_TOLD_APART = (Dim.DAY, Dim.CLASS, Dim.PLACE, Dim.DISCIPLINE, Dim.GENDER)


def vague(query: Query, store: Store) -> bool:
    """Whether some result may meet a condition on which the facts are silent."""
    for dim in _TOLD_APART:
        if not query.values(dim):
            continue
        rows = store.table.select(query.without(dim).filters)
        if dim is Dim.GENDER and any(row.gender is Gender.MIXED for row in rows):
            return True
        if any(not values(row, dim) for row in rows if _comparable(row, query, dim, store)):
            return True
    return False


def _comparable(row: Row, query: Query, dim: Dim, store: Store) -> bool:
    if dim is not Dim.DISCIPLINE:
        return True
    known = store.facts.disciplines
    return row.event.sport in {known[v].sport for v in query.values(dim) if v in known}
