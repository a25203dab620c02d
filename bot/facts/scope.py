"""Whose results, and at which Games: what a question leaves open, filled in.

Kazakhstan (the home delegation) and the current Games are meant unless something else is named.
Where the home delegation has nothing to say to a question about a contest, everybody is meant, and
the home delegation's own results in that contest come along.
"""

from __future__ import annotations

from dataclasses import replace

from bot.facts.finding import Finding
from bot.facts.model import Medal
from bot.facts.query import ANY_MEDAL, EVERY, Dim, Filter, Op, Query, where
from bot.facts.store import Store

_OF_MEDALS = frozenset({Op.COUNT, Op.MOST, Op.LEAST, Op.FIRST, Op.LAST, Op.CAREER})
_PINNING = (Dim.CLASS, Dim.WEIGHT, Dim.DISCIPLINE, Dim.DISTANCE, Dim.TEAM)
_WIDENED = frozenset(
    {Op.LIST, Op.VALUE, Op.FIRST, Op.LAST, Op.BEST, Op.MOST, Op.LEAST, Op.CARD, Op.COUNT,
     Op.EXISTS, Op.YOUNGEST, Op.OLDEST}
)  # fmt: skip
_FEW = 3
"""Of more contests than this, the home delegation's own part is not told."""


def with_defaults(query: Query, store: Store) -> Query:
    """Fill in what a question leaves open: the Games, and whose results."""
    filled = _against_current(_against_home(_resolved(query, store), store), store)
    named = filled.values(Dim.ATHLETE)
    if not filled.values(Dim.GAMES) and not filled.values(Dim.EVENT):
        elsewhere = _of_other_times(query.values(Dim.NPC), store) and not named
        games = EVERY if elsewhere else _games_of(filled, named, store)
        filled = filled.having(Filter(Dim.GAMES, (games,)))
        if EVERY in filled.values(Dim.GAMES) and query.target is Dim.MEDAL and named:
            filled = filled if filled.values(Dim.MEDAL) else _medals(filled)
    if is_open(filled):
        filled = filled.having(Filter(Dim.NPC, (_default_npc(filled, store),)))
    if query.target is Dim.MEDAL and query.op in _OF_MEDALS and not query.values(Dim.MEDAL):
        filled = filled.having(Filter(Dim.MEDAL, (ANY_MEDAL,)))
    return filled


def _of_other_times(npcs: tuple[str, ...], store: Store) -> bool:
    """Whether delegations are named that were at other Games than the current, as East Germany."""
    here = EVERY in npcs or any(took_part(store.facts.current, npc, store) for npc in npcs)
    return not here and bool(npcs) and bool(store.table.select((Filter(Dim.NPC, npcs),)))


def _medals(query: Query) -> Query:
    return query.having(Filter(Dim.MEDAL, (ANY_MEDAL,)))


def is_open(query: Query) -> bool:
    """Whether a question leaves open whose results it is about."""
    return not any(query.values(dim) for dim in (Dim.NPC, Dim.ATHLETE, Dim.EVENT))


def _against_home(query: Query, store: Store) -> Query:
    """A delegation compared with nobody is compared with the home delegation."""
    npcs = query.values(Dim.NPC)
    if query.op is not Op.COMPARE or query.target is not Dim.NPC or len(npcs) != 1:
        return query
    home = store.facts.home
    return query if home in npcs else query.having(Filter(Dim.NPC, (home, *npcs)))


def _against_current(query: Query, store: Store) -> Query:
    """Games compared with none are compared with the current ones; these, with those before."""
    games = query.values(Dim.GAMES)
    if query.op is not Op.COMPARE or query.target is not Dim.GAMES or len(games) != 1:
        return query
    current = store.facts.current
    other = games[0] if games[0] != current else _before(current, store)
    return query.having(Filter(Dim.GAMES, (current, other))) if other else query


def _before(games: str, store: Store) -> str | None:
    """The Games of the same season before these."""
    known = store.facts.games
    earlier = [
        held
        for held in known.values()
        if held.season is known[games].season and held.year < known[games].year
    ]
    return max(earlier, key=lambda held: held.year).id if earlier else None


def _resolved(query: Query, store: Store) -> Query:
    """The events in which an athlete took part, by name."""
    athletes = query.values(Dim.ALONGSIDE)
    if not athletes:
        return query
    games = query.first(Dim.GAMES) or _default_games(athletes, store)
    rows = store.table.select(where(athlete=athletes, games=games))
    events = tuple(dict.fromkeys(row.event.id for row in rows))
    return query.without(Dim.ALONGSIDE, Dim.ATHLETE).having(Filter(Dim.EVENT, events or ("",)))


