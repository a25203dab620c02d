"""The menus of commands that Telegram shows, by language, in private chats and in groups."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from telegram import Bot, BotCommand, BotCommandScope, BotCommandScopeAllGroupChats
from telegram.error import TelegramError

from bot.telegram_app.desk import Answers
from bot.telegram_app.sending import persistently

log = logging.getLogger(__name__)

IN_GROUPS = ("medals", "gold", "rank", "athlete", "sport", "games", "language", "help")
"""What a group's menu offers: there it is shared with other bots, and the talk is of results."""


def commands_in(engine: Answers, names: Iterable[str], language: str) -> tuple[BotCommand, ...]:
    """A menu of these commands, in a language; those that the engine does not know are left out."""
    known = (name for name in names if name in engine.commands)
    return tuple(BotCommand(name, engine.description(name, language)) for name in known)


async def publish_menu(engine: Answers, bot: Bot) -> None:
    """Bring the menus up to date. A bot without them answers all the same: a failure is noted."""
    try:
        for names, scope in (
            (engine.commands, None),
            (IN_GROUPS, BotCommandScopeAllGroupChats()),
        ):
            # Without a language code: for everybody whose language has no menu of its own.
            for code in (None, *engine.languages):
                menu = commands_in(engine, names, code or engine.languages[0])
                await _publish(bot, menu, scope, code)
    except TelegramError as trouble:
        log.warning("The menu of commands was not updated: %s", trouble)


async def _publish(
    bot: Bot, menu: tuple[BotCommand, ...], scope: BotCommandScope | None, code: str | None
) -> None:
    there = await persistently(lambda: bot.get_my_commands(scope=scope, language_code=code))
    if there != menu:
        await persistently(lambda: bot.set_my_commands(menu, scope=scope, language_code=code))
        log.info("The menu of commands is updated for %s", code or "all languages")
