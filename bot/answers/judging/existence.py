"""That there is such a result: a medal, a place, a mark, a start."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.answers.evidence import Evidence
from bot.answers.judging.holding import is_held, vague
from bot.answers.judging.ruling import OPEN, SHOWN, Ruling, Truth, bounded, ruled
from bot.answers.judging.tables import line_of
from bot.facts.query import ANY_MEDAL, EVERY, Dim, Filter, Op, Query, ordered
from bot.facts.rows import Row
from bot.facts.run import run
from bot.facts.selecting import ranked
from bot.facts.store import Store
from bot.language.claims.part import Part

_FEW_BEARERS = 8


def existence(part: Part, store: Store) -> Ruling | None:
    """That there is such a result: a medal, a place, a mark, a start."""
    if not part.subject:
        return _of_anybody(part, store)
    if part.times or part.top or part.table or part.outdone:
        return OPEN
    if part.acts & {"cmp.more", "cmp.less", "rank.above", "rank.below", "act.lose"}:
        return OPEN
    if len(part.colours) > 1:
        return OPEN
    if part.none and not part.medal:
        # "did not win": no medal, or not the first place
        both = [_existing(replace(part, none=False, **said), store) for said in _WINNING]
        return both[0] if both[0].truth is both[1].truth else replace(both[0], truth=Truth.OPEN)
    return _existing(part, store)


_WINNING: tuple[dict[str, Any], ...] = ({"medal": True}, {"colours": ("gold",)})


def _of_anybody(part: Part, store: Store) -> Ruling:
    """What is said of nobody: so, where it is so of our own team; else that may be meant or all."""
    whole = (part.colours or part.medal or part.place) and not part.words & _PERSONAL
    if not whole or not (part.conditions or part.games) or part.count is not None:
        return OPEN
    ruling = existence(replace(part, npcs=(store.facts.home,)), store)
    return ruling if ruling and ruling.truth is Truth.TRUE else OPEN


_PERSONAL = {"pronoun.he", "pronoun.she"}


def _existing(part: Part, store: Store) -> Ruling:
    if not part.athletes:
        return _of_team(part, store)
    bearers = part.athletes[0][:_FEW_BEARERS]
    if len(part.athletes[0]) > _FEW_BEARERS:
        return OPEN
    rulings = [_of_athlete(part, bearer, store) for bearer in bearers]
    if rulings[0].truth is Truth.FALSE and any(r.truth is not Truth.FALSE for r in rulings):
        return Ruling(Truth.OPEN, rulings[0].evidence)
    return rulings[0]


def _of_athlete(part: Part, athlete: str, store: Store) -> Ruling:
    filters = (*where(part, athlete=(athlete,)), *_achieved(part))
    if part.npcs:
        filters = (*filters, Filter(Dim.NPC, part.npcs))
    if part.games and EVERY not in part.games:
        return _found((*filters, Filter(Dim.GAMES, part.games)), part, athlete, store)
    here = Filter(Dim.GAMES, (store.facts.current,))
    now = _found((*filters, here), part, athlete, store)
    ever = _found(filters, part, athlete, store)
    if now.truth is Truth.TRUE:
        return now
    started = store.table.select((Filter(Dim.ATHLETE, (athlete,)), here))
    if ever.truth is Truth.TRUE and started and not part.games:
        return Ruling(Truth.PARTLY, replace(ever.evidence, games=here.values))
    return ever


def _of_team(part: Part, store: Store) -> Ruling:
    if part.mark is not None or (part.place and not part.conditions):
        return OPEN
    filters = (Filter(Dim.NPC, part.npcs), *part.conditions, *_achieved(part))
    plain = not (part.conditions or part.colours or part.place) and len(part.games) < SHOWN
    line = line_of(part, store) if plain and (part.medal or part.none) else None
    if line is not None and EVERY not in part.games:
        return ruled(line.total > 0, Evidence(tallies=(line,)))
    if part.games and EVERY not in part.games:
        return _found((*filters, Filter(Dim.GAMES, part.games)), part, None, store)
    here = _found((*filters, Filter(Dim.GAMES, (store.facts.current,))), part, None, store)
    if here.truth is Truth.TRUE and part.negated and part.colours and not part.games:
        won = (*filters, Filter(Dim.GAMES, (store.facts.current,)))
        told = run(Query(Op.COUNT, Dim.MEDAL, ordered(won)), store)
        return Ruling(Truth.TRUE, Evidence(counts=(told,)))
    if part.games:
        rows = ranked(store.table.select(filters))
        return Ruling(Truth.TRUE, Evidence(rows=rows[:SHOWN])) if rows else OPEN
    ever = ranked(store.table.select(filters))
    if here.truth is Truth.FALSE and ever:
        return Ruling(Truth.PARTLY, Evidence(rows=ever[:1], games=here.evidence.games))
    return here


def _achieved(part: Part) -> tuple[Filter, ...]:
    """What is said to have been achieved, as conditions on results."""
    made: list[Filter] = []
    won = "act.win" in part.acts or "kind.winner" in part.acts
    bare = won and not part.medal and not part.place and part.mark is None
    if part.colours:
        made.append(Filter(Dim.MEDAL, part.colours))
    elif part.medal or part.none:
        made.append(Filter(Dim.MEDAL, (ANY_MEDAL,)))
    elif bare:
        made.append(Filter(Dim.MEDAL, ("gold",)))
    if part.place:
        made.append(Filter(Dim.PLACE, (str(part.place),)))
    return tuple(made)


def _found(filters: tuple[Filter, ...], part: Part, athlete: str | None, store: Store) -> Ruling:
    rows = ranked(store.table.select(filters))
    marked = _by_mark(rows, part)
    query = Query(Op.EXISTS, Dim.ATHLETE, ordered(filters), yes_no=True)
    if marked is None:
        return Ruling(Truth.OPEN, Evidence(rows=rows[:SHOWN]))
    if any(row.result.status in _EARLIER for row in marked) and part.place:
        return Ruling(Truth.OPEN, Evidence(rows=marked[:SHOWN]))
    if marked:
        return Ruling(Truth.TRUE, Evidence(rows=marked[:SHOWN]))
    evidence = Evidence(rows=_instead(rows, query, athlete, store), games=query.values(Dim.GAMES))
    held = is_held(query, athlete, store)
    return ruled(False if held and not vague(query, store) else None, evidence)


_EARLIER = ("heats", "qualification")


def _by_mark(rows: tuple[Row, ...], part: Part) -> tuple[Row, ...] | None:
    """The rows with the mark said; None where some have none known."""
    if part.mark is None:
        return rows
    same = tuple(
        row
        for row in rows
        if row.result.mark
        and bounded(row.result.mark.value, part.bound, part.mark)
        and part.unit in ("", row.result.mark.unit)
    )
    if same or not any(row.result.mark is None for row in rows):
        return same
    return None


def _instead(
    rows: tuple[Row, ...], query: Query, athlete: str | None, store: Store
) -> tuple[Row, ...]:
    """What there is in place of what was said: the person's own results, else who did win."""
    if rows:
        return rows[:SHOWN]
    if athlete:
        games = query.values(Dim.GAMES)
        own = store.table.select((Filter(Dim.ATHLETE, (athlete,)),))
        wanted = games or (store.facts.current,)
        here = [r for r in own if r.event.games in wanted]
        best = [r for r in ranked(tuple(here or own)) if r.medal or r.result.place]
        return tuple(best[:SHOWN])
    return run(query, store).nearest[:SHOWN]


def where(part: Part, *, athlete: tuple[str, ...]) -> tuple[Filter, ...]:
    """The conditions of a part on the results of an athlete."""
    return (Filter(Dim.ATHLETE, athlete), *part.conditions)
