"""The check of the facts: what the loader finds, and what only shows when facts meet.

``check_facts`` is the whole of it; an empty list means that the data are sound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from bot.facts.check_games import games_faults
from bot.facts.check_names import name_faults
from bot.facts.check_results import result_faults
from bot.facts.check_tables import table_faults
from bot.facts.check_texts import text_faults
from bot.facts.fault import Fault, format_fault
from bot.facts.load import Watch, read_facts, unwatched
from bot.facts.load_draft import Loaded

__all__ = ["Fault", "check_facts", "checked", "cross_faults", "format_fault"]

_CHECKS: Final[tuple[Callable[[Loaded], Iterator[Fault]], ...]] = (
    games_faults,
    result_faults,
    table_faults,
    name_faults,
    text_faults,
)


def check_facts(folder: Path, games: str | None = None, watch: Watch = unwatched) -> list[Fault]:
    """Every fault of a data folder, or of what is read of it for one Games, by file and line."""
    return checked(folder, games, watch)[1]


def checked(
    folder: Path, games: str | None = None, watch: Watch = unwatched
) -> tuple[Loaded, list[Fault]]:
    """The facts with their faults."""
    loaded = read_facts(folder, games, watch)
    if not loaded.readable:
        return loaded, list(loaded.faults)
    return loaded, sorted({*loaded.faults, *cross_faults(loaded)})


def cross_faults(loaded: Loaded) -> Iterator[Fault]:
    """What is wrong between facts that are each well formed."""
    for check in _CHECKS:
        yield from check(loaded)
