"""The bot as a process: connect, poll, end well."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from telegram.error import InvalidToken, TelegramError

from bot.store.file_ids import open_file_ids
from bot.store.memory import Memory
from bot.store.steady import open_memory
from bot.telegram_app.application import App, build
from bot.telegram_app.desk import Desk
from bot.telegram_app.inline import rehearse
from bot.telegram_app.menu import publish_menu
from bot.telegram_app.pace import Pace
from bot.telegram_app.polling import FIRST_PAUSE, LONGEST_PAUSE, Poller, explained, unless
from bot.telegram_app.profile import publish_profile
from bot.telegram_app.requests import for_sending, for_updates

log = logging.getLogger(__name__)

PURGE_SECONDS = 600.0
"""Seconds between the times at which the memory drops what is too old."""

T = TypeVar("T")


class TokenRefused(Exception):
    """Telegram does not know the token."""


async def run(prepare: Callable[[], Desk], token: str, api_url: str, state: Path) -> None:
    """Answer in Telegram until SIGINT or SIGTERM; raises :class:`TokenRefused`.

    ``prepare`` loads what the bot answers from. It may take its time, so it is called when the
    signals are already looked after. ``state`` is the file of the memory.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    desk = prepare()
    memory = await open_memory(state)
    file_ids = await open_file_ids(state)
    try:
        if desk.gallery:
            await desk.gallery.remember(file_ids)
        await _run(replace(desk, memory=memory), token, api_url, stop)
    finally:
        await file_ids.close()
        await memory.close()


async def _run(desk: Desk, token: str, api_url: str, stop: asyncio.Event) -> None:
    application = build(
        desk,
        token,
        request=for_sending(),
        get_updates_request=for_updates(),
        api_url=api_url,
        pace=Pace(),
    )
    try:
        await _serve(application, desk, stop)
    except InvalidToken:
        # The library's message holds the token.
        raise TokenRefused from None
    finally:
        if desk.gallery:
            await desk.gallery.close()
        await application.shutdown()
        # The application leaves alone what it did not finish to initialise.
        await application.bot.shutdown()


async def _serve(application: App, desk: Desk, stop: asyncio.Event) -> None:
    # A webhook that is set would keep all updates; what waits there is not thrown away.
    for step in (application.initialize, application.bot.delete_webhook):
        await unless(stop, _insist(step))
        if stop.is_set():
            return
    log.info("Answering as @%s", application.bot.username)
    beside = [
        asyncio.create_task(_introduce(desk, application)),
        asyncio.create_task(_purge_often(desk.memory)),
        asyncio.create_task(rehearse(desk.engine)),
    ]
    try:
        await Poller(application, stop).run()
    finally:
        for task in beside:
            task.cancel()
    log.info("Ended")


async def _introduce(desk: Desk, application: App) -> None:
    """Say who the bot is, wherever Telegram shows it."""
    await publish_menu(desk.engine, application.bot)
    await publish_profile(desk.engine, application.bot)


async def _purge_often(memory: Memory) -> None:
    """Drop from the memory what has become too old, as long as the bot runs."""
    while True:
        await asyncio.sleep(PURGE_SECONDS)
        await memory.purge()


async def _insist(step: Callable[[], Awaitable[T]]) -> T:
    """Take a step of the start, again and again until the network allows it."""
    pause = FIRST_PAUSE
    while True:
        try:
            return await step()
        except InvalidToken:
            raise
        except TelegramError as trouble:
            log.error("%s Trying again in %.0f s.", explained(trouble), pause)  # noqa: TRY400
        await asyncio.sleep(pause)
        pause = min(LONGEST_PAUSE, 2 * pause)
