"""Something about a named athlete, and what others did in the same contest."""

from __future__ import annotations

from itertools import pairwise

from bot.facts.query import ANY_MEDAL, EVERY, Dim, Filter, Op, Query
from bot.language.chain import Tag
from bot.language.frame import COLOURS, Frame
from bot.language.intents.conditions import MEDAL_OF_PLACE, concrete, pinned
from bot.language.value import YEAR

_ATTRIBUTES = (
    ("kind.age", Dim.AGE),
    ("kind.born", Dim.BORN),
    ("ask.when", Dim.DAY),
    ("kind.weight", Dim.WEIGHT),
    ("kind.class", Dim.CLASS),
    ("kind.category", Dim.CLASS),
    ("kind.colour", Dim.MEDAL),
    ("kind.place", Dim.PLACE),
    ("kind.mark", Dim.MARK),
    ("act.beat", Dim.OPPONENT),
    ("rank.above", Dim.OPPONENT),
    ("kind.country", Dim.NPC),
    ("kind.event", Dim.EVENT),
    ("kind.sport", Dim.SPORT),
    ("kind.rank", Dim.PLACE),
    ("kind.venue", Dim.VENUE),
    ("kind.result", Dim.PLACE),
    ("kind.day", Dim.DAY),
)


_BARE = (Dim.MEDAL, Dim.MARK, Dim.AGE, Dim.BORN, Dim.OPPONENT)
"""What is asked for whatever the medal was."""


_CONTEST = (Dim.SPORT, Dim.DISCIPLINE, Dim.CLASS, Dim.DISTANCE)
_SEEKING = frozenset({"ask.who", "kind.winner"})
_BESIDE = (
    "act.compete", "kind.event", "ask.where", "rank.below", "ord.first", "ord.second",
    "kind.weight", "kind.category", "time.after",
)  # fmt: skip
"""Words that set others beside a named athlete: "who won where he competed"."""
_BESIDE_CHAMPION = ("ask.where", "kind.event", "rank.below", "kind.weight", "kind.category")
"""And those that do so beside the word for a champion, who may else be the one named."""


def others(frame: Frame) -> Query | None:
    """What others did where a named athlete competed: "who won where Spatay raced"."""
    athletes = frame.named(Dim.ATHLETE)
    champion = any({"medal.gold", "kind.athlete"} <= set(t.concepts) for t in frame.tags)
    sought = frame.has("ask.who", "kind.winner")
    seeks = champion or sought
    there = champion and frame.has("pronoun.there", *_BESIDE_CHAMPION)
    beside = there or (sought and frame.has(*_BESIDE))
    medal = _sought_colours(frame) or _by_place(frame, champion=champion)
    if len(athletes) != 1 or not (seeks and beside and medal) or frame.has("ask.whom"):
        return None
    where = tuple(f for f in frame.filters() if f.dim in _CONTEST)
    along = (Filter(Dim.ALONGSIDE, athletes), Filter(Dim.MEDAL, medal))
    return Query(Op.LIST, Dim.ATHLETE, (*where, *along))


def _sought_colours(frame: Frame) -> tuple[str, ...]:
    """The colours asked for, not the one that tells which contest: "where she took bronze"."""
    asked = {t.clause for t in frame.tags if not _SEEKING.isdisjoint(t.concepts)}
    told = {t.clause for t in frame.tags if "ask.where" in t.concepts}
    clauses = {t.start: t.clause for t in frame.tags}
    return tuple(
        v
        for m in frame.mentions
        if m.dim is Dim.MEDAL and not m.negated
        for v in m.values
        if v in COLOURS and (clauses.get(m.start) in asked - told or asked <= told)
    )


def _by_place(frame: Frame, *, champion: bool) -> tuple[str, ...]:
    """The medal of a place said in words, of the winner, or none where no winning is spoken of."""
    if champion:
        return ("gold",)
    said = (medal for place, medal in MEDAL_OF_PLACE.items() if frame.has(place))
    won = frame.has("act.win", "kind.winner")
    return tuple(said)[:1] or (("gold",) if won else ())


def beaten(frame: Frame) -> Query | None:
    """Whom a delegation beat: the champion and the runner-up of the contest."""
    final = frame.has("act.beat") and frame.named(Dim.SPORT) and not frame.named(Dim.ATHLETE)
    if not final or not concrete(frame, Dim.NPC) or frame.colours:
        return None
    where = frame.filters(Dim.NPC, Dim.MEDAL)
    both = Filter(Dim.MEDAL, ("gold", "silver"))
    return Query(Op.LIST, Dim.ATHLETE, (*where, Filter(Dim.NPC, (EVERY,)), both))


def mark(frame: Frame) -> Query | None:
    """What was measured in a contest: the winning time of the women's 100 m T12."""
    final = frame.has("kind.event") and frame.named(Dim.SPORT)
    if not frame.has("kind.mark") or frame.named(Dim.ATHLETE) or not (pinned(frame) or final):
        return None
    if frame.has("kind.winner", "ask.who") and not frame.has("ask.count", "ask.what"):
        return None  # the unit of a weight class is no question
    medal = () if frame.colours else (Filter(Dim.MEDAL, ("gold",)),)
    kept = tuple(f for f in frame.filters() if not (medal and f.dim is Dim.MEDAL))
    return Query(Op.VALUE, Dim.MARK, (*kept, *medal))


