"""Places in the table of medals, and delegations compared by it."""

from __future__ import annotations

from collections import Counter

from bot.answers.evidence import Evidence
from bot.answers.judging.holding import knows
from bot.answers.judging.ruling import OPEN, SHOWN, Ruling, Truth, ruled
from bot.facts.comparing import top as leaders
from bot.facts.model import Standing
from bot.facts.query import ANY_MEDAL, Dim, Filter, Op, Query
from bot.facts.store import Store
from bot.language.claims.part import Part


def rank(part: Part, store: Store) -> Ruling | None:
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
    line = line_of(part, store)
    if line is None:
        return OPEN
    evidence = Evidence(ranks=(line,))
    if line.rank is None:
        return Ruling(Truth.OPEN, evidence)
    so = line.rank <= part.top if part.top else line.rank == place
    return ruled(so, evidence)


def line_of(part: Part, store: Store, npc: str | None = None) -> Standing | None:
    """The line of the subject, or of another, in the table of the Games that a part is of."""
    games = part.games or (store.facts.current,)
    if len(games) != 1:
        return None
    return store.standing(games[0], npc or (part.npcs or (store.facts.home,))[0])


def more_than_others(part: Part, store: Store) -> Ruling | None:
    """More medals than another delegation, or a better place."""
    if not part.outdone:
        return None
    if part.conditions or part.count is not None or part.place or part.mark or part.top:
        return OPEN
    ours, theirs = line_of(part, store), line_of(part, store, part.outdone[0])
    if ours is None or theirs is None or ours.npc == theirs.npc:
        return OPEN
    counted = bool(part.medal or part.colours)
    if not counted and part.acts & {"act.win", "act.beat", "act.lose"} and not part.table:
        return _outdone(ours, theirs, lost="act.lose" in part.acts)
    placed = part.acts & {"rank.above", "rank.below"} or not (counted or part.acts & _DEEDS)
    if placed or (part.table and "act.beat" in part.acts):
        if ours.rank is None or theirs.rank is None or counted:
            return OPEN
        below = part.acts & {"rank.below", "cmp.less"}
        so = ours.rank > theirs.rank if below else ours.rank < theirs.rank
        return ruled(so, Evidence(ranks=(ours, theirs)))
    if not counted or "act.beat" in part.acts:
        return OPEN
    mine, other = (_won(line, part.colours) for line in (ours, theirs))
    so = mine > other if "cmp.more" in part.acts else mine < other
    return ruled(so, Evidence(tallies=(ours, theirs)))


def _outdone(ours: Standing, theirs: Standing, *, lost: bool) -> Ruling:
    """Who beat whom, of delegations: both by their place and by all their medals, or it is open."""
    shown = Evidence(tallies=(ours, theirs))
    if ours.rank is None or theirs.rank is None:
        return Ruling(Truth.OPEN, shown)
    ahead = {ours.rank < theirs.rank, ours.total > theirs.total}
    return ruled(ahead.pop() is not lost if len(ahead) == 1 else None, shown)


_DEEDS = frozenset({"act.win", "act.beat", "act.lose", "act.compete"})


def _won(line: Standing, colours: tuple[str, ...]) -> int:
    return sum(int(getattr(line, c)) for c in colours) if colours else line.total


def most(part: Part, store: Store) -> Ruling | None:
    """The most medals: of all delegations, or of our sports."""
    if "sup.most" not in part.words:
        return None
    if part.athletes or part.count is not None or not (part.medal or part.colours):
        return OPEN
    games = part.games or (store.facts.current,)
    medal = Filter(Dim.MEDAL, part.colours or (ANY_MEDAL,))
    if len(part.conditions) == 1 and part.conditions[0].dim is Dim.SPORT and len(games) == 1:
        return _most_of_sports(part, games[0], store)
    if part.npcs and not part.conditions and len(games) == 1:
        query = Query(Op.TOP, Dim.NPC, (Filter(Dim.GAMES, games), medal), limit=1)
        found = leaders(query, store).standings
        line = line_of(part, store)
        if not found or line is None:
            return OPEN
        so = _won(line, part.colours) >= _won(found[0], part.colours)
        lines = (line,) if line.npc == found[0].npc else (found[0], line)
        return ruled(so, Evidence(tallies=lines))
    return OPEN


def _most_of_sports(part: Part, games: str, store: Store) -> Ruling:
    """The most medals of our sports, or of another team's."""
    npc = (part.npcs or (store.facts.home,))[0]
    if not knows(games, npc, store, medals=True):
        return OPEN
    won = Filter(Dim.MEDAL, part.colours or (ANY_MEDAL,))
    rows = store.table.select((Filter(Dim.GAMES, (games,)), Filter(Dim.NPC, (npc,)), won))
    tally = Counter(row.event.sport for row in rows)
    said = [tally[sport] for sport in part.conditions[0].values]
    if not tally or len(said) != 1:
        return OPEN
    most = max(tally.values())
    shared = sum(number == most for number in tally.values()) > 1
    shown = tuple(row for row in rows if tally[row.event.sport] == most)
    if said[0] == most and shared:
        return Ruling(Truth.OPEN, Evidence(rows=shown[:SHOWN]))
    return ruled(said[0] == most, Evidence(rows=shown[:SHOWN]))
