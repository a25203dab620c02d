"""So many medals, athletes or sports."""

from __future__ import annotations

from bot.answers.evidence import Evidence
from bot.answers.judging.existence import where
from bot.answers.judging.holding import all_held, vague
from bot.answers.judging.ruling import OPEN, Ruling, Truth, bounded, ruled
from bot.facts.finding import Finding
from bot.facts.query import ANY_MEDAL, EVERY, Dim, Filter, Op, Query, ordered
from bot.facts.run import run
from bot.facts.selecting import ranked
from bot.facts.store import Store
from bot.language.claims.part import Part


def count(part: Part, store: Store) -> Ruling | None:
    """So many medals, athletes or sports."""
    if part.count is None and part.times is None:
        return None
    counted = Dim.MEDAL if part.times else part.counted
    if counted is None or _beyond(part, counted):
        return OPEN
    if part.athletes:
        return _person_count(part, store) if counted is Dim.MEDAL else OPEN
    if counted is Dim.ATHLETE and _of_all(part):
        return _whole(part, store)
    if not part.npcs and counted is not Dim.MEDAL and not _narrowed(part, counted):
        return OPEN
    return _agreeing(part, counted, part.games or (store.facts.current,), store)


def _beyond(part: Part, counted: Dim) -> bool:
    """Whether more is said than a count can weigh."""
    more = part.place or part.mark or part.top
    times = part.times and (not part.athletes or part.colours != ("gold",))
    return bool(more or times or counted is Dim.EVENT)


def _narrowed(part: Part, counted: Dim) -> bool:
    """Whether so few are spoken of that they are ours unless another team is named."""
    if counted is Dim.SPORT:
        return part.medal or bool(part.colours)
    return any(f.dim is Dim.GENDER for f in part.conditions)


def _of_all(part: Part) -> bool:
    return not part.npcs and not part.medal and not part.colours and not part.conditions


def _whole(part: Part, store: Store) -> Ruling:
    """The athletes of whole Games; of ours alone where the number is theirs."""
    games = part.games or (store.facts.current,)
    claims = [c for c in store.claims("games-athletes") if c.games in games]
    if len(claims) == 1 and claims[0].value is not None:
        found = Evidence(claims=tuple(claims))
        if int(claims[0].value) == part.count:
            return Ruling(Truth.TRUE, found)
        ours = _agreeing(part, Dim.ATHLETE, games, store)
        far = abs(int(claims[0].value) - (part.count or 0)) > int(claims[0].value) * _NEAR
        if part.bound == "=" and far and ours.truth is Truth.FALSE:
            return ours  # neither all that there were nor all of ours
        return Ruling(Truth.OPEN, found)
    return OPEN


_NEAR = 0.1
"""The share of a number, which may be a round one, within which another is near it."""


def _agreeing(part: Part, counted: Dim, games: tuple[str, ...], store: Store) -> Ruling:
    npc = part.npcs or (store.facts.home,)
    filters = [Filter(Dim.GAMES, games), Filter(Dim.NPC, npc), *part.conditions]
    medals = counted is Dim.MEDAL or part.medal or part.colours or "act.win" in part.acts
    if medals:
        filters.append(Filter(Dim.MEDAL, part.colours or (ANY_MEDAL,)))
    if EVERY in games and npc != (store.facts.home,):
        return OPEN
    query = Query(Op.COUNT, counted, ordered(filters), number=None)
    finding = run(query, store)
    if not finding.known or finding.partial or vague(query, store):
        return Ruling(Truth.OPEN, Evidence(counts=(finding,)))
    so = _holds(finding.number or 0, part)
    return ruled(so, Evidence(counts=(finding,)))


def _holds(number: int, part: Part) -> bool:
    return bounded(number, "=" if part.times else part.bound, part.times or part.count or 0)


def _person_count(part: Part, store: Store) -> Ruling:
    """So many medals of one person: at the Games named, else at the current ones or in all."""
    if len(part.athletes[0]) > 1 and not _settled(part.athletes[0], store):
        return OPEN
    athlete = part.athletes[0][0]
    colours = part.colours or (ANY_MEDAL,)
    filters = (*where(part, athlete=(athlete,)), Filter(Dim.MEDAL, colours))
    if part.games:
        filters = (*filters, Filter(Dim.GAMES, part.games))
    everywhere = Query(Op.COUNT, Dim.MEDAL, ordered(filters))
    if not part.games:
        everywhere = everywhere.having(Filter(Dim.GAMES, (EVERY,)))
    held = all_held(athlete, part.games, store, medals=True) and not vague(everywhere, store)
    rows = ranked(store.table.select(everywhere.filters))
    evidence = Evidence(counts=(Finding(everywhere, rows=rows, number=len(rows)),))
    if not held:
        return Ruling(Truth.OPEN, evidence)  # there may be more
    if _holds(len(rows), part):
        return Ruling(Truth.TRUE, evidence)
    here = [row for row in rows if row.event.games == store.facts.current]
    if not part.games and not part.times and len(here) != len(rows) and _holds(len(here), part):
        return Ruling(Truth.PARTLY, evidence)
    return Ruling(Truth.FALSE, evidence)


def _settled(bearers: tuple[str, ...], store: Store) -> bool:
    """Whether of all bearers of a name the first alone is of the home delegation."""
    athletes, home = store.facts.athletes, store.facts.home
    ours = [b for b in bearers if athletes[b].npc == home]
    return ours == [bearers[0]]