def born(frame: Frame) -> Query | None:
    """Who was born in a year: the year is no Games' then."""
    years = [v.text for v in frame.values if v.dim is Dim.GAMES]
    if years and frame.has("kind.born") and len(frame.named(Dim.ATHLETE)) == 1:
        who = Filter(Dim.ATHLETE, frame.named(Dim.ATHLETE))
        return Query(Op.VALUE, Dim.BORN, (who,))
    if len(years) != 1 or not frame.has("kind.born") or frame.named(Dim.ATHLETE):
        return None
    year = Filter(Dim.BORN, (years[0].removeprefix(YEAR),))
    return Query(Op.LIST, Dim.ATHLETE, (*frame.filters(Dim.GAMES), year))


_SORTS = {
    "kind.age": "born", "kind.born": "born", "ask.when": "day", "kind.day": "day",
    "kind.weight": "class", "kind.class": "class", "kind.category": "class",
    "kind.colour": "medal", "medal.any": "medal", "kind.mark": "mark", "kind.country": "country",
    "kind.event": "sport", "kind.sport": "sport", "kind.place": "place",
}  # fmt: skip
"""What may be asked of an athlete side by side, by what it comes to."""
_BETWEEN = frozenset({"neutral", "aux", "cmp.and", "follow.and", "ask.what", "ask.count"})
_JOINING = frozenset({"cmp.and", "follow.and"})


def several(frame: Frame) -> Query | None:
    """Several things asked of one athlete at once: "what medal, what category?"."""
    if len(frame.named(Dim.ATHLETE)) != 1 or frame.colours or frame.has("cmp.or", "aux"):
        return None
    asked = [(n, s) for n, tag in enumerate(frame.tags) if (s := _sort(tag))]
    for (first, one), (second, other) in pairwise(asked):
        between = frame.tags[first + 1 : second]
        listed = frame.tags[first].clause != frame.tags[second].clause or any(
            _JOINING & set(tag.concepts) for tag in between
        )
        if one != other and listed and all(_BETWEEN & set(tag.concepts) for tag in between):
            return Query(Op.CARD, Dim.ATHLETE, (Filter(Dim.ATHLETE, frame.named(Dim.ATHLETE)),))
    return None


def _sort(tag: Tag) -> str | None:
    return next((_SORTS[concept] for concept in tag.concepts if concept in _SORTS), None)


def attribute(frame: Frame) -> Query | None:
    """An attribute of a named athlete."""
    ours = frame.has("npc.home") or bool(frame.named(Dim.NPC))
    spoken_of = frame.any("pronoun.") and not ours
    if not (frame.named(Dim.ATHLETE) or spoken_of):
        return None
    sought = _sought(frame)
    if sought is None:
        asked = frame.named(Dim.MEDAL) == (ANY_MEDAL,) or (
            frame.has("act.win") and not (frame.mentions_but(Dim.ATHLETE, Dim.GAMES))
        )
        if frame.has("ask.what") and asked:
            return Query(Op.VALUE, Dim.MEDAL, frame.filters(Dim.MEDAL))
        return None
    if _premises(frame, sought) and not frame.has("cmp.or"):
        return None
    if sought in (Dim.SPORT, Dim.EVENT) and frame.medal_said and not frame.has("ask.what"):
        return None
    bare = sought in _BARE or not frame.colours
    either = (sought,) if frame.has("cmp.or") else ()
    met = None
    if sought is Dim.OPPONENT and not frame.has("rank.above"):
        met = not _beaten_by(frame)
    where = frame.filters(*either, *((Dim.MEDAL,) if bare else ()))
    return Query(Op.VALUE, sought, where, more=met)


def _beaten_by(frame: Frame) -> bool:
    """Whether those are sought who beat the one named: "who beat Fedossova", not "whom"."""
    if frame.has("ask.whom", "act.lose"):
        return False
    beat = next((t for t in frame.tags if {"act.beat", "act.win"} & set(t.concepts)), None)
    named = {m.start for m in frame.mentions if m.dim is Dim.ATHLETE}
    return beat is not None and frame.has("ask.who") and beat.end in named


def _sought(frame: Frame) -> Dim | None:
    found = next((dim for concept, dim in _ATTRIBUTES if frame.has(concept)), None)
    asked = frame.has("ask.count", "ask.what", "ask.how", "aux")
    if found in (Dim.MARK, Dim.PLACE) and not asked and frame.has("ask.tell"):
        return None
    if frame.has("ask.whom") and frame.has("act.win", "act.lose", "act.beat"):
        return Dim.OPPONENT
    if found is None and frame.has("ask.whose") and not frame.medal_said:
        return Dim.NPC  # "whose runner is she"
    if found is None and frame.has("act.lose") and frame.has("ask.who"):
        return Dim.OPPONENT
    if found is None and frame.has("cmp.or"):
        either = (d for d in (Dim.SPORT, Dim.MEDAL) if len(concrete(frame, d)) > 1)
        return next(either, None)
    if found is None and frame.has("ask.where") and frame.has("act.win", "act.compete"):
        return Dim.VENUE
    return found


def _premises(frame: Frame, sought: Dim) -> bool:
    """Whether the value of the attribute is stated rather than asked for."""
    if frame.has("ask.what", "ask.count", "ask.how", "ask.who", "ask.when"):
        return False
    return any(
        m.dim is sought
        for m in frame.mentions
        if m.dim is not Dim.MEDAL or m.values != (ANY_MEDAL,)
    )
