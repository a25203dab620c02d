"""Follow-ups that only name something: it takes its place in the question before."""

from __future__ import annotations

from dataclasses import replace

from bot.facts.query import Dim, Filter, Op, Query, ordered
from bot.language.followup.turn import BARE, Turn
from bot.language.frame import Frame

_MARKS = ("follow.and", "follow.only", "follow.other")


_ASKING = (
    "ask.what",
    "ask.when",
    "ask.where",
    "ask.how",
    "ask.why",
    "ask.share",
    "aux",
    "ask.tell",
)


def the_names(turn: Turn) -> Query | None:
    """Who they are that were counted: "who?", "list them"."""
    # a place, or what else the reading took from words, makes a question of its own
    restricted = any(f.dim not in _GENERAL for f in turn.query.filters)
    if restricted or not _names_only(turn.frame):
        return None
    return replace(turn.last, op=Op.LIST, target=Dim.ATHLETE, number=None)


def _names_only(frame: Frame) -> bool:
    """Whether only the names are asked for, after a count."""
    said = frame.has("ask.who", "ask.list") or frame.has("kind.athlete")
    short = frame.has("ask.who") and len(frame.tags) <= BARE and not frame.has("npc.home")
    return (
        said
        and not frame.mentions
        and (short or not frame.has("act.win", "act.compete"))
        and not frame.has(*_ASKING)
        and not (frame.has("ask.count") and frame.has("kind.athlete"))  # "and how many athletes?"
        and not (frame.any("kind.s") or frame.any("sup.") or frame.any("claim."))
    )


def instead(turn: Turn) -> Query | None:
    """What is named takes the place of its like in the question before: "and silver?"."""
    return _replaced(turn.query, turn.frame, turn.last) if is_fragment(turn.frame) else None


def is_fragment(frame: Frame) -> bool:
    """Whether a message only names something, or says that it continues."""
    if not frame.mentions:
        return False
    if frame.named(Dim.ATHLETE) and not frame.has("follow.only"):
        return False
    verbs = frame.has("act.win", "act.compete", "kind.rank", "kind.venue")
    if frame.has(*_MARKS) or frame.any("pronoun."):
        return not (verbs and frame.has("ask.who", "ask.count", "ask.what"))
    complete = (
        frame.has("ask.who", "ask.count", "ask.list", *_ASKING) or verbs or frame.any("kind.")
    )
    coloured = bool(frame.colours) and not frame.subjects
    return not complete and (frame.question_mark or coloured)


_GENERAL = (Dim.MEDAL, Dim.NPC, Dim.GAMES)
_KEPT = (Dim.NPC, Dim.GAMES, Dim.SPORT, Dim.DISCIPLINE, Dim.GENDER, Dim.CLASS, Dim.WEIGHT)


def _replaced(query: Query, frame: Frame, last: Query) -> Query:
    """The last question with the newly named conditions in place of its own."""
    new = frame.filters()
    if frame.medal_said:
        last = last.without(Dim.PLACE)  # "who was first?", "and the silver?"
    named = {f.dim for f in new}
    merged = last.having(*new)
    if last.op is Op.GAMES and last.values(Dim.SPORT) and {f.dim for f in new} == {Dim.SPORT}:
        return merged  # where another sport was held
    if last.op is Op.COUNT and query.op is Op.EXISTS and not frame.has("aux", "ask.yesno"):
        return merged  # "how many medals?", "of these silver?"
    general = last.op in (Op.CARD, Op.VALUE, Op.NUMBER, Op.CLAIM, Op.GAMES)
    other_games = {f.dim for f in new} == {Dim.GAMES} and bool(last.values(Dim.ATHLETE))
    general = general and not (last.op is Op.VALUE and other_games)
    if general and last.target is not Dim.MEDAL and not _same_kind(query, last):
        merged = replace(query, filters=ordered((*_scope(last, new), *query.filters)))
    if frame.has("ask.who", "ask.list"):
        merged = replace(merged, op=Op.LIST, target=Dim.ATHLETE)
    if frame.has("ask.count"):
        merged = query.having(*(f for f in last.filters if f.dim in _KEPT and f.dim not in named))
    return replace(merged, number=None)


def _same_kind(query: Query, last: Query) -> bool:
    return query.op is last.op and query.target is last.target


def _scope(last: Query, new: tuple[Filter, ...]) -> tuple[Filter, ...]:
    """Whose results and at which Games, kept from the last question."""
    named = {f.dim for f in new}
    medal = last.op is Op.CARD and last.target is Dim.SPORT
    dims = (Dim.GAMES, Dim.NPC, Dim.SPORT) if medal else (Dim.GAMES, Dim.NPC)
    return tuple(f for f in last.filters if f.dim in dims and f.dim not in named)
