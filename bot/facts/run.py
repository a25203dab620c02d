"""Queries put to the store: ``run(query, store) -> Finding``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations

from bot.facts.finding import Finding, Group
from bot.facts.model import Claim, Medal
from bot.facts.query import ANY_MEDAL, EVERY, NO_MEDAL, Dim, Filter, Op, Query, where
from bot.facts.rows import Row, group_values, weight_of
from bot.facts.store import Store

_MEDALS = {str(medal): place for place, medal in enumerate(Medal)}


def run(query: Query, store: Store) -> Finding:
    """Answer a query from the facts; what the facts do not say comes back as not known."""
    full = with_defaults(query, store)
    finding = _OPERATIONS[full.op](full, store)
    return replace(finding, disputed=_disputes(finding, store))


def with_defaults(query: Query, store: Store) -> Query:
    """Fill in what a question leaves open: the current Games and the home delegation."""
    filled = query
    named = query.values(Dim.ATHLETE)
    if not query.values(Dim.GAMES) and not query.values(Dim.EVENT):
        filled = filled.having(Filter(Dim.GAMES, (_default_games(named, store),)))
    if not query.values(Dim.NPC) and not named and not query.values(Dim.EVENT):
        filled = filled.having(Filter(Dim.NPC, (store.facts.home,)))
    if query.target is Dim.MEDAL and query.op in _OF_MEDALS and not query.values(Dim.MEDAL):
        filled = filled.having(Filter(Dim.MEDAL, (ANY_MEDAL,)))
    return filled


_OF_MEDALS = frozenset({Op.COUNT, Op.MOST, Op.LEAST, Op.FIRST, Op.LAST, Op.CAREER})


def _default_games(athletes: tuple[str, ...], store: Store) -> str:
    """The current Games, unless an athlete asked about was not there."""
    current = store.facts.current
    for athlete in athletes:
        if not store.table.select(where(athlete=athlete, games=current)):
            return EVERY
    return current


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


def _select(query: Query, store: Store) -> tuple[Row, ...]:
    filters = tuple(f for f in query.filters if f != Filter(Dim.MEDAL, (NO_MEDAL,)))
    rows = ranked(store.table.select(filters))
    if len(filters) == len(query.filters):
        return rows
    return _without_medals(rows, query.target)


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
    only_medals = bool(query.values(Dim.MEDAL)) and NO_MEDAL not in query.values(Dim.MEDAL)
    for games in query.values(Dim.GAMES):
        known = store.coverage(games, medals=only_medals)
        if EVERY not in known and not set(query.values(Dim.NPC)) <= set(known):
            return False
    return True


def _list(query: Query, store: Store) -> Finding:
    rows = _select(query, store)
    finding = Finding(query, rows=rows, groups=grouped(rows, query.target), number=len(rows))
    return finding if rows else _nothing(finding, store)


def _nothing(finding: Finding, store: Store) -> Finding:
    """None found: certain where the results are all known, with the nearest that there is."""
    relaxed, nearest = relax(finding.query, store)
    return replace(
        finding, known=covered(finding.query, store), relaxed=relaxed, nearest=nearest, number=0
    )


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
            rows = _select(kept, store)
            if rows:
                return dropped, rows
    return (), ()


def _relax_order(condition: Filter) -> int:
    order = (Dim.PLACE, Dim.DAY, Dim.MEDAL, Dim.GENDER, Dim.WEIGHT, Dim.CLASS, Dim.DISTANCE)
    return order.index(condition.dim) if condition.dim in order else len(order)


def _count(query: Query, store: Store) -> Finding:
    rows = _select(query, store)
    groups = grouped(rows, query.target) if query.target is not Dim.MEDAL else ()
    number = len(groups) if query.target is not Dim.MEDAL else len(rows)
    finding = Finding(query, rows=rows, groups=groups, number=number)
    if covered(query, store):
        return finding if number else _nothing(finding, store)
    return _from_standing(query, store) or replace(finding, known=False)


def _from_standing(query: Query, store: Store) -> Finding | None:
    """A count from the medal table, where single results are not all known."""
    allowed = {Dim.GAMES, Dim.NPC, Dim.MEDAL if query.target is Dim.MEDAL else Dim.GENDER}
    npc, games = query.first(Dim.NPC), query.first(Dim.GAMES)
    if any(f.dim not in allowed or f.negated for f in query.filters) or not (npc and games):
        return None
    standing = store.standing(games, npc)
    if standing is None:
        return None
    if query.target is Dim.MEDAL:
        colours = [v for v in query.values(Dim.MEDAL) if v != ANY_MEDAL]
        number = sum(getattr(standing, colour) for colour in colours) if colours else standing.total
        return Finding(query, number=number, standings=(standing,))
    if query.target is not Dim.ATHLETE:
        return None
    gender = query.first(Dim.GENDER)
    size = getattr(standing, gender) if gender else standing.athletes
    return None if size is None else Finding(query, number=size, standings=(standing,))


def _extreme(query: Query, store: Store) -> Finding:
    """The groups with the most or the fewest, ties included."""
    rows = _select(query, store)
    groups = grouped(rows, query.target)
    if not groups:
        return _nothing(Finding(query), store)
    if query.target is Dim.WEIGHT:
        return _by_weight(query, groups)
    sizes = [len(group.rows) for group in groups]
    size = max(sizes) if query.op is Op.MOST else min(sizes)
    chosen = tuple(group for group in groups if len(group.rows) == size)
    ranks = tuple(sorted(groups, key=lambda g: -len(g.rows)))
    used = tuple(row for group in ranks for row in group.rows)
    return Finding(query, rows=used, groups=chosen, number=size)


def _by_weight(query: Query, groups: tuple[Group, ...]) -> Finding:
    """The heaviest or the lightest class; "over 70" is above "up to 70"."""

    def order(group: Group) -> tuple[int | Decimal, bool]:
        weight = weight_of(group.key)
        return weight.limit, weight.over

    chosen = (max if query.op is Op.MOST else min)(groups, key=order)
    return Finding(query, rows=chosen.rows, groups=(chosen,), number=len(chosen.rows))


def medal_key(group: Group) -> tuple[int, int, int]:
    """What the order of medal tables goes by: gold, then silver, then bronze."""
    return (group.count(Medal.GOLD), group.count(Medal.SILVER), group.count(Medal.BRONZE))


def _best(query: Query, store: Store) -> Finding:
    rows = _select(query, store)
    groups = sorted(grouped(rows, query.target), key=medal_key, reverse=True)
    if not groups:
        return _nothing(Finding(query), store)
    chosen = tuple(g for g in groups if medal_key(g) == medal_key(groups[0]))
    return Finding(query, rows=rows, groups=chosen, number=len(chosen[0].rows))


def _only(query: Query, store: Store) -> Finding:
    """Groups that won nothing but the asked medals."""
    wanted = set(query.values(Dim.MEDAL))
    any_colour = query.having(Filter(Dim.MEDAL, (ANY_MEDAL,)))
    rows = _select(any_colour, store)
    groups = tuple(
        group
        for group in grouped(rows, query.target)
        if {str(row.medal) for row in group.rows} <= wanted
    )
    used = tuple(row for group in groups for row in group.rows)
    return Finding(query, rows=used, groups=groups, number=len(groups), known=covered(query, store))


def _in_time(query: Query, store: Store) -> Finding:
    """What came first or last: all of the first or last day, as hours are not known."""
    rows = _select(query, store)
    if not rows:
        return _nothing(Finding(query), store)
    pick = min if query.op is Op.FIRST else max
    day = pick(_when(row, store) for row in rows)
    chosen = tuple(row for row in rows if _when(row, store) == day)
    return Finding(query, rows=chosen, groups=grouped(chosen, query.target), number=len(chosen))


def _career(query: Query, store: Store) -> Finding:
    """All medals of the athletes, the latest first, with what is said of them."""
    everywhere = query.having(Filter(Dim.GAMES, (EVERY,)))
    rows = ranked_by_games(_select(everywhere, store), store, None)
    if not rows:
        return _nothing(Finding(everywhere), store)
    kinds = ("first-double-champion", "second-medal", "first-medal", "first-gold")
    told = (c for a in query.values(Dim.ATHLETE) for c in store.claims_about(a))
    claims = tuple({c.id: c for c in told if c.kind in kinds}.values())
    return Finding(everywhere, rows=rows, number=len(rows), claims=claims)


def _when(row: Row, store: Store) -> date:
    """The day of a result; where it is not known, the end of its Games."""
    games = store.facts.games[row.event.games]
    return row.day or games.closed or date(games.year, 12, 31)


def _by_age(query: Query, store: Store) -> Finding:
    """Who of the athletes in the rows was born last or first."""
    rows = _select(query, store)
    born = {
        athlete: birthday
        for row in rows
        for athlete in row.result.athletes
        if (birthday := store.facts.athletes[athlete].born)
    }
    if not born:
        return _nothing(Finding(query), store)
    pick = max if query.op is Op.YOUNGEST else min
    day = pick(born.values())
    groups = tuple(g for g in grouped(rows, Dim.ATHLETE) if born.get(g.key) == day)
    used = tuple(row for group in groups for row in group.rows)
    return Finding(query, rows=used, groups=groups, number=len(groups))


def _share(query: Query, store: Store) -> Finding:
    """What part of the base the rows are; the last condition named is the one measured."""
    base_filters = tuple(f for f in query.filters if f.dim in (Dim.GAMES, Dim.NPC))
    measured = [f for f in query.filters if f.dim not in (Dim.GAMES, Dim.NPC)]
    part = query
    if not any(f.dim is Dim.MEDAL for f in measured):
        part = query.having(Filter(Dim.MEDAL, (ANY_MEDAL,)))
    base = replace(query, filters=base_filters).having(Filter(Dim.MEDAL, (ANY_MEDAL,)))
    rows, of = _select(part, store), _select(base, store)
    return Finding(part, rows=rows, number=len(rows), of=len(of), known=covered(part, store))


def compared(query: Query) -> Dim | None:
    """The dimension on which a comparison is made: the one with several values."""
    for dim in (Dim.ATHLETE, Dim.NPC, Dim.SPORT, Dim.DISCIPLINE, Dim.MEDAL, Dim.GENDER, Dim.GAMES):
        if len(query.values(dim)) > 1:
            return dim
    return None


def _compare(query: Query, store: Store) -> Finding:
    dim = compared(query)
    if dim is None:
        return Finding(query, known=False)
    asked = query
    if dim is not Dim.MEDAL and not query.values(Dim.MEDAL) and dim is not Dim.ATHLETE:
        asked = query.having(Filter(Dim.MEDAL, (ANY_MEDAL,)))
    groups = tuple(
        Group(value, _select(asked.having(Filter(dim, (value,))), store))
        for value in query.values(dim)
    )
    if dim in (Dim.NPC, Dim.GAMES) and not covered(asked, store):
        return _compare_standings(query, store)
    used = tuple(row for group in groups for row in group.rows)
    return Finding(asked, rows=used, groups=groups)


def _compare_standings(query: Query, store: Store) -> Finding:
    pairs = [(g, n) for g in query.values(Dim.GAMES) for n in query.values(Dim.NPC)]
    found = tuple(s for g, n in pairs if (s := store.standing(g, n)))
    return Finding(query, standings=found, known=len(found) == len(pairs) > 0)


def _rank(query: Query, store: Store) -> Finding:
    pairs = [(g, n) for g in query.values(Dim.GAMES) for n in query.values(Dim.NPC)]
    found = tuple(s for g, n in pairs if (s := store.standing(g, n)) and s.rank)
    if not found:
        return Finding(query, known=False)
    rank = found[0].rank or 0
    above = rank - 1 if query.op is Op.ABOVE else rank
    return Finding(query, number=above, standings=found)


def _top(query: Query, store: Store) -> Finding:
    games = query.first(Dim.GAMES) or store.facts.current
    table = store.medal_table(games)
    if len(table) <= 1:
        return Finding(query, known=False)
    chosen = table[: query.limit or 1]
    return Finding(query, standings=chosen, number=len(chosen))


def _card(query: Query, store: Store) -> Finding:
    athlete = query.first(Dim.ATHLETE)
    rows = _select(query, store)
    claims: tuple[Claim, ...] = ()
    if athlete:
        claims = tuple(c for c in store.claims_about(athlete) if c.kind not in _ASIDE)
        career = _select(query.having(Filter(Dim.GAMES, (EVERY,))), store)
        rows = ranked_by_games(career, store, query.first(Dim.GAMES))
    known = bool(rows) or bool(claims) or covered(query, store)
    return Finding(query, rows=rows, groups=grouped(rows, Dim.ATHLETE), claims=claims, known=known)


_ASIDE = frozenset({"dispute-weight"})


def ranked_by_games(rows: tuple[Row, ...], store: Store, first: str | None) -> tuple[Row, ...]:
    """The asked Games first, then the others from the latest back."""
    return tuple(
        sorted(rows, key=lambda r: (r.event.games != first, -store.facts.games[r.event.games].year))
    )


def _claim(query: Query, store: Store) -> Finding:
    """Claims of a kind about what was named; the leading one alone when none was named."""
    claims = [c for c in store.claims(query.claim or "") if _about(c, query, store)]
    rows = _select(query, store) if query.values(Dim.ATHLETE) else ()
    claims.sort(key=lambda claim: not claim.lead)
    return Finding(query, claims=tuple(claims), rows=rows if not claims else (), known=bool(claims))


def _about(claim: Claim, query: Query, store: Store) -> bool:
    """Whether a claim meets the conditions that it has anything to say on."""
    for condition in query.filters:
        said = _said(claim, condition.dim, store)
        if condition.dim is Dim.GAMES and said and not set(said) & set(condition.values):
            if EVERY not in condition.values and condition.values != (store.facts.current,):
                return False
            continue
        told = condition.dim in (Dim.ATHLETE, Dim.SPORT, Dim.DISCIPLINE, Dim.GENDER, Dim.EVENT)
        if told and (not set(said) & set(condition.values)) is not condition.negated:
            return False
    return True


def _said(claim: Claim, dim: Dim, store: Store) -> tuple[str, ...]:
    event = store.facts.events.get(claim.event or "")
    if dim is Dim.GAMES:
        return (claim.games,) if claim.games else ()
    if dim is Dim.ATHLETE:
        return claim.athletes
    if dim is Dim.SPORT:
        return tuple(s for s in (claim.sport, event.sport if event else None) if s)
    if dim is Dim.DISCIPLINE:
        return (event.discipline,) if event and event.discipline else ()
    if dim is Dim.EVENT:
        return (event.id,) if event else ()
    if dim is Dim.GENDER:
        return tuple(str(store.facts.athletes[a].gender) for a in claim.athletes)
    return ()


def _games(query: Query, store: Store) -> Finding:
    games = tuple(store.facts.games[g] for g in query.values(Dim.GAMES) if g in store.facts.games)
    return Finding(query, games=games, known=bool(games))


def _number(query: Query, store: Store) -> Finding:
    """Everything in the current facts that a bare number stands for."""
    number = query.number
    claims = tuple(
        c for c in store.facts.claims.values() if c.value == number and _about(c, query, store)
    )
    rows = tuple(
        row for row in _select(query, store) if row.result.mark and row.result.mark.value == number
    )
    games, npc = query.first(Dim.GAMES), query.first(Dim.NPC)
    standing = store.standing(games or "", npc or "")
    lines = (standing,) if standing and number in (standing.rank, standing.athletes) else ()
    known = bool(claims or rows or lines)
    return Finding(query, claims=claims, rows=rows, standings=lines, known=known)


_NAMED_FEW = 3


def _disputes(finding: Finding, store: Store) -> tuple[Claim, ...]:
    """What sources state differently about the athletes whose weight the answer shows."""
    named = dict.fromkeys(a for row in finding.rows for a in row.result.athletes)
    if len(named) > _NAMED_FEW:
        return ()
    return tuple(c for a in named for c in store.claims_about(a) if c.kind == "dispute-weight")


_OPERATIONS: Mapping[Op, Callable[[Query, Store], Finding]] = {
    Op.LIST: _list,
    Op.COUNT: _count,
    Op.EXISTS: _list,
    Op.VALUE: _list,
    Op.MOST: _extreme,
    Op.LEAST: _extreme,
    Op.ONLY: _only,
    Op.BEST: _best,
    Op.FIRST: _in_time,
    Op.LAST: _in_time,
    Op.YOUNGEST: _by_age,
    Op.OLDEST: _by_age,
    Op.CAREER: _career,
    Op.SHARE: _share,
    Op.COMPARE: _compare,
    Op.RANK: _rank,
    Op.ABOVE: _rank,
    Op.TOP: _top,
    Op.CARD: _card,
    Op.CLAIM: _claim,
    Op.GAMES: _games,
    Op.NUMBER: _number,
}
