"""A message's text and what Telegram marked in it. Offsets are counted in UTF-16 units."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import Message, MessageEntity


def written(message: Message) -> str | None:
    """What the person wrote: the text, or the caption of a photo or file; None if nothing."""
    return message.text if message.text is not None else message.caption


def marked(message: Message) -> Sequence[MessageEntity]:
    """The entities of what :func:`written` gives."""
    return message.entities if message.text is not None else message.caption_entities


def cut(text: str, entity: MessageEntity) -> tuple[str, str, str]:
    """The text before an entity, its own, and the text after it."""
    data = text.encode("utf-16-le", "surrogatepass")
    start, end = 2 * entity.offset, 2 * (entity.offset + entity.length)
    before, inside, after = data[:start], data[start:end], data[end:]
    return _text(before), _text(inside), _text(after)


def _text(data: bytes) -> str:
    return data.decode("utf-16-le", "replace")
