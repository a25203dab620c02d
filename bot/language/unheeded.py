"""What a question says and its reading leaves out: better not answered than answered past.

Words that restrict - "not", "after", "the second youngest" - change the answer. A reading that has
no place for one of them would answer another question, so these words are handed back as not
understood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from bot.facts.query import EVERY, NO_MEDAL, Dim, Op, Query
from bot.language.frame import Frame
from bot.language.intents.denied import denied
from bot.language.mentions import Mention

_LISTS = (Op.LIST, Op.COUNT, Op.TOP, Op.BEST, Op.MOST, Op.LEAST, Op.ONLY, Op.SHARE)
_OF_GAMES = (Op.GAMES, Op.CLAIM)
_EXTREMES = (Op.YOUNGEST, Op.OLDEST, Op.MOST, Op.BEST, Op.LEAST)
_SIDES = ("time.since", "time.after", "time.before", "time.until")


def unheeded(query: Query, frame: Frame) -> tuple[str, ...]:
    """The restricting words of an utterance that its reading does not heed."""
    return tuple(dict.fromkeys(word for rule in _RULES for word in rule(query, frame)))


def _said(frame: Frame, *concepts: str) -> Iterator[str]:
    return (tag.text for tag in frame.tags if not set(concepts).isdisjoint(tag.concepts))


def _beside(frame: Frame, mention: Mention, *concepts: str) -> Iterator[str]:
    """The words of these meanings that stand next to a mention."""
    for tag in frame.tags:
        near = tag.end == mention.start or tag.start == mention.end
        if near and not set(concepts).isdisjoint(tag.concepts):
            yield tag.text


def _denied(query: Query, frame: Frame) -> Iterable[str]:
    """All but a few, which no reading lists: "who did not win gold"."""
    if query.number == 0:
        return ()
    denied = NO_MEDAL in frame.named(Dim.MEDAL) and bool(frame.colours)
    return _said(frame, "medal.none") if denied and query.op in _LISTS else ()


def _excluded(query: Query, frame: Frame) -> Iterator[str]:
    """What is excluded and not by the reading: "countries other than China"."""
    if query.number == 0:
        return  # "no silver, right?" is a number of them
    kept = {f.dim for f in query.filters if f.negated}
    for mention in frame.mentions:
        dropped = mention.negated and mention.dim not in kept
        if dropped or (mention.negated and query.op in (Op.TOP, Op.RANK, Op.ABOVE)):
            yield from _said(frame, "not.before", "not.after", "not.self")


def _sides_of_days(query: Query, frame: Frame) -> Iterator[str]:
    """Days on one side, where a reading has single days only: "after 5 September"."""
    for mention in frame.mentions:
        if mention.dim is Dim.DAY and query.op not in _OF_GAMES:
            yield from _beside(frame, mention, *_SIDES)
            yield from _said(frame, "cmp.vs") if frame.number is not None else ()


def _days(query: Query, frame: Frame) -> Iterator[str]:
    """A month without a day of these Games, the fifth day."""
    if query.op in _OF_GAMES or frame.named(Dim.DAY):
        return
    yield from (t.text for t in frame.tags if any(c.startswith("month.") for c in t.concepts))
    numbers = {v.start for v in frame.values if v.number is not None and v.number == query.number}
    for tag in frame.tags:
        if "kind.day" in tag.concepts and numbers & {tag.end, tag.start - 1}:
            yield tag.text


def _order_of_extremes(query: Query, frame: Frame) -> Iterable[str]:
    """An order that no reading has: "the second youngest", "the worst place in the table"."""
    if query.op is Op.LEAST and query.target is Dim.ATHLETE and frame.has("sup.worst"):
        return _said(frame, "sup.worst")  # the fewest medals are no measure of who was worst
    if query.op in _EXTREMES:
        return _said(frame, "ord.second", "ord.third")
    one = query.op is Op.RANK and EVERY not in query.values(Dim.GAMES)
    unlimited = one and query.limit is None and frame.number is None
    return _said(frame, "sup.worst", "sup.best", "ord.last") if unlimited else ()


def _sides_of_games(query: Query, frame: Frame) -> Iterator[str]:
    """Games on one side, where the reading is about the named ones: "before Paris"."""
    games = query.values(Dim.GAMES)
    for mention in frame.mentions:
        if mention.dim is Dim.GAMES and not mention.every and mention.values == games:
            yield from _beside(frame, mention, "time.before")


def _compared(query: Query, frame: Frame) -> Iterable[str]:
    """A limit, where the reading counts or lists without one: "more than one medal"."""
    limited = query.op is Op.EXISTS or (
        query.op in (Op.LIST, Op.COUNT) and query.more is None and not query.yes_no
    )
    compared = frame.has("cmp.more", "cmp.less") and frame.has("cmp.than")
    return _said(frame, "cmp.more", "cmp.less") if limited and compared else ()


def _weights(query: Query, frame: Frame) -> Iterator[str]:
    """Kilograms of no weight class."""
    if query.op not in (Op.CARD, Op.LIST, Op.COUNT) or frame.named(Dim.WEIGHT):
        return
    numbers = {v.end for v in frame.values if v.number is not None}
    for tag in frame.tags:
        if "unit.kg" in tag.concepts and tag.start in numbers:
            yield tag.text


def _denial(query: Query, frame: Frame) -> Iterable[str]:
    """That there was none, where the reading is whether there was one."""
    negated = query.number == 0 or any(f.negated for f in query.filters)
    if not query.yes_no or negated or NO_MEDAL in query.values(Dim.MEDAL) or not denied(frame):
        return ()
    return _said(frame, "not.any", "not.verb", "not.before", "medal.none")


def _ends(query: Query, frame: Frame) -> Iterable[str]:
    """Who lost, who was last, who threw farthest: more than who there was."""
    people = query.op is Op.LIST and query.target is Dim.ATHLETE and not query.values(Dim.MEDAL)
    if not people or frame.any("sup.") or frame.has("kind.athlete", "kind.team"):
        return ()
    placed = any(f.dim in (Dim.PLACE, Dim.ATHLETE) or f.negated for f in query.filters)
    marks = () if query.filters else ("kind.mark",)
    return () if placed else _said(frame, "act.lose", "ord.last", *marks)


def _closing(query: Query, frame: Frame) -> Iterable[str]:
    """The closing, where the facts tell of the opening alone."""
    return _said(frame, "kind.closing") if query.claim == "flag-bearer" else ()


def _numbers_of_medals(query: Query, frame: Frame) -> Iterator[str]:
    """Which countries won so many: no reading chooses countries by a number."""
    of_countries = query.target is Dim.NPC and query.op in (Op.TOP, Op.LIST, Op.COUNT)
    if not of_countries or not frame.medal_said or frame.has("sup.top"):
        return
    medals = {m.start for m in frame.mentions if m.dim is Dim.MEDAL}
    numbers = {v.start for v in frame.values if v.number is not None and not v.ordinal}
    for tag in frame.tags:
        one = "numeral.1" in tag.concepts and "ordinal" not in tag.concepts
        if tag.end in medals and (one or tag.start in numbers):
            yield tag.text


def _margins(query: Query, frame: Frame) -> Iterable[str]:
    """By how much, where the reading is whether."""
    beaten = query.op is Op.EXISTS and frame.has("act.lose", "act.beat")
    return _said(frame, "cmp.vs") if beaten else ()


_RULES: tuple[Callable[[Query, Frame], Iterable[str]], ...] = (
    _denied,
    _denial,
    _ends,
    _closing,
    _margins,
    _numbers_of_medals,
    _excluded,
    _sides_of_days,
    _days,
    _order_of_extremes,
    _sides_of_games,
    _compared,
    _weights,
)
