"""Pressed buttons."""

from __future__ import annotations

import logging
from dataclasses import replace

from telegram import Bot, CallbackQuery, Message, Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.answers.reply import Turn
from bot.language.dialogue import Dialogue
from bot.telegram_app.conversation import Speaker, converse, place_for, speaker
from bot.telegram_app.desk import Desk, Press
from bot.telegram_app.hanging import follow_press
from bot.telegram_app.sending import Place

log = logging.getLogger(__name__)


AGAIN = 3.0
"""Seconds within which the same press of the same person is one press, made twice."""


async def on_press(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer a pressed button.

    A new question is answered below, so that what was said before stays to read; another page of
    the same list takes the place of the one that is shown.
    """
    query, who = update.callback_query, speaker(update)
    if query is None:
        return
    await _acknowledge(query)
    if who is None or query.message is None:
        return
    press = Press(who.key, query.message.message_id, query.data or "")
    if _again(desk, press):
        return
    desk.presses.put(press, desk.clock())
    below = False
    try:
        below = await _answer(desk, context.bot, query, who, press)
    finally:
        # Pages are turned to and fro, and what failed may be tried again at once.
        if not below:
            desk.presses.drop(press)


async def _answer(desk: Desk, bot: Bot, query: CallbackQuery, who: Speaker, press: Press) -> bool:
    """Answer, and say whether the answer stands below."""
    place = _place(query, who)
    exchange = await converse(
        desk,
        bot,
        place,
        who,
        lambda before: _turn(desk, before, who, press),
        over=press.message_id,
    )
    below = exchange.message_ids != (press.message_id,)
    if below:
        follow_press(desk, bot, place, who, exchange)
    return below


def _turn(desk: Desk, before: Dialogue, who: Speaker, press: Press) -> Turn:
    """What the engine says to a press; what takes the place of another's answer, in its language.

    In a group a page may be turned by anybody, and still belongs to who asked.
    """
    turn = desk.engine.press(press.data, before, hint=who.hint, now=desk.clock())
    theirs = _language_of_another(desk, press) if turn.reply.place == "instead" else None
    if theirs in (None, turn.reply.language):
        return turn
    asked = replace(before, chosen=theirs)
    there = desk.engine.press(press.data, asked, hint=who.hint, now=desk.clock())
    own = replace(there.dialogue, chosen=before.chosen, language=before.language)
    return replace(there, dialogue=own)


def _language_of_another(desk: Desk, press: Press) -> str | None:
    """The language of an answer to somebody else, if it is one that is remembered."""
    for question in desk.given:
        given = desk.given.get(question)
        if given and question[0] == press.who.chat_id and press.message_id in given.message_ids:
            return given.after.language if given.who != press.who else None
    return None


def _again(desk: Desk, press: Press) -> bool:
    """Whether a press is the second half of a double one."""
    before = desk.presses.get(press)
    return before is not None and 0 <= desk.clock() - before < AGAIN


async def _acknowledge(query: CallbackQuery) -> None:
    """Stop the button's spinning, first of all: Telegram forgets the query within seconds."""
    try:
        await query.answer()
    except TelegramError as refusal:
        # A query too old to acknowledge, after an outage perhaps, still deserves its reply.
        log.info("A button's query was not acknowledged: %s", refusal)


def _place(query: CallbackQuery, who: Speaker) -> Place:
    if isinstance(query.message, Message):
        return place_for(query.message)
    # Of a message that is too old Telegram tells no more than the chat.
    return Place(who.key.chat_id)
