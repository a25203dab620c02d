"""Comparing, and the medal table: who has more, which place, who leads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bot.facts.finding import Finding, Group
from bot.facts.model import Medal, Standing
from bot.facts.query import ANY_MEDAL, EVERY, Dim, Filter, Op, Query
from bot.facts.selecting import covered, select
from bot.facts.store import Store


def compared(query: Query) -> Dim | None:
    """The dimension on which a comparison is made, if it has several values."""
    return query.target if len(query.values(query.target)) > 1 else None


def compare(query: Query, store: Store) -> Finding:
    """The groups set against each other, in the order named."""
    dim = compared(query)
    if dim is None:
        return Finding(query, known=False)
    asked = query
    if dim is not Dim.MEDAL and not query.values(Dim.MEDAL) and dim is not Dim.ATHLETE:
        asked = query.having(Filter(Dim.MEDAL, (ANY_MEDAL,)))
    groups = tuple(
        Group(value, select(asked.having(Filter(dim, (value,))), store))
        for value in query.values(dim)
    )
    if dim in (Dim.NPC, Dim.GAMES) and not covered(asked, store):
        return _compare_standings(query, store)
    used = tuple(row for group in groups for row in group.rows)
    return Finding(asked, rows=used, groups=groups)


def _compare_standings(query: Query, store: Store) -> Finding:
    games, npcs = query.values(Dim.GAMES), query.values(Dim.NPC)
    if EVERY in games:
        found = tuple(line for line in _together(store, games) if line.npc in npcs)
        return Finding(query, standings=found, known=len(found) == len(npcs) > 0)
    found = store.standings(games, npcs)
    return Finding(query, standings=found, known=len(found) == len(games) * len(npcs) > 0)


def rank(query: Query, store: Store) -> Finding:
    """The places of delegations in the tables of the Games, or how many stand above."""
    found = store.standings(query.values(Dim.GAMES), query.values(Dim.NPC))
    placed = tuple(s for s in found if s.rank)
    if not placed:
        # A delegation that won nothing has no place, and that is known.
        return Finding(query, standings=found, known=bool(found))
    place = placed[0].rank or 0
    above = place - 1 if query.op is Op.ABOVE else place
    return Finding(query, number=above, standings=placed)


def top(query: Query, store: Store) -> Finding:
    """The leading delegations of a Games, or of all Games together."""
    wanted = query.values(Dim.GAMES) or (store.facts.current,)
    if EVERY in wanted or len(wanted) > 1:
        table = _together(store, wanted)
    else:
        table = store.medal_table(wanted[0])
        if query.target is Dim.ATHLETE:
            table = tuple(s for s in store.facts.standings if s.games == wanted[0])
    if len(table) <= 1:
        return Finding(query, known=False)
    if query.target is Dim.PLACE:
        placed = tuple(line for line in table if line.rank == query.limit)
        return Finding(query, standings=placed, number=len(placed), known=bool(placed))
    chosen = tuple(_first(_ordered(table, query), query.limit or 1))
    return Finding(query, standings=chosen, number=len(chosen), known=bool(chosen))


def _first(table: tuple[Standing, ...], many: int) -> Iterator[Standing]:
    """The first so many of a table; a line without a place among them comes as one more."""
    placed = any(line.rank for line in table)
    for line in table:
        if many <= 0:
            return
        many -= not placed or line.rank is not None
        yield line


def _ordered(table: tuple[Standing, ...], query: Query) -> tuple[Standing, ...]:
    """By gold as tables are; by the colour, the total or the team where that is what is asked."""
    if query.target is Dim.ATHLETE:
        sized = (s for s in table if s.athletes)
        return tuple(sorted(sized, key=lambda s: -(s.athletes or 0)))
    colours = query.values(Dim.MEDAL)
    if not colours or colours == (Medal.GOLD,):
        return tuple(sorted(table, key=lambda s: (-s.gold, -s.silver, -s.bronze)))
    if ANY_MEDAL in colours:
        return tuple(sorted(table, key=lambda s: -s.total))
    return tuple(sorted(table, key=lambda s: -sum(getattr(s, c) for c in colours)))


def _together(store: Store, wanted: tuple[str, ...]) -> tuple[Standing, ...]:
    """The tables of several Games added up, as one table without places."""
    sums: dict[str, list[Standing]] = defaultdict(list)
    for games in store.editions(wanted):
        for line in store.medal_table(games):
            sums[line.npc].append(line)
    return tuple(
        Standing(
            games=EVERY,
            npc=npc,
            sources=tuple(dict.fromkeys(s for line in lines for s in line.sources)),
            gold=sum(line.gold for line in lines),
            silver=sum(line.silver for line in lines),
            bronze=sum(line.bronze for line in lines),
        )
        for npc, lines in sums.items()
    )
