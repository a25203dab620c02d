"""When, where, which: the Games themselves."""

from __future__ import annotations

from bot.facts.query import EVERY, Dim, Filter, Op, Query
from bot.language.frame import Frame

_NOT_OF_PLACES = (
    "act.win", "act.compete", "act.finish", "act.lose", "act.beat", "kind.rank", "kind.place",
    "kind.athlete", "kind.team", "kind.event", "kind.opening", "kind.closing", "ask.count",
    "ask.who", "ask.tell", "ask.list", "npc.home",
)  # fmt: skip


def hosted(frame: Frame) -> Query | None:
    """Whether Games were where they are said to have been: "was Paralympics 2016 in Tokyo?"."""
    asked = frame.has("aux", "ask.yesno", "cmp.or") or frame.question_mark
    place = frame.named(Dim.GAMES) and frame.has("kind.games", "kind.city", "kind.venue")
    beside = frame.mentions_but(Dim.GAMES) or frame.any("sup.") or frame.any("claim.")
    if not (asked and place) or beside or frame.has(*_NOT_OF_PLACES) or frame.any("cmp.m"):
        return None
    if any(m.every or EVERY in m.values for m in frame.mentions):
        return None
    if frame.has("kind.edition") or any(v.ordinal for v in frame.values):
        return None  # which in number they were
    elsewhere = frame.has("ask.where") and frame.has("cmp.or")  # "was it in London or where?"
    if frame.has("ask.where", "ask.when", "ask.what") and not elsewhere:
        return None
    games = () if elsewhere else tuple(f for f in frame.filters() if f.dim is Dim.GAMES)
    return Query(Op.GAMES, Dim.CITY, games, yes_no=True)


def games_fact(frame: Frame) -> Query | None:
    """A fact on the Games: venue, edition, dates, city."""
    someone = frame.has("pronoun.he", "pronoun.she", "pronoun.they") and not (
        frame.has("kind.games", "kind.landmark", "kind.city") or frame.named(Dim.SPORT)
    )
    if frame.named(Dim.ATHLETE) or someone:
        return None
    games = tuple(f for f in frame.filters() if f.dim in (Dim.GAMES, Dim.SPORT))
    held = frame.has("ask.where") and not (frame.any("sup.") or frame.has("act.win", "cmp.more"))
    held = held or (frame.has("kind.city") and not frame.has("act.win", "act.compete"))
    if frame.has("kind.venue") or (held and frame.named(Dim.SPORT) and not frame.medal_said):
        return Query(Op.GAMES, Dim.VENUE, games)
    if frame.named(Dim.VENUE):
        return Query(Op.GAMES, Dim.VENUE, games)
    ordinals = [v for v in frame.values if v.ordinal]
    if frame.has("kind.edition") or (ordinals and frame.has("kind.games") and not frame.medal_said):
        return Query(Op.GAMES, Dim.EDITION, games)
    if frame.has("ord.first") and (frame.has("npc.home") or frame.named(Dim.NPC)):
        return None  # a delegation's first Games
    ends = frame.has("kind.opening", "kind.closing")
    dated = (ends or frame.has("kind.duration", "kind.dates")) and (
        frame.has("kind.games")
        or (bool(games) and not frame.mentions_but(Dim.GAMES, Dim.DAY))
        or (ends and frame.has("ask.when") and not (frame.subjects or frame.has("npc.home")))
    )
    city = frame.has("kind.city") and frame.has("ask.what", "ask.where")
    results = frame.medal_said or frame.subjects or frame.has("act.win", "ask.count")
    results = results or (frame.has("act.compete") and not city)
    if results and not (dated and not frame.medal_said):
        return None
    return _date_or_place(frame, games)


def _date_or_place(frame: Frame, games: tuple[Filter, ...]) -> Query | None:
    if frame.has("kind.duration", "kind.dates") and not frame.has("kind.rank"):
        return Query(Op.GAMES, Dim.DURATION, games)
    opening, closing = frame.has("kind.opening"), frame.has("kind.closing")
    if opening and closing:
        return Query(Op.GAMES, Dim.DURATION, games)
    if frame.has("kind.rank", "npc.home") and not frame.has("ask.when"):
        return None
    if opening:
        return Query(Op.GAMES, Dim.OPENED, games)
    if closing:
        return Query(Op.GAMES, Dim.CLOSED, games)
    if frame.has("ask.where", "kind.city") and not frame.has("kind.country", "kind.rank"):
        return Query(Op.GAMES, Dim.CITY, games)
    if frame.has("ask.when", "kind.day"):
        return Query(Op.GAMES, Dim.DURATION, games)
    return None
