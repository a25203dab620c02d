"""The engine, loaded as the settings say."""

from __future__ import annotations

from bot.answers.engine import Engine
from bot.console.progress import watch
from bot.settings import Settings


def load_engine(settings: Settings) -> Engine:
    """Load what the bot answers from; raises ``FactsError`` with the report of all faults."""
    return Engine.load(settings.data, settings.cache, settings.games, watch)
