"""A chat as a person sees it in an app: messages as they stand now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from bot.local.keyboards import ACTIONS
from bot.local.state import Chat, Json, Message, User

SeenKind = Literal["text", "photo", "document", "poll", "sticker", "voice", "location", "service"]
_KINDS: tuple[SeenKind, ...] = (
    "text",
    "photo",
    "document",
    "poll",
    "sticker",
    "voice",
    "location",
)


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: what it does (`callback_data`, `url` ...) and with what."""

    text: str
    action: str
    value: Any
    style: str = ""

    @property
    def data(self) -> str:
        """The callback data; empty for buttons that do something else."""
        return str(self.value) if self.action == "callback_data" else ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as it is shown now; `content` has what the Bot API says about its kind."""

    message_id: int
    chat_id: int
    sender: User
    from_bot: bool
    date: int
    edited: bool
    kind: SeenKind
    text: str
    entities: tuple[Json, ...]
    buttons: tuple[tuple[Button, ...], ...]
    reply_to: int | None
    thread: int | None
    content: Json
    markup: Json | None

    @property
    def flat_buttons(self) -> tuple[Button, ...]:
        """All buttons, row after row."""
        return tuple(button for row in self.buttons for button in row)

    def button(self, text: str) -> Button:
        """The button with these words on it, or beginning with them."""
        for button in self.flat_buttons:
            if button.text == text or button.text.startswith(text):
                return button
        raise LookupError(f"no button {text!r} among {[b.text for b in self.flat_buttons]}")


def seen(message: Message) -> Seen:
    """One message."""
    rows = (message.markup or {}).get("inline_keyboard", [])
    return Seen(
        message_id=message.message_id,
        chat_id=message.chat.id,
        sender=message.sender,
        from_bot=message.sender.is_bot,
        date=message.date,
        edited=message.edit_date is not None,
        kind=next((kind for kind in _KINDS if kind in message.content), "service"),
        text=message.text,
        entities=tuple(message.entities),
        buttons=tuple(tuple(map(_button, row)) for row in rows),
        reply_to=message.reply_to.message_id if message.reply_to else None,
        thread=message.thread,
        content=dict(message.content),
        markup=message.markup,
    )


def transcript(chat: Chat) -> list[Seen]:
    """All messages that are still in the chat, oldest first."""
    return [seen(message) for message in chat.messages.values()]


def _button(raw: Json) -> Button:
    action = next(name for name in ACTIONS if name in raw)
    return Button(raw["text"], action, raw[action], raw.get("style", ""))
