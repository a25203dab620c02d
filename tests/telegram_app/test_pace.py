"""Telegram's limits are kept, and what waits leaves in order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable
from heapq import heappop, heappush
from typing import TypeVar

import pytest
from telegram import Message
from telegram.error import RetryAfter

from bot.local.flood import FloodLimits
from bot.local.machine import Machine
from bot.telegram_app.pace import Pace
from tests.fake_engine import FakeEngine
from tests.store.test_memory import Clock
from tests.telegram_app.stage import Stage

T = TypeVar("T")


_real_sleep = asyncio.sleep
_STEPS = 100


class Time(Clock):
    """A clock that jumps to the next time at which somebody wants to be woken."""

    def __init__(self) -> None:
        super().__init__()
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._number = 0

    async def sleep(self, seconds: float) -> None:
        self._number += 1
        woken = asyncio.get_running_loop().create_future()
        heappush(self._sleepers, (self.now + seconds, self._number, woken))
        await woken

    async def through(self, work: Awaitable[T]) -> T:
        """Do the work, however long it takes."""
        task = asyncio.ensure_future(work)
        while not task.done():
            for _ in range(_STEPS):
                await _real_sleep(0)
            if self._sleepers:
                at, _, woken = heappop(self._sleepers)
                self.now = max(self.now, at)
                woken.set_result(None)
        return task.result()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Time:
    time = Time()
    monkeypatch.setattr(asyncio, "sleep", time.sleep)
    return time


@pytest.fixture
async def strict(clock: Time) -> AsyncIterator[Stage]:
    """A stage whose Telegram refuses floods."""
    async with Machine(privacy=False, clock=clock, flood=FloodLimits()) as machine:
        stage = Stage(machine, FakeEngine(), pace=Pace(clock))
        await stage.application.initialize()
        yield stage
        await stage.application.shutdown()


def refused(stage: Stage) -> int:
    return sum(call.error is not None for call in stage.machine.calls("sendMessage"))


async def test_a_busy_group_is_answered_at_the_pace_of_groups(strict: Stage, clock: Time) -> None:
    begin, ada = clock.now, strict.machine.user(7, "Ada")
    group = strict.machine.group(-5, "Fans")
    for number in range(45):
        strict.machine.send_text(group, ada, f"@altyn_local_bot {number}")

    replies = await clock.through(strict.replies(group))

    assert [one.text.split()[1] for one in replies] == [str(number) for number in range(45)]
    assert refused(strict) == 0
    assert 120 <= clock.now - begin < 130


async def test_one_person_gets_a_message_a_second(strict: Stage, clock: Time) -> None:
    begin, ada = clock.now, strict.machine.user(7, "Ada")
    for number in range(9):
        strict.machine.say(ada, str(number))

    replies = await clock.through(strict.replies(strict.machine.private_chat(ada)))

    assert len(replies) == 9
    assert refused(strict) == 0
    assert clock.now - begin == pytest.approx(6)


async def test_a_single_question_does_not_wait(strict: Stage, clock: Time) -> None:
    begin, ada = clock.now, strict.machine.user(7, "Ada")
    strict.machine.say(ada, "who?")

    replies = await clock.through(strict.replies(strict.machine.private_chat(ada)))

    assert len(replies) == 1
    assert clock.now == begin


async def test_many_people_at_once_do_not_flood_telegram(strict: Stage, clock: Time) -> None:
    begin = clock.now
    people = [strict.machine.user(100 + number, "Fan") for number in range(90)]
    for person in people:
        strict.machine.say(person, "who?")
    await clock.through(strict.settle())

    for person in people:
        assert len(strict.machine.transcript(strict.machine.private_chat(person))) == 2
    assert refused(strict) == 0
    assert clock.now - begin == pytest.approx(2)


async def test_what_would_wait_too_long_is_not_sent(strict: Stage, clock: Time) -> None:
    bot, ada = strict.application.bot, strict.machine.user(7, "Ada")
    group = strict.machine.group(-5, "Fans")
    strict.machine.send_text(group, ada, "hello")
    sending = [bot.send_message(-5, str(number)) for number in range(50)]

    done = await clock.through(asyncio.gather(*sending, return_exceptions=True))

    # Twenty in the first minute, and those that need not wait longer than one.
    assert sum(isinstance(one, Message) for one in done) == 23
    assert all(isinstance(one, Message | RetryAfter) for one in done)
    assert refused(strict) == 0
