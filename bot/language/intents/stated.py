"""Claims: records, firsts, roles, sizes; and the numbers of whole Games."""

from __future__ import annotations

from bot.facts.query import EVERY, Dim, Filter, Op, Query
from bot.language.frame import Frame
from bot.language.intents.asked import noun
from bot.language.intents.conditions import person

_OF_COUNTRIES = ("best-games", "first-medal-ever", "first-gold", "first-winter-gold", "return")
"""What is a country's first or best is not asked of a person: theirs is a career."""
_TEAM_KINDS = ("best-games", "quota", "biggest-team")


def claim(frame: Frame) -> Query | None:
    """A claim of a kind, with what was named beside it."""
    kind = _kind(frame)
    if kind is None:
        return None
    if kind == "games-events" and frame.has("sup.most", "sup.least") and frame.has("kind.sport"):
        op = Op.MOST if frame.has("sup.most") else Op.LEAST
        gold = (Filter(Dim.NPC, (EVERY,)), Filter(Dim.MEDAL, ("gold",)))
        return Query(op, Dim.SPORT, (*frame.filters(Dim.MEDAL, Dim.NPC), *gold))
    if frame.named(Dim.SPORT) and kind == "games-medals" and frame.colours:
        everybody = Filter(Dim.NPC, (EVERY,))
        return Query(Op.COUNT, Dim.MEDAL, (*frame.filters(Dim.NPC), everybody))
    if frame.named(Dim.SPORT) and kind in ("games-events", "games-medals"):
        return Query(Op.COUNT, Dim.EVENT, frame.filters(Dim.MEDAL))
    if kind.startswith("record"):
        return _record(kind, frame)
    number = frame.number if kind in _TEAM_KINDS else None
    if kind in _TEAM_KINDS or kind.startswith("games-"):
        leave = tuple(d for d in Dim if d is not Dim.GAMES)
        return Query(Op.CLAIM, filters=frame.filters(*leave), claim=kind, number=number)
    return Query(Op.CLAIM, filters=frame.filters(Dim.MEDAL), claim=kind, number=number)


def _kind(frame: Frame) -> str | None:
    """The kind of claim that is asked for, by the words and what stands beside them."""
    kinds = _fitting(frame)
    kind = _chosen(kinds, frame) if kinds else None
    if kind == "first-medal-ever" and frame.contests_said:
        return "first-medal"  # the first in a sport
    if kind == "record" and frame.has("npc.home") and not frame.subjects:
        return "best-games"  # a country's record is its number of medals
    return kind


def _fitting(frame: Frame) -> tuple[str, ...]:
    """The kinds of claim that are spoken of, but for those that other words rule out."""
    kinds = frame.of("claim.")
    if frame.has("rank.above", "rank.below") or frame.medal_said:
        kinds = tuple(k for k in kinds if not k.startswith("games-") or k == "games-medals")
    if frame.has("ask.who", "kind.country", "kind.world") and not frame.has("npc.home"):
        kinds = tuple(k for k in kinds if k not in ("biggest-team", "best-games"))
    if frame.has("npc.home") and frame.has("kind.team", "act.send", "act.compete"):
        kinds = tuple(k for k in kinds if k != "games-athletes")  # "how many of ours went"
    if frame.has("npc.home"):
        kinds = tuple(k for k in kinds if k != "games-events")
    if frame.has("sup.worst") or frame.contests_said:
        kinds = tuple(k for k in kinds if k != "best-games")  # that is of a whole team's Games
    return kinds


_SCOPES = ("record-world", "record-asian", "record-paralympic", "record-national")
"""Of whom records are: one of another scope is not the one asked about."""


def _record(kind: str, frame: Frame) -> Query:
    """A record of a scope, of all Games unless some are named."""
    everywhere = () if frame.named(Dim.GAMES) else (Filter(Dim.GAMES, (EVERY,)),)
    where = (*frame.filters(Dim.MEDAL), *everywhere)
    return Query(Op.CLAIM, filters=where, claim=kind, number=frame.number)


def _chosen(kinds: tuple[str, ...], frame: Frame) -> str | None:
    of_team = frame.has("npc.home") and not frame.named(Dim.ATHLETE)
    if person(frame) and not (of_team and "best-games" in kinds):
        kinds = tuple(k for k in kinds if k not in _OF_COUNTRIES)
    if "first-gold" in kinds and frame.has("season.winter"):
        return "first-winter-gold"
    records = [k for k in kinds if k.startswith("record")]
    if records:
        scopes = [k for k in records if k in _SCOPES]
        scoped = scopes[0] if len(scopes) == 1 else "record"
        return "best-games" if "best-games" in kinds and not scopes else scoped
    return kinds[0] if kinds else None


def world(frame: Frame) -> Query | None:
    """Numbers of the whole Games: athletes, sports, events, delegations, medals."""
    if not frame.has("ask.count", "number.approx", "kind.size"):
        return None
    ours = frame.has("npc.home", "kind.team", "act.send", "person.several")
    ours = ours or bool(frame.named(Dim.NPC))
    won = frame.has("act.win") and not frame.has("kind.world", "number.approx")
    if ours or frame.subjects or frame.medal_said or won:
        return None
    games = tuple(f for f in frame.filters() if f.dim is Dim.GAMES)
    asked = noun(frame, "ask.count", "number.approx", "kind.size")
    countries = frame.has("kind.country") and asked in (None, Dim.NPC)
    if countries and not frame.has("rank.above", "rank.below"):
        return Query(Op.CLAIM, filters=games, claim="games-delegations")
    kind = {Dim.ATHLETE: "athlete", Dim.SPORT: "sport", Dim.EVENT: "event"}.get(asked or Dim.PLACE)
    whole = frame.has("kind.world", "kind.games") or bool(frame.named(Dim.GAMES))
    if kind is None or not whole:
        return None
    return Query(Op.CLAIM, filters=games, claim=f"games-{kind}s")


def bare_number(frame: Frame) -> Query | None:
    """A bare number to be explained."""
    if frame.number is None or frame.subjects or frame.medal_said:
        return None
    if frame.has("ask.count") and not frame.has("ask.what"):
        return None
    kinds = ("kind.athlete", "kind.sport", "kind.event", "act.win", "kind.rank", "kind.country")
    if frame.has(*kinds) or frame.any("sup."):
        return None
    return Query(Op.NUMBER, number=frame.number)
