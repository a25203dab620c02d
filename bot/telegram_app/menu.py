"""The menu of commands that Telegram shows, in each language."""

from __future__ import annotations

import logging

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.telegram_app.desk import Answers
from bot.telegram_app.sending import persistently

log = logging.getLogger(__name__)


async def publish_menu(engine: Answers, bot: Bot) -> None:
    """Bring the menu up to date. A bot without it answers all the same, so a failure is noted."""
    try:
        # Without a language code: for everybody whose language has no menu of its own.
        await _publish(engine, bot, engine.languages[0], None)
        for language in engine.languages:
            await _publish(engine, bot, language, language)
    except TelegramError as trouble:
        log.warning("The menu of commands was not updated: %s", trouble)


async def _publish(engine: Answers, bot: Bot, language: str, code: str | None) -> None:
    menu = tuple(BotCommand(name, engine.description(name, language)) for name in engine.commands)
    there = await persistently(lambda: bot.get_my_commands(language_code=code))
    if there != menu:
        await persistently(lambda: bot.set_my_commands(menu, language_code=code))
        log.info("The menu of commands is updated for %s", code or "all languages")
