"""Whether somebody beat, or lost to, somebody else or somebody of a country."""

from __future__ import annotations

from bot.facts.query import Dim, Filter, Op, Query
from bot.language.frame import Frame
from bot.language.intents.asked import WH
from bot.language.intents.conditions import concrete

_WON = ("act.beat", "act.win", "rank.above")
_LOST = ("act.lose", "rank.below")


def met(frame: Frame) -> Query | None:
    """Whether one beat the other, a country named being the other's: "a Frenchwoman".

    Of two athletes named the first is asked about.
    """
    won, lost = frame.has(*_WON), frame.has(*_LOST)
    athletes = concrete(frame, Dim.ATHLETE)
    if not athletes and won is not lost:
        return _teams(frame, won=won)
    if not athletes or won is lost or frame.has(*WH, "cmp.and", "cmp.or") or frame.medal_said:
        return None
    if any(len(m.values) > 1 for m in frame.mentions if m.dim is Dim.ATHLETE):
        return None
    others = (*athletes[1:], *concrete(frame, Dim.NPC))
    if not others:
        return None
    where = frame.filters(Dim.NPC, Dim.ATHLETE, Dim.GENDER, Dim.SPORT)
    who = (Filter(Dim.ATHLETE, athletes[:1]), Filter(Dim.OPPONENT, others))
    return Query(Op.MET, Dim.OPPONENT, (*where, *who), more=won, yes_no=True)


def _teams(frame: Frame, *, won: bool) -> Query | None:
    """As :func:`met`, of two delegations in a sport: "did we lose to France in volleyball?"."""
    teams = concrete(frame, Dim.NPC)
    said = frame.has("act.beat", "act.lose") or (frame.has("act.win") and frame.has("cmp.vs"))
    if len(teams) != 2 or not said or not frame.named(Dim.SPORT):
        return None
    if frame.medal_said or frame.has(*WH, "cmp.and", "cmp.or", "cmp.more", "cmp.less"):
        return None
    who = (Filter(Dim.NPC, teams[:1]), Filter(Dim.OPPONENT, teams[1:]))
    where = frame.filters(Dim.NPC)
    return Query(Op.MET, Dim.OPPONENT, (*where, *who), more=won, yes_no=True)
