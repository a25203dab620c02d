"""Places without a medal: who came fourth, who was disqualified."""

from __future__ import annotations

from bot.facts.query import Dim, Filter, Op, Query
from bot.language.frame import Frame
from bot.language.intents.conditions import concrete

_FIRST, _LAST = 4, 16
"""Places told by number: above are the medals, below only countries are spoken of."""
_TABLE = (
    "kind.rank",
    "kind.country",
    "kind.games",
    "kind.edition",
    "kind.day",
    "ask.count",
    "sup.top",
)
DISQUALIFIED = "disqualified"


def placed(frame: Frame) -> Query | None:
    """Who came fourth to sixteenth, whoever it was; who was disqualified."""
    if frame.medal_said or frame.has(*_TABLE):
        return None
    if frame.has("act.disqualified"):
        place = DISQUALIFIED
    else:
        place = "" if frame.named(Dim.ATHLETE) else _place(frame)
    if not place:
        return None
    asked = frame.has("ask.who", "ask.what", "ask.list") or place != DISQUALIFIED
    where = (*frame.filters(Dim.PLACE), Filter(Dim.PLACE, (place,)))
    return Query(Op.LIST if asked else Op.EXISTS, Dim.ATHLETE, where, yes_no=not asked)


def _place(frame: Frame) -> str:
    """The place that people are asked for by, not that of a country in a table."""
    numbers = [v for v in frame.values if v.number is not None]
    if len(numbers) != 1 or not _FIRST <= (numbers[0].number or 0) <= _LAST:
        return ""
    value = numbers[0]
    beside = {c for t in frame.tags if value.end == t.start for c in t.concepts}
    ordinal = value.ordinal or "kind.place" in beside
    people = frame.has("ask.who", "kind.athlete") or (
        frame.has("npc.home") and (frame.has("ask.what", "ask.list") or not value.ordinal)
    )
    foreign = concrete(frame, Dim.NPC) and not (frame.has("npc.home") or frame.has("ask.who"))
    said = frame.has("aux", "act.finish", "kind.place", "act.win") and not foreign
    return str(value.number) if ordinal and people and said else ""
