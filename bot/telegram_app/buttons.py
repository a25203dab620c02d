"""Pressed buttons."""

from __future__ import annotations

import logging

from telegram import CallbackQuery, Message, Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.telegram_app.conversation import converse, place_for, speaker
from bot.telegram_app.desk import Desk
from bot.telegram_app.hanging import follow_press
from bot.telegram_app.sending import Place

log = logging.getLogger(__name__)


async def on_press(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer a pressed button with a message below, so that what was said before stays to read."""
    query, who = update.callback_query, speaker(update)
    if query is None:
        return
    await _acknowledge(query)
    place = _place(query)
    if who is None or place is None:
        return
    exchange = await converse(
        desk,
        context.bot,
        place,
        who,
        lambda before: desk.engine.press(query.data or "", before, hint=who.hint, now=desk.clock()),
    )
    follow_press(desk, context.bot, place, who, exchange)


async def _acknowledge(query: CallbackQuery) -> None:
    """Stop the button's spinning, first of all: Telegram forgets the query within seconds."""
    try:
        await query.answer()
    except TelegramError as refusal:
        # A query too old to acknowledge, after an outage perhaps, still deserves its reply.
        log.info("A button's query was not acknowledged: %s", refusal)


def _place(query: CallbackQuery) -> Place | None:
    if isinstance(query.message, Message):
        return place_for(query.message)
    # Of a message that is too old Telegram tells no more than the chat.
    return Place(query.message.chat.id) if query.message else None
