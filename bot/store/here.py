"""A memory in this process: for the terminal, for tests, and where no database can be had."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from bot.language.dialogue import EMPTY, MEMORY_SECONDS, Dialogue
from bot.store.bounded import Bounded
from bot.store.memory import YEAR_SECONDS, Key, lasting

CONVERSATIONS = 20_000
"""How many conversations are remembered at once; each takes well under a kilobyte."""
UPDATES = 10_000
"""How many answered updates are remembered at once."""


class MemoryHere:
    """Bounded, and gone when the process ends."""

    def __init__(self, size: int = CONVERSATIONS, clock: Callable[[], float] = time.time) -> None:
        self._dialogues: Bounded[Key, tuple[Dialogue, float]] = Bounded(size)
        self._answered: Bounded[int, bool] = Bounded(UPDATES)
        self._clock = clock

    async def recall(self, key: Key) -> Dialogue:
        """The dialogue so far; an empty one for somebody new."""
        dialogue, _ = self._dialogues.get(key) or (EMPTY, 0.0)
        return dialogue

    async def keep(self, key: Key, dialogue: Dialogue) -> None:
        """Remember a dialogue in place of the one before."""
        self._dialogues.put(key, (dialogue, self._clock()))

    async def forget(self, chat_id: int) -> None:
        """Forget a chat's dialogues."""
        for key in self._dialogues:
            if key.chat_id == chat_id:
                self._dialogues.drop(key)

    async def forget_person(self, user_id: int) -> None:
        """Forget a person's dialogues."""
        for key in self._dialogues:
            if key.user_id == user_id:
                self._dialogues.drop(key)

    async def move(self, old_chat: int, new_chat: int) -> None:
        """Carry a chat's dialogues over to its new identifier."""
        for key in self._dialogues:
            entry = self._dialogues.drop(key) if key.chat_id == old_chat else None
            there = replace(key, chat_id=new_chat)
            # Who spoke in the new chat already goes on from there.
            if entry is not None and there not in self._dialogues:
                self._dialogues.put(there, entry)

    async def answered(self, update_id: int) -> bool:
        """Whether an update was answered before."""
        return update_id in self._answered

    async def note_answered(self, update_id: int) -> None:
        """Remember that an update was answered."""
        self._answered.put(update_id, True)

    async def purge(self) -> None:
        """Drop what is older than it may become."""
        now = self._clock()
        for key in self._dialogues:
            dialogue, heard = self._dialogues.get(key) or (EMPTY, now)
            if now - heard > YEAR_SECONDS:
                self._dialogues.drop(key)
            elif now - heard > MEMORY_SECONDS:
                self._dialogues.put(key, (lasting(dialogue), heard))

    async def close(self) -> None:
        """There is nothing to give back."""
