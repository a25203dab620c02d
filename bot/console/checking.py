"""The check of all data: facts, lexicons, messages."""

from __future__ import annotations

from bot.answers.engine import Engine
from bot.console.loading import load_engine
from bot.console.progress import watch
from bot.facts.cache import load_compiled
from bot.facts.check import Fault, checked
from bot.facts.fault import FactsError, format_fault
from bot.language.check import word_faults
from bot.settings import Settings


def check(settings: Settings) -> list[str]:
    """The report, a line for each fault with file and line; empty if the data are sound."""
    try:
        return [format_fault(fault) for fault in _faults(settings)]
    except FactsError as found:
        return [format_fault(fault) for fault in found.faults]


def _faults(settings: Settings) -> list[Fault]:
    loaded, faults = checked(settings.data, settings.games, watch)
    if settings.games is not None or not loaded.readable:
        # The words of all Games are there, and the facts of one, or not even of that.
        return faults
    return sorted({*faults, *word_faults(settings.data, loaded.facts)})


def load_checked(settings: Settings) -> Engine:
    """Load the engine, but only from sound data; raises ``FactsError`` with every fault.

    Loading alone finds what is wrong in each fact, the check also what is wrong between them. What
    it found is kept with the compiled facts, so that a second start is quick.
    """
    compiled = load_compiled(settings.data, settings.cache, settings.games, watch)
    if compiled.faults:
        raise FactsError(compiled.faults)
    return load_engine(settings)
