"""Commands: ``/name``, ``/name argument``, ``/name@bot argument``."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from telegram import Message, MessageEntity

from bot.telegram_app.entities import cut, marked, written


@dataclass(frozen=True, slots=True)
class Command:
    """A command as written, its name in lower case; ``bot`` is the name after ``@``, if any."""

    name: str
    argument: str
    bot: str | None = None


def parse_command(message: Message) -> Command | None:
    """The command that a message begins with. Telegram marks it; what it does not mark is text."""
    text = written(message)
    if not text:
        return None
    for entity in marked(message):
        if entity.type == MessageEntity.BOT_COMMAND and entity.offset == 0:
            _, inside, argument = cut(text, entity)
            name, _, bot = inside.removeprefix("/").partition("@")
            return Command(name.lower(), argument.strip(), bot.lower() or None)
    return None


def meant_for(command: Command, username: str, known: Collection[str]) -> bool:
    """Whether a command in a group is for the bot of that name.

    A command that names no bot may be for any of several; then only those we know are ours.
    """
    if command.bot is None:
        return command.name in known
    return command.bot == username.lower()
