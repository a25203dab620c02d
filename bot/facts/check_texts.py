"""Texts: whatever an answer says stands in every language of the bot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.facts.fault import Fault
from bot.facts.load_draft import Loaded
from bot.facts.model import Facts, Names

LANGUAGES: Final = ("en", "ru", "kk")

_Text = tuple[str, str, str, Names]
"""Kind and identifier of a fact, the key of its text, and the text."""


def text_faults(loaded: Loaded) -> Iterator[Fault]:
    """All checks of texts. Athletes need none: a name not seen in Kazakh is left out."""
    for kind, identifier, key, names in _texts(loaded.facts):
        missing = [language for language in LANGUAGES if language not in names]
        if missing:
            what = f"'{key}' of {kind} '{identifier}' lacks {', '.join(missing)}"
            yield loaded.origins[kind, identifier].fault(what, "write it in every language", key)


def _texts(facts: Facts) -> Iterator[_Text]:
    for sport in facts.sports.values():
        yield "sport", sport.id, "names", sport.names
        yield "sport", sport.id, "short", sport.short
        yield "sport", sport.id, "inside", sport.inside
    for discipline in facts.disciplines.values():
        yield "discipline", discipline.id, "names", discipline.names
    for key, classification in facts.classifications.items():
        yield "classification", key, "text", classification.text
    for claim in facts.claims.values():
        yield "claim", claim.id, "text", claim.text
    yield from _texts_of_games(facts)
    yield from _texts_of_teams(facts)


def _texts_of_games(facts: Facts) -> Iterator[_Text]:
    for games in facts.games.values():
        yield "games", games.id, "city", games.city
        yield "games", games.id, "names", games.names
        for venue in games.venues:
            identifier = f"{games.id}/{venue.id}"
            yield "venue", identifier, "names", venue.names
            if venue.landmark is not None:
                yield "venue", identifier, "landmark", venue.landmark


def _texts_of_teams(facts: Facts) -> Iterator[_Text]:
    for delegation in facts.delegations.values():
        # Without names of its own a delegation is called as its country is in CLDR.
        if delegation.names or not delegation.iso:
            yield "delegation", delegation.npc, "names", delegation.names
    for standing in facts.standings:
        if standing.note is not None:
            yield "standing", f"{standing.games}/{standing.npc}", "note", standing.note
