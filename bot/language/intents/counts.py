"""How many, and numbers taken for granted."""

from __future__ import annotations

from bot.facts.query import EVERY, Dim, Filter, Op, Query
from bot.language.frame import Frame
from bot.language.intents.asked import noun, nouns
from bot.language.intents.conditions import results, won

_COUNTABLE = ("kind.athlete", "kind.sport", "kind.team")


def count(frame: Frame) -> Query | None:
    """How many of what."""
    if not frame.has("ask.count", "kind.size"):
        return None
    if len(frame.named(Dim.ATHLETE)) == 1:
        return Query(Op.COUNT, Dim.MEDAL, won(frame), number=frame.number)
    if frame.has("ask.times") and frame.has("act.compete", "kind.games") and not frame.medal_said:
        everywhere = () if frame.named(Dim.GAMES) else (Filter(Dim.GAMES, (EVERY,)),)
        return Query(Op.COUNT, Dim.GAMES, (*frame.filters(), *everywhere), number=frame.number)
    if {Dim.ATHLETE, Dim.SPORT} <= set(nouns(frame, "ask.count", "kind.size")):
        return Query(Op.CARD, Dim.NPC, frame.filters(Dim.MEDAL))
    sought = _counted(frame)
    filters = won(frame) if sought is Dim.MEDAL else results(frame)
    brought = frame.has("act.bring") and not frame.medal_said
    if sought is Dim.ATHLETE and brought:
        filters = frame.filters()  # "how many athletes did they bring"
    return Query(Op.COUNT, sought, filters, number=frame.number)


def _counted(frame: Frame) -> Dim:
    """What is counted: the noun beside the question word, else what is spoken of."""
    asked = noun(frame, "ask.count", "kind.size")
    if asked is Dim.SPORT and frame.named(Dim.SPORT):
        return Dim.EVENT  # the contests of a named sport
    if asked is Dim.GAMES and frame.medal_said:
        return Dim.MEDAL
    if asked is not None:
        return asked
    if frame.has("ask.who") and frame.medal_said:
        return Dim.ATHLETE
    if frame.medal_said or frame.has("act.win", "kind.winner"):
        return Dim.MEDAL
    if frame.has("kind.sport"):
        return Dim.SPORT
    compete = frame.has("act.compete", "kind.athlete", "kind.team", "kind.size")
    return Dim.ATHLETE if compete else Dim.MEDAL


def premise_number(frame: Frame) -> Query | None:
    """A number taken for granted: "was it 3 golds", "we had 50 athletes"."""
    asked = ("ask.who", "ask.list", "ask.when", "ask.where", "ask.what")
    if frame.number is None or frame.has(*asked):
        return None
    if not (frame.medal_said or frame.has(*_COUNTABLE)):
        return None
    if frame.named(Dim.ATHLETE) and any(v.ordinal for v in frame.values if v.number):
        return None
    medals = bool(frame.colours) or not frame.has(*_COUNTABLE)
    sought = Dim.MEDAL if medals else _counted(frame)
    if sought is Dim.MEDAL and not frame.colours and frame.has("kind.athlete"):
        sought = Dim.ATHLETE
    more = True if frame.has("weight.over", "cmp.more") else None
    more = False if frame.has("weight.upto", "cmp.less") else more
    return Query(Op.COUNT, sought, results(frame), number=frame.number, yes_no=True, more=more)
