"""A memory that never keeps the bot from answering."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from bot.language.dialogue import Dialogue
from bot.store.here import MemoryHere
from bot.store.memory import Key, Memory, MemoryFailed
from bot.store.sqlite import open_sqlite

log = logging.getLogger(__name__)

T = TypeVar("T")


async def open_memory(path: Path, clock: Callable[[], float] = time.time) -> Memory:
    """The memory in the database at ``path``; one in this process if there is no opening it."""
    try:
        memory = await open_sqlite(path, clock)
        steady = SteadyMemory(memory)
        await steady.purge()
    except MemoryFailed as failure:
        log.warning("The memory is in this process only, and gone when it ends: %s", failure)
        return _without(path)
    return steady


def _without(path: Path) -> Memory:
    return SteadyMemory(None) if path.exists() else MemoryHere()


class SteadyMemory:
    """Uses a memory until it fails, and from then on one in this process.

    It does not go back: what the failed one holds would be out of date. None as the memory stands
    for one that could not even be opened, though it holds something.
    """

    def __init__(self, memory: Memory | None) -> None:
        self._memory = memory
        self._spare: MemoryHere | None = MemoryHere() if memory is None else None

    async def recall(self, key: Key) -> Dialogue:
        """The dialogue so far; an empty one for somebody new."""
        return await self._do(lambda memory: memory.recall(key))

    async def keep(self, key: Key, dialogue: Dialogue) -> None:
        """Remember a dialogue in place of the one before."""
        await self._do(lambda memory: memory.keep(key, dialogue))

    async def forget(self, chat_id: int) -> None:
        """Forget everything about a chat that the bot may no longer write to."""
        await self._do(lambda memory: memory.forget(chat_id))

    async def forget_person(self, user_id: int) -> None:
        """Forget everything about a person; raises :class:`MemoryFailed` if something remains."""
        if self._spare is not None:
            await self._spare.forget_person(user_id)
        if self._memory is None:
            raise MemoryFailed("what the database holds about the person is out of reach")
        await self._memory.forget_person(user_id)

    async def move(self, old_chat: int, new_chat: int) -> None:
        """Carry a chat's dialogues over to its new identifier."""
        await self._do(lambda memory: memory.move(old_chat, new_chat))

    async def answered(self, update_id: int) -> bool:
        """Whether an update was answered before."""
        return await self._do(lambda memory: memory.answered(update_id))

    async def note_answered(self, update_id: int) -> None:
        """Remember that an update was answered."""
        await self._do(lambda memory: memory.note_answered(update_id))

    async def purge(self) -> None:
        """Drop what is older than it may become."""
        await self._do(lambda memory: memory.purge())

    async def close(self) -> None:
        """Give back what the memory holds open."""
        if self._memory is not None:
            await self._memory.close()

    async def _do(self, act: Callable[[Memory], Awaitable[T]]) -> T:
        if self._spare is None and self._memory is not None:
            try:
                return await act(self._memory)
            except MemoryFailed as failure:
                log.warning(
                    "The memory failed; until the next start it is in this process only: %s",
                    failure,
                )
        # Another update may have met the failure at the same time.
        self._spare = self._spare or MemoryHere()
        return await act(self._spare)
