"""Who met whom: the bouts of an athlete against another, or against those of a country."""

from __future__ import annotations

from dataclasses import replace

from bot.facts.finding import Finding
from bot.facts.query import ANY_MEDAL, Dim, Filter, Op, Query, where
from bot.facts.rows import Row
from bot.facts.selecting import select
from bot.facts.store import Store

_TOLD = 3


def meeting(query: Query, store: Store) -> Finding:
    """The bouts asked about; in contests without bouts, where the others stood.

    ``number`` is 1 where the athlete did as the question supposes, and 0 where it was the other way
    round. What the facts hold nothing of is not known: not every bout is recorded.
    """
    aside = (Dim.NPC,) if query.values(Dim.ATHLETE) else ()
    rows = select(query.without(Dim.OPPONENT, *aside), store)
    others = _others(query, rows)
    if not others:
        return _of_own_country(query, store)
    bouts = tuple(kept for row in rows if (kept := against(row, others, store)))
    if bouts:
        won = any(bout.won is query.more for row in bouts for bout in row.result.bouts)
        return Finding(query, rows=bouts, number=int(won))
    for row in rows if query.values(Dim.ATHLETE) else ():
        along = beside(row, others, store)
        if along:
            ahead = any(apart(row, other, above=bool(query.more)) for other in along)
            return Finding(query, rows=(row,), along=along[:_TOLD], number=int(ahead))
    return Finding(query, known=False, nearest=rows[:_TOLD])


def _others(query: Query, rows: tuple[Row, ...]) -> tuple[str, ...]:
    """Whom the athlete is set against; the athlete's own country is only told along."""
    own = {row.result.npc for row in rows}
    return tuple(other for other in query.values(Dim.OPPONENT) if other not in own)


def _of_own_country(query: Query, store: Store) -> Finding:
    """No other is named after all: whether the athlete won."""
    rows = select(query.without(Dim.OPPONENT).having(Filter(Dim.MEDAL, (ANY_MEDAL,))), store)
    asked = replace(query.without(Dim.OPPONENT), op=Op.EXISTS, target=Dim.ATHLETE, more=None)
    return Finding(asked, rows=rows, known=bool(rows))


def against(row: Row, others: tuple[str, ...], store: Store) -> Row | None:
    """A result with the bouts against the others alone."""
    bouts = tuple(
        bout
        for bout in row.result.bouts
        if bout.opponent in others or _country(bout.opponent, store) in others
    )
    return replace(row, result=replace(row.result, bouts=bouts)) if bouts else None


def _country(opponent: str, store: Store) -> str:
    known = store.facts.athletes.get(opponent)
    return known.npc if known else opponent


def beside(row: Row, others: tuple[str, ...], store: Store) -> tuple[Row, ...]:
    """The others' results in the contest, where places tell who was better; else none."""
    if not row.result.place or store.facts.sports[row.event.sport].duels:
        return ()
    contest = store.table.select(where(event=row.event.id))
    named = (r for r in contest if {r.result.npc, *r.result.athletes} & set(others))
    return tuple(r for r in named if r.result.place and r.result.status == row.result.status)


def apart(row: Row, other: Row, *, above: bool) -> bool:
    """Whether the first came before the other, or after it; who share a place did neither."""
    first, second = row.result.place or 0, other.result.place or 0
    return first < second if above else first > second
