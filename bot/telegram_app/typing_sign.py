"""“Altyn is typing”, for answers that take longer than a moment."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.telegram_app.sending import Place

log = logging.getLogger(__name__)

MOMENT = 1.0
"""Seconds after which a person wonders whether anybody is there."""
AGAIN = 4.5
"""Seconds between signs: Telegram shows one for five."""


@asynccontextmanager
async def typing_if_slow(bot: Bot, place: Place) -> AsyncIterator[None]:
    """Show that the bot is typing as long as the block runs, if that is long."""
    done = asyncio.Event()
    showing = asyncio.create_task(_show(bot, place, done))
    try:
        yield
    finally:
        done.set()
        await _ended(showing)


async def _show(bot: Bot, place: Place, done: asyncio.Event) -> None:
    pause = MOMENT
    while not await _within(pause, done):
        try:
            await bot.send_chat_action(
                place.chat_id, ChatAction.TYPING, message_thread_id=place.thread_id
            )
        except TelegramError as refusal:
            log.debug("That the bot is typing was not shown: %s", refusal)
            return
        pause = AGAIN


async def _within(seconds: float, done: asyncio.Event) -> bool:
    try:
        async with asyncio.timeout(seconds):
            await done.wait()
    except TimeoutError:
        return False
    return True


async def _ended(task: asyncio.Task[None]) -> None:
    """Do not wait for a sign that is on its way: the answer is there."""
    task.cancel()
    await asyncio.wait((task,))
