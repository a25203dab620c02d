"""Dialogues that come from a store: written by another process, perhaps with other facts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bot.answers.received import Receiver
from bot.facts.model import Facts
from bot.language.dialogue import Dialogue


def usable(
    dialogue: Dialogue, facts: Facts, receiver: Receiver, languages: Collection[str]
) -> Dialogue:
    """The dialogue without what the facts no longer know, and languages no longer spoken."""
    query = receiver.checked(dialogue.query) if dialogue.query else None
    return replace(
        dialogue,
        language=dialogue.language if dialogue.language in languages else None,
        chosen=dialogue.chosen if dialogue.chosen in languages else None,
        query=query,
        athletes=tuple(a for a in dialogue.athletes if a in facts.athletes) if query else (),
    )
