"""The real application on the local Bot API, in the test's own process."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

from bot.local.machine import Machine
from bot.local.request import LocalRequest
from bot.local.seen import Seen
from bot.local.state import Chat
from bot.telegram_app.application import ALLOWED_UPDATES, build, process
from bot.telegram_app.desk import Delivery, Desk


class Stage:
    """A machine, the application on it, and what the application delivered."""

    def __init__(
        self, machine: Machine, engine: Any, clock: Callable[[], float] = time.time
    ) -> None:
        self.machine = machine
        # The fake one, which tests look into, or the real one.
        self.engine = engine
        self.deliveries: list[Delivery] = []
        self.desk = Desk(engine, observe=self.deliveries.append, clock=clock)
        self.application = build(
            self.desk,
            machine.token,
            request=LocalRequest(machine),
            get_updates_request=LocalRequest(machine),
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

    async def replies(self, chat: Chat) -> list[Seen]:
        """What the bot has said in a chat, after it handled everything."""
        await self.settle()
        said = self.machine.transcript(chat)
        return [one for one in said if one.from_bot and one.kind != "service"]

    async def texts(self, chat: Chat) -> list[str]:
        """The same, only the texts."""
        return [message.text for message in await self.replies(chat)]
