"""The old Markdown parse mode: flat entities, kept because the Bot API keeps it."""

from __future__ import annotations

import re

from bot.local.entities.links import link_entity
from bot.local.entities.model import Entity, ParseError, byte_offset, utf16_length

_ESCAPE = re.compile(r"\\([_*`\[])")
_SIMPLE = {"_": "italic", "*": "bold", "`": "code"}


def parse_legacy_markdown(source: str) -> tuple[str, list[Entity]]:
    """Text and entities of `source`; raises ParseError in Telegram's words."""
    text, entities, position = "", [], 0
    while position < len(source):
        char = source[position]
        escape = _ESCAPE.match(source, position)
        if escape:
            text, position = text + escape[1], escape.end()
        elif char in "_*`[":
            inner, entity, position = _entity(source, position, utf16_length(text))
            text += inner
            entities.extend([entity] if entity else [])
        else:
            text, position = text + char, position + 1
    return text, entities


def _entity(source: str, begin: int, offset: int) -> tuple[str, Entity | None, int]:
    """The text of the entity at `begin`, the entity, and where reading goes on."""
    block = source.startswith("```", begin)
    closer = "```" if block else {"[": "]"}.get(source[begin], source[begin])
    start = begin + (3 if block else 1)
    end = source.find(closer, start)
    if end < 0:
        where = byte_offset(source, begin)
        raise ParseError(f"Can't find end of the entity starting at byte offset {where}")
    inner, after = source[start:end], end + len(closer)
    if closer == "]":
        return _link(source, inner, offset, after)
    if block:
        return _block(inner, offset, after)
    length = utf16_length(inner)
    return inner, Entity(_SIMPLE[closer], offset, length) if length else None, after


def _link(source: str, inner: str, offset: int, after: int) -> tuple[str, Entity | None, int]:
    url = inner
    if source.startswith("(", after):
        end = source.find(")", after)
        end = len(source) if end < 0 else end
        url, after = source[after + 1 : end], end + 1
    length = utf16_length(inner)
    return inner, link_entity(url, offset, length) if length else None, after


def _block(inner: str, offset: int, after: int) -> tuple[str, Entity | None, int]:
    found = re.match(r"([^\s`]+)(?=\s)", inner)
    language = found[1] if found else ""
    inner = re.sub(r"\A(\r\n|\n|\r)", "", inner[len(language) :])
    length = utf16_length(inner)
    extra = {"language": language} if language else {}
    return inner, Entity("pre", offset, length, extra) if length else None, after
