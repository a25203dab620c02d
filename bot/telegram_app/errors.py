"""When something breaks: logged always, told to the person once, never a loop."""

from __future__ import annotations

import logging
from html import escape

from telegram import Bot, Message, Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import ContextTypes

from bot.answers.reply import Reply
from bot.telegram_app.conversation import Speaker, place_for, speaker
from bot.telegram_app.desk import Delivery, Desk
from bot.telegram_app.guests import answer_summons
from bot.telegram_app.reading import read
from bot.telegram_app.sending import send

log = logging.getLogger(__name__)

_MUTED = ("not enough rights", "have no rights", "chat_write_forbidden", "topic_closed")


async def on_error(desk: Desk, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Take note of an error in a handler, and do what can be done about it."""
    error = context.error
    who = speaker(update) if isinstance(update, Update) else None
    if isinstance(error, Forbidden) and who:
        log.info("The bot may no longer write to a chat: %s", error)
        await desk.memory.forget(who.key.chat_id)
        return
    if _silenced(error):
        log.info("The bot may not write there now: %s", error)
        return
    number = update.update_id if isinstance(update, Update) else "none"
    log.error("Update %s was not answered: %s", number, error, exc_info=error)
    if isinstance(update, Update) and who and not _network(error):
        await _tell(desk, context.bot, update, who)


def _network(error: Exception | None) -> bool:
    """Whether Telegram could not be reached: then words about it would not arrive either."""
    return isinstance(error, NetworkError | RetryAfter) and not isinstance(error, BadRequest)


def _silenced(error: Exception | None) -> bool:
    """Whether a group has taken away the right to write, or closed the topic: no fault of ours."""
    said = str(error).lower() if isinstance(error, BadRequest) else ""
    return any(words in said for words in _MUTED)


async def _tell(desk: Desk, bot: Bot, update: Update, who: Speaker) -> None:
    message = update.effective_message
    if message is None or not _expects_reply(desk, bot, update, message):
        return
    try:
        await _apologise(desk, bot, message, who)
    except TelegramError as refusal:
        log.warning("The person could not be told: %s", refusal)


async def _apologise(desk: Desk, bot: Bot, message: Message, who: Speaker) -> None:
    dialogue = await desk.memory.recall(who.key)
    sentence = desk.engine.trouble(dialogue, hint=who.hint)
    language = dialogue.chosen or dialogue.language or desk.engine.languages[0]
    reply = Reply(html=escape(sentence, quote=False), known=False, language=language)
    if message.guest_query_id:
        # It may not write there, only answer.
        await answer_summons(bot, message.guest_query_id, reply)
        return
    sent = await send(bot, place_for(message), reply)
    ids = tuple(one.message_id for one in sent)
    desk.observe(Delivery(message.chat_id, ids, reply))


def _expects_reply(desk: Desk, bot: Bot, update: Update, message: Message) -> bool:
    """In a group only those who spoke to the bot hear that it failed."""
    if update.callback_query or update.guest_message:
        return True
    return read(message, bot.bot, desk.engine.commands) is not None