def _games_of(query: Query, athletes: tuple[str, ...], store: Store) -> str:
    """As :func:`_default_games`; asked of the medals of one who won none there, all Games."""
    games = _default_games(athletes, store)
    medals = query.target is Dim.MEDAL or bool(query.values(Dim.MEDAL))
    if games == EVERY or not medals or len(athletes) != 1 or query.op is Op.COMPARE:
        return games
    won = store.table.select(where(athlete=athletes[0], games=games, medal=ANY_MEDAL))
    ever = store.table.select(where(athlete=athletes[0], medal=ANY_MEDAL))
    return games if won or not ever else EVERY


def _default_games(athletes: tuple[str, ...], store: Store) -> str:
    """The current Games, unless an athlete asked about was not there."""
    current = store.facts.current
    for athlete in athletes:
        if not store.table.select(where(athlete=athlete, games=current)):
            return EVERY
    return current


def _default_npc(query: Query, store: Store) -> str:
    if query.target is Dim.NPC and query.op not in (Op.CARD, Op.RANK, Op.ABOVE):
        return EVERY
    if query.target is Dim.EVENT and query.op is Op.COUNT:
        return EVERY
    home = store.facts.home
    return home if any(took_part(g, home, store) for g in query.values(Dim.GAMES)) else EVERY


def took_part(games: str, npc: str, store: Store) -> bool:
    """Whether a delegation was at a Games, as far as the facts tell."""
    if games == EVERY or games not in store.facts.games:
        return True
    return store.standing(games, npc) is not None or bool(store.team_results(games, npc))


def widened(asked: Query, full: Query, finding: Finding, store: Store) -> Query | None:
    """The question put to everybody's results, where the home delegation's do not answer it."""
    if not is_open(asked) or full.values(Dim.NPC) != (store.facts.home,):
        return None
    if full.op is Op.LIST and finding.rows and _of_champions(full, store):
        return full.having(Filter(Dim.NPC, (EVERY,)))
    if finding.rows or full.op not in _WIDENED or full.target is Dim.CLASS:
        return None
    absent = _absent(full, store)
    told = not (full.yes_no or full.op is Op.COUNT)
    pinned = told and (any(full.values(dim) for dim in _PINNING) or _one_contest(full, store))
    if not absent and not pinned:
        return None
    return _firmly(full.having(Filter(Dim.NPC, (EVERY,))), store)


def _of_champions(query: Query, store: Store) -> bool:
    """Whether the winners of a few contests are asked for, of which ours is but one."""
    exact = (Dim.WEIGHT, Dim.CLASS, Dim.DISTANCE)
    if query.values(Dim.MEDAL) != ("gold",) or not any(query.values(d) for d in exact):
        return False
    rows = store.table.select(query.without(Dim.NPC, Dim.MEDAL).filters)
    return len({row.event.id for row in rows}) <= _FEW


def _one_contest(query: Query, store: Store) -> bool:
    """Whether the medal of a colour is asked for of no more than two contests."""
    colours = set(query.values(Dim.MEDAL)) & {str(medal) for medal in Medal}
    if query.op is not Op.LIST or not colours or not query.values(Dim.SPORT):
        return False
    rows = store.table.select(query.without(Dim.NPC, Dim.MEDAL).filters)
    return len({row.event.id for row in rows}) <= _FEW - 1


def _absent(query: Query, store: Store) -> bool:
    """Whether the home delegation did not start in any of the sports named."""
    sports = query.values(Dim.SPORT)
    if not sports:
        return False
    games, home = query.values(Dim.GAMES), store.facts.home
    started = {sport for g in games for sport in store.sports_at(g, home)}
    return EVERY not in games and started.isdisjoint(sports)


def _firmly(query: Query, store: Store) -> Query:
    """A weight said without "over" is the class up to it, where there is one."""
    weights = query.values(Dim.WEIGHT)
    if not weights or any(w[0] in "+-" for w in weights):
        return query
    upto = query.having(Filter(Dim.WEIGHT, tuple(f"-{w}" for w in weights)))
    return upto if store.table.select(upto.filters) else query


def alongside(finding: Finding, store: Store) -> Finding:
    """The home delegation's own results in the contests of a finding, where it has none there."""
    home = store.facts.home
    events = tuple(dict.fromkeys(row.event.id for row in finding.rows))
    if not events or len(events) > _FEW or any(row.result.npc == home for row in finding.rows):
        return finding
    return replace(finding, ours=store.table.select(where(event=events, npc=home)))
