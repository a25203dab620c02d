"""A hello to a group that the bot was brought into: one line, once."""

from __future__ import annotations

import logging

from telegram import Bot, ChatMember, ChatMemberUpdated
from telegram.constants import ChatType
from telegram.error import TelegramError

from bot.telegram_app.commands import Command
from bot.telegram_app.conversation import itself
from bot.telegram_app.desk import Delivery, Desk
from bot.telegram_app.reading import Asked
from bot.telegram_app.sending import Place, send

log = logging.getLogger(__name__)

OUT = (ChatMember.BANNED, ChatMember.LEFT)
JUST_NOW = 60.0
"""Seconds after a welcome in which a bare /start adds nothing: apps send it with an invitation."""


def was_invited(change: ChatMemberUpdated) -> bool:
    """Whether the bot has just come into a group: not that it became an administrator there."""
    return (
        change.chat.type in (ChatType.GROUP, ChatType.SUPERGROUP)
        and change.old_chat_member.status in OUT
        and change.new_chat_member.status not in OUT
    )


async def welcome(desk: Desk, bot: Bot, change: ChatMemberUpdated) -> None:
    """Say hello, in the language of who invited the bot. Where it may not write, it is silent."""
    chat = change.chat.id
    if chat in desk.welcomed:
        return
    desk.welcomed.put(chat, desk.clock())
    name = itself(bot.bot).username or ""
    reply = desk.engine.welcome(name, hint=change.from_user.language_code)
    try:
        sent = await send(bot, Place(chat), reply)
    except TelegramError as refusal:
        log.info("A group was not welcomed: %s", refusal)
        return
    desk.observe(Delivery(chat, tuple(message.message_id for message in sent), reply))


def repeats_welcome(desk: Desk, chat_id: int, asked: Asked) -> bool:
    """Whether a command would only bring another hello after the one just said."""
    since = desk.welcomed.get(chat_id)
    bare_start = isinstance(asked, Command) and asked.name == "start" and not asked.argument
    return bare_start and since is not None and desk.clock() - since < JUST_NOW
