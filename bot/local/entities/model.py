"""Text with entities, and the UTF-16 arithmetic that Telegram counts with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


class ParseError(ValueError):
    """Markup that Telegram refuses; the message is Telegram's own wording."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A marked stretch of text; offset and length are UTF-16 code units."""

    type: str
    offset: int
    length: int
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def end(self) -> int:
        """The first unit after the entity."""
        return self.offset + self.length

    def json(self) -> dict[str, Any]:
        """The entity as the Bot API writes it."""
        return {"type": self.type, "offset": self.offset, "length": self.length, **self.extra}


@dataclass(frozen=True, slots=True)
class FormattedText:
    """A text without markup, and its entities in Telegram's order."""

    text: str
    entities: tuple[Entity, ...] = ()

    def entities_json(self) -> list[dict[str, Any]]:
        """The entities as the Bot API writes them."""
        return [entity.json() for entity in self.entities]


def utf16_length(text: str) -> int:
    """The length of `text` in UTF-16 code units."""
    if text.isascii():
        return len(text)
    return len(text) + sum(char > "\uffff" for char in text)


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The part of `text` at `offset`, `length` units long."""
    if text.isascii():
        return text[offset : offset + length]
    encoded = text.encode("utf-16-le", "surrogatepass")
    return encoded[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def byte_offset(text: str, index: int) -> int:
    """Where the character at `index` begins in UTF-8; Telegram's messages count bytes."""
    return len(text[:index].encode("utf-8", "surrogatepass"))


def has_lone_surrogates(text: str) -> bool:
    """Whether `text` can't be encoded in UTF-8, which JSON escapes make possible."""
    return not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text)
