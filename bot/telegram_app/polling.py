"""Long polling: updates are fetched, handled, and only then acknowledged.

While some are handled, others are looked for now and then, so that a slow chat delays nobody else.

The library's own updater acknowledges what it has merely put in a queue, so what a process had in
hand when it was killed is lost, and it goes deaf without a word when the token is withdrawn.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Sequence
from datetime import timedelta
from typing import TypeVar

from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError, TimedOut

from bot.telegram_app.application import ALLOWED_UPDATES, App, process
from bot.telegram_app.in_hand import InHand
from bot.telegram_app.sending import seconds_of

log = logging.getLogger(__name__)

LONG = timedelta(seconds=25)
"""How long Telegram holds a request for updates open when there are none."""
GLANCE, LONGEST_GLANCE = 0.05, 0.4
"""Seconds between looks for others while updates in hand hold back the acknowledgement."""
MOST_PENDING = 1_000
"""With more updates than this in hand no others are fetched."""
DRAIN = 5.0
"""Seconds that updates in hand get at the end."""
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0

T = TypeVar("T")


class Poller:
    """Fetches updates until told to stop."""

    def __init__(self, application: App, stop: asyncio.Event) -> None:
        self._application = application
        self._stop = stop
        self._in_hand = InHand()
        self._glance = GLANCE
        self._pending: set[asyncio.Task[None]] = set()
        self._pause = FIRST_PAUSE

    async def run(self) -> None:
        """Poll until ``stop`` is set; raises ``InvalidToken`` when the token is withdrawn."""
        while not self._stop.is_set():
            self._begin(await self._fetch())
            await self._settle()
        await self._finish()

    async def _fetch(self) -> Sequence[Update]:
        """New updates, and those in hand again; with any in hand it does not wait for others."""
        waiting = timedelta() if self._in_hand.unsettled() else LONG
        try:
            request = self._application.bot.get_updates(
                offset=self._in_hand.offset, timeout=waiting, allowed_updates=ALLOWED_UPDATES
            )
            updates: Sequence[Update] = await unless(self._stop, request) or ()
        except InvalidToken:
            raise
        except TelegramError as trouble:
            await self._recover(trouble)
            return ()
        self._pause = FIRST_PAUSE
        return updates

    def _begin(self, updates: Sequence[Update]) -> None:
        begun = self._in_hand.begin(
            updates, lambda update: asyncio.create_task(process(self._application, update))
        )
        for task in begun:
            self._pending.add(task)
            task.add_done_callback(self._pending.discard)
        if begun:
            self._glance = GLANCE

    async def _settle(self) -> None:
        """Wait a little for what is in hand; the next request acknowledges what is done."""
        unsettled = self._in_hand.unsettled()
        if unsettled:
            await asyncio.wait(unsettled, timeout=self._glance)
            self._glance = min(LONGEST_GLANCE, 2 * self._glance)
        while len(self._pending) > MOST_PENDING and not self._stop.is_set():
            await self._wait(LONGEST_GLANCE)
        self._in_hand.acknowledge()

    async def _wait(self, seconds: float) -> None:
        if self._pending:
            await asyncio.wait(self._pending, timeout=seconds)

    async def _recover(self, trouble: TelegramError) -> None:
        """Say what is wrong, and wait a little longer each time."""
        if isinstance(trouble, TimedOut):
            log.warning("The request for updates timed out; asking again")
            return
        pause = seconds_of(trouble) if isinstance(trouble, RetryAfter) else self._pause
        log.error("%s Trying again in %.0f s.", explained(trouble), pause)
        self._pause = min(LONGEST_PAUSE, 2 * self._pause)
        await unless(self._stop, asyncio.sleep(pause))

    async def _finish(self) -> None:
        """Let what is in hand be answered, and tell Telegram that it has been."""
        await self._wait(DRAIN)
        self._in_hand.acknowledge()
        for task in self._pending:
            log.warning("An update was not answered before the end")
            task.cancel()
        if self._in_hand.offset is None:
            return
        try:
            # One that is new may come back; as it is not acknowledged, the next start gets it.
            await self._application.bot.get_updates(offset=self._in_hand.offset, limit=1, timeout=0)
        except TelegramError as trouble:
            log.warning("The last updates may come again at the next start: %s", trouble)


def explained(trouble: TelegramError) -> str:
    """What went wrong in the talk with Telegram, with what to do about it."""
    if isinstance(trouble, Conflict):
        return (
            "Another copy of the bot is receiving the updates, or a webhook is set;"
            f" only one may run with the same token ({trouble})."
        )
    return f"Telegram cannot be reached: {trouble}."


async def unless(stop: asyncio.Event, work: Awaitable[T]) -> T | None:
    """Do the work, but leave it and give None when the stop comes first."""
    task = asyncio.ensure_future(work)
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((task, stopping), return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        stopping.cancel()
        if not task.done():
            task.cancel()
            await asyncio.wait((task,))
