"""What is said of one alone: the first, the only one."""

from __future__ import annotations

from bot.answers.evidence import Evidence
from bot.answers.judging.holding import knows, vague
from bot.answers.judging.ruling import OPEN, SHOWN, Ruling, Truth, ruled
from bot.facts.model import Claim
from bot.facts.query import ANY_MEDAL, EVERY, Dim, Filter, Op, Query, ordered
from bot.facts.rows import passes
from bot.facts.selecting import ranked
from bot.facts.store import Store
from bot.language.claims.part import Part

_TWICE = 2
_FIRSTS = {"gold": ("first-gold", "first-winter-gold"), "": ("first-medal-ever",)}


def earliest(part: Part, store: Store) -> Ruling | None:
    """The first medal or gold of the home delegation, which claims of the store tell."""
    if not part.first:
        return None
    plain = not (part.conditions or part.count or part.place or part.mark)
    plain = plain and (part.times is None or (part.times == _TWICE))
    ours = part.npcs == (store.facts.home,) and not part.negated
    if not (plain and ours) or len(part.athletes) > 1 or len(part.colours) > 1:
        return OPEN
    if len(part.games) + len(part.athletes) != 1 or EVERY in part.games:
        return OPEN  # whose it was, or at which Games
    kinds = _FIRSTS.get("".join(part.colours), ())
    if part.times:
        kinds = ("first-double-champion",) if "gold" in part.colours else ()
    elif {"season.winter", "claim.first-winter-gold"} & part.words:
        kinds = tuple(kind for kind in kinds if "winter" in kind)
    told = [claim for kind in kinds for claim in store.claims(kind)]
    named = [claim for claim in told if _named(claim, part)]
    if named:
        plainly = named[0].kind == kinds[0]
        return Ruling(Truth.TRUE if plainly else Truth.PARTLY, Evidence(claims=(named[0],)))
    return ruled(False if told else None, Evidence(claims=tuple(told[:1])))


def _named(claim: Claim, part: Part) -> bool:
    """Whether a claim is of the athlete or the Games of a part."""
    if part.athletes:
        return not set(claim.athletes).isdisjoint(part.athletes[0])
    return claim.games in part.games


def best(part: Part, store: Store) -> Ruling | None:
    """That certain Games were the best of the home delegation."""
    if "claim.best-games" not in part.words:
        return None
    more = part.tells or part.conditions or part.athletes or part.outdone or part.negated
    told = store.claims("best-games")
    if more or part.npcs not in ((), (store.facts.home,)) or len(told) != 1:
        return OPEN
    games = tuple(g for g in part.games if g != EVERY) or (store.facts.current,)
    return ruled(told[0].games in games, Evidence(claims=tuple(told)))


def exclusive(part: Part, store: Store) -> Ruling | None:
    """That something holds of one alone: all golds in judo, no gold but one's."""
    if part.exclusive is None:
        return None
    several = len(part.athletes) > 1 or len(part.colours) > 1 or len(part.npcs) > 1
    more = part.place or part.mark or part.top or part.times or part.negated or part.outdone
    if several or more or not (part.medal or part.colours) or EVERY in part.games:
        return OPEN
    if part.athletes and len(part.athletes[0]) > 1:
        return OPEN
    games = Filter(Dim.GAMES, part.games or (store.facts.current,))
    base: list[Filter] = [games, *part.conditions, Filter(Dim.MEDAL, part.colours or (ANY_MEDAL,))]
    if part.athletes and part.exclusive is not Dim.ATHLETE:
        base.append(Filter(Dim.ATHLETE, part.athletes[0]))
    else:
        base.append(Filter(Dim.NPC, part.npcs or (store.facts.home,)))
    alone = [f for f in base if f.dim is part.exclusive]
    if part.exclusive is Dim.ATHLETE:
        alone = [Filter(Dim.ATHLETE, part.athletes[0])]
    if part.exclusive is Dim.MEDAL:
        base.append(Filter(Dim.MEDAL, (ANY_MEDAL,)))
    wide = tuple(f for f in base if f not in alone)
    everything = ranked(store.table.select(wide))
    narrow = {row.result.id for row in everything if all(passes(row, f) for f in alone)}
    query = Query(Op.EXISTS, Dim.ATHLETE, ordered((*wide, *alone)))
    npcs = {row.result.npc for row in everything}
    held = all(knows(g, n, store, medals=True) for g in games.values for n in npcs)
    if not everything or not held or vague(query, store):
        return OPEN
    others = tuple(row for row in everything if row.result.id not in narrow)
    if not narrow:
        return Ruling(Truth.FALSE, Evidence(rows=everything[:SHOWN]))
    return ruled(not others, Evidence(rows=(others or everything)[:SHOWN]))
