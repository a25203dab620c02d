"""Replies that take the place of what the bot said before."""

from __future__ import annotations

import logging
from dataclasses import replace

from telegram import Bot
from telegram.error import BadRequest

from bot.answers.reply import Reply
from bot.telegram_app.markup import split
from bot.telegram_app.sending import Place, edit, send

log = logging.getLogger(__name__)

Ids = tuple[int, ...]


async def put(bot: Bot, place: Place, reply: Reply, over: int | None = None) -> Ids:
    """Show a reply below, or where it says so instead of the message ``over``.

    Gives the numbers of the messages that it became. A message that can no longer be edited (it
    is gone, or is a picture) stays as it is, and the reply goes below.
    """
    fits = reply.place == "instead" and len(split(reply.html)) == 1
    if over is not None and fits and await _edited(bot, place, over, reply):
        return (over,)
    return await _sent(bot, place, reply)


async def correct(bot: Bot, place: Place, reply: Reply, said: Ids) -> Ids:
    """Put a reply in the place of all the messages of an earlier one.

    What of them it does not need, or cannot edit, is taken away, so that nothing wrong stays.
    """
    parts = _parts(reply)
    now: Ids = ()
    for part, number in zip(parts, said, strict=False):
        if not await _edited(bot, place, number, part):
            break
        now += (number,)
    for part in parts[len(now) :]:
        now += await _sent(bot, place, part)
    for number in said:
        if number not in now:
            await _take_away(bot, place, number)
    return now


def _parts(reply: Reply) -> list[Reply]:
    """A reply as several that each fit a message; the last has the buttons."""
    *first, last = split(reply.html)
    return [*(replace(reply, html=html, buttons=()) for html in first), replace(reply, html=last)]


async def _edited(bot: Bot, place: Place, number: int, reply: Reply) -> bool:
    try:
        await edit(bot, place.chat_id, number, reply)
    except BadRequest as refusal:
        log.info("A message could not be edited: %s", refusal)
        return False
    return True


async def _sent(bot: Bot, place: Place, reply: Reply) -> Ids:
    return tuple(message.message_id for message in await send(bot, place, reply))


async def _take_away(bot: Bot, place: Place, number: int) -> None:
    try:
        await bot.delete_message(place.chat_id, number)
    except BadRequest as refusal:
        # It is gone already, or too old to delete.
        log.info("A message could not be deleted: %s", refusal)
