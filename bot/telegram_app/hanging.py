"""When a picture follows an answer: in private always, in groups after commands alone.

Among others who talk, a picture takes the room of ten messages; whoever sends a command has asked
for it.
"""

from __future__ import annotations

from dataclasses import replace

from telegram import Bot, Message

from bot.answers.reply import Reply
from bot.telegram_app.commands import Command
from bot.telegram_app.conversation import Exchange, Speaker, is_private, place_for
from bot.telegram_app.desk import Desk
from bot.telegram_app.pictures import Exhibit
from bot.telegram_app.reading import Asked
from bot.telegram_app.sending import Place


def follow(
    desk: Desk, bot: Bot, message: Message, who: Speaker, asked: Asked, reply: Reply
) -> None:
    """Let the picture of a reply to a message follow."""
    if desk.gallery:
        desk.gallery.show(bot, _exhibit(message, who, asked, reply))


def correct(
    desk: Desk, bot: Bot, message: Message, who: Speaker, asked: Asked, reply: Reply
) -> None:
    """Correct the picture with the reply to an edited message."""
    if desk.gallery:
        desk.gallery.correct(bot, _exhibit(message, who, asked, reply))


def follow_press(desk: Desk, bot: Bot, place: Place, who: Speaker, exchange: Exchange) -> None:
    """Let the picture of a reply to a pressed button follow; in groups there is none."""
    if desk.gallery and exchange.message_ids:
        private = place.reply_to is None
        reply = exchange.turn.reply if private else _without(exchange.turn.reply)
        question = (place.chat_id, exchange.message_ids[-1])
        desk.gallery.show(bot, Exhibit(who.key, question, place, reply))


def _exhibit(message: Message, who: Speaker, asked: Asked, reply: Reply) -> Exhibit:
    wanted = is_private(message.chat) or isinstance(asked, Command)
    return Exhibit(
        asker=who.key,
        question=(message.chat_id, message.message_id),
        place=place_for(message),
        reply=reply if wanted else _without(reply),
    )


def _without(reply: Reply) -> Reply:
    return replace(reply, picture=None)
