"""Whether one part of a claim is so: set against the facts, with what they say of it.

A part is false only where the facts hold everything that could make it true; in doubt it is open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product
from typing import Any

from bot.answers.evidence import Evidence
from bot.facts.comparing import top as leaders
from bot.facts.finding import Finding
from bot.facts.model import Gender, Standing
from bot.facts.query import ANY_MEDAL, EVERY, Dim, Filter, Op, Query, ordered
from bot.facts.rows import Row, passes, values
from bot.facts.run import run
from bot.facts.selecting import ranked
from bot.facts.store import Store
from bot.language.claims import HOME, Part


class Truth(StrEnum):
    """What the facts say to a claim."""

    TRUE = "true"
    FALSE = "false"
    PARTLY = "partly"
    OPEN = "open"
    """The facts do not say."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """The truth of a part, and the facts that it rests on."""

    truth: Truth
    evidence: Evidence = Evidence()


OPEN = Ruling(Truth.OPEN)
_NOT = {Truth.TRUE: Truth.FALSE, Truth.FALSE: Truth.TRUE}
_FEW_BEARERS = 8
_SHOWN = 2
_FIRST_OPEN_GAMES = 1992


def judge(part: Part, store: Store) -> Ruling:
    """The ruling on a part whose every word is understood."""
    part = replace(part, npcs=tuple(store.facts.home if n == HOME else n for n in part.npcs))
    if part.unknown or not part.tells:
        return _nearest(part, store)
    for rule in _RULES:
        ruling = rule(part, store)
        if ruling is not None:
            return _turned(ruling) if part.negated else ruling
    return _nearest(part, store)


def _turned(ruling: Ruling) -> Ruling:
    return replace(ruling, truth=_NOT.get(ruling.truth, ruling.truth))


def _ruled(so: bool | None, evidence: Evidence) -> Ruling:
    truth = {True: Truth.TRUE, False: Truth.FALSE, None: Truth.OPEN}[so]
    return Ruling(truth, evidence)


# --- the rules, from the special to the general ---------------------------------------------------


def _lost_in_words(part: Part, _: Store) -> Ruling | None:
    """Said together what no rule can weigh together."""
    several = len(part.npcs) > 1 or (len(part.athletes) > 1 and not _fought(part))
    mixed = part.count is not None and (part.times or part.place or part.top)
    doubled = part.count is not None and len(part.colours) > 1
    tabled = part.table and (part.conditions or part.athletes or part.count is not None)
    return OPEN if several or mixed or doubled or tabled else None


_FIRSTS = {"gold": ("first-gold", "first-winter-gold"), "": ("first-medal-ever",)}


def _earliest(part: Part, store: Store) -> Ruling | None:
    """The first medal or gold of the home delegation, which claims of the store tell."""
    if not part.first:
        return None
    plain = not (part.games or part.conditions or part.count or part.place or part.mark)
    ours = part.npcs == (store.facts.home,) and not part.negated
    if not (plain and ours) or len(part.athletes) != 1 or len(part.colours) > 1:
        return OPEN
    kinds = _FIRSTS.get("".join(part.colours), ())
    if "season.winter" in part.words:
        kinds = tuple(kind for kind in kinds if "winter" in kind)
    told = [claim for kind in kinds for claim in store.claims(kind)]
    named = [claim for claim in told if set(claim.athletes) & set(part.athletes[0])]
    if named:
        plainly = named[0].kind == kinds[0]
        return Ruling(Truth.TRUE if plainly else Truth.PARTLY, Evidence(claims=(named[0],)))
    return _ruled(False if told else None, Evidence(claims=tuple(told[:1])))


def _exclusive(part: Part, store: Store) -> Ruling | None:
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
    held = all(_knows(g, n, store, medals=True) for g in games.values for n in npcs)
    if not everything or not held or _vague(query, store):
        return OPEN
    others = tuple(row for row in everything if row.result.id not in narrow)
    if not narrow:
        return Ruling(Truth.FALSE, Evidence(rows=everything[:_SHOWN]))
    return _ruled(not others, Evidence(rows=(others or everything)[:_SHOWN]))


def _fought(part: Part) -> bool:
    return bool(part.acts & {"act.beat", "act.lose"}) or (
        len(part.athletes) > 1 and "act.win" in part.acts and not part.colours and not part.medal
    )


def _bout(part: Part, store: Store) -> Ruling | None:
    """Who beat whom."""
    if not part.acts & {"act.beat", "act.lose"} or part.outdone:
        return None
    if len(part.athletes) != 2 or part.outdone or part.colours or part.medal or part.npcs:
        return OPEN
    first, second = part.athletes
    won = "act.beat" in part.acts
    if won and "act.lose" in part.acts:
        return OPEN
    found = [
        (row, bout)
        for athlete in first
        for row in store.table.select(_where(part, athlete=(athlete,)))
        for bout in row.result.bouts
        if bout.opponent in second and (bout.stage == "final" or not part.finale)
    ]
    rows = tuple({row.result.id: row for row, _ in found}.values())
    evidence = Evidence(rows=rows[:_SHOWN])
    if len(found) != 1:
        return Ruling(Truth.OPEN, evidence)
    if found[0][1].won is won:
        return Ruling(Truth.TRUE, evidence)
    # in Russian and Kazakh the order of names does not say who beat whom
    return Ruling(Truth.FALSE if part.ordered else Truth.OPEN, evidence)


def _rank(part: Part, store: Store) -> Ruling | None:
    """A place of a delegation in the table of medals."""
    if part.athletes or part.conditions or part.outdone or part.mark or part.times:
        return None
    place = part.place
    if place is None and part.by_place and len(part.colours) == 1 and part.npcs:
        place = {"gold": 1, "silver": 2, "bronze": 3}[part.colours[0]]
    led = "sup.top" in part.words and part.table and part.top is None and bool(part.npcs)
    place = 1 if led and place is None else place
    if place is None and part.top is None:
        return OPEN if part.table else None
    line = _line(part, store)
    if line is None:
        return OPEN
    evidence = Evidence(ranks=(line,))
    if line.rank is None:
        return Ruling(Truth.OPEN, evidence)
    so = line.rank <= part.top if part.top else line.rank == place
    return _ruled(so, evidence)


def _line(part: Part, store: Store, npc: str | None = None) -> Standing | None:
    games = part.games or (store.facts.current,)
    if len(games) != 1:
        return None
    return store.standing(games[0], npc or (part.npcs or (store.facts.home,))[0])


def _more_than_others(part: Part, store: Store) -> Ruling | None:
    """More medals than another delegation, or a better place."""
    if not part.outdone:
        return None
    if part.conditions or part.count is not None or part.place or part.mark or part.top:
        return OPEN
    ours, theirs = _line(part, store), _line(part, store, part.outdone[0])
    if ours is None or theirs is None or ours.npc == theirs.npc:
        return OPEN
    counted = bool(part.medal or part.colours)
    placed = part.acts & {"rank.above", "rank.below"} or not (counted or part.acts & _DEEDS)
    if placed or (part.table and "act.beat" in part.acts):
        if ours.rank is None or theirs.rank is None or counted:
            return OPEN
        below = part.acts & {"rank.below", "cmp.less"}
        so = ours.rank > theirs.rank if below else ours.rank < theirs.rank
        return _ruled(so, Evidence(ranks=(ours, theirs)))
    if not counted or "act.beat" in part.acts:
        return OPEN
    mine, other = (_won(line, part.colours) for line in (ours, theirs))
    so = mine > other if "cmp.more" in part.acts else mine < other
    return _ruled(so, Evidence(tallies=(ours, theirs)))


_DEEDS = frozenset({"act.win", "act.beat", "act.lose", "act.compete"})


def _won(line: Standing, colours: tuple[str, ...]) -> int:
    return sum(int(getattr(line, c)) for c in colours) if colours else line.total


def _most(part: Part, store: Store) -> Ruling | None:
    """The most medals: of all delegations, or of our sports."""
    if "sup.most" not in part.words:
        return None
    if part.athletes or part.count is not None or not (part.medal or part.colours):
        return OPEN
    games = part.games or (store.facts.current,)
    medal = Filter(Dim.MEDAL, part.colours or (ANY_MEDAL,))
    if part.npcs and not part.conditions and len(games) == 1:
        query = Query(Op.TOP, Dim.NPC, (Filter(Dim.GAMES, games), medal), limit=1)
        found = leaders(query, store).standings
        line = _line(part, store)
        if not found or line is None:
            return OPEN
        so = _won(line, part.colours) >= _won(found[0], part.colours)
        lines = (line,) if line.npc == found[0].npc else (found[0], line)
        return _ruled(so, Evidence(tallies=lines))
    return OPEN


def _count(part: Part, store: Store) -> Ruling | None:
    """So many medals, athletes or sports."""
    if part.count is None and part.times is None:
        return None
    if part.place or part.mark or part.top or (part.times and not part.athletes):
        return OPEN
    if part.times and part.colours not in ((), ("gold",)):
        return OPEN
    counted = Dim.MEDAL if part.times else part.counted
    if counted is Dim.SPORT and (part.medal or part.colours or "act.win" in part.acts):
        return OPEN
    if counted is Dim.EVENT:
        return OPEN
    if part.athletes:
        return _person_count(part, store) if counted is Dim.MEDAL else OPEN
    if counted is Dim.ATHLETE and _of_all(part):
        return _whole(part, store)
    if not part.npcs and counted is not Dim.MEDAL:
        return OPEN
    return _agreeing(part, counted or Dim.MEDAL, part.games or (store.facts.current,), store)


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
        return Ruling(Truth.OPEN, found)
    return OPEN


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
    if not finding.known or finding.partial or _vague(query, store):
        return Ruling(Truth.OPEN, Evidence(counts=(finding,)))
    so = _holds(finding.number or 0, part)
    return _ruled(so, Evidence(counts=(finding,)))


def _holds(number: int, part: Part) -> bool:
    stated = part.times or part.count or 0
    return {
        "=": number == stated,
        ">": number > stated,
        "<": number < stated,
        ">=": number >= stated,
        "<=": number <= stated,
    }[part.bound if not part.times else "="]


def _person_count(part: Part, store: Store) -> Ruling:
    """So many medals of one person: at the Games named, else at the current ones or in all."""
    if len(part.athletes[0]) > 1 and not _settled(part.athletes[0], store):
        return OPEN
    athlete = part.athletes[0][0]
    colours = part.colours or (("gold",) if part.times else (ANY_MEDAL,))
    if part.times and not part.colours:
        return OPEN
    filters = (*_where(part, athlete=(athlete,)), Filter(Dim.MEDAL, colours))
    if part.games:
        filters = (*filters, Filter(Dim.GAMES, part.games))
    everywhere = Query(Op.COUNT, Dim.MEDAL, ordered(filters))
    if not part.games:
        everywhere = everywhere.having(Filter(Dim.GAMES, (EVERY,)))
    if not _all_held(athlete, part.games, store, medals=True) or _vague(everywhere, store):
        return OPEN
    rows = ranked(store.table.select(everywhere.filters))
    evidence = Evidence(counts=(Finding(everywhere, rows=rows, number=len(rows)),))
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


def _existence(part: Part, store: Store) -> Ruling | None:
    """That there is such a result: a medal, a place, a mark, a start."""
    if not part.subject or part.times or part.top or part.table or part.outdone:
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
    filters = (*_where(part, athlete=(athlete,)), *_achieved(part))
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
    plain = not (part.conditions or part.colours or part.place) and len(part.games) < _SHOWN
    line = _line(part, store) if plain and (part.medal or part.none) else None
    if line is not None and EVERY not in part.games:
        return _ruled(line.total > 0, Evidence(tallies=(line,)))
    if part.games and EVERY not in part.games:
        return _found((*filters, Filter(Dim.GAMES, part.games)), part, None, store)
    here = _found((*filters, Filter(Dim.GAMES, (store.facts.current,))), part, None, store)
    if part.games:
        rows = ranked(store.table.select(filters))
        return Ruling(Truth.TRUE, Evidence(rows=rows[:_SHOWN])) if rows else OPEN
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


def _found(
    filters: tuple[Filter, ...], part: Part, athlete: str | None, store: Store
) -> Ruling:
    rows = ranked(store.table.select(filters))
    marked = _by_mark(rows, part)
    query = Query(Op.EXISTS, Dim.ATHLETE, ordered(filters), yes_no=True)
    if marked is None:
        return Ruling(Truth.OPEN, Evidence(rows=rows[:_SHOWN]))
    if any(row.result.status in _EARLIER for row in marked) and part.place:
        return Ruling(Truth.OPEN, Evidence(rows=marked[:_SHOWN]))
    if marked:
        return Ruling(Truth.TRUE, Evidence(rows=marked[:_SHOWN]))
    evidence = Evidence(rows=_instead(rows, query, athlete, store), games=query.values(Dim.GAMES))
    held = _held(query, athlete, store)
    return _ruled(False if held and not _vague(query, store) else None, evidence)


_EARLIER = ("heats", "qualification")


def _by_mark(rows: tuple[Row, ...], part: Part) -> tuple[Row, ...] | None:
    """The rows with the mark said; None where some have none known."""
    if part.mark is None:
        return rows
    same = tuple(
        row
        for row in rows
        if row.result.mark
        and row.result.mark.value == part.mark
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
        return rows[:_SHOWN]
    if athlete:
        games = query.values(Dim.GAMES)
        own = store.table.select((Filter(Dim.ATHLETE, (athlete,)),))
        wanted = games or (store.facts.current,)
        here = [r for r in own if r.event.games in wanted]
        best = [r for r in ranked(tuple(here or own)) if r.medal or r.result.place]
        return tuple(best[:_SHOWN])
    return run(query, store).nearest[:_SHOWN]


# --- whether the facts hold all that could make a part true ---------------------------------------


def _where(part: Part, *, athlete: tuple[str, ...]) -> tuple[Filter, ...]:
    return (Filter(Dim.ATHLETE, athlete), *part.conditions)


def _held(query: Query, athlete: str | None, store: Store) -> bool:
    medals = bool(query.values(Dim.MEDAL))
    games = query.values(Dim.GAMES)
    if athlete:
        return _all_held(athlete, games, store, medals=medals)
    npc = query.first(Dim.NPC) or ""
    return all(_knows(g, npc, store, medals=medals) for g in games) and bool(games)


def _knows(games: str, npc: str, store: Store, *, medals: bool) -> bool:
    if games not in store.facts.games:
        return False
    known = store.coverage(games, medals=medals)
    return EVERY in known or npc in known


def _all_held(athlete: str, games: tuple[str, ...], store: Store, *, medals: bool) -> bool:
    """Whether all that an athlete did is known: at the Games named, or in a whole career."""
    npc = store.facts.athletes[athlete].npc
    if games and EVERY not in games:
        return all(_knows(g, npc, store, medals=medals) for g in games)
    rows = store.table.select((Filter(Dim.ATHLETE, (athlete,)),))
    known = store.facts.games
    seasons = {known[row.event.games].season for row in rows}
    first = min((known[row.event.games].year for row in rows), default=_FIRST_OPEN_GAMES)
    held = [
        g.id
        for g in known.values()
        if g.season in seasons and g.year >= min(first, _FIRST_OPEN_GAMES)
    ]
    started = {row.event.games for row in rows}
    medal_only = [g for g in held if _knows(g, npc, store, medals=True)]
    return set(held) <= set(medal_only) and (
        medals or all(_knows(g, npc, store, medals=False) for g in started)
    )


_TOLD_APART = (Dim.DAY, Dim.CLASS, Dim.PLACE, Dim.DISCIPLINE, Dim.GENDER)


def _vague(query: Query, store: Store) -> bool:
    """Whether some result may meet a condition on which the facts are silent."""
    for dim in _TOLD_APART:
        if not query.values(dim):
            continue
        rows = store.table.select(query.without(dim).filters)
        if dim is Dim.GENDER and any(row.gender is Gender.MIXED for row in rows):
            return True
        if any(not values(row, dim) for row in rows if _comparable(row, query, dim, store)):
            return True
    return False


def _comparable(row: Row, query: Query, dim: Dim, store: Store) -> bool:
    if dim is not Dim.DISCIPLINE:
        return True
    known = store.facts.disciplines
    return row.event.sport in {known[v].sport for v in query.values(dim) if v in known}


# --- the nearest that there is to what cannot be judged -------------------------------------------


def _nearest(part: Part, store: Store) -> Ruling:
    """What the facts do say of whom a part speaks."""
    if len(part.athletes) == 1 and len(part.athletes[0]) == 1:
        rows = ranked(store.table.select((Filter(Dim.ATHLETE, part.athletes[0]),)))
        told = tuple(row for row in rows if row.medal or row.result.place)
        return Ruling(Truth.OPEN, Evidence(rows=told[:_SHOWN]))
    if len(part.npcs) == 1 and not part.athletes:
        line = _line(part, store)
        return Ruling(Truth.OPEN, Evidence(tallies=(line,))) if line else OPEN
    return OPEN


Rule = Callable[[Part, Store], Ruling | None]
_RULES: tuple[Rule, ...] = (
    _lost_in_words,
    _earliest,
    _exclusive,
    _bout,
    _more_than_others,
    _most,
    _rank,
    _count,
    _existence,
)


# --- a whole claim --------------------------------------------------------------------------------


def judge_all(parts: tuple[Part, ...], store: Store) -> tuple[Truth, tuple[Ruling, ...]]:
    """The ruling on all parts together; one that cannot be weighed leaves the whole open."""
    rulings = tuple(_unanimous(part, n, parts, store) for n, part in enumerate(parts))
    truths = {ruling.truth for ruling in rulings}
    if not truths or Truth.OPEN in truths:
        return Truth.OPEN, rulings
    return (truths.pop() if len(truths) == 1 else Truth.PARTLY), rulings


def _unanimous(part: Part, n: int, parts: tuple[Part, ...], store: Store) -> Ruling:
    """The ruling that holds whichever of its neighbours' places a part shares."""
    rulings = [judge(option, store) for option in _options(part, n, parts)]
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
    for conditions, games in product(dict.fromkeys(places), dict.fromkeys(held)):
        yield replace(part, conditions=conditions, games=games)


