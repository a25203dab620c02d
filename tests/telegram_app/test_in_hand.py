"""How far updates may be acknowledged."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from telegram import Update

from bot.telegram_app.in_hand import PATIENCE, InHand


@dataclass
class Bench:
    """Updates in hand whose work ends when the test says so."""

    now: float = 0.0
    begun: list[int] = field(default_factory=list)
    ends: dict[int, asyncio.Event] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.hand = InHand(clock=lambda: self.now)

    def fetch(self, *numbers: int, typed: bool = False) -> None:
        ada = {"id": 7, "is_bot": False, "first_name": "Ada"}
        query = {"id": "1", "from": ada, "query": "gold", "offset": ""}
        more = {"inline_query": query} if typed else {}
        updates = [Update.de_json({"update_id": number, **more}, None) for number in numbers]
        self.hand.begin(updates, self._work)

    async def end(self, number: int) -> None:
        self.ends[number].set()
        await asyncio.sleep(0)
        await asyncio.sleep(0)

    def acknowledged(self) -> int | None:
        self.hand.acknowledge()
        return self.hand.offset

    def _work(self, update: Update) -> asyncio.Task[None]:
        self.begun.append(update.update_id)
        self.ends[update.update_id] = asyncio.Event()
        return asyncio.create_task(self._until(self.ends[update.update_id]))

    async def _until(self, end: asyncio.Event) -> None:
        await end.wait()


@pytest.fixture
async def bench() -> AsyncIterator[Bench]:
    bench = Bench()
    yield bench
    for end in bench.ends.values():
        end.set()
    await asyncio.sleep(0)


async def test_nothing_in_hand_moves_nothing(bench: Bench) -> None:
    assert bench.acknowledged() is None


async def test_what_is_done_is_acknowledged_up_to_the_first_that_is_not(bench: Bench) -> None:
    bench.fetch(5, 6, 7)
    assert bench.acknowledged() == 5
    await bench.end(5)
    await bench.end(7)

    assert bench.acknowledged() == 6
    await bench.end(6)
    assert bench.acknowledged() == 8


async def test_what_comes_again_is_not_begun_again(bench: Bench) -> None:
    bench.fetch(5, 6)
    await bench.end(6)
    bench.acknowledged()
    bench.fetch(5, 6, 7)

    assert bench.begun == [5, 6, 7]


async def test_one_that_takes_too_long_holds_back_nobody(bench: Bench) -> None:
    bench.fetch(5)
    bench.now = PATIENCE - 1
    bench.fetch(6)
    bench.now = PATIENCE

    assert bench.acknowledged() == 6
    assert len(bench.hand.unsettled()) == 1


async def test_what_is_typed_is_waited_for_by_nobody(bench: Bench) -> None:
    bench.fetch(5, typed=True)
    assert not bench.hand.unsettled()
    assert bench.acknowledged() == 6


async def test_what_is_typed_overtakes_no_message(bench: Bench) -> None:
    bench.fetch(5)
    bench.fetch(5, 6, typed=True)

    assert bench.acknowledged() == 5
    await bench.end(5)
    assert bench.acknowledged() == 7
