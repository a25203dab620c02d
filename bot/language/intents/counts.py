"""How many, and numbers taken for granted."""

from __future__ import annotations

from itertools import pairwise

from bot.facts.query import EVERY, NO_MEDAL, Dim, Filter, Op, Query
from bot.language.frame import Frame
from bot.language.intents.asked import noun, nouns
from bot.language.intents.conditions import concrete, results, won

_SEVERAL = 2
_COUNTABLE = ("kind.athlete", "kind.sport", "kind.team")


def repeated(frame: Frame) -> Query | None:
    """Who won so many medals each: "who won two golds", "how many won more than one medal"."""
    people = frame.has("ask.who", "kind.athlete", "kind.winner")
    asked = frame.has("ask.who", "ask.what", "ask.list", "ask.count", "kind.winner")
    if not (people and asked and frame.medal_said) or frame.named(Dim.ATHLETE):
        return None
    # "nine medallists" are so many people, not medals
    people_at = {tag.start for tag in frame.tags if "kind.athlete" in tag.concepts}
    medals = {m.start for m in frame.mentions if m.dim is Dim.MEDAL and not m.negated}
    at = medals - people_at
    number = next((v.number for v in frame.values if v.number is not None and v.end in at), None)
    if number is None or any(v.ordinal for v in frame.values):
        return None
    least = int(number) + frame.has("cmp.more", "weight.over")
    if least < _SEVERAL or frame.has("cmp.less", "weight.upto"):
        return None
    counted = noun(frame, "ask.count") is Dim.ATHLETE
    times = Filter(Dim.TIMES, (str(least),))
    return Query(Op.COUNT if counted else Op.LIST, Dim.ATHLETE, (*won(frame), times))


def countries(frame: Frame) -> Query | None:
    """How many countries won medals, or a colour of them."""
    asked = frame.has("ask.count") and frame.has("kind.country")
    won_any = frame.medal_said or frame.has("act.win")
    if not (asked and won_any) or frame.contests or concrete(frame, Dim.NPC) or frame.values:
        return None
    if NO_MEDAL in frame.named(Dim.MEDAL) or frame.excluded(Dim.MEDAL):
        return None
    if noun(frame, "ask.count") not in (Dim.NPC, None) or frame.any("sup.") or frame.any("rank."):
        return None
    if frame.has("kind.rank"):
        return None
    return Query(Op.COUNT, Dim.NPC, (*won(frame), Filter(Dim.NPC, (EVERY,))))


def count(frame: Frame) -> Query | None:
    """How many of what."""
    if not frame.has("ask.count", "kind.size"):
        return None
    if len(frame.named(Dim.ATHLETE)) == 1 and frame.has("ask.times") and not frame.medal_said:
        everywhere = () if frame.named(Dim.GAMES) else (Filter(Dim.GAMES, (EVERY,)),)
        if not frame.has("act.win", "kind.winner"):
            return Query(Op.COUNT, Dim.GAMES, (*frame.filters(), *everywhere))
    if len(frame.named(Dim.ATHLETE)) == 1:
        return Query(Op.COUNT, Dim.MEDAL, won(frame), number=frame.number)
    if frame.has("ask.times") and frame.has("act.compete", "kind.games") and not frame.medal_said:
        everywhere = () if frame.named(Dim.GAMES) else (Filter(Dim.GAMES, (EVERY,)),)
        return Query(Op.COUNT, Dim.GAMES, (*frame.filters(), *everywhere), number=frame.number)
    if {Dim.ATHLETE, Dim.SPORT} <= set(nouns(frame, "ask.count", "kind.size")):
        return Query(Op.CARD, Dim.NPC, frame.filters(Dim.MEDAL))
    sought = _counted(frame)
    place = _place_counted(frame) if sought is Dim.ATHLETE else None
    if place:
        return Query(Op.COUNT, Dim.ATHLETE, (*frame.filters(), place))
    filters = won(frame) if sought is Dim.MEDAL else results(frame)
    total = True if sought is Dim.MEDAL and _of_all_times(frame) else None
    brought = frame.has("act.bring") and not frame.medal_said
    if sought is Dim.ATHLETE and brought:
        filters = frame.filters()  # "how many athletes did they bring"
    return Query(Op.COUNT, sought, filters, number=frame.number, more=total)


_LAST_OF_TOP = 16


def _place_counted(frame: Frame) -> Filter | None:
    """The places of which the holders are counted: "how many finished fourth", "in the top 8"."""
    if frame.number is None or frame.medal_said:
        return None
    number = int(frame.number)
    if frame.has("sup.top") and number <= _LAST_OF_TOP:
        return Filter(Dim.PLACE, tuple(str(n) for n in range(1, number + 1)))
    ordinal = any(v.ordinal and v.number == frame.number for v in frame.values)
    return Filter(Dim.PLACE, (str(number),)) if ordinal and frame.has("act.finish") else None


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
    if _of_ours(frame):
        return Dim.ATHLETE
    compete = frame.has("act.compete", "kind.athlete", "kind.team", "kind.size")
    return Dim.ATHLETE if compete else Dim.MEDAL


def _of_all_times(frame: Frame) -> bool:
    """Whether a country's medals are counted "in total": all Games may be meant as well."""
    whose = frame.has("npc.home") or bool(concrete(frame, Dim.NPC)) or frame.any("season.")
    named = frame.named(Dim.GAMES) or frame.contests or frame.named(Dim.GENDER)
    return frame.has("quant.total") and whose and not named and frame.has("act.win", "kind.games")


def _of_ours(frame: Frame) -> bool:
    """Whether the people of the team are counted: "how many of ours were there"."""
    pairs = pairwise(frame.tags)
    beside = ({"ask.count", "npc.home"} <= {*a.concepts, *b.concepts} for a, b in pairs)
    return any(beside) and (
        (frame.has("aux") or bool(frame.named(Dim.GAMES)))
        and not frame.has("act.bring", "ask.times")
        and not frame.any("ord.")
    )


def premise_number(frame: Frame) -> Query | None:
    """A number taken for granted: "was it 3 golds", "we had 50 athletes"."""
    asked = ("ask.who", "ask.list", "ask.when", "ask.where", "ask.what")
    if frame.number is None or frame.has(*asked):
        return None
    if not (frame.medal_said or frame.has(*_COUNTABLE)):
        return None
    if frame.has("ask.count") and _place_counted(frame):
        return None  # "how many finished fourth"
    if frame.named(Dim.ATHLETE) and any(v.ordinal for v in frame.values if v.number):
        return None
    medals = bool(frame.colours) or not frame.has(*_COUNTABLE)
    sought = Dim.MEDAL if medals else _counted(frame)
    if sought is Dim.MEDAL and not frame.colours and frame.has("kind.athlete"):
        sought = Dim.ATHLETE
    more = True if frame.has("weight.over", "cmp.more") else None
    more = False if frame.has("weight.upto", "cmp.less") else more
    return Query(Op.COUNT, sought, results(frame), number=frame.number, yes_no=True, more=more)
