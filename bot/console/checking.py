"""The check of all data: facts, lexicons, messages."""

from __future__ import annotations

from bot.answers.engine import Engine
from bot.console.loading import load_engine
from bot.facts.check import check_facts
from bot.facts.fault import FactsError, format_fault
from bot.settings import Settings


def check(settings: Settings) -> list[str]:
    """The report, a line for each fault with file and line; empty if the data are sound."""
    try:
        load_checked(settings)
    except FactsError as found:
        return [format_fault(fault) for fault in found.faults]
    return []


def load_checked(settings: Settings) -> Engine:
    """Load the engine, but only from sound data; raises ``FactsError`` with every fault.

    Loading alone finds what is wrong in each fact, the check also what is wrong between them. Words
    refer to facts, so they are looked at where the facts are sound.
    """
    faults = check_facts(settings.data)
    if faults:
        raise FactsError(faults)
    return load_engine(settings)
