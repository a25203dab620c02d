"""Who beat whom: in bouts, or by the places of one contest."""

from __future__ import annotations

from bot.answers.evidence import Evidence
from bot.answers.judging.existence import where
from bot.answers.judging.holding import knows
from bot.answers.judging.ruling import OPEN, SHOWN, Ruling, Truth, ruled
from bot.facts.meeting import against, apart, beside
from bot.facts.rows import Row
from bot.facts.store import Store
from bot.language.claims.part import Part

_DEEDS = frozenset({"act.beat", "act.lose"})
_ABOVE = frozenset({"act.beat", "rank.above", "cmp.more"})
_BELOW = frozenset({"act.lose", "rank.below", "cmp.less"})
_TWO = 2


def rivalled(part: Part, store: Store) -> Ruling | None:
    """That an athlete beat, or lost to, somebody of a delegation: "a German"."""
    if not part.rival:
        return None
    above, below = bool(part.acts & _ABOVE), bool(part.acts & _BELOW)
    own = {store.facts.athletes[a].npc for a in part.athletes[0]}
    if above is below or len(part.athletes[0]) != 1 or part.rival in own or set(part.npcs) - own:
        return OPEN
    rows = _rows(part, store)
    met = (kept for row in rows if (kept := against(row, (part.rival,), store)))
    bouts = [(r, b) for r in met for b in r.result.bouts if b.stage == "final" or not part.finale]
    if bouts:
        shown = Evidence(bouts=tuple(bouts[:SHOWN]))
        if any(b.won is above for _, b in bouts):
            return Ruling(Truth.TRUE, shown)
        return Ruling(Truth.FALSE if len(rows) == 1 else Truth.OPEN, shown)
    if part.finale or any(row.result.bouts for row in rows):
        return Ruling(Truth.OPEN, Evidence(rows=rows[:SHOWN]))
    return _placed(part, rows, store, above=above)


def _placed(part: Part, rows: tuple[Row, ...], store: Store, *, above: bool) -> Ruling:
    """By the places of the contests in which an athlete was: all of them have to be known."""
    rows = tuple(row for row in rows if row.result.place and row.result.status is None)
    shown = Evidence(rows=rows[:1])
    if not rows or any(store.facts.sports[row.event.sport].duels for row in rows):
        return Ruling(Truth.OPEN, Evidence(rows=rows[:SHOWN]))
    pairs = [(row, other) for row in rows for other in beside(row, (part.rival,), store)]
    for row, other in pairs:
        if apart(row, other, above=above):
            return Ruling(Truth.TRUE, Evidence(rows=(row, other)))
    held = all(knows(row.event.games, part.rival, store, medals=False) for row in rows)
    refuted = held and len(rows) == 1 and (bool(pairs) or not above)
    return ruled(False if refuted else None, shown)


def _rows(part: Part, store: Store) -> tuple[Row, ...]:
    """The results of an athlete: at the Games named, else at the current ones, else at all."""
    rows = store.table.select(where(part, athlete=part.athletes[0]))
    games = part.games or (store.facts.current,)
    here = tuple(row for row in rows if row.event.games in games)
    return here if here or part.games else rows


def final(part: Part, store: Store) -> Ruling | None:
    """That a final was won or lost, with no word of against whom."""
    told = part.acts & {"act.lose", "act.win", "act.beat"}
    prized = part.medal or part.colours or part.place or part.mark or part.count is not None
    if not part.finale or len(part.athletes) != 1 or prized or not told:
        return None
    if len(told) != 1 or len(part.athletes[0]) != 1 or part.npcs or "numeral.7" in part.words:
        return OPEN
    rows = _rows(part, store)
    bouts = [(r, b) for r in rows for b in r.result.bouts if b.stage == "final"]
    if len(bouts) != 1:
        return Ruling(Truth.OPEN, Evidence(rows=rows[:SHOWN]))
    return ruled(bouts[0][1].won is ("act.lose" not in told), Evidence(bouts=tuple(bouts)))


def bout(part: Part, store: Store) -> Ruling | None:
    """Who beat whom."""
    if not part.acts & _DEEDS or part.outdone:
        return None
    if len(part.athletes) != _TWO or part.colours or part.medal or part.npcs:
        return OPEN
    first, second = part.athletes
    won = "act.beat" in part.acts
    if won and "act.lose" in part.acts:
        return OPEN
    found = [
        (row, bout)
        for athlete in first
        for row in store.table.select(where(part, athlete=(athlete,)))
        for bout in row.result.bouts
        if bout.opponent in second and (bout.stage == "final" or not part.finale)
    ]
    rows = tuple({row.result.id: row for row, _ in found}.values())
    evidence = Evidence(rows=rows[:SHOWN], bouts=tuple(found[:SHOWN]))
    if len(found) != 1:
        return Ruling(Truth.OPEN, evidence)
    if found[0][1].won is won:
        return Ruling(Truth.TRUE, evidence)
    # in Russian and Kazakh the order of names does not say who beat whom
    return Ruling(Truth.FALSE if part.ordered else Truth.OPEN, evidence)
