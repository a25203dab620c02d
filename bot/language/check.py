"""The check of the words by which things are asked (lexicons) and answered (messages)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.facts.fault import Fault
from bot.facts.model import Facts
from bot.language.check_lexicons import lexicon_faults
from bot.language.check_messages import message_faults
from bot.language.check_referee import referee_faults


def word_faults(data: Path, facts: Facts) -> Iterator[Fault]:
    """Every fault of the words in a data folder, by file and line."""
    yield from lexicon_faults(data / "lexicon", facts)
    yield from referee_faults(data / "lexicon")
    yield from message_faults(data / "messages")
