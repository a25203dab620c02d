"""The interface of all memories: what each person's conversation in each chat leans on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from bot.language.dialogue import Dialogue

YEAR_SECONDS = 365 * 24 * 3600.0
"""Of somebody who was not heard of for so long, nothing is kept, not even the language."""
UPDATE_SECONDS = 2 * 24 * 3600.0
"""For how long it is known which updates were answered; Telegram sends none later than a day."""


@dataclass(frozen=True, slots=True)
class Key:
    """One person in one chat: in a group each member has a conversation of their own."""

    chat_id: int
    user_id: int


def lasting(dialogue: Dialogue) -> Dialogue:
    """What outlives the context of a dialogue: its languages."""
    return Dialogue(language=dialogue.language, chosen=dialogue.chosen)


class Memory(Protocol):
    """Where dialogues are kept, and which updates were answered.

    Everything that is known of a person is one dialogue for each chat: the language, and what the
    last question was about. Times are seconds since 1970.
    """

    async def recall(self, key: Key) -> Dialogue:
        """The dialogue so far; an empty one for somebody new."""

    async def keep(self, key: Key, dialogue: Dialogue) -> None:
        """Remember a dialogue in place of the one before."""

    async def forget(self, chat_id: int) -> None:
        """Forget everything about a chat that the bot may no longer write to."""

    async def forget_person(self, user_id: int) -> None:
        """Forget everything about a person, in all chats.

        Raises :class:`MemoryFailed` when it cannot be done: nobody shall be told so in vain.
        """

    async def move(self, old_chat: int, new_chat: int) -> None:
        """Carry a chat's dialogues over to its new identifier."""

    async def answered(self, update_id: int) -> bool:
        """Whether an update was answered before."""

    async def note_answered(self, update_id: int) -> None:
        """Remember that an update was answered."""

    async def purge(self) -> None:
        """Drop what is older than it may become."""

    async def close(self) -> None:
        """Give back what the memory holds open."""


class MemoryFailed(Exception):
    """A memory cannot be used; the message says why."""
