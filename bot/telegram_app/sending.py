"""Replies on their way out: cut to size, repeated when Telegram says to, never lost to markup."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TimedOut

from bot.answers.reply import Button, Reply
from bot.answers.text import plain
from bot.telegram_app.links import addressed
from bot.telegram_app.markup import split

log = logging.getLogger(__name__)

PAUSES = (0.5, 2.0, 5.0)
"""Seconds between attempts when the network or Telegram's server fails."""
LONGEST_WAIT = 60.0
"""Seconds that a reply waits at most when Telegram says to wait; later it would help nobody."""

Rows = tuple[tuple[Button, ...], ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reply goes: a chat, a topic of a forum, the message that it answers."""

    chat_id: int
    thread_id: int | None = None
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One way of putting a text to Telegram."""

    text: str
    parse_mode: ParseMode | None
    keyboard: InlineKeyboardMarkup | None


async def send(bot: Bot, place: Place, reply: Reply) -> tuple[Message, ...]:
    """Send a reply: one message, or several if it is longer than a message may be."""
    reply = addressed(reply, bot.username)
    parts = split(reply.html)
    sent: list[Message] = []
    for number, part in enumerate(parts, start=1):
        rows = reply.buttons if number == len(parts) else ()
        message = await _send_part(bot, place, part, rows)
        place = replace(place, chat_id=message.chat_id)
        sent.append(message)
    return tuple(sent)


async def edit(bot: Bot, chat_id: int, message_id: int, reply: Reply) -> None:
    """Put a reply in the place of one sent before; it must fit one message."""

    async def act(form: Form) -> None:
        await bot.edit_message_text(
            text=form.text,
            chat_id=chat_id,
            message_id=message_id,
            parse_mode=form.parse_mode,
            reply_markup=form.keyboard,
        )

    reply = addressed(reply, bot.username)
    try:
        await _in_some_form(reply.html, reply.buttons, act)
    except BadRequest as refusal:
        # It says already what it should, for instance after the same edit was delivered twice.
        if "not modified" not in str(refusal).lower():
            raise


async def _send_part(bot: Bot, place: Place, html: str, rows: Rows) -> Message:
    async def act(form: Form) -> Message:
        return await _send_form(bot, place, form)

    try:
        return await _in_some_form(html, rows, act)
    except ChatMigrated as moved:
        place = Place(moved.new_chat_id)
        return await _in_some_form(html, rows, act)


async def _send_form(bot: Bot, place: Place, form: Form) -> Message:
    return await bot.send_message(
        chat_id=place.chat_id,
        text=form.text,
        parse_mode=form.parse_mode,
        message_thread_id=place.thread_id,
        reply_parameters=_reply_parameters(place),
        reply_markup=form.keyboard,
    )


def _reply_parameters(place: Place) -> ReplyParameters | None:
    if place.reply_to is None:
        return None
    return ReplyParameters(place.reply_to, allow_sending_without_reply=True)


async def _in_some_form(html: str, rows: Rows, act: Callable[[Form], Awaitable[T]]) -> T:
    """Act with the best form that Telegram accepts."""
    *better, last = _forms(html, rows)
    for form in better:
        try:
            return await persistently(lambda form=form: act(form))  # type: ignore[misc]
        except BadRequest as refusal:
            if "not modified" in str(refusal).lower():
                raise
            log.warning("Telegram refused a message, trying a plainer one: %s", refusal)
    return await persistently(lambda: act(last))


def _forms(html: str, rows: Rows) -> Iterator[Form]:
    keyboard = _keyboard(rows)
    yield Form(html, ParseMode.HTML, keyboard)
    yield Form(plain(html), None, keyboard)
    if keyboard:
        yield Form(plain(html), None, None)


def _keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    if not rows:
        return None
    return InlineKeyboardMarkup([[_pressable(button) for button in row] for row in rows])


def _pressable(button: Button) -> InlineKeyboardButton:
    if button.kind == "link":
        return InlineKeyboardButton(button.text, url=button.data)
    return InlineKeyboardButton(button.text, callback_data=button.data)


async def persistently(call: Callable[[], Awaitable[T]]) -> T:
    """Call, and call again when Telegram asks for patience or the connection fails.

    What timed out may have arrived, so it is not repeated: better one reply late than two.
    """
    for pause in PAUSES:
        try:
            return await call()
        except RetryAfter as busy:
            await asyncio.sleep(_bounded_wait(busy))
        except (BadRequest, TimedOut):
            raise
        except NetworkError as trouble:
            log.info("Trying again in %s s: %s", pause, trouble)
            await asyncio.sleep(pause)
    return await call()


def _bounded_wait(busy: RetryAfter) -> float:
    seconds = seconds_of(busy)
    if seconds > LONGEST_WAIT:
        raise busy
    log.info("Telegram asks to wait %.0f s", seconds)
    return seconds


def seconds_of(busy: RetryAfter) -> float:
    """How long Telegram asks to wait; the library gives a number or, by a setting, a timedelta."""
    wait = busy.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
