from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.local.state import User
from tests.fake_engine import FakeEngine
from tests.telegram_app.stage import Stage, opened


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
async def stage(engine: FakeEngine) -> AsyncIterator[Stage]:
    async with opened(engine) as stage:
        yield stage


@pytest.fixture
def ada(stage: Stage) -> User:
    return stage.machine.user(7, "Ada", username="ada", language_code="ru-RU")
