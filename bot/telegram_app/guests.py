"""Guest mode: the bot is summoned by name in a chat that it is not in, and answers once.

It sees the summons and the message that it replies to, nothing else, and keeps nothing of either.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator

from telegram import (
    Bot,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
    Message,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import BaseHandler, ContextTypes

from bot.answers.reply import Reply
from bot.answers.text import plain
from bot.language.dialogue import EMPTY
from bot.telegram_app.claimed import claimed
from bot.telegram_app.conversation import itself, turn_for
from bot.telegram_app.desk import Desk
from bot.telegram_app.groups import without_name
from bot.telegram_app.links import addressed
from bot.telegram_app.markup import split
from bot.telegram_app.reading import Words
from bot.telegram_app.sending import persistently

log = logging.getLogger(__name__)

_ID = "answer"
"""Identifies the one result among the results of its own answer."""
_TITLE = 64
"""Characters of the title, which nobody sees but the log of Telegram."""


class GuestHandler(BaseHandler[Update, ContextTypes.DEFAULT_TYPE, None]):
    """Takes the updates that are summonses; the library has no handler for them."""

    def check_update(self, update: object) -> bool:
        """Whether an update is a summons that can be answered."""
        return (
            isinstance(update, Update)
            and update.guest_message is not None
            and update.guest_message.guest_query_id is not None
        )


async def on_guest(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer a summons: judge the message that it replies to, or answer its own words."""
    message = update.guest_message
    if message is None or message.guest_query_id is None or _by_machine(message):
        return
    me = itself(context.bot.bot)
    text = without_name(message, me)
    sender = message.from_user
    hint = sender.language_code if sender else None
    turn = turn_for(desk, Words(text, claimed(message, me)), EMPTY, hint)
    reply = addressed(turn.reply, me.username or "")
    await answer_summons(context.bot, message.guest_query_id, reply)


def _by_machine(message: Message) -> bool:
    """Whether another bot summons this one: they could do so for ever."""
    return message.from_user is not None and message.from_user.is_bot


async def answer_summons(bot: Bot, query_id: str, reply: Reply) -> None:
    """Answer in the best form that Telegram accepts. A query is answered once."""
    *better, last = _forms(split(reply.html)[0])
    for content in better:
        try:
            await _send(bot, query_id, content, reply)
        except BadRequest as refusal:
            if "query" in str(refusal).lower():
                log.info("A summons was answered too late: %s", refusal)
                return
            log.warning("Telegram refused an answer to a summons, trying plain: %s", refusal)
        else:
            return
    await _send(bot, query_id, last, reply)


async def _send(bot: Bot, query_id: str, content: InputTextMessageContent, reply: Reply) -> None:
    title = plain(reply.html).partition("\n")[0][:_TITLE]
    result = InlineQueryResultArticle(_ID, title, content)
    await persistently(lambda: bot.answer_guest_query(query_id, result))


def _forms(html: str) -> Iterator[InputTextMessageContent]:
    quiet = LinkPreviewOptions(is_disabled=True)
    yield InputTextMessageContent(html, parse_mode=ParseMode.HTML, link_preview_options=quiet)
    yield InputTextMessageContent(plain(html), parse_mode=None, link_preview_options=quiet)
