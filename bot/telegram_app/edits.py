"""Edited messages: the reply they got is corrected in its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from telegram import Bot, Message, Update
from telegram.ext import ContextTypes

from bot.answers.reply import Turn
from bot.telegram_app import hanging
from bot.telegram_app.conversation import Speaker, place_for, speaker, turn_for
from bot.telegram_app.desk import Delivery, Desk, Given
from bot.telegram_app.entities import written
from bot.telegram_app.forgetting import forget
from bot.telegram_app.messages import answer
from bot.telegram_app.placing import correct
from bot.telegram_app.reading import Asked, Wordless, read

SOON = timedelta(minutes=5)
"""An edit this soon after the message may turn it into a question that it was not yet."""


async def on_edit(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Correct the reply to an edited message; answer one that only now asks something."""
    message, who = update.effective_message, speaker(update)
    if message is None or who is None:
        return
    asked = read(message, context.bot.bot, desk.engine.commands)
    if asked is None or isinstance(asked, Wordless):
        return
    given = desk.given.get((message.chat_id, message.message_id))
    if given is None:
        if _soon(message):
            await answer(desk, context.bot, message, who, asked)
    # Telegram also reports edits that change nothing one reads, such as a link's preview.
    elif given.said != hash(written(message)):
        await _correct(desk, context.bot, message, who, asked, given)


async def _correct(
    desk: Desk, bot: Bot, message: Message, who: Speaker, asked: Asked, given: Given
) -> None:
    # What the message leaned on, but in the language that was chosen since.
    chosen = (await desk.memory.recall(who.key)).chosen
    turn = turn_for(desk, asked, replace(given.before, chosen=chosen), who.hint)
    if turn.forget:
        await forget(desk, bot, who.key)
    message_ids = await correct(bot, place_for(message), turn.reply, given.message_ids)
    if not turn.forget:
        await _keep_if_last(desk, who, given, turn)
        said = hash(written(message))
        desk.given.put(
            (message.chat_id, message.message_id),
            replace(given, said=said, message_ids=message_ids, after=turn.dialogue),
        )
    desk.observe(Delivery(message.chat_id, message_ids, turn.reply))
    hanging.correct(desk, bot, message, who, asked, turn.reply)


async def _keep_if_last(desk: Desk, who: Speaker, given: Given, turn: Turn) -> None:
    """What came after the edited message leans on that, not on the correction."""
    if await desk.memory.recall(who.key) == given.after:
        await desk.memory.keep(who.key, turn.dialogue)


def _soon(message: Message) -> bool:
    return message.edit_date is not None and message.edit_date - message.date <= SOON
