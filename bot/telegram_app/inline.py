"""What somebody types after the bot's name in any chat: offers to choose from, sent by them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator, Mapping

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResult,
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError
from telegram.ext import ContextTypes
from telegram.helpers import create_deep_linked_url

from bot.answers.links import GREETING
from bot.answers.offers import Offer, Offers
from bot.answers.text import plain
from bot.language.dialogue import EMPTY, Dialogue
from bot.store.memory import Key
from bot.telegram_app.desk import Answers, Desk
from bot.telegram_app.links import addressed
from bot.telegram_app.markup import split
from bot.telegram_app.pictures import Gallery, Known
from bot.telegram_app.sending import persistently

log = logging.getLogger(__name__)

KEPT = 300
"""Seconds for which Telegram may give the same offers again. The facts do not change meanwhile."""
BREATH = 0.01
"""Seconds left to other work after each step of preparing."""
_TOO_LATE = "query is too old"

_PICTURE = "-picture"
"""What the identifier of an offer's picture ends in."""

Write = Callable[[str], InputTextMessageContent]
Photos = Mapping[str, Known]
"""By the identifiers of the offers that they go with."""


async def on_inline(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer an inline query; when the answer cannot be made, show the way to the bot."""
    query = update.inline_query
    if query is None:
        return
    dialogue, hint = EMPTY, query.from_user.language_code
    try:
        dialogue = await _dialogue(desk, query)
        offers = desk.engine.offers(
            query.query, dialogue, hint=hint, offset=query.offset, now=desk.clock()
        )
        await _answer(desk, context.bot, query, offers)
    except Exception:
        log.exception("No offers could be made for update %s", update.update_id)
        words = desk.engine.invitation(dialogue, hint=hint)
        await _send(context.bot, query, [], button=_to_private(words), is_personal=True)


async def on_chosen(_: Desk, update: Update, __: ContextTypes.DEFAULT_TYPE) -> None:
    """Note that an offer was sent; Telegram tells it if @BotFather was asked for that."""
    if update.chosen_inline_result:
        log.debug("The offer %s was sent", update.chosen_inline_result.result_id)


async def rehearse(engine: Answers) -> None:
    """Prepare offers between other work, so that the first people who type need not wait."""
    try:
        for _ in engine.rehearse():
            await asyncio.sleep(BREATH)
    except Exception:
        log.exception("Offers are not prepared; they will be made when they are asked for")


async def _dialogue(desk: Desk, query: InlineQuery) -> Dialogue:
    """What is known of the person: how they speak with the bot in private."""
    return await desk.memory.recall(Key(query.from_user.id, query.from_user.id))


async def _answer(desk: Desk, bot: Bot, query: InlineQuery, offers: Offers) -> None:
    none = not offers.offers and not query.offset
    button = _to_private(offers.invitation) if none else None
    words = desk.engine.ask(offers.language)
    photos = _photos(desk.gallery, offers)

    async def send(write: Write, photos: Photos) -> None:
        made = (
            results(offer, write, bot.username, words, photos.get(offer.id))
            for offer in offers.offers
        )
        await _send(
            bot,
            query,
            [one for several in made for one in several],
            button=button,
            is_personal=offers.personal,
            cache_time=KEPT,
            next_offset=offers.next_offset,
        )

    try:
        await send(_as_html, photos)
    except BadRequest as refusal:
        log.warning("Telegram refused offers, trying plainer ones: %s", refusal)
        _doubt(desk.gallery, offers)
        await send(_as_text, {})


def _photos(gallery: Gallery | None, offers: Offers) -> Photos:
    """The pictures that Telegram has already, by the offers that they go with."""
    if gallery is None:
        return {}
    found = ((offer.id, gallery.known(offer.reply)) for offer in offers.offers)
    return {offer: picture for offer, picture in found if picture}


def _doubt(gallery: Gallery | None, offers: Offers) -> None:
    if gallery:
        for offer in offers.offers:
            gallery.doubt(offer.reply)


def results(
    offer: Offer, write: Write, username: str, words: str, picture: Known | None
) -> Iterator[InlineQueryResult]:
    """One offer as Telegram shows it: its text, and its picture if Telegram has that.

    ``words`` are those of the link to the bot.
    """
    keyboard = _keyboard(username, words, offer.start)
    yield InlineQueryResultArticle(
        id=offer.id,
        title=offer.title,
        description=offer.description or None,
        input_message_content=write(addressed(offer.reply, username).html),
        reply_markup=keyboard,
    )
    if picture:
        yield InlineQueryResultCachedPhoto(
            id=f"{offer.id}{_PICTURE}",
            photo_file_id=picture.file_id,
            title=offer.title,
            description=picture.caption.partition("\n")[0],
            caption=picture.caption,
            parse_mode=None,
            reply_markup=keyboard,
        )


async def _send(
    bot: Bot,
    query: InlineQuery,
    results: list[InlineQueryResult],
    *,
    button: InlineQueryResultsButton | None,
    is_personal: bool,
    cache_time: int = 0,
    next_offset: str = "",
) -> None:
    """Give the results to Telegram, which does not want them any more after some seconds."""
    try:
        await persistently(
            lambda: bot.answer_inline_query(
                query.id,
                results,
                cache_time=cache_time,
                is_personal=is_personal,
                # The library's defaults would make a list of an empty text, and "[]" of that.
                next_offset=next_offset or None,
                button=button,
            )
        )
    except BadRequest as refusal:
        if _TOO_LATE not in str(refusal).lower():
            raise
        log.info("An inline query was answered too late: %s", refusal)
    except TelegramError as trouble:
        log.warning("An inline query could not be answered: %s", trouble)


def _to_private(words: str) -> InlineQueryResultsButton:
    return InlineQueryResultsButton(words, start_parameter=GREETING)


def _keyboard(username: str, words: str, start: str) -> InlineKeyboardMarkup:
    """A link: presses in messages that others sent reach a bot without the message."""
    url = create_deep_linked_url(username, start)
    return InlineKeyboardMarkup([[InlineKeyboardButton(words, url=url)]])


def _as_html(html: str) -> InputTextMessageContent:
    return _content(split(html)[0], ParseMode.HTML)


def _as_text(html: str) -> InputTextMessageContent:
    return _content(plain(split(html)[0]), None)


def _content(text: str, parse_mode: ParseMode | None) -> InputTextMessageContent:
    options = LinkPreviewOptions(is_disabled=True)
    return InputTextMessageContent(text, parse_mode=parse_mode, link_preview_options=options)
