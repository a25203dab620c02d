"""What each person's conversation in each chat leans on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from bot.language.dialogue import EMPTY, Dialogue
from bot.telegram_app.bounded import Bounded

CONVERSATIONS = 20_000
"""How many conversations are remembered at once; each takes well under a kilobyte."""


@dataclass(frozen=True, slots=True)
class Key:
    """One person in one chat: in a group each member has a conversation of their own."""

    chat_id: int
    user_id: int


class Memory(Protocol):
    """Where dialogues are kept. Asynchronous, since a database will one day stand behind it."""

    async def recall(self, key: Key) -> Dialogue:
        """The dialogue so far; an empty one for somebody new."""

    async def keep(self, key: Key, dialogue: Dialogue) -> None:
        """Remember a dialogue in place of the one before."""

    async def forget(self, chat_id: int) -> None:
        """Forget everything about a chat that the bot may no longer write to."""

    async def move(self, old_chat: int, new_chat: int) -> None:
        """Carry a chat's dialogues over to its new identifier."""


class MemoryHere:
    """A memory in this process: bounded, and gone when the process ends."""

    def __init__(self, size: int = CONVERSATIONS) -> None:
        self._dialogues: Bounded[Key, Dialogue] = Bounded(size)

    async def recall(self, key: Key) -> Dialogue:
        """The dialogue so far; an empty one for somebody new."""
        return self._dialogues.get(key) or EMPTY

    async def keep(self, key: Key, dialogue: Dialogue) -> None:
        """Remember a dialogue in place of the one before."""
        self._dialogues.put(key, dialogue)

    async def forget(self, chat_id: int) -> None:
        """Forget a chat's dialogues."""
        for key in self._of(chat_id):
            self._dialogues.drop(key)

    async def move(self, old_chat: int, new_chat: int) -> None:
        """Carry a chat's dialogues over to its new identifier."""
        for key in self._of(old_chat):
            dialogue = self._dialogues.drop(key)
            if dialogue is not None:
                self._dialogues.put(replace(key, chat_id=new_chat), dialogue)

    def _of(self, chat_id: int) -> list[Key]:
        return [key for key in self._dialogues if key.chat_id == chat_id]
