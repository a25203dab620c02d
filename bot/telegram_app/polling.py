"""Long polling: updates are fetched, handled, and only then acknowledged.

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
from bot.telegram_app.sending import seconds_of

log = logging.getLogger(__name__)

LONG = timedelta(seconds=25)
"""How long Telegram holds a request for updates open when there are none."""
PATIENCE = 2.0
"""Seconds that the next request waits for updates in hand; a chat that is slower is overtaken."""
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
        self._offset: int | None = None
        self._pending: set[asyncio.Task[None]] = set()
        self._pause = FIRST_PAUSE

    async def run(self) -> None:
        """Poll until ``stop`` is set; raises ``InvalidToken`` when the token is withdrawn."""
        while not self._stop.is_set():
            updates = await self._fetch()
            self._begin(updates)
            await self._settle(updates)
        await self._finish()

    async def _fetch(self) -> Sequence[Update]:
        try:
            request = self._application.bot.get_updates(
                offset=self._offset, timeout=LONG, allowed_updates=ALLOWED_UPDATES
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
        for update in updates:
            task = asyncio.create_task(process(self._application, update))
            self._pending.add(task)
            task.add_done_callback(self._pending.discard)

    async def _settle(self, updates: Sequence[Update]) -> None:
        """Wait for what is in hand; the next request acknowledges it."""
        if not updates:
            return
        await self._wait(PATIENCE)
        while len(self._pending) > MOST_PENDING and not self._stop.is_set():
            await self._wait(PATIENCE)
        self._offset = updates[-1].update_id + 1

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
        for task in self._pending:
            log.warning("An update was not answered before the end")
            task.cancel()
        if self._offset is None:
            return
        try:
            # One that is new may come back; as it is not acknowledged, the next start gets it.
            await self._application.bot.get_updates(offset=self._offset, limit=1, timeout=0)
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
