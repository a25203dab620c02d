"""A bot as bots are written, to drive both doors with."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Update,
)
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from .helpers import png

Context = ContextTypes.DEFAULT_TYPE


async def start(update: Update, context: Context) -> None:
    assert update.effective_message
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("Next", callback_data="p:2")]])
    text = f"<b>Hello</b> {' '.join(context.args or [])}".strip()
    await update.effective_message.reply_html(text, reply_markup=markup)


async def photo(update: Update, context: Context) -> None:
    assert update.effective_message
    await update.effective_message.reply_photo(png(300, 200), caption="card")


async def echo(update: Update, context: Context) -> None:
    assert update.effective_message
    await update.effective_message.reply_text(f"you said {update.effective_message.text}")


async def turn(update: Update, context: Context) -> None:
    assert update.callback_query
    await update.callback_query.answer("turned")
    await update.callback_query.edit_message_text("page 2")


async def inline(update: Update, context: Context) -> None:
    assert update.inline_query
    words = InputTextMessageContent(f"<b>{update.inline_query.query}</b>", "HTML")
    await update.inline_query.answer([InlineQueryResultArticle("1", "One", words)])


async def guest(update: Update, context: Context) -> None:
    message = update.guest_message
    assert message
    assert message.guest_query_id
    words = InputTextMessageContent("true")
    result = InlineQueryResultArticle("1", "One", words)
    await context.bot.answer_guest_query(message.guest_query_id, result)


def add_handlers(app: Application[Any, Any, Any, Any, Any, Any]) -> None:
    app.add_handler(MessageHandler(filters.UpdateType.GUEST_MESSAGE, guest))
    app.add_handler(CommandHandler("start", start))
    app.add_handler(CommandHandler("photo", photo))
    app.add_handler(CallbackQueryHandler(turn))
    app.add_handler(InlineQueryHandler(inline))
    app.add_handler(MessageHandler(filters.TEXT & ~filters.VIA_BOT, echo))


@asynccontextmanager
async def polling(builder: ApplicationBuilder[Any, Any, Any, Any, Any, Any]) -> AsyncIterator[Any]:
    """The bot, polling until the block ends."""
    app = builder.build()
    add_handlers(app)
    async with app:
        await app.start()
        assert app.updater
        await app.updater.start_polling(
            timeout=5, poll_interval=0, allowed_updates=Update.ALL_TYPES
        )
        yield app
        await asyncio.wait_for(app.updater.stop(), 5)
        await app.stop()
