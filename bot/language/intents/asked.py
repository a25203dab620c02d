"""What a question asks for: the noun that its question word governs."""

from __future__ import annotations

from collections.abc import Sequence

from bot.facts.query import Dim
from bot.language.chain import Tag
from bot.language.frame import Frame

WH = (
    "ask.who", "ask.what", "ask.when", "ask.where", "ask.how", "ask.why", "ask.count", "ask.list",
)  # fmt: skip

_NOUNS = (
    ("kind.athlete", Dim.ATHLETE),
    ("kind.colour", Dim.MEDAL),
    ("kind.sport", Dim.SPORT),
    ("kind.event", Dim.EVENT),
    ("kind.day", Dim.DAY),
    ("kind.country", Dim.NPC),
    ("kind.gender", Dim.GENDER),
    ("kind.games", Dim.GAMES),
    ("kind.team", Dim.ATHLETE),
    ("kind.size", Dim.ATHLETE),
)
_COUNTED = tuple(pair for pair in _NOUNS if pair[0] != "kind.colour")
_NEXT = 2
_REACH = 5
"""So many words away from its question word a noun may stand."""


def target(frame: Frame, default: Dim) -> Dim:
    """The kind of thing named as what is sought, wherever it stands."""
    for concept, dim in _NOUNS[:7]:
        if frame.has(concept):
            return dim
    return default


def noun(frame: Frame, *questions: str) -> Dim | None:
    """What stands by a question word as what it asks for: after it, else before it."""
    return next(iter(nouns(frame, *questions)), None)


def nouns(frame: Frame, *questions: str) -> tuple[Dim, ...]:
    """As :func:`noun`, for every question word: "how many athletes and how many sports"."""
    places = [n for n, tag in enumerate(frame.tags) if not set(questions).isdisjoint(tag.concepts)]
    found = []
    for place in places:
        after = frame.tags[place : place + 1 + _REACH]
        before = frame.tags[max(0, place - 2) : place]
        asked = _first(after) or _first(before[::-1])
        if asked:
            found.append(asked)
    return tuple(found)


_CONTESTS = frozenset({"kind.event", "kind.sport"})


def _first(tags: Sequence[Tag]) -> Dim | None:
    """The first noun of a stretch of words; an adjective ("women's") leaves it to the next."""
    people = False
    for number, tag in enumerate(tags):
        medal = any(c.startswith("medal.") for c in tag.concepts)
        if medal and "kind.athlete" not in tag.concepts:
            following = tags[number + 1].concepts if number + 1 < len(tags) else ()
            # "medal events": the medal is no more than an adjective
            return Dim.EVENT if _CONTESTS.intersection(following) else Dim.MEDAL
        for concept, dim in _COUNTED:
            if concept in tag.concepts and (dim is not Dim.GAMES or number <= _NEXT):
                return dim
        if people and not set(tag.concepts) <= {"neutral"}:
            return Dim.ATHLETE
        # "how many women", "how many of ours": people, unless a noun follows
        people = people or any(c.startswith("gender.") for c in tag.concepts)
    return Dim.ATHLETE if people else None
