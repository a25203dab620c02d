from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.local import Chat, Machine, User


class Clock:
    """A clock that tests set forward."""

    def __init__(self) -> None:
        self.now = 1_725_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def machine(clock: Clock) -> AsyncIterator[Machine]:
    async with Machine(clock=clock) as machine:
        yield machine


@pytest.fixture
def ada(machine: Machine) -> User:
    return machine.user(7, "Ada", language_code="kk", username="ada")


@pytest.fixture
def chat(machine: Machine, ada: User) -> Chat:
    return machine.private_chat(ada, started=True)
