"""A message as it was read by itself, with what came before it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.facts.model import Facts
from bot.facts.query import Dim, Query
from bot.language.dialogue import Dialogue
from bot.language.frame import Frame


@dataclass(frozen=True, slots=True)
class Turn:
    """A message as it was read by itself, and what came before it."""

    query: Query
    frame: Frame
    dialogue: Dialogue
    last: Query
    facts: Facts


BARE = 3
"""So many words at most has a question that is but a place: "and the third?"."""


SHORT = 4
"""So many words at most has a question that leaves its subject to the one before."""


FEW = 5


OF_CONTESTS = (
    Dim.GAMES, Dim.SPORT, Dim.DISCIPLINE, Dim.CLASS, Dim.DISTANCE, Dim.WEIGHT, Dim.GENDER,
    Dim.EVENT,
)  # fmt: skip


def in_that_place(query: Query, last: Query) -> Query:
    """A question about the Games spoken of, and the delegation if it names none."""
    named = {f.dim for f in query.filters}
    kept = (f for f in last.filters if f.dim in (Dim.GAMES, Dim.NPC) and f.dim not in named)
    return query.having(*kept)
