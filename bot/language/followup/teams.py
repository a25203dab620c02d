"""Follow-ups on a sport, a team or what is compared."""

from __future__ import annotations

from dataclasses import replace

from bot.facts.query import Dim, Filter, Op, Query, ordered
from bot.language.followup.fragments import is_fragment
from bot.language.followup.turn import BARE, SHORT, Turn
from bot.language.frame import Frame

_OF_TEAMS = frozenset({Op.COUNT, Op.RANK, Op.ABOVE, Op.TOP, Op.COMPARE})


def about_subject(turn: Turn) -> Query | None:
    """A few words on the sport or team spoken of: "number of events"."""
    about = _elliptic(turn.query, turn.frame, turn.last)
    return _within_subject(turn.query, turn.last) if about else None


def _elliptic(query: Query, frame: Frame, last: Query) -> bool:
    """Whether a few words ask something of the sport or team spoken of: "number of events"."""
    subject = last.values(Dim.SPORT) or last.values(Dim.NPC)
    asked = query.op in (Op.COUNT, Op.CLAIM, Op.GAMES) and (
        frame.has("kind.event", "kind.venue", "kind.team") or frame.any("claim.games-")
    )
    alone = not frame.mentions and len(frame.tags) <= SHORT and not frame.any("act.")
    return bool(subject) and asked and alone and not frame.has("npc.home", "kind.world")


def _within_subject(query: Query, last: Query) -> Query:
    """A question about the team or sport of the one before."""
    if query.claim == "games-events":
        query = Query(Op.COUNT, Dim.EVENT)
    kept = tuple(f for f in last.filters if f.dim in (Dim.NPC, Dim.GAMES, Dim.SPORT))
    if query.target is Dim.EVENT or query.op is Op.GAMES:
        kept = tuple(f for f in kept if f.dim is not Dim.NPC)
    return query.having(*kept)


def about_team(turn: Turn) -> Query | None:
    """What is asked of "them", the delegation."""
    about = _of_the_team(turn.query, turn.frame, turn.last)
    return _within_subject(turn.query, turn.last) if about else None


def _of_the_team(query: Query, frame: Frame, last: Query) -> bool:
    """Whether "they" are the delegation that was spoken of, not its athletes one by one."""
    about = last.op in _OF_TEAMS or (last.op is Op.CARD and not last.values(Dim.ATHLETE))
    collective = query.op in _OF_TEAMS or frame.has("kind.team", "kind.size", "kind.rank")
    return (
        frame.has("pronoun.they", "pronoun.it")
        and about
        and collective
        and bool(last.values(Dim.NPC))
        and not (frame.named(Dim.NPC) or frame.named(Dim.ATHLETE))
    )


def compared_anew(turn: Turn) -> Query | None:
    """Another set against the first of those compared: "and Ukraine?"."""
    last, frame = turn.last, turn.frame
    values = last.values(last.target)
    new = frame.named(last.target)
    if last.op is not Op.COMPARE or len(new) != 1 or not values or not is_fragment(frame):
        return None
    if len(values) == 1:
        values = (turn.facts.home,)
    both = Filter(last.target, (values[0], *new))
    rest = (f for f in frame.filters() if f.dim is not last.target)
    return replace(last.having(*rest, both), yes_no=False, more=None)


def compared_with_us(turn: Turn) -> Query | None:
    """Whether that is more: "more than ours?" after another country's medals; by how much."""
    last, frame = turn.last, turn.frame
    other, named = last.values(Dim.NPC), frame.named(Dim.NPC)
    if frame.has("ask.compare") and len(other) == len(named) == 1 and other != named:
        games = (f for f in last.filters if f.dim is Dim.GAMES)
        return Query(Op.COMPARE, Dim.NPC, ordered((*games, Filter(Dim.NPC, (*other, *named)))))
    by_how_much = frame.has("ask.count") and not frame.mentions and len(frame.tags) <= BARE
    if last.op is Op.COMPARE and by_how_much:
        return replace(last, yes_no=False)
    sided = frame.has("cmp.more", "cmp.less") and not frame.mentions_but(Dim.NPC, Dim.MEDAL)
    other = last.values(Dim.NPC)
    new = frame.named(Dim.NPC) or (turn.facts.home,)
    counted = last.op in (Op.COUNT, Op.RANK, Op.CARD, Op.LIST) and not last.values(Dim.ATHLETE)
    if not (sided and counted and len(other) == len(new) == 1) or other == new:
        return None
    both = Filter(Dim.NPC, (*other, *new))
    games = (f for f in last.filters if f.dim in (Dim.GAMES, Dim.MEDAL, Dim.SPORT))
    more = frame.has("cmp.more")
    return Query(Op.COMPARE, Dim.NPC, ordered((*games, both)), more=more, yes_no=True)
