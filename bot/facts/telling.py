"""Telling: cards, claims, the Games themselves, what a number stands for."""

from __future__ import annotations

from dataclasses import replace

from bot.facts.choosing import ranked_by_games
from bot.facts.counting import by_table, count
from bot.facts.finding import Finding
from bot.facts.model import Claim
from bot.facts.query import EVERY, Dim, Filter, Op, Query
from bot.facts.selecting import covered, grouped, podium, select, told_by
from bot.facts.store import Store

_ASIDE = frozenset({"dispute-weight"})


def card(query: Query, store: Store) -> Finding:
    """All about an athlete, a sport, a class, a contest or a team."""
    if query.target is Dim.GAMES:
        return overview(query, store)
    athlete = query.first(Dim.ATHLETE)
    rows = select(query, store)
    claims: tuple[Claim, ...] = ()
    if athlete:
        claims = tuple(c for c in store.claims_about(athlete) if c.kind not in _ASIDE)
        career = select(query.having(Filter(Dim.GAMES, (EVERY,))), store)
        rows = ranked_by_games(career, store, query.first(Dim.GAMES))
    whole = covered(query, store)
    known = bool(rows or claims) or whole
    found = Finding(query, rows=rows, groups=grouped(rows, Dim.ATHLETE), claims=claims, known=known)
    if not (rows or claims):
        found = replace(found, games=told_by(query, store))
    if query.target is Dim.NPC and not whole:
        return _by_tables(found, store)
    if query.target is not Dim.CLASS and rows and not whole:
        table = by_table(query, store)
        found = replace(found, partial=True, standings=table.standings if table else ())
    one = query.target is not Dim.CLASS and len({row.event.id for row in rows}) == 1
    if athlete or not one:
        return found
    others = (row for row in podium(rows[0], store) if row not in rows)
    return replace(found, along=tuple(others))


def _by_tables(found: Finding, store: Store) -> Finding:
    """A team of which only medals and lines of tables are known."""
    lines = store.standings(found.query.values(Dim.GAMES), found.query.values(Dim.NPC))
    won = tuple(row for row in found.rows if row.medal)
    return replace(found, rows=won, groups=grouped(won, Dim.ATHLETE), standings=lines)


def overview(query: Query, store: Store) -> Finding:
    """The Games in a few facts: when, how big, and how the home delegation did."""
    games = store.facts.games.get(query.first(Dim.GAMES) or "")
    games = games or store.facts.games[store.facts.current]
    said = (claim for kind in _SIZES for claim in _of_games(kind, games.id, store)[:1])
    standing = store.standing(games.id, store.facts.home)
    return Finding(
        query, games=(games,), claims=tuple(said), standings=(standing,) if standing else ()
    )


_SIZES = ("games-athletes", "games-sports", "games-events", "games-delegations")


def _of_games(kind: str, games: str, store: Store) -> list[Claim]:
    return [claim for claim in store.claims(kind) if claim.games == games]


def claim(query: Query, store: Store) -> Finding:
    """Claims of a kind about what was named; the leading one alone when none was named."""
    if (query.claim or "").startswith(RECORD):
        return _records(query, store)
    claims = [c for c in store.claims(query.claim or "") if _about(c, query, store)]
    rows = select(query, store) if query.values(Dim.ATHLETE) else ()
    claims.sort(key=lambda claim: not claim.lead)
    if not claims and query.claim == "games-athletes":
        ours = Query(Op.COUNT, Dim.ATHLETE, query.filters)
        return count(ours.having(Filter(Dim.NPC, (store.facts.home,))), store)
    return Finding(query, claims=tuple(claims), rows=rows if not claims else (), known=bool(claims))


RECORD = "record"
"""Begins the kind of every claim on a record: of the world, of Asia, or of any scope."""


