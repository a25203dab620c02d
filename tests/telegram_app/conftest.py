from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.local.machine import Machine
from bot.local.state import Chat, User
from tests.fake_engine import FakeEngine
from tests.telegram_app.stage import Stage


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
async def stage(engine: FakeEngine) -> AsyncIterator[Stage]:
    async with Machine(privacy=False) as machine:
        stage = Stage(machine, engine)
        await stage.application.initialize()
        yield stage
        await stage.application.shutdown()


@pytest.fixture
def ada(stage: Stage) -> User:
    return stage.machine.user(7, "Ada", username="ada", language_code="ru-RU")


@pytest.fixture
def private(stage: Stage, ada: User) -> Chat:
    return stage.machine.private_chat(ada, started=True)


@pytest.fixture
def group(stage: Stage) -> Chat:
    return stage.machine.group(-5, "Fans")
