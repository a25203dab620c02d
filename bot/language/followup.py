"""Follow-ups: a message that leans on the turn before, completed from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.facts.model import Facts, Gender
from bot.facts.query import ANY_MEDAL, Dim, Filter, Op, Query, ordered
from bot.language.dialogue import Dialogue
from bot.language.frame import Frame
from bot.language.intents import decide
from bot.language.intents.conditions import MEDAL_OF_PLACE
from bot.language.mentions import Mention

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


def lean(
    query: Query, frame: Frame, dialogue: Dialogue, now: float, facts: Facts
) -> tuple[Query, bool]:
    """The query completed from the last turn, and whether it was.

    A message that names its subject and asks its question stands alone, whatever came before.
    """
    if not dialogue.fresh(now) or dialogue.query is None:
        return query, False
    turn = _Turn(query, frame, dialogue, dialogue.query, facts)
    for rule in _RULES:
        found = rule(turn)
        if found is not None:
            return found, True
    return query, False


@dataclass(frozen=True, slots=True)
class _Turn:
    """A message as it was read by itself, and what came before it."""

    query: Query
    frame: Frame
    dialogue: Dialogue
    last: Query
    facts: Facts


def _about_subject(turn: _Turn) -> Query | None:
    about = _elliptic(turn.query, turn.frame, turn.last)
    return _within_subject(turn.query, turn.last) if about else None


def _about_there(turn: _Turn) -> Query | None:
    frame, last = turn.frame, turn.last
    there = frame.has("pronoun.there") or (frame.has("pronoun.it") and last.values(Dim.GAMES))
    if not there or frame.named(Dim.GAMES) or frame.named(Dim.ATHLETE):
        return None
    return _there(turn.query, last)


def _about_team(turn: _Turn) -> Query | None:
    about = _of_the_team(turn.query, turn.frame, turn.last)
    return _within_subject(turn.query, turn.last) if about else None


def _about_person(turn: _Turn) -> Query | None:
    frame = turn.frame
    person = _pronoun(frame, turn.dialogue, turn.facts)
    if not person or frame.named(Dim.ATHLETE):
        return None
    named = Mention(Dim.ATHLETE, person, -1, -1, every=len(person) > 1)
    asked = decide(replace(frame, mentions=(named, *frame.mentions)))
    games = tuple(f for f in turn.last.filters if f.dim is Dim.GAMES)
    return asked if frame.named(Dim.GAMES) else asked.having(*games)


def _the_names(turn: _Turn) -> Query | None:
    if not _names_only(turn.frame):
        return None
    return replace(turn.last, op=Op.LIST, target=Dim.ATHLETE, number=None)


def _instead(turn: _Turn) -> Query | None:
    return _replaced(turn.query, turn.frame, turn.last) if _fragment(turn.frame) else None


_OF_TEAMS = frozenset({Op.COUNT, Op.RANK, Op.ABOVE, Op.TOP, Op.COMPARE})
_SHORT = 4
"""So many words at most has a question that leaves its subject to the one before."""


def _next_place(turn: _Turn) -> Query | None:
    """Who came next in the contest spoken of: "and who was second?"."""
    frame, last = turn.frame, turn.last
    others = [m for m in frame.mentions if m.dim is not Dim.MEDAL]
    if others or not frame.has("ask.who") or last.op not in (Op.LIST, Op.VALUE, Op.CARD):
        return None
    medal = next((medal for place, medal in MEDAL_OF_PLACE.items() if frame.has(place)), None)
    if medal is None:
        return None
    if any(m.values != (medal,) for m in frame.mentions):
        return None  # "our second champion" is second in another way
    wanted = Filter(Dim.MEDAL, (medal,))
    athletes = last.values(Dim.ATHLETE)
    if len(athletes) == 1:
        games = (f for f in last.filters if f.dim is Dim.GAMES)
        return Query(Op.LIST, Dim.ATHLETE, (Filter(Dim.ALONGSIDE, athletes), *games, wanted))
    contest = any(last.values(d) for d in (Dim.SPORT, Dim.DISCIPLINE, Dim.CLASS, Dim.EVENT))
    asked = replace(last, op=Op.LIST, target=Dim.ATHLETE, yes_no=False)
    return asked.having(wanted) if contest else None


def _compared_anew(turn: _Turn) -> Query | None:
    """Another set against the first of those compared: "and Ukraine?"."""
    last, frame = turn.last, turn.frame
    values = last.values(last.target)
    new = frame.named(last.target)
    if last.op is not Op.COMPARE or len(new) != 1 or not values or not _fragment(frame):
        return None
    if len(values) == 1:
        values = (turn.facts.home,)
    both = Filter(last.target, (values[0], *new))
    rest = (f for f in frame.filters() if f.dim is not last.target)
    return replace(last.having(*rest, both), yes_no=False, more=None)


def _same_games(turn: _Turn) -> Query | None:
    """A number or a place asked of nobody: of the delegation and the Games spoken of."""
    query, frame, last = turn.query, turn.frame, turn.last
    open_ended = query.op in (Op.COUNT, Op.RANK) and last.op in (Op.COUNT, Op.RANK, Op.LIST)
    ours = frame.has("npc.home", "kind.world") or bool(frame.named(Dim.NPC))
    if not open_ended or ours or frame.contests or frame.named(Dim.GAMES):
        return None
    games = last.values(Dim.GAMES)
    return _there(query, last) if games and not last.values(Dim.ATHLETE) else None


def _there(query: Query, last: Query) -> Query:
    """A question about the Games spoken of, and the delegation if it names none."""
    named = {f.dim for f in query.filters}
    kept = (f for f in last.filters if f.dim in (Dim.GAMES, Dim.NPC) and f.dim not in named)
    return query.having(*kept)


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


def _elliptic(query: Query, frame: Frame, last: Query) -> bool:
    """Whether a few words ask something of the sport or team spoken of: "number of events"."""
    subject = last.values(Dim.SPORT) or last.values(Dim.NPC)
    asked = query.op in (Op.COUNT, Op.CLAIM, Op.GAMES) and (
        frame.has("kind.event", "kind.venue", "kind.team") or frame.any("claim.games-")
    )
    alone = not frame.mentions and len(frame.tags) <= _SHORT and not frame.any("act.")
    return bool(subject) and asked and alone and not frame.has("npc.home", "kind.world")


def _within_subject(query: Query, last: Query) -> Query:
    """A question about the team or sport of the one before."""
    if query.claim == "games-events":
        query = Query(Op.COUNT, Dim.EVENT)
    kept = tuple(f for f in last.filters if f.dim in (Dim.NPC, Dim.GAMES, Dim.SPORT))
    if query.target is Dim.EVENT or query.op is Op.GAMES:
        kept = tuple(f for f in kept if f.dim is not Dim.NPC)
    return query.having(*kept)


def _pronoun(frame: Frame, dialogue: Dialogue, facts: Facts) -> tuple[str, ...]:
    """Whom a pronoun, or an attribute asked of nobody, means."""
    last = dialogue.athletes
    asks_attribute = len(last) == 1 and _asks_attribute(frame)
    among = frame.contests if frame.has("pronoun.they") else frame.subjects
    if not last or among or not (frame.any("pronoun.") or asks_attribute):
        return ()
    if frame.has("pronoun.they"):
        return last
    if len(last) == 1:
        return last if not frame.has("kind.games", "npc.home") else ()
    wanted = {Gender.MEN} if frame.has("pronoun.he") else {Gender.WOMEN}
    if frame.has("pronoun.he") and frame.has("pronoun.she"):
        return ()
    if not frame.has("pronoun.he", "pronoun.she"):
        return ()
    fitting = tuple(a for a in last if facts.athletes[a].gender in wanted)
    return fitting if len(fitting) == 1 else ()


def _asks_attribute(frame: Frame) -> bool:
    """Whether a few words ask something of nobody: "which class?", "what medal?"."""
    if (frame.any("kind.") or frame.any("claim.record")) and not frame.mentions:
        return True
    bare = all(m.dim is Dim.MEDAL and m.values == (ANY_MEDAL,) for m in frame.mentions)
    asked = frame.has("ask.what") and not frame.has("ask.who", "npc.home") and not frame.any("act.")
    return bool(frame.mentions) and bare and asked and len(frame.tags) <= _SHORT


def _names_only(frame: Frame) -> bool:
    """Whether only the names are asked for, after a count."""
    said = frame.has("ask.who", "ask.list") or frame.has("kind.athlete")
    return (
        said
        and not frame.mentions
        and not frame.has("act.win", "act.compete", *_ASKING)
        and not (frame.any("kind.s") or frame.any("sup.") or frame.any("claim."))
    )


def _fragment(frame: Frame) -> bool:
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


_KEPT = (Dim.NPC, Dim.GAMES, Dim.SPORT, Dim.DISCIPLINE, Dim.GENDER, Dim.CLASS, Dim.WEIGHT)


def _replaced(query: Query, frame: Frame, last: Query) -> Query:
    """The last question with the newly named conditions in place of its own."""
    new = frame.filters()
    named = {f.dim for f in new}
    merged = last.having(*new)
    general = last.op in (Op.CARD, Op.VALUE, Op.NUMBER, Op.CLAIM, Op.GAMES)
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


_RULES: tuple[Callable[[_Turn], Query | None], ...] = (
    _next_place,
    _compared_anew,
    _about_subject,
    _about_there,
    _about_team,
    _about_person,
    _the_names,
    _same_games,
    _instead,
)
