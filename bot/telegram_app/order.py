"""Updates of one chat one after another, of different chats at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Coroutine
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.store.bounded import Bounded
from bot.store.here import MemoryHere
from bot.store.memory import Memory

AT_ONCE = 128
"""How many updates are worked on at the same time."""
TYPING = 10_000
"""Of so many people, and of so many queries of theirs, it is remembered which was the last."""


class PerChat(BaseUpdateProcessor):
    """Keeps the order of each chat, and takes each update once, also after a restart.

    The base class counts an update from the moment it arrives, so one busy chat would fill all its
    places with updates that merely wait for their turn. Its bound is therefore out of reach, and
    places are counted here, once it is an update's turn.
    """

    __slots__ = ("_locks", "_memory", "_offered", "_places", "_typed")

    def __init__(self, memory: Memory | None = None, at_once: int = AT_ONCE) -> None:
        super().__init__(max_concurrent_updates=2**31)
        self._places = asyncio.Semaphore(at_once)
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._memory = memory or MemoryHere()
        self._typed: Bounded[int, int] = Bounded(TYPING)
        self._offered: Bounded[int, bool] = Bounded(TYPING)

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Await the coroutine when it is the update's turn, unless the update is known."""
        if not isinstance(update, Update):
            await coroutine
            return
        if update.inline_query:
            await self._offer(update, update.inline_query.from_user.id, coroutine)
            return
        async with self._lock(update):
            if await self._memory.answered(update.update_id):
                _discard(coroutine)
                return
            async with self._places:
                await coroutine
            await self._memory.note_answered(update.update_id)

    async def _offer(self, update: Update, user: int, coroutine: Awaitable[Any]) -> None:
        """What a person types, letter by letter: only the last is of use, and waits for nothing."""
        self._typed.put(user, max(update.update_id, self._typed.get(user) or 0))
        # Those that came in the same batch are noted before the first of them is worked on.
        await asyncio.sleep(0)
        async with self._places:
            if update.update_id in self._offered or self._typed.get(user) != update.update_id:
                _discard(coroutine)
                return
            self._offered.put(update.update_id, True)
            await coroutine

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to give back."""

    def _lock(self, update: Update) -> asyncio.Lock:
        chat, user = update.effective_chat, update.effective_user
        place = chat.id if chat else user.id if user else 0
        return self._locks.setdefault(place, asyncio.Lock())


def _discard(coroutine: Awaitable[Any]) -> None:
    """Close what will not be awaited, else Python warns of it."""
    if isinstance(coroutine, Coroutine):
        coroutine.close()
