"""Choosing among groups of results: the most, the best, the first, the youngest, a career."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.facts.comparing import top
from bot.facts.finding import Finding, Group
from bot.facts.model import Claim
from bot.facts.query import ANY_MEDAL, EVERY, Dim, Filter, Op, Query
from bot.facts.rows import Row, weight_of
from bot.facts.selecting import covered, grouped, medal_key, nothing, select
from bot.facts.store import Store


def extreme(query: Query, store: Store) -> Finding:
    """The groups with the most or the fewest, ties included."""
    if _of_the_table(query, store):
        return top(query, store)
    rows = select(query, store)
    if query.target is Dim.MARK:
        return _heaviest(query, rows, store)
    groups = grouped(rows, query.target)
    if not groups:
        return nothing(Finding(query), store)
    if query.target is Dim.WEIGHT:
        return _by_weight(query, groups)
    sizes = [len(group.rows) for group in groups]
    size = max(sizes) if query.op is Op.MOST else min(sizes)
    chosen = tuple(group for group in groups if len(group.rows) == size)
    ranks = tuple(sorted(groups, key=lambda g: -len(g.rows)))
    used = tuple(row for group in ranks for row in group.rows)
    claims = _told_apart(chosen, query, store)
    return Finding(query, rows=used, groups=chosen, number=size, claims=claims)


def _heaviest(query: Query, rows: tuple[Row, ...], store: Store) -> Finding:
    """The most kilograms that were lifted."""
    lifted = [
        (row.result.mark.value, row)
        for row in rows
        if row.result.mark and row.result.mark.unit == "kg"
    ]
    listed = replace(query, op=Op.LIST, target=Dim.ATHLETE)
    if not lifted:
        return nothing(Finding(listed), store)
    most = max(value for value, _ in lifted)
    return Finding(listed, rows=tuple(row for value, row in lifted if value == most), number=1)


def _told_apart(groups: tuple[Group, ...], query: Query, store: Store) -> tuple[Claim, ...]:
    """What is said of the careers of athletes who won as much."""
    if query.target is not Dim.ATHLETE:
        return ()
    told = (claim for group in groups for claim in store.claims_about(group.key))
    return tuple(claim for claim in told if claim.kind == "first-double-champion")


def _of_the_table(query: Query, store: Store) -> bool:
    """Whether the medal table must tell: countries where single results are not all known."""
    return (
        query.target is Dim.NPC
        and query.op is not Op.LEAST
        and query.of_tables
        and (not covered(query, store))
    )


def _by_weight(query: Query, groups: tuple[Group, ...]) -> Finding:
    """The heaviest or the lightest class; "over 70" is above "up to 70"."""

    def order(group: Group) -> tuple[int | Decimal, bool]:
        weight = weight_of(group.key)
        return weight.limit, weight.over

    chosen = (max if query.op is Op.MOST else min)(groups, key=order)
    return Finding(query, rows=chosen.rows, groups=(chosen,), number=len(chosen.rows))


def best(query: Query, store: Store) -> Finding:
    """The groups with the most gold, then silver, then bronze."""
    if _of_the_table(query, store):
        return top(query, store)
    rows = select(query, store)
    ranked = [(medal_key(group), group) for group in grouped(rows, query.target)]
    if not ranked:
        return nothing(Finding(query), store)
    most = max(won for won, _ in ranked)
    chosen = tuple(group for won, group in ranked if won == most)
    used = rows if len(rows) <= _USED else tuple(row for g in chosen for row in g.rows)
    claims = _told_apart(chosen[:_TOLD], query, store)
    return Finding(query, rows=used, groups=chosen, number=len(chosen[0].rows), claims=claims)


_TOLD = 3
"""Of so many equals at most the results are told."""


_USED = 60
"""Of more results than this only those of the chosen groups are shown as used."""


def only(query: Query, store: Store) -> Finding:
    """Groups that won nothing but the asked medals."""
    wanted = set(query.values(Dim.MEDAL))
    any_colour = query.having(Filter(Dim.MEDAL, (ANY_MEDAL,)))
    rows = select(any_colour, store)
    groups = tuple(
        group
        for group in grouped(rows, query.target)
        if {str(row.medal) for row in group.rows} <= wanted
    )
    used = tuple(row for group in groups for row in group.rows)
    return Finding(query, rows=used, groups=groups, number=len(groups), known=covered(query, store))


def in_time(query: Query, store: Store) -> Finding:
    """What came first or last: all of the first or last day, as hours are not known."""
    rows = select(query, store)
    if not rows:
        return nothing(Finding(query), store)
    pick = min if query.op is Op.FIRST else max
    day = pick(_when(row, store) for row in rows)
    chosen = tuple(row for row in rows if _when(row, store) == day)
    return Finding(query, rows=chosen, groups=grouped(chosen, query.target), number=len(chosen))


def _when(row: Row, store: Store) -> date:
    """The day of a result; where it is not known, the end of its Games."""
    games = store.facts.games[row.event.games]
    return row.day or games.closed or date(games.year, 12, 31)


def career(query: Query, store: Store) -> Finding:
    """All medals of the athletes, the latest first, with what is said of them."""
    everywhere = query.having(Filter(Dim.GAMES, (EVERY,)))
    rows = ranked_by_games(select(everywhere, store), store, None)
    if not rows:
        return nothing(Finding(everywhere), store)
    npcs = tuple(dict.fromkeys(row.result.npc for row in rows))
    partial = not covered(everywhere.without(Dim.ATHLETE).having(Filter(Dim.NPC, npcs)), store)
    if partial and query.number is not None and query.number > len(rows):
        return Finding(everywhere, nearest=rows, known=False, partial=True)
    kinds = ("first-double-champion", "second-medal", "first-medal", "first-gold")
    told = (c for a in query.values(Dim.ATHLETE) for c in store.claims_about(a))
    claims = tuple({c.id: c for c in told if c.kind in kinds}.values())
    number = len(rows)
    return Finding(everywhere, rows=rows, number=number, claims=claims, partial=partial)


def ranked_by_games(rows: tuple[Row, ...], store: Store, first: str | None) -> tuple[Row, ...]:
    """The asked Games first, then the others from the latest back."""
    return tuple(
        sorted(rows, key=lambda r: (r.event.games != first, -store.facts.games[r.event.games].year))
    )


def by_age(query: Query, store: Store) -> Finding:
    """Who of the athletes in the rows was born last or first."""
    rows = select(query, store)
    born = {
        athlete: birthday
        for row in rows
        for athlete in row.result.athletes
        if (birthday := store.facts.athletes[athlete].born)
    }
    if not born:
        return replace(nothing(Finding(query), store), known=not rows)
    pick = max if query.op is Op.YOUNGEST else min
    day = pick(born.values())
    groups = tuple(g for g in grouped(rows, Dim.ATHLETE) if born.get(g.key) == day)
    used = tuple(row for group in groups for row in group.rows)
    return Finding(query, rows=used, groups=groups, number=len(groups))
