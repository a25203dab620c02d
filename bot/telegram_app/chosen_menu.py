"""The menu of one private chat, in the language that the person has chosen there.

Telegram picks a menu by the language of the person's app. A menu for one chat comes before those
for all; in a group it would be everybody's, so only private chats get one.
"""

from __future__ import annotations

import logging

from telegram import Bot, BotCommandScopeChat
from telegram.error import TelegramError

from bot.store.memory import Key
from bot.telegram_app.desk import Desk
from bot.telegram_app.menu import commands_in
from bot.telegram_app.sending import persistently

log = logging.getLogger(__name__)


async def show_chosen_menu(desk: Desk, bot: Bot, who: Key, chosen: str | None) -> None:
    """Let the menu follow a choice, if there is one. A failure is only noted.

    It is set at the first occasion after each start, so that a new Altyn shows its new commands.
    """
    if chosen is None or desk.menus.get(who.chat_id) == chosen or not _private(who):
        return
    desk.menus.put(who.chat_id, chosen)
    menu = commands_in(desk.engine, desk.engine.commands, chosen)
    scope = BotCommandScopeChat(who.chat_id)
    try:
        await persistently(lambda: bot.set_my_commands(menu, scope=scope))
    except TelegramError as trouble:
        log.warning("The menu of a chat was not set: %s", trouble)


async def remove_chosen_menu(desk: Desk, bot: Bot, who: Key) -> None:
    """Take away the menu of the person's private chat; a failure is only noted."""
    if who.user_id < 0:
        return
    # Their private chat has the same number as they.
    desk.menus.drop(who.user_id)
    scope = BotCommandScopeChat(who.user_id)
    try:
        await persistently(lambda: bot.delete_my_commands(scope=scope))
    except TelegramError as trouble:
        log.info("The menu of a chat was not deleted: %s", trouble)


def _private(who: Key) -> bool:
    # An anonymous administrator has the number of the group, which is negative.
    return who.chat_id == who.user_id > 0
