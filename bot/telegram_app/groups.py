"""Manners in groups: speak when spoken to."""

from __future__ import annotations

from telegram import Message, MessageEntity, User

from bot.telegram_app.entities import cut, marked, written

_MENTIONS = (MessageEntity.MENTION, MessageEntity.TEXT_MENTION)


def words_for(message: Message, me: User) -> str | None:
    """The words of a group message that are meant for the bot, its name taken out.

    A message is meant for whom it mentions first; one that mentions nobody but replies to the bot
    is meant for the bot. None when it is meant for others, or for nobody in particular.
    """
    text = written(message)
    if text is None:
        return None
    for entity in sorted(marked(message), key=lambda mark: mark.offset):
        if entity.type in _MENTIONS:
            return _without(text, entity) if _is_me(text, entity, me) else None
    return text if replies_to(message, me) else None


def names_other_bot(message: Message, me: User) -> bool:
    """Whether a message names a bot that is not this one. Names of bots end in "bot"."""
    text = written(message) or ""
    return any(
        cut(text, mark)[1].lower().endswith("bot") and not _is_me(text, mark, me)
        for mark in marked(message)
        if mark.type == MessageEntity.MENTION
    )


def without_name(message: Message, me: User) -> str:
    """The words of a message that summons the bot, its name taken out wherever it stands."""
    text = written(message) or ""
    for entity in sorted(marked(message), key=lambda mark: mark.offset):
        if entity.type in _MENTIONS and _is_me(text, entity, me):
            return _without(text, entity)
    return text


def replies_to(message: Message, me: User) -> bool:
    """Whether a message replies to one of the bot's own.

    In a forum every message of a topic points at the message that opened it: that is no reply.
    """
    original = message.reply_to_message
    if original is None or original.forum_topic_created:
        return False
    return original.from_user is not None and original.from_user.id == me.id


def _is_me(text: str, entity: MessageEntity, me: User) -> bool:
    if entity.user is not None:
        return entity.user.id == me.id
    _, name, _ = cut(text, entity)
    return name.lower() == f"@{me.username}".lower()


def _without(text: str, entity: MessageEntity) -> str:
    before, _, after = cut(text, entity)
    return f"{before.rstrip()} {after.lstrip(' ,:;-')}".strip()
