"""What a person does with the bot on a phone: writes, presses, follows links, edits, looks."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, urlparse

from bot.local.queries import Query
from bot.local.seen import Button, Seen
from bot.local.state import Chat, Message, User
from tests.telegram_app.stage import Stage


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1_750_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Phone:
    """One person in one chat; words are those of the person's language."""

    stage: Stage
    chat: Chat
    person: User
    language: str

    def word(self, key: str) -> str:
        """A message of the bot's that needs nothing filled in."""
        return str(self.stage.engine.speakers[self.language].say(key))

    async def say(self, text: str) -> Seen:
        """Write, and read the last reply."""
        self.stage.machine.send_text(self.chat, self.person, text)
        return await self.last()

    def write(self, text: str) -> Message:
        """Write without waiting."""
        return self.stage.machine.send_text(self.chat, self.person, text)

    async def edit(self, said: Message, text: str) -> list[Seen]:
        """Change what was written, and read all replies."""
        self.stage.machine.edit_text(self.chat, self.person, said, text)
        return await self.stage.replies(self.chat)

    async def press(self, message: Seen, label: str) -> Seen:
        """Press the button with this label, and read what the bot said last."""
        self.tap(message, message.button(label).data)
        return await self.last()

    def tap(self, message: Seen | int, data: str, *, stale: bool = False) -> Query:
        """Press without waiting."""
        number = message if isinstance(message, int) else message.message_id
        return self.stage.machine.press(self.chat, self.person, number, data, stale=stale)

    async def open(self, address: str) -> Seen:
        """Follow a link to the bot, as a tap on it does."""
        self.stage.machine.start(self.person, parameter(address, self.stage))
        return await self.last()

    async def last(self) -> Seen:
        """The bot's message that came or was edited last."""
        replies = await self.stage.replies(self.chat)
        [*_, delivery] = self.stage.deliveries
        return next(one for one in replies if one.message_id == delivery.message_ids[-1])

    async def all(self) -> list[Seen]:
        """All that the bot has said and not taken back."""
        return await self.stage.replies(self.chat)


def labels(message: Seen) -> list[str]:
    """What is written on the buttons."""
    return [button.text for button in message.flat_buttons]


def links(message: Seen) -> list[str]:
    """The addresses behind the words of a message, in their order."""
    return [entity["url"] for entity in message.entities if entity["type"] == "text_link"]


def shared(button: Button) -> str:
    """The link that a button offers to send to others."""
    address = urlparse(str(button.value))
    assert (address.netloc, address.path) == ("t.me", "/share/url")
    return parse_qs(address.query)["url"][0]


def parameter(address: str, stage: Stage) -> str:
    """The start parameter of a link to this bot."""
    parts = urlparse(address)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == (
        f"https://t.me/{stage.machine.bot.username}"
    )
    return parse_qs(parts.query)["start"][0]
