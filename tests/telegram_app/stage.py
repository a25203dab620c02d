"""The real application on the local Bot API, in the test's own process."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from telegram import Update

from bot.answers.reply import Reply
from bot.local.machine import Machine
from bot.local.request import LocalRequest
from bot.local.seen import Seen
from bot.local.state import Chat
from bot.telegram_app.application import ALLOWED_UPDATES, build, process
from bot.telegram_app.desk import Delivery, Desk
from bot.telegram_app.pace import Pace
from bot.telegram_app.pictures import Gallery


class Stage:
    """A machine, the application on it, and what the application delivered."""

    def __init__(
        self,
        machine: Machine,
        engine: Any,
        clock: Callable[[], float] = time.time,
        *,
        gallery: Gallery | None = None,
        pace: Pace | None = None,
        **desk: Any,
    ) -> None:
        self.machine = machine
        # The fake one, which tests look into, or the real one.
        self.engine = engine
        self.deliveries: list[Delivery] = []
        self.desk = Desk(
            engine, observe=self.deliveries.append, clock=clock, gallery=gallery, **desk
        )
        self.application = build(
            self.desk,
            machine.token,
            request=LocalRequest(machine),
            get_updates_request=LocalRequest(machine),
            pace=pace,
        )
        self._offset: int | None = None

    async def settle(self) -> None:
        """Let the bot handle whatever people have done."""
        updates = await self.application.bot.get_updates(
            offset=self._offset, timeout=0, allowed_updates=ALLOWED_UPDATES
        )
        await asyncio.gather(*(process(self.application, update) for update in updates))
        if updates:
            self._offset = updates[-1].update_id + 1
        if self.desk.gallery:
            await self.desk.gallery.settled()

    async def give(self, update: dict[str, Any]) -> None:
        """Let the bot handle an update such as the machine's people do not bring about."""
        bot = self.application.bot
        await process(self.application, Update.de_json(update, bot))

    async def deliver(self) -> list[Reply]:
        """Let the bot handle everything, and give all that it has replied so far."""
        await self.settle()
        return [delivery.reply for delivery in self.deliveries]

    async def replies(self, chat: Chat) -> list[Seen]:
        """What the bot has said in a chat, after it handled everything."""
        await self.settle()
        said = self.machine.transcript(chat)
        return [one for one in said if one.from_bot and one.kind != "service"]

    async def texts(self, chat: Chat) -> list[str]:
        """The same, only the texts."""
        return [message.text for message in await self.replies(chat)]


@asynccontextmanager
async def opened(
    engine: Any, gallery: Gallery | None = None, clock: Callable[[], float] = time.time
) -> AsyncIterator[Stage]:
    """A stage on a machine of its own, started, and stopped in the end."""
    async with Machine(privacy=False) as machine:
        stage = Stage(machine, engine, clock, gallery=gallery)
        await stage.application.initialize()
        yield stage
        await stage.application.shutdown()
