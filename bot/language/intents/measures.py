"""Shares and comparisons."""

from __future__ import annotations

from bot.facts.query import Dim, Filter, Op, Query
from bot.language.frame import Frame
from bot.language.intents.asked import WH
from bot.language.intents.conditions import concrete, contest, won


def share(frame: Frame) -> Query | None:
    """What part of the medals; or whether all of them."""
    every = frame.has("quant.all") and frame.has("aux", "ask.yesno") and not frame.has(*WH)
    rest = frame.has("cmp.vs", "cmp.more", "cmp.less") and frame.has("follow.other", "quant.all")
    if rest and contest(frame):
        return Query(Op.SHARE, Dim.MEDAL, won(frame))
    if not frame.has("ask.share") and not (every and (contest(frame) or frame.colours)):
        return None
    return Query(Op.SHARE, Dim.MEDAL, won(frame), yes_no=every)


def _against_one(frame: Frame) -> Dim | None:
    """On what a single thing named is compared, us or the current Games being the other.

    "Did we win more than Uzbekistan", "more medals than in Tokyo".
    """
    sided = frame.has("cmp.more", "cmp.less", "cmp.vs") and frame.has("cmp.than")
    of_medals = frame.medal_said or frame.has("act.win", "cmp.vs")
    if not sided or not of_medals or frame.number is not None:
        return None
    if len(concrete(frame, Dim.NPC)) == 1 and not frame.has("npc.home"):
        return Dim.NPC
    return Dim.GAMES if len(concrete(frame, Dim.GAMES)) == 1 else None


_MARKS = ("cmp.more", "cmp.less", "cmp.better", "cmp.vs", "cmp.than", "cmp.or", "same")
_DIMS = (Dim.ATHLETE, Dim.NPC, Dim.SPORT, Dim.MEDAL, Dim.GENDER, Dim.GAMES, Dim.DISCIPLINE)


def compare(frame: Frame) -> Query | None:
    """Two or more of a kind set against each other."""
    sides = frame.has("rank.above", "rank.below", "act.beat")
    above = sides and (
        (len(concrete(frame, Dim.ATHLETE)) > 1 and (frame.medal_said or frame.has("ask.who")))
        or (len(concrete(frame, Dim.NPC)) > 1 and not frame.contests and not frame.has("kind.rank"))
    )
    above = above or _against_each_other(frame)
    if frame.has("rank.above", "rank.below") and len(concrete(frame, Dim.NPC)) > 1:
        places = _by_place(frame)
        if places:
            return places
    if (not frame.has(*_MARKS) and not above) or frame.has("sup.old", "sup.young"):
        return None
    dim = next((d for d in _DIMS if len(concrete(frame, d)) > 1), None)
    if dim is None and frame.has("ask.compare") and len(concrete(frame, Dim.NPC)) == 1:
        dim = Dim.NPC  # "compare with China": us, that is
    if dim is None:
        dim = _against_one(frame)
    if dim is None or (dim not in (Dim.ATHLETE, Dim.GAMES) and frame.named(Dim.ATHLETE)):
        return None  # "is she a judoka or a swimmer" compares no sports
    if dim is Dim.MEDAL and not frame.has(*(m for m in _MARKS if m != "cmp.or")):
        return None
    together = any(m.every for m in frame.mentions if m.dim is dim)
    if dim in (Dim.DISCIPLINE, Dim.GAMES) and together:
        return None
    leave = (Dim.MEDAL,) if dim is not Dim.MEDAL and not frame.colours else ()
    upward = frame.has("cmp.more", "cmp.better", "rank.above", "act.beat", "act.win")
    downward = frame.has("cmp.less", "rank.below", "act.lose")
    more = False if downward else True if upward else None
    filters = tuple(
        Filter(dim, concrete(frame, dim)) if f.dim is dim and not f.negated else f
        for f in frame.filters(*leave)
    )
    supposed = frame.has("aux", "ask.yesno") or _against_each_other(frame)
    asked = supposed and not frame.has("ask.who", "ask.what", "ask.where", "cmp.or")
    return Query(Op.COMPARE, dim, filters, more=more, yes_no=asked or _statement(frame))


def _by_place(frame: Frame) -> Query | None:
    """Which of several delegations stands higher in the medal table."""
    if frame.medal_said or frame.contests or frame.named(Dim.ATHLETE):
        return None
    supposed = frame.has("aux", "ask.yesno") or frame.question_mark
    asked = supposed and not frame.has(*WH, "cmp.or")
    where = tuple(f for f in frame.filters() if f.dim in (Dim.GAMES, Dim.NPC))
    return Query(Op.RANK, Dim.NPC, where, more=frame.has("rank.above"), yes_no=asked)


def _against_each_other(frame: Frame) -> bool:
    """Whether one country is said to have beaten another, or to have lost to it."""
    two = len(concrete(frame, Dim.NPC)) == 2 and not frame.has("cmp.and", "cmp.or")
    said = frame.has("act.win", "act.beat", "act.lose") and not frame.has(*WH)
    return two and said and not (frame.medal_said or frame.contests)


def _statement(frame: Frame) -> bool:
    return frame.has("cmp.than") and not frame.has(*WH, "cmp.or", "cmp.vs")
