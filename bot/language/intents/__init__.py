"""Which question an utterance asks: rules from the special to the general, the first fit wins.

A rule looks at the words that were said (:class:`Frame`) and gives a query, or ``None`` when it is
not its business. Nothing here depends on a language: words are concepts by now.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.facts.query import EVERY, Dim, Filter, Op, Query, ordered
from bot.language.frame import Frame
from bot.language.intents.asked import WH
from bot.language.intents.choices import career, in_time, superlative
from bot.language.intents.counts import count, countries, premise_number, repeated
from bot.language.intents.denied import as_none
from bot.language.intents.details import attribute, beaten, born, mark, others, several
from bot.language.intents.editions import games_fact, hosted
from bot.language.intents.listings import card, exists, lens, listing, taking_part
from bot.language.intents.measures import compare, share
from bot.language.intents.meetings import met
from bot.language.intents.places import placed
from bot.language.intents.stated import bare_number, claim, world
from bot.language.intents.tables import rank

RULES: tuple[Callable[[Frame], Query | None], ...] = (
    claim,
    several,
    lens,
    others,
    met,
    beaten,
    mark,
    world,
    born,
    placed,
    share,
    countries,
    compare,
    repeated,
    rank,
    hosted,
    games_fact,
    superlative,
    career,
    in_time,
    attribute,
    premise_number,
    bare_number,
    count,
    listing,
    taking_part,
    exists,
    card,
)


def decide(frame: Frame) -> Query:
    """The question that a frame asks."""
    for rule in RULES:
        query = rule(frame)
        if query is not None:
            query = replace(query, yes_no=_yes_no(frame, query))
            query = replace(query, filters=ordered(_for_all(frame, query)))
            return as_none(frame, query)
    return card(frame)


def _yes_no(frame: Frame, query: Query) -> bool:
    if frame.has(*WH) and query.op is not Op.EXISTS:
        return False
    if query.op is Op.SHARE and frame.has("ask.share"):
        return False
    if frame.has("kind.winner") and not frame.named(Dim.ATHLETE) and query.op is Op.LIST:
        return False  # "the winner is?"
    if query.claim and frame.has("kind.mark", "kind.weight"):
        return False  # "how many kilos is the record"
    if query.claim and frame.has("cmp.better", "cmp.more", "sup.worst"):
        return False
    return query.yes_no or query.op is Op.EXISTS or frame.has("aux", "ask.yesno")


def _for_all(frame: Frame, query: Query) -> tuple[Filter, ...]:
    """The conditions; "of all countries" lifts the one on whose results they are."""
    everybody = frame.has("kind.world") and not frame.has("npc.home") and query.claim is None
    if everybody and not query.values(Dim.NPC) and query.op not in (Op.GAMES, Op.RANK, Op.ABOVE):
        return (*query.filters, Filter(Dim.NPC, (EVERY,)))
    told = frame.mentions_but(Dim.ATHLETE, Dim.GENDER) or frame.has(*WH)
    if len(query.values(Dim.ATHLETE)) == 1 and query.op is not Op.COMPARE and told:
        # "the lad", "the lady": who is named needs no such telling
        return tuple(f for f in query.filters if f.dim is not Dim.GENDER)
    return query.filters
