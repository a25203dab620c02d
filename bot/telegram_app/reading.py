"""What a message asks of the bot, if it asks anything."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from telegram import Message, User
from telegram.constants import ChatType

from bot.telegram_app.claimed import claimed, forwarded
from bot.telegram_app.commands import Command, meant_for, parse_command
from bot.telegram_app.entities import written
from bot.telegram_app.groups import names_other_bot, words_for


@dataclass(frozen=True, slots=True)
class Words:
    """Something a person wrote to the bot; the text may be empty."""

    text: str
    about: str | None = None
    """The words of another's message that these are about: replied to, quoted."""
    claimed: bool = False
    """Whether the words are another's, passed on to be judged."""


@dataclass(frozen=True, slots=True)
class Wordless:
    """A sticker, a photo, a voice note ...; ``album`` joins those that were sent together."""

    album: str | None


Asked = Command | Words | Wordless


def read(message: Message, me: User, known: Collection[str]) -> Asked | None:
    """What a message asks; None when silence is right. ``known``: names of the commands."""
    if _by_machine(message):
        return None
    if message.chat.type == ChatType.PRIVATE:
        return _in_private(message, me)
    if message.chat.type in (ChatType.GROUP, ChatType.SUPERGROUP):
        return _in_group(message, me, known)
    return None


def _in_private(message: Message, me: User) -> Asked | None:
    text = written(message)
    if text is not None and forwarded(message, me) is not None:
        return Words(text, claimed=True)
    if text is not None:
        return parse_command(message) or Words(text, claimed(message, me))
    # What has no attachment either is a note of Telegram's: a pinned message, a new timer ...
    return Wordless(message.media_group_id) if message.effective_attachment else None


def _in_group(message: Message, me: User, known: Collection[str]) -> Asked | None:
    command = parse_command(message)
    if command:
        ours = meant_for(command, me.username or "", known)
        return (
            command if ours and not (command.bot is None and names_other_bot(message, me)) else None
        )
    words = words_for(message, me)
    return None if words is None else Words(words, claimed(message, me))


def _by_machine(message: Message) -> bool:
    """Whether a bot speaks (two bots could answer each other for ever), or a channel's post lands.

    Telegram shows administrators who stay anonymous as a bot too, with the chat as the sender.
    """
    if message.via_bot or message.is_automatic_forward:
        return True
    sender = message.from_user
    return sender is not None and sender.is_bot and message.sender_chat is None
