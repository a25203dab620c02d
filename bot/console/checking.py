"""The check of all data: facts, lexicons, messages."""

from __future__ import annotations

from bot.console.loading import load_engine
from bot.facts.check import check_facts
from bot.facts.fault import FactsError, format_fault
from bot.settings import Settings


def check(settings: Settings) -> list[str]:
    """The report, a line for each fault with file and line; empty if the data are sound."""
    faults = check_facts(settings.data)
    if not faults:
        try:
            # Words refer to facts, so they can be checked only where the facts are sound.
            load_engine(settings)
        except FactsError as found:
            faults = list(found.faults)
    return [format_fault(fault) for fault in faults]
