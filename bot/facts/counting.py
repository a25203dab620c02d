"""Listing and counting: which, how many, what part."""

from __future__ import annotations

from dataclasses import replace

from bot.facts.finding import Finding
from bot.facts.model import Medal, Standing
from bot.facts.query import ANY_MEDAL, EVERY, NO_MEDAL, Dim, Filter, Op, Query
from bot.facts.rows import Row
from bot.facts.selecting import covered, grouped, nothing, podium, select
from bot.facts.store import Store

_NEAR = 3


def listing(query: Query, store: Store) -> Finding:
    """The rows, and their groups on the target dimension."""
    rows = select(query, store)
    if query.op is Op.EXISTS and query.more and _of_one_contest(query, store):
        query = query.having(Filter(Dim.MEDAL, ("gold",)))  # who won a contest is its champion
        rows = select(query, store)
    if query.op is Op.VALUE and query.target is Dim.MEDAL:
        # a tenth place is no part of what somebody won, unless that was all
        rows = tuple(row for row in rows if row.medal) or rows
    finding = Finding(query, rows=rows, groups=grouped(rows, query.target), number=len(rows))
    unmarked = query.target is Dim.MARK and not any(row.result.mark for row in rows)
    weightless = query.target is Dim.WEIGHT and not any(row.event.weight for row in rows)
    if rows and query.op is Op.VALUE and (unmarked or weightless):
        return replace(finding, rows=(), groups=(), nearest=rows[:_NEAR], known=False)
    fought = any(row.result.bouts for row in rows)
    if query.target is Dim.OPPONENT and query.more is False and fought:
        lost = any(not bout.won for row in rows for bout in row.result.bouts)
        if not lost:
            return replace(finding, rows=(), groups=(), nearest=rows[:_NEAR], known=False)
    if rows and query.target is Dim.OPPONENT and not fought:
        row = rows[0]
        if query.more and store.facts.sports[row.event.sport].duels and not _finalist(row):
            return replace(finding, rows=(), groups=(), nearest=rows[:_NEAR], known=False)
        finding = replace(finding, along=_ahead(row, store))
    if rows and covered(query, store):
        return finding
    size = by_table(query, store)
    if size and (rows or not query.values(Dim.MEDAL)):
        return replace(finding, number=size.number, standings=size.standings, partial=True)
    return replace(finding, partial=True) if rows else nothing(finding, store)


def _of_one_contest(query: Query, store: Store) -> bool:
    """Whether there was but one contest of the kind asked about."""
    rows = store.table.select(query.without(Dim.NPC, Dim.MEDAL).filters)
    return len({row.event.id for row in rows}) == 1


def by_table(query: Query, store: Store) -> Finding | None:
    """How many athletes, or medals where those are asked for, there are by the medal tables."""
    what = Dim.MEDAL if query.values(Dim.MEDAL) else query.target
    if query.target not in (Dim.ATHLETE, Dim.MEDAL) or EVERY in query.values(Dim.NPC):
        return None
    return from_standing(replace(query, target=what), store)


def _ahead(row: Row, store: Store) -> tuple[Row, ...]:
    """Who stood higher in a contest of which no bouts are known."""
    place = row.result.place or _LAST
    return tuple(r for r in podium(row, store) if (r.result.place or _LAST) < place)


_LAST = 999


def _finalist(row: Row) -> bool:
    """Whether somebody fought the final, whose other side the podium names."""
    return row.medal in (Medal.GOLD, Medal.SILVER)


