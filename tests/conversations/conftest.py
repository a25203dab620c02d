from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.answers.engine import Engine
from tests.conversations.phone import Clock, Phone
from tests.telegram_app.stage import Stage, opened

LANGUAGES = ("en", "ru", "kk")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
async def stage(engine: Engine, clock: Clock) -> AsyncIterator[Stage]:
    """The real bot with the real facts on the local Bot API."""
    async with opened(engine, clock=clock) as stage:
        yield stage


@pytest.fixture
def phone(stage: Stage, language: str) -> Phone:
    """Somebody's private chat with the bot, in each of the languages."""
    person = stage.machine.user(7, "Ada", language_code=language)
    return Phone(stage, stage.machine.private_chat(person, started=True), person, language)
