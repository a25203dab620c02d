"""What the bot's profile says, by language: its name, what it is about, a description."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import Bot
from telegram.error import TelegramError

from bot.telegram_app.desk import Answers
from bot.telegram_app.sending import persistently

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Part:
    """A text of the profile: how it is called in our messages, read, and set."""

    name: str
    read: Callable[[Bot, str | None], Awaitable[str]]
    write: Callable[[Bot, str, str | None], Awaitable[bool]]


async def publish_profile(engine: Answers, bot: Bot) -> None:
    """Set the texts that differ from ours. Telegram lets them be set rarely, so each may fail."""
    for part in _PARTS:
        try:
            for code in (None, *engine.languages):
                await _publish(
                    part, bot, engine.profile(part.name, code or engine.languages[0]), code
                )
        except TelegramError as trouble:
            log.warning("The profile was not updated (%s): %s", part.name, trouble)


async def _publish(part: _Part, bot: Bot, text: str, code: str | None) -> None:
    there = await persistently(lambda: part.read(bot, code))
    if there != text:
        await persistently(lambda: part.write(bot, text, code))
        log.info("The profile is updated (%s) for %s", part.name, code or "all languages")


async def _name(bot: Bot, code: str | None) -> str:
    return (await bot.get_my_name(language_code=code)).name


async def _about(bot: Bot, code: str | None) -> str:
    return (await bot.get_my_short_description(language_code=code)).short_description


async def _description(bot: Bot, code: str | None) -> str:
    return (await bot.get_my_description(language_code=code)).description


_PARTS = (
    _Part("name", _name, lambda bot, text, code: bot.set_my_name(text, language_code=code)),
    _Part(
        "about",
        _about,
        lambda bot, text, code: bot.set_my_short_description(text, language_code=code),
    ),
    _Part(
        "description",
        _description,
        lambda bot, text, code: bot.set_my_description(text, language_code=code),
    ),
)
