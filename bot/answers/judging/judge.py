"""A claim judged: each part by the first rule that it falls under, then all together.

A part is false only where the facts hold everything that could make it true; in doubt it is open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import product

from bot.answers.evidence import Evidence
from bot.answers.judging.bouts import bout, final, rivalled
from bot.answers.judging.counts import count
from bot.answers.judging.existence import existence
from bot.answers.judging.ruling import OPEN, SHOWN, Ruling, Truth, turned
from bot.answers.judging.special import best, earliest, exclusive
from bot.answers.judging.tables import line_of, more_than_others, most, rank
from bot.facts.query import Dim, Filter
from bot.facts.selecting import ranked
from bot.facts.store import Store
from bot.language.claims.part import HOME, Part


def judge(part: Part, store: Store) -> Ruling:
    """The ruling on a part whose every word is understood."""
    part = replace(part, npcs=tuple(store.facts.home if n == HOME else n for n in part.npcs))
    if _belongs(part):
        part = replace(part, acts=part.acts | {"act.compete"})
    if part.unknown or not (part.tells or "claim.best-games" in part.words):
        return _nearest(part, store)
    for rule in _RULES:
        ruling = rule(part, store)
        if ruling is not None:
            return turned(ruling) if part.negated else ruling
    return _nearest(part, store)


def _belongs(part: Part) -> bool:
    """Whether no more is told than where an athlete started: "she is a judoka"."""
    return len(part.athletes) == 1 and bool(part.conditions) and not part.tells


def _lost_in_words(part: Part, _: Store) -> Ruling | None:
    """Said together what no rule can weigh together."""
    several = len(part.npcs) > 1 or (len(part.athletes) > 1 and not _fought(part))
    mixed = part.count is not None and (part.times or part.place or part.top)
    doubled = part.count is not None and len(part.colours) > 1
    tabled = part.table and (part.conditions or part.athletes or part.count is not None)
    return OPEN if several or mixed or doubled or tabled else None


def _fought(part: Part) -> bool:
    return bool(part.acts & {"act.beat", "act.lose"}) or (
        len(part.athletes) > 1 and "act.win" in part.acts and not part.colours and not part.medal
    )


def _nearest(part: Part, store: Store) -> Ruling:
    """What the facts do say of whom a part speaks."""
    if len(part.athletes) == 1 and len(part.athletes[0]) == 1:
        rows = ranked(store.table.select((Filter(Dim.ATHLETE, part.athletes[0]),)))
        told = [row for row in rows if row.medal or row.result.place]
        told.sort(key=lambda row: row.event.games != store.facts.current)
        return Ruling(Truth.OPEN, Evidence(rows=tuple(told[:SHOWN])))
    if len(part.npcs) == 1 and not part.athletes:
        line = line_of(part, store)
        return Ruling(Truth.OPEN, Evidence(tallies=(line,))) if line else OPEN
    return OPEN


Rule = Callable[[Part, Store], Ruling | None]

_RULES: tuple[Rule, ...] = (
    _lost_in_words,
    best,
    earliest,
    exclusive,
    rivalled,
    final,
    bout,
    more_than_others,
    most,
    rank,
    count,
    existence,
)


def judge_all(parts: tuple[Part, ...], store: Store) -> tuple[Truth, tuple[Ruling, ...]]:
    """The ruling on all parts together; one that cannot be weighed leaves the whole open."""
    rulings = tuple(_unanimous(part, n, parts, store) for n, part in enumerate(parts))
    truths = {ruling.truth for ruling in rulings}
    if not truths or Truth.OPEN in truths:
        return Truth.OPEN, rulings
    return (truths.pop() if len(truths) == 1 else Truth.PARTLY), rulings


_ERA = 40
"""Years; Games of a city longer ago than that are not meant by its name alone."""


def _unanimous(part: Part, n: int, parts: tuple[Part, ...], store: Store) -> Ruling:
    """The ruling that holds whichever of its neighbours' places a part shares."""
    current = store.facts.games.get(store.facts.current)
    era = current.year - _ERA if current else 0
    recent = tuple(g for g in part.namesakes if store.facts.games[g].year >= era)
    options = _options(replace(part, namesakes=recent), n, parts)
    rulings = [judge(option, store) for option in options]
    same = len({ruling.truth for ruling in rulings}) == 1
    return rulings[0] if same else replace(rulings[0], truth=Truth.OPEN)


def _options(part: Part, n: int, parts: tuple[Part, ...]) -> Iterable[Part]:
    """A part as it stands, and with the contest or the Games of the parts beside it."""
    around = [parts[m] for m in (n - 1, n + 1) if 0 <= m < len(parts)]
    own_conditions = bool(part.conditions) or part.table or bool(part.outdone)
    places = [()] if not own_conditions else [part.conditions]
    if not own_conditions and not (part.place and not part.athletes):
        places += [p.conditions for p in around if p.conditions]
    held = [part.games] if part.games else [(), *(p.games for p in around if p.games)]
    held += [(games,) for games in part.namesakes]
    for conditions, games in product(dict.fromkeys(places), dict.fromkeys(held)):
        yield replace(part, conditions=conditions, games=games)