def count(query: Query, store: Store) -> Finding:
    """How many; from the medal table where single results are not all known."""
    if query.target is Dim.GAMES:
        athlete = query.values(Dim.ATHLETE)
        return _attended(query, store) if athlete else _editions(query, store)
    whole = query.target is Dim.NPC and EVERY in query.values(Dim.NPC) and query.of_tables
    if whole and NO_MEDAL not in query.values(Dim.MEDAL):
        return _countries(query, store)
    rows = select(query, store)
    groups = grouped(rows, query.target) if query.target is not Dim.MEDAL else ()
    number = len(groups) if query.target is not Dim.MEDAL else len(rows)
    finding = Finding(query, rows=rows, groups=groups, number=number)
    official = from_standing(query, store) if query.target is Dim.ATHLETE else None
    if official and not query.values(Dim.MEDAL):
        return replace(official, groups=groups, rows=rows) if rows else official
    if covered(query, store):
        return finding if number else nothing(finding, store)
    # one is enough to say that there was not none
    some = query.number == 0 and bool(number)
    return from_standing(query, store) or replace(finding, known=some)


def _editions(query: Query, store: Store) -> Finding:
    """At how many Games a delegation was, by the lines of the tables."""
    npc = query.first(Dim.NPC) or store.facts.home
    wanted = query.values(Dim.GAMES)
    lines = tuple(
        line
        for games in store.facts.games
        if (line := store.standing(games, npc)) and (EVERY in wanted or games in wanted)
    )
    won = query.values(Dim.MEDAL)
    kept = tuple(s for s in lines if not won or _medals(s, won))
    return Finding(query, number=len(kept), standings=kept, known=bool(lines))


def _attended(query: Query, store: Store) -> Finding:
    """At how many Games an athlete is known to have been; of most Games only medals are known."""
    rows = select(query, store)
    groups = grouped(rows, Dim.GAMES)
    return Finding(
        query, rows=rows, groups=groups, number=len(groups), partial=True, known=bool(rows)
    )


def _countries(query: Query, store: Store) -> Finding:
    """How many delegations won the medals asked about, by the tables."""
    tables = (store.medal_table(games) for games in store.editions(query.values(Dim.GAMES)))
    colours = query.values(Dim.MEDAL)
    lines = tuple(line for table in tables for line in table if _medals(line, colours))
    number = len({line.npc for line in lines})
    return Finding(query, number=number, standings=lines, known=bool(lines))


def _medals(standing: Standing, colours: tuple[str, ...]) -> int:
    named = [c for c in colours if c != ANY_MEDAL]
    return sum(getattr(standing, c) for c in named) if named else standing.total


def from_standing(query: Query, store: Store) -> Finding | None:
    """A count from the medal tables, where the conditions are such that they can tell."""
    allowed = {Dim.GAMES, Dim.NPC, Dim.MEDAL if query.target is Dim.MEDAL else Dim.GENDER}
    if any(f.dim not in allowed or f.negated for f in query.filters):
        return None
    games, npcs = query.values(Dim.GAMES), query.values(Dim.NPC)
    lines = store.standings(games, npcs)
    if EVERY in npcs:
        lines = tuple(s for g in store.editions(games) for s in store.medal_table(g))
    if query.target is Dim.MEDAL:
        if not lines:
            return None
        number = sum(_medals(line, query.values(Dim.MEDAL)) for line in lines)
        return Finding(query, number=number, standings=lines)
    if query.target is not Dim.ATHLETE or len(lines) != 1:
        return None
    genders = query.values(Dim.GENDER)
    gender = genders[0] if len(genders) == 1 else None  # men and women are everybody
    size = getattr(lines[0], gender) if gender in ("men", "women") else lines[0].athletes
    return None if size is None else Finding(query, number=size, standings=lines)


def share(query: Query, store: Store) -> Finding:
    """What part of all medals of the delegations and Games named the rows are."""
    base_filters = tuple(f for f in query.filters if f.dim in (Dim.GAMES, Dim.NPC))
    part = query
    if not any(f.dim is Dim.MEDAL for f in query.filters):
        part = query.having(Filter(Dim.MEDAL, (ANY_MEDAL,)))
    base = replace(query, filters=base_filters).having(Filter(Dim.MEDAL, (ANY_MEDAL,)))
    rows, of = select(part, store), select(base, store)
    return Finding(part, rows=rows, number=len(rows), of=len(of), known=covered(part, store))
