"""The medal table: a delegation's place, who stands above, who leads."""

from __future__ import annotations

from decimal import Decimal

from bot.facts.query import Dim, Filter, Op, Query
from bot.language.frame import Frame
from bot.language.intents.conditions import concrete

_ONE = 1


def rank(frame: Frame) -> Query | None:
    """A place in the medal table, or the countries by their places."""
    if frame.named(Dim.ATHLETE) or frame.has("pronoun.he", "pronoun.she"):
        return None
    placed = frame.has("ask.who") and frame.has("ord.first", "ord.second", "ord.third")
    placed = placed and not (frame.has("kind.place") and frame.named(Dim.GAMES))
    if placed and not frame.has("kind.rank", "kind.country"):
        return None  # "who stood on the second step" asks for people
    where = tuple(f for f in frame.filters() if f.dim in (Dim.GAMES, Dim.NPC))
    if frame.has("rank.above") and not frame.contests:
        return Query(Op.ABOVE, Dim.NPC, where, number=frame.number)
    if frame.has("rank.below") and frame.has("kind.country") and not frame.contests:
        return Query(Op.RANK, Dim.NPC, where)
    return (
        _within(frame, where)
        or _stated(frame, where)
        or _leaders(frame, where)
        or _place(frame, where)
    )


def _within(frame: Frame, where: tuple[Filter, ...]) -> Query | None:
    """Whether a delegation is among the best so many, or at a stated place."""
    named = frame.has("npc.home") or bool(frame.named(Dim.NPC))
    ours = named or not frame.has("kind.country", "kind.rank", "ask.list")
    asked = frame.has("aux", "ask.yesno") or (frame.question_mark and named)
    asked = asked and not frame.has("ask.count")
    if frame.has("sup.top") and frame.number and ours and asked:
        return Query(Op.RANK, Dim.NPC, where, limit=int(frame.number), yes_no=True)
    whose = (named or not frame.has("ask.who", "kind.country")) and not frame.has("kind.athlete")
    placed = whose and frame.has("act.finish") and frame.number
    if placed and not (frame.medal_said or frame.contests):
        return Query(Op.RANK, Dim.NPC, where, number=frame.number)
    return None


def _leaders(frame: Frame, where: tuple[Filter, ...]) -> Query | None:
    """Top five; who was first in the table; which country won most."""
    games = tuple(f for f in where if f.dim is Dim.GAMES)
    if frame.contests or concrete(frame, Dim.NPC) or frame.excluded(Dim.MEDAL):
        return None
    limit = int(frame.number) if frame.number and frame.number >= _ONE else 1
    placed = frame.has("kind.place") and frame.has("ord.first") and not frame.has("npc.home")
    table = frame.has("kind.country", "kind.rank") or placed
    of_people = frame.has("sup.top") and frame.has("kind.athlete")
    if not of_people and frame.has("sup.top") and (table or frame.number):
        return Query(Op.TOP, Dim.NPC, games, limit=limit)
    best = frame.has("kind.country") or (frame.has("kind.rank") and frame.has("ask.who"))
    if frame.has("sup.most", "sup.best") and best:
        colours = tuple(f for f in frame.filters() if f.dim is Dim.MEDAL)
        return Query(Op.TOP, Dim.NPC, (*games, *colours), limit=limit)
    return _biggest_or_placed(frame, games, limit) or _first(frame, games, placed=placed)


def _biggest_or_placed(frame: Frame, games: tuple[Filter, ...], limit: int) -> Query | None:
    """The biggest team; who was second in the table."""
    claimed = "biggest-team" in frame.of("claim.")
    big = claimed or (frame.has("sup.most") and frame.has("kind.team", "kind.country"))
    if big and not frame.medal_said and not frame.has("npc.home"):
        return Query(Op.TOP, Dim.ATHLETE, games, limit=limit)
    place = _nth(frame)
    if place and frame.has("kind.rank") and frame.has("ask.who", "kind.country"):
        return Query(Op.TOP, Dim.PLACE, games, limit=place)
    return None


def _first(frame: Frame, games: tuple[Filter, ...], *, placed: bool) -> Query | None:
    """Who was first in the table. ``placed``: a first place is spoken of, and no team."""
    table = frame.has("kind.country", "kind.rank") or placed
    first = frame.has("ord.first", "act.win", "kind.winner") or "gold" in frame.colours
    sought = frame.has("ask.who", "ask.what", "kind.country", "kind.winner", "act.win")
    if placed and games and not frame.medal_said:
        return Query(Op.TOP, Dim.NPC, games, limit=1)
    if first and table and sought and not frame.has("npc.home"):
        return Query(Op.TOP, Dim.NPC, games, limit=1)
    return None


def _nth(frame: Frame) -> int | None:
    """The place in words or figures of which the holder is asked: who was second."""
    if frame.has("npc.home") or frame.named(Dim.NPC):
        return None
    if frame.has("ord.second") or frame.colours == ("silver",):
        return 2
    if frame.has("ord.third") or frame.colours == ("bronze",):
        return 3
    ordinal = next((v.number for v in frame.values if v.ordinal and v.number), None)
    return int(ordinal) if ordinal else None


_PLACES = {"gold": 1, "silver": 2, "bronze": 3}


def _stated(frame: Frame, where: tuple[Filter, ...]) -> Query | None:
    """A place in the table said in the words for a medal: "they came second in the table"."""
    asked = frame.has("ask.count", "ask.who", "ask.list", "medal.any")
    supposed = frame.question_mark or frame.has("aux", "ask.yesno")
    finished = supposed and frame.has("act.finish") and bool(concrete(frame, Dim.NPC))
    table = frame.has("kind.rank") or finished
    if not table or len(frame.colours) != 1 or asked or frame.contests or frame.has("act.win"):
        return None
    return Query(Op.RANK, Dim.NPC, where, number=Decimal(_PLACES[frame.colours[0]]), yes_no=True)


def _place(frame: Frame, where: tuple[Filter, ...]) -> Query | None:
    table = (frame.has("kind.rank") and not frame.medal_said) or (
        frame.has("kind.rank", "kind.place") and not (frame.contests or frame.colours)
    )
    if not table or frame.contests:
        return None
    if frame.has("ask.list") and frame.has("kind.rank") and not concrete(frame, Dim.NPC):
        return Query(Op.TOP, Dim.NPC, where, limit=10)
    ours = frame.has("npc.home", "pronoun.it") or bool(concrete(frame, Dim.NPC))
    if frame.has("ask.who", "kind.country") and not ours and frame.number:
        return Query(Op.TOP, Dim.PLACE, where, limit=int(frame.number))
    return Query(Op.RANK, Dim.NPC, where, number=frame.number)
