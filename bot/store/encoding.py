"""The context of a dialogue as a short text, and back."""

from __future__ import annotations

import logging
from dataclasses import replace

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError

from bot.language.dialogue import EMPTY, Dialogue

log = logging.getLogger(__name__)

VERSION = "1"
"""To be raised when what was written before must no longer be read: it would mean another thing."""

_DIALOGUE = TypeAdapter(Dialogue)


def dump(dialogue: Dialogue) -> str | None:
    """All of a dialogue but its languages, as JSON with a version; None if there is no more."""
    context = replace(dialogue, language=None, chosen=None)
    if context == EMPTY:
        return None
    try:
        text = _DIALOGUE.dump_json(context, exclude_defaults=True).decode()
    except PydanticSerializationError:
        # It can be answered, but not written: half of a character, for instance.
        return None
    return f"{VERSION}{text}"


def load(text: str | None, language: str | None, chosen: str | None) -> Dialogue:
    """A dialogue of its languages and what :func:`dump` wrote.

    What cannot be read, or was written by another version, counts as forgotten.
    """
    context = EMPTY
    if text and text.startswith(f"{VERSION}{{"):
        try:
            context = _DIALOGUE.validate_json(text.removeprefix(VERSION))
        except ValueError as wrong:
            log.info("A context that cannot be read is passed over: %s", type(wrong).__name__)
    return replace(context, language=language, chosen=chosen)
