"""Queries put to the store: ``run(query, store) -> Finding``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.facts.choosing import best, by_age, career, extreme, in_time, only
from bot.facts.comparing import compare, rank, top
from bot.facts.counting import count, listing, share
from bot.facts.finding import Finding
from bot.facts.meeting import meeting
from bot.facts.query import EVERY, Dim, Filter, Op, Query
from bot.facts.scope import alongside, is_open, widened, with_defaults
from bot.facts.store import Store
from bot.facts.telling import card, claim, disputes, games, number

__all__ = ["run", "with_defaults"]


def run(query: Query, store: Store) -> Finding:
    """Answer a query from the facts; what the facts do not say comes back as not known."""
    full = with_defaults(query, store)
    finding = _OPERATIONS[full.op](full, store)
    wider = widened(query, full, finding, store)
    if wider is not None:
        found = _OPERATIONS[wider.op](wider, store)
        if found.rows or not found.known:
            finding = alongside(found, store)
    elif EVERY in full.values(Dim.NPC) or full.values(Dim.EVENT):
        finding = alongside(finding, store)
    beside = _beside(query, full, finding, store) or _career(full, finding, store)
    beside = beside or _at_all_games(query, full, finding, store)
    return replace(finding, beside=beside, disputed=disputes(finding, store))


def _career(full: Query, finding: Finding, store: Store) -> Finding | None:
    """All medals of an athlete of whom those of one Games are asked, where there are more."""
    one = full.op is Op.COUNT and len(full.values(Dim.ATHLETE)) == 1
    if not one or EVERY in full.values(Dim.GAMES) or full.number is not None:
        return None
    everywhere = career(full, store)
    return everywhere if len(everywhere.rows) > (finding.number or 0) else None


def _at_all_games(asked: Query, full: Query, finding: Finding, store: Store) -> Finding | None:
    """A country's medals of all Games, where "in total" may mean these or those of the current."""
    total = full.op is Op.COUNT and full.target is Dim.MEDAL and full.more and full.number is None
    if not total or asked.values(Dim.GAMES) or len(full.values(Dim.NPC)) != 1:
        return None
    everywhere = count(full.having(Filter(Dim.GAMES, (EVERY,))), store)
    return everywhere if (everywhere.number or 0) > (finding.number or 0) else None


def _medalless(full: Query, finding: Finding) -> bool:
    """Whether medals of whole Games were asked for at which one's own delegation won none."""
    listed = full.op in (Op.LIST, Op.BEST, Op.MOST) and not full.yes_no
    one = len(full.values(Dim.GAMES)) == 1 and EVERY not in full.values(Dim.GAMES)
    return listed and full.of_tables and one and not finding.rows


_SUPERLATIVES = frozenset({Op.BEST, Op.MOST})


def _beside(asked: Query, full: Query, finding: Finding, store: Store) -> Finding | None:
    """Everybody's answer to who won most, where the question may mean it as well as our own."""
    ours = full.values(Dim.NPC) == (store.facts.home,) == finding.query.values(Dim.NPC)
    if ours and is_open(asked) and _medalless(full, finding):
        found = top(replace(full.without(Dim.NPC), target=Dim.NPC), store)
        return found if found.known else None
    if full.op not in _SUPERLATIVES or full.target is not Dim.ATHLETE or not is_open(asked):
        return None
    if not ours:
        return None
    found = _OPERATIONS[full.op](full.having(Filter(Dim.NPC, (EVERY,))), store)
    return found if found.rows and found.known else None


_OPERATIONS: Mapping[Op, Callable[[Query, Store], Finding]] = {
    Op.LIST: listing,
    Op.COUNT: count,
    Op.EXISTS: listing,
    Op.VALUE: listing,
    Op.MOST: extreme,
    Op.LEAST: extreme,
    Op.ONLY: only,
    Op.BEST: best,
    Op.FIRST: in_time,
    Op.LAST: in_time,
    Op.YOUNGEST: by_age,
    Op.OLDEST: by_age,
    Op.CAREER: career,
    Op.SHARE: share,
    Op.COMPARE: compare,
    Op.RANK: rank,
    Op.ABOVE: rank,
    Op.TOP: top,
    Op.CARD: card,
    Op.CLAIM: claim,
    Op.GAMES: games,
    Op.NUMBER: number,
    Op.MET: meeting,
}
