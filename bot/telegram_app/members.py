"""Chats that end or move: the bot is blocked or removed, a group becomes a supergroup."""

from __future__ import annotations

from telegram import ChatMember, Update
from telegram.ext import ContextTypes

from bot.telegram_app.desk import Desk

_OUT = (ChatMember.BANNED, ChatMember.LEFT)


async def on_membership(desk: Desk, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Forget a chat that the bot is no longer in."""
    change = update.my_chat_member
    if change and change.new_chat_member.status in _OUT:
        await desk.memory.forget(change.chat.id)


async def on_migration(desk: Desk, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Carry the conversations of a group over to the supergroup that it became."""
    message = update.effective_message
    if message and message.migrate_to_chat_id:
        await desk.memory.move(message.chat_id, message.migrate_to_chat_id)
