"""From what a bot sends (`text`, `parse_mode`, `entities`) to the text that Telegram keeps."""

from __future__ import annotations

from typing import Any

from bot.local.entities.html import parse_html
from bot.local.entities.markdown import parse_markdown
from bot.local.entities.markdown_legacy import parse_legacy_markdown
from bot.local.entities.model import (
    Entity,
    FormattedText,
    ParseError,
    has_lone_surrogates,
    utf16_length,
    utf16_slice,
)
from bot.local.entities.tidy import tidy
from bot.local.errors import bad_request
from bot.local.limits import ENTITIES

__all__ = ["Entity", "FormattedText", "format_text", "plain_text", "utf16_length", "utf16_slice"]

_PARSERS = {
    "html": parse_html,
    "markdownv2": parse_markdown,
    "markdown": parse_legacy_markdown,
}
# Types a bot may set itself; Telegram ignores the ones that it finds on its own.
_EXTRA = {
    "text_link": "url",
    "text_mention": "user",
    "pre": "language",
    "custom_emoji": "custom_emoji_id",
    "date_time": "unix_time",
}
_SETTABLE = frozenset(_EXTRA) | {
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "code",
    "blockquote",
    "expandable_blockquote",
}
_FOUND = frozenset({"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"})


def plain_text(text: str) -> FormattedText:
    """What a person typed, with the entities that the server finds."""
    return tidy(text, [])


def format_text(
    text: str, parse_mode: str = "", entities: list[Any] | None = None
) -> FormattedText:
    """What a bot sent, parsed; refuses what Telegram refuses with a BotApiError."""
    if has_lone_surrogates(text):
        raise bad_request("strings must be encoded in UTF-8")
    try:
        text, found = _parse(text, parse_mode, entities or [])
    except ParseError as error:
        reason = str(error)
        raise bad_request(f"can't parse entities: {reason}") from None
    if len(found) > ENTITIES:
        raise bad_request("ENTITIES_TOO_LONG")
    return tidy(text, found)


def _parse(text: str, parse_mode: str, entities: list[Any]) -> tuple[str, list[Entity]]:
    mode = parse_mode.lower()
    if not mode:
        return text, [entity for raw in entities if (entity := _given(text, raw))]
    if mode not in _PARSERS:
        raise bad_request("unsupported parse_mode")
    return _PARSERS[mode](text)


def _given(text: str, raw: Any) -> Entity | None:
    """One entity of the `entities` parameter; None when the server finds that type itself."""
    if not isinstance(raw, dict):
        raise ParseError("expected an Object")
    kind, offset, length = raw.get("type"), raw.get("offset"), raw.get("length")
    if not (isinstance(kind, str) and isinstance(offset, int) and isinstance(length, int)):
        raise ParseError("can't parse MessageEntity: type, offset and length are required")
    if kind not in _SETTABLE | _FOUND:
        raise ParseError("can't parse MessageEntity: Type of the entity is unsupported")
    _check_bounds(text, offset, length)
    if kind in _FOUND:
        return None
    needed = _EXTRA.get(kind)
    if needed and kind != "pre" and needed not in raw:
        raise ParseError(f"can't parse MessageEntity: Can't find field \"{needed}\"")
    known = {key: raw[key] for key in (needed, "date_time_format") if key and key in raw}
    return Entity(kind, offset, length, known)


def _check_bounds(text: str, offset: int, length: int) -> None:
    end = utf16_length(text)
    if offset < 0 or length <= 0:
        raise bad_request("ENTITY_BOUNDS_INVALID")
    if offset + length > end:
        raise bad_request(
            f"entity beginning at UTF-16 offset {offset} ends after the end of the text"
            f" at UTF-16 offset {end}"
        )
    for position in (offset, offset + length):
        before = text.encode("utf-16-le", "surrogatepass")[: 2 * position]
        if has_lone_surrogates(before.decode("utf-16-le", "surrogatepass")):
            raise bad_request("entity begins in a middle of a UTF-16 symbol")
