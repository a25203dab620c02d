from __future__ import annotations

import pytest

from bot.answers.engine import Engine
from bot.settings import PROJECT


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The bot with the facts and words that it comes with."""
    return Engine.load(PROJECT / "data")
