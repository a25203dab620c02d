"""The application put together."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from telegram import LinkPreviewOptions, Update
from telegram.constants import ParseMode, UpdateType
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    ChosenInlineResultHandler,
    Defaults,
    InlineQueryHandler,
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest

from bot.telegram_app.buttons import on_press
from bot.telegram_app.desk import Desk
from bot.telegram_app.edits import on_edit
from bot.telegram_app.errors import on_error
from bot.telegram_app.guests import GuestHandler, on_guest
from bot.telegram_app.inline import on_chosen, on_inline
from bot.telegram_app.members import on_membership, on_migration
from bot.telegram_app.messages import on_message
from bot.telegram_app.order import PerChat
from bot.telegram_app.pace import Pace

ALLOWED_UPDATES = (
    UpdateType.MESSAGE,
    UpdateType.EDITED_MESSAGE,
    UpdateType.CALLBACK_QUERY,
    UpdateType.INLINE_QUERY,
    UpdateType.CHOSEN_INLINE_RESULT,
    UpdateType.MY_CHAT_MEMBER,
    UpdateType.GUEST_MESSAGE,
)
"""What Telegram shall send: exactly what there are handlers for. It remembers the last list."""

App = Application[Any, Any, Any, Any, Any, Any]
Handler = BaseHandler[Update, Any, Any]
Act = Callable[[Desk, Update, Any], Coroutine[Any, Any, None]]


def build(
    desk: Desk,
    token: str,
    *,
    request: BaseRequest,
    get_updates_request: BaseRequest | None = None,
    api_url: str = "https://api.telegram.org",
    pace: Pace | None = None,
) -> App:
    """An application that answers from the desk through the request. Not yet initialised.

    ``pace`` holds back what would be too much for Telegram; without it everything goes out at once.
    """
    builder: Any = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .base_file_url(f"{api_url}/file/bot")
        .request(request)
        .get_updates_request(get_updates_request or request)
        .defaults(_defaults())
        .concurrent_updates(PerChat(desk.memory))
        .updater(None)
        .job_queue(None)
    )
    application: App = (builder.rate_limiter(pace) if pace else builder).build()
    application.add_handlers(_handlers(desk))
    application.add_error_handler(partial(on_error, desk))
    return application


async def process(application: App, update: Update) -> None:
    """Handle one update, after those of the same chat that came before it."""
    await application.update_processor.process_update(update, application.process_update(update))


def _defaults() -> Defaults:
    return Defaults(
        parse_mode=ParseMode.HTML,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )


def _handlers(desk: Desk) -> list[Handler]:
    def bound(act: Act) -> Callable[[Update, Any], Coroutine[Any, Any, None]]:
        return partial(act, desk)

    return [
        CallbackQueryHandler(bound(on_press)),
        InlineQueryHandler(bound(on_inline)),
        ChosenInlineResultHandler(bound(on_chosen)),
        GuestHandler(bound(on_guest)),
        ChatMemberHandler(bound(on_membership), ChatMemberHandler.MY_CHAT_MEMBER),
        MessageHandler(filters.StatusUpdate.MIGRATE, bound(on_migration)),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE, bound(on_edit)),
        MessageHandler(filters.UpdateType.MESSAGE, bound(on_message)),
    ]
