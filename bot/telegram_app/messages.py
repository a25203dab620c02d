"""New messages: read, answered, and their replies remembered for the case of an edit."""

from __future__ import annotations

from telegram import Bot, Message, Update
from telegram.ext import ContextTypes

from bot.telegram_app.conversation import Speaker, converse, place_for, speaker, turn_for
from bot.telegram_app.desk import Desk, Given
from bot.telegram_app.entities import written
from bot.telegram_app.hanging import follow
from bot.telegram_app.other import first_of_album
from bot.telegram_app.reading import Asked, Wordless, read
from bot.telegram_app.welcoming import repeats_welcome


async def on_message(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer a new message, or be silent where that is right."""
    message, who = update.effective_message, speaker(update)
    if message is None or who is None:
        return
    asked = read(message, context.bot.bot, desk.engine.commands)
    if asked is None:
        return
    if isinstance(asked, Wordless) and not first_of_album(desk.albums, asked):
        return
    if repeats_welcome(desk, message.chat_id, asked):
        return
    await answer(desk, context.bot, message, who, asked)


async def answer(desk: Desk, bot: Bot, message: Message, who: Speaker, asked: Asked) -> None:
    """Answer a message, and remember how."""
    exchange = await converse(
        desk, bot, place_for(message), who, lambda before: turn_for(desk, asked, before, who.hint)
    )
    if exchange.turn.forget:
        return
    given = Given(
        who=who.key,
        said=hash(written(message)),
        message_ids=exchange.message_ids,
        before=exchange.before,
        after=exchange.turn.dialogue,
    )
    desk.given.put((message.chat_id, message.message_id), given)
    follow(desk, bot, message, who, asked, exchange.turn.reply)
