"""Commands as questions: what they ask by themselves, and with words after them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.facts.query import ANY_MEDAL, Dim, Filter, Op, Query, where
from bot.language.dialogue import Dialogue
from bot.language.reading import Kind, Reading

ASKED: Mapping[str, Query] = {
    "gold": Query(Op.LIST, Dim.ATHLETE, where(medal="gold")),
    "silver": Query(Op.LIST, Dim.ATHLETE, where(medal="silver")),
    "bronze": Query(Op.LIST, Dim.ATHLETE, where(medal="bronze")),
    "medals": Query(Op.CARD, Dim.MEDAL, where(medal=ANY_MEDAL)),
    "sports": Query(Op.LIST, Dim.SPORT),
    "team": Query(Op.CARD, Dim.NPC),
    "rank": Query(Op.RANK, Dim.NPC),
    "games": Query(Op.CARD, Dim.GAMES),
}
"""The commands that ask something by themselves."""


def as_card(reading: Reading, command: str) -> Reading:
    """A reading of the name after ``/athlete`` or ``/sport``, as a question for its card."""
    dim = Dim.ATHLETE if command == "athlete" else Dim.SPORT
    query = reading.query
    if reading.kind is Kind.QUERY and query is not None and query.values(dim):
        named = Filter(dim, query.values(dim))
        return replace(reading, query=Query(Op.CARD, dim, (named,)))
    return reading


def spoken(said: str, reading: Reading, dialogue: Dialogue, otherwise: str) -> str:
    """The language of a reply to what stands after a command.

    Names are written in Latin letters in every language, so those tell nothing of it.
    """
    return dialogue.chosen or (None if said.isascii() else reading.language) or otherwise
