"""Dialogues that come from a store: written by another process, perhaps with other facts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from bot.facts.model import Facts
from bot.facts.query import EVERY, Dim, Query
from bot.language.dialogue import Dialogue


def usable(dialogue: Dialogue, facts: Facts, languages: Collection[str]) -> Dialogue:
    """The dialogue without what the facts no longer know, and languages no longer spoken."""
    query = dialogue.query if dialogue.query and known(dialogue.query, facts) else None
    return replace(
        dialogue,
        language=dialogue.language if dialogue.language in languages else None,
        chosen=dialogue.chosen if dialogue.chosen in languages else None,
        query=query,
        athletes=tuple(a for a in dialogue.athletes if a in facts.athletes) if query else (),
    )


def known(query: Query, facts: Facts) -> bool:
    """Whether everything that a query names is in the facts."""
    there: Mapping[Dim, Mapping[str, object]] = {
        Dim.GAMES: facts.games,
        Dim.ATHLETE: facts.athletes,
        Dim.SPORT: facts.sports,
        Dim.EVENT: facts.events,
        Dim.NPC: facts.delegations,
    }
    return all(
        value in there.get(f.dim, {value: 0})
        for f in query.filters
        for value in f.values
        if value != EVERY
    )
