"""The menu of one private chat, in the language that the person has chosen there.

Telegram picks a menu by the language of the person's app. A menu for one chat comes before those
for all; in a group it would be everybody's, so only private chats get one.
"""

from __future__ import annotations

import logging

from telegram import Bot, BotCommandScopeChat
from telegram.error import TelegramError

from bot.language.dialogue import Dialogue
from bot.store.memory import Key
from bot.telegram_app.desk import Answers
from bot.telegram_app.menu import commands_in
from bot.telegram_app.sending import persistently

log = logging.getLogger(__name__)


async def show_chosen_menu(
    engine: Answers, bot: Bot, who: Key, before: Dialogue, after: Dialogue
) -> None:
    """Let the menu follow a choice, if one was made just now. A failure is only noted."""
    chosen = after.chosen
    if chosen is None or chosen == before.chosen or not _private(who):
        return
    menu = commands_in(engine, engine.commands, chosen)
    scope = BotCommandScopeChat(who.chat_id)
    try:
        await persistently(lambda: bot.set_my_commands(menu, scope=scope))
    except TelegramError as trouble:
        log.warning("The menu of a chat was not set: %s", trouble)


async def remove_chosen_menu(bot: Bot, who: Key) -> None:
    """Take away the menu of the person's private chat; a failure is only noted."""
    # Their private chat has the same number as they.
    scope = BotCommandScopeChat(who.user_id)
    try:
        await persistently(lambda: bot.delete_my_commands(scope=scope))
    except TelegramError as trouble:
        log.info("The menu of a chat was not deleted: %s", trouble)


def _private(who: Key) -> bool:
    return who.chat_id == who.user_id
