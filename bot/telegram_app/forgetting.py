"""Forgetting a person, because they wish it."""

from __future__ import annotations

from telegram import Bot

from bot.store.memory import Key
from bot.telegram_app.chosen_menu import remove_chosen_menu
from bot.telegram_app.desk import Desk


async def forget(desk: Desk, bot: Bot, who: Key) -> None:
    """Delete everything about a person in all chats; raises ``MemoryFailed`` if it cannot be."""
    await desk.memory.forget_person(who.user_id)
    for message in desk.given:
        given = desk.given.get(message)
        if given and given.who.user_id == who.user_id:
            desk.given.drop(message)
    if desk.gallery:
        desk.gallery.forget(who)
    await remove_chosen_menu(desk, bot, who)
