"""The words of another's message that a message is about: replied to, quoted or forwarded."""

from __future__ import annotations

from telegram import Message, User

from bot.telegram_app.entities import written


def claimed(message: Message, me: User) -> str | None:
    """What somebody else said that a message replies to: the part quoted, else all of it.

    None where there is nothing, or where it is the bot's own: it does not judge itself. Of a
    message in another chat Telegram gives the quoted words and no more.
    """
    original = message.reply_to_message
    if original is not None and original.from_user is not None and original.from_user.id == me.id:
        return None
    if message.quote is not None and message.quote.text.strip():
        return message.quote.text
    if original is None or original.forum_topic_created:
        return None
    return written(original)


def forwarded(message: Message, me: User) -> str | None:
    """The words of a message passed on from somebody else; None if it is none."""
    origin = message.forward_origin
    if origin is None:
        return None
    sender = getattr(origin, "sender_user", None)
    if sender is not None and sender.id == me.id:
        return None
    return written(message)
