from __future__ import annotations

import pytest

from bot.answers.engine import Engine
from bot.facts.cache import load_compiled
from bot.settings import PROJECT

from .processes import CACHE


@pytest.fixture(scope="session", autouse=True)
def warm() -> None:
    """The facts are compiled once, so that no test waits for that."""
    load_compiled(PROJECT / "data", CACHE)
    Engine.load(PROJECT / "data", CACHE)
