from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Any

from telegram import Chat, Message, Update
from telegram.ext import BaseUpdateProcessor

from bot.telegram_app.order import PerChat


def update(number: int, chat: int) -> Update:
    message = Message(number, datetime.now(UTC), Chat(chat, Chat.PRIVATE))
    return Update(number, message=message)


async def take(
    processor: BaseUpdateProcessor, *work: tuple[Update, Coroutine[Any, Any, None]]
) -> None:
    await asyncio.gather(*(processor.process_update(one, coroutine) for one, coroutine in work))


async def test_a_flood_in_one_chat_takes_one_place_only() -> None:
    processor, log = PerChat(at_once=2), []

    async def work(name: str, seconds: float) -> None:
        await asyncio.sleep(seconds)
        log.append(name)

    flood = [(update(number, 1), work(f"flood {number}", 0.05)) for number in range(5)]
    await take(processor, *flood, (update(9, 2), work("other", 0)))

    assert log[0] == "other"
    assert log[1:] == [f"flood {number}" for number in range(5)]


async def test_no_more_than_so_many_at_once() -> None:
    processor, running, most = PerChat(at_once=3), 0, 0

    async def work() -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.01)
        running -= 1

    await take(processor, *((update(chat, chat), work()) for chat in range(1, 10)))

    assert most == 3


async def test_an_update_that_failed_is_taken_when_it_comes_again() -> None:
    processor, taken = PerChat(), []

    async def work(fails: bool) -> None:
        taken.append(fails)
        if fails:
            raise RuntimeError

    for fails in (True, False, False):
        try:
            await processor.process_update(update(1, 1), work(fails))
        except RuntimeError:
            continue

    assert taken == [True, False]