def _records(query: Query, store: Store) -> Finding:
    """Records of the scope asked about; of another scope only as what is nearest, not known."""
    kinds = [kind for kind in store.claim_kinds if kind.startswith(query.claim or RECORD)]
    found = _recorded(kinds, query, store)
    if found:
        return Finding(query, claims=found)
    every = [kind for kind in store.claim_kinds if kind.startswith(RECORD)]
    wide = query.having(Filter(Dim.GAMES, (EVERY,)))
    same = _recorded(every, replace(query, number=None), store) if query.first(Dim.ATHLETE) else ()
    if same and query.number is None:
        # theirs of another scope, told without a verdict
        return Finding(replace(query, yes_no=False), claims=same)
    near = _recorded(every, replace(wide, number=None), store) if query.first(Dim.ATHLETE) else ()
    return Finding(query, claims=near, known=False)


def _recorded(kinds: list[str], query: Query, store: Store) -> tuple[Claim, ...]:
    """The claims of these kinds that meet every condition; a mark that is named is theirs."""
    games = query.values(Dim.GAMES)
    if query.values(Dim.WEIGHT):
        return ()
    claims = [c for kind in kinds for c in store.claims(kind) if _about(c, query, store)]
    claims = [c for c in claims if EVERY in games or not games or c.games in games]
    claims = [c for c in claims if query.number is None or c.value == query.number]
    return tuple(sorted(claims, key=lambda claim: not claim.lead))


_TOLD = (Dim.ATHLETE, Dim.SPORT, Dim.DISCIPLINE, Dim.GENDER, Dim.EVENT, Dim.CLASS, Dim.DISTANCE)


def _about(claim: Claim, query: Query, store: Store) -> bool:
    """Whether a claim meets the conditions that it has anything to say on."""
    for condition in query.filters:
        said = _said(claim, condition.dim, store)
        if condition.dim is Dim.GAMES and claim.kind.startswith("first-"):
            continue  # of all time: the Games named are a premise
        if condition.dim is Dim.GAMES and said and not set(said) & set(condition.values):
            if EVERY not in condition.values and condition.values != (store.facts.current,):
                return False
            continue
        told = condition.dim in _TOLD
        if told and (not set(said) & set(condition.values)) is not condition.negated:
            return False
    return True


def _said(claim: Claim, dim: Dim, store: Store) -> tuple[str, ...]:
    """What a claim says on a dimension, by itself or by its event."""
    event = store.facts.events.get(claim.event or "")
    by_event = {
        Dim.DISCIPLINE: (event.discipline,) if event and event.discipline else (),
        Dim.EVENT: (event.id,) if event else (),
        Dim.CLASS: event.classes if event else (),
        Dim.DISTANCE: (str(event.distance),) if event and event.distance else (),
    }
    if dim is Dim.GAMES:
        return (claim.games,) if claim.games else ()
    if dim is Dim.ATHLETE:
        return claim.athletes
    if dim is Dim.SPORT:
        return tuple(s for s in (claim.sport, event.sport if event else None) if s)
    if dim is Dim.GENDER:
        return tuple(str(store.facts.athletes[a].gender) for a in claim.athletes)
    return by_event.get(dim, ())


def games(query: Query, store: Store) -> Finding:
    """The Games named."""
    editions = store.editions(query.values(Dim.GAMES))
    found = tuple(store.facts.games[g] for g in editions if g in store.facts.games)
    return Finding(query, games=found, known=bool(found))


def number(query: Query, store: Store) -> Finding:
    """Everything in the current facts that a bare number stands for."""
    stated = query.number
    claims = tuple(
        c for c in store.facts.claims.values() if c.value == stated and _about(c, query, store)
    )
    rows = tuple(
        row for row in select(query, store) if row.result.mark and row.result.mark.value == stated
    )
    games, npc = query.first(Dim.GAMES), query.first(Dim.NPC)
    standing = store.standing(games or "", npc or "")
    lines = (standing,) if standing and stated in (standing.rank, standing.athletes) else ()
    known = bool(claims or rows or lines)
    return Finding(query, claims=claims, rows=rows, standings=lines, known=known)


_NAMED_FEW = 3


def disputes(finding: Finding, store: Store) -> tuple[Claim, ...]:
    """What sources state differently about the athletes whose weight the answer shows."""
    named = dict.fromkeys(a for row in finding.rows for a in row.result.athletes)
    if len(named) > _NAMED_FEW:
        return ()
    return tuple(c for a in named for c in store.claims_about(a) if c.kind == "dispute-weight")
