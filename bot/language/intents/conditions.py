"""The conditions of a question on the results: what was won, by whom, where."""

from __future__ import annotations

from bot.facts.query import ANY_MEDAL, EVERY, NO_MEDAL, Dim, Filter
from bot.language.frame import Frame

MEDAL_OF_PLACE = {"ord.first": "gold", "ord.second": "silver", "ord.third": "bronze"}
CONTEST = (
    Dim.SPORT, Dim.DISCIPLINE, Dim.WEIGHT, Dim.CLASS, Dim.DAY, Dim.DISTANCE, Dim.GENDER, Dim.GAMES,
)  # fmt: skip


def won(frame: Frame, *leave: Dim) -> tuple[Filter, ...]:
    """The conditions, with a medal among them."""
    found = frame.filters(*leave)
    if any(f.dim is Dim.MEDAL for f in found):
        return found
    return (*found, Filter(Dim.MEDAL, (ANY_MEDAL,)))


def results(frame: Frame, *leave: Dim) -> tuple[Filter, ...]:
    """The conditions, with a medal among them where winning is spoken of."""
    wins = frame.has("act.win", "kind.winner") and not frame.has("act.compete")
    return won(frame, *leave) if wins or frame.medal_said else frame.filters(*leave)


def winners(frame: Frame) -> tuple[Filter, ...]:
    """As :func:`results`; a winner without a colour is a champion."""
    found = results(frame)
    one = pinned(frame) or bool(frame.named(Dim.SPORT) and frame.named(Dim.WEIGHT))
    champion = frame.has("kind.winner") or (frame.has("act.win") and one)
    if champion and not frame.medal_said:
        return tuple(Filter(f.dim, ("gold",)) if f.dim is Dim.MEDAL else f for f in found)
    return found


def pinned(frame: Frame) -> bool:
    """Whether one contest, or nearly one, is named: "the women's 100 m T64"."""
    exact = (Dim.CLASS, Dim.WEIGHT, Dim.DISTANCE, Dim.DISCIPLINE)
    return sum(bool(frame.named(d)) for d in (*exact, Dim.GENDER)) > 1 and any(
        frame.named(d) for d in exact
    )


def contest(frame: Frame) -> bool:
    """Whether anything that results can be told apart by is named."""
    return any(m.dim in CONTEST for m in frame.mentions)


def concrete(frame: Frame, dim: Dim) -> tuple[str, ...]:
    """The single values named on a dimension."""
    return tuple(v for v in frame.named(dim) if v not in (ANY_MEDAL, NO_MEDAL, EVERY))


def person(frame: Frame) -> bool:
    """Whether the message speaks of somebody by name or pronoun."""
    return bool(frame.named(Dim.ATHLETE)) or frame.has("pronoun.he", "pronoun.she", "pronoun.they")
