"""Chats that begin, end or move: the bot is invited, blocked or removed, a group grows."""

from __future__ import annotations

from telegram import Update
from telegram.ext import ContextTypes

from bot.telegram_app.desk import Desk
from bot.telegram_app.welcoming import OUT, was_invited, welcome


async def on_membership(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Greet a group that the bot came into; forget a chat that it is no longer in."""
    change = update.my_chat_member
    if change is None:
        return
    if change.new_chat_member.status in OUT:
        await desk.memory.forget(change.chat.id)
        desk.welcomed.drop(change.chat.id)
    elif was_invited(change):
        await welcome(desk, context.bot, change)


async def on_migration(desk: Desk, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Carry the conversations of a group over to the supergroup that it became.

    Both chats tell of it, in either order.
    """
    message = update.effective_message
    if message is None:
        return
    old, new = message.chat_id, message.migrate_to_chat_id
    if new is None:
        old, new = message.migrate_from_chat_id or old, message.chat_id
    # Nobody has come: it is the same group.
    desk.welcomed.put(new, 0.0)
    await desk.memory.move(old, new)
