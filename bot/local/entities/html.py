"""The HTML parse mode.

Written to refuse what Telegram refuses, in its words: a strict reader with a stack of open tags,
no error recovery, and only the tags and named entities that the Bot API documents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bot.local.entities.links import emoji_extra, link_entity, time_extra
from bot.local.entities.model import Entity, ParseError, byte_offset, utf16_length

_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]{1,8})|#([0-9]{1,10})|([a-zA-Z]+));?")
_TOKEN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-")
_MARK = re.compile(r"[<&]")


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int
    start: int  # where its text begins among the pieces, for a link without href


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Text and entities of `source`; raises ParseError in Telegram's words."""
    reader = _Reader(source)
    while reader.position < len(source):
        reader.step()
    reader.finish()
    return "".join(reader.pieces), reader.entities


def decode_characters(text: str) -> str:
    """`text` with the character references that Telegram knows replaced."""
    return _CHARACTER.sub(_decoded, text)


def _decoded(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMED.get(name, match[0])
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code <= 0x10FFFF else match[0]


class _Reader:
    """Reads left to right; the position only grows."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0
        self.offset = 0
        self.pieces: list[str] = []
        self.entities: list[Entity] = []
        self.open: list[_Open] = []

    def step(self) -> None:
        """Consume one stretch of text, one character reference or one tag."""
        char = self.source[self.position]
        if char == "<":
            if self.source.startswith("</", self.position):
                self._end_tag()
            else:
                self._start_tag()
        elif char == "&":
            self._reference()
        else:
            mark = _MARK.search(self.source, self.position)
            end = mark.start() if mark else len(self.source)
            self._write(self.source[self.position : end])
            self.position = end

    def finish(self) -> None:
        """Complain about what is still open."""
        if self.open:
            raise ParseError(
                f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"'
            )

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.offset += utf16_length(text)

    def _reference(self) -> None:
        match = _CHARACTER.match(self.source, self.position)
        if match is None:
            self._write("&")
            self.position += 1
            return
        self._write(_decoded(match))
        self.position = match.end()

    def _peek(self) -> str:
        return self.source[self.position] if self.position < len(self.source) else ""

    def _skip_spaces(self) -> None:
        while self._peek() and self._peek().isspace():
            self.position += 1

    def _until(self, stops: str) -> str:
        start = self.position
        while (char := self._peek()) and char not in stops and not char.isspace():
            self.position += 1
        return self.source[start : self.position]

    def _start_tag(self) -> None:
        begin = self.position
        at = f"at byte offset {byte_offset(self.source, begin)}"
        self.position += 1
        tag = self._until(">").lower()
        if not self._peek():
            raise ParseError(f"Unclosed start tag {at}")
        if tag not in _TYPES:
            raise ParseError(f'Unsupported start tag "{tag}" {at}')
        attributes = self._attributes(tag, at)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise ParseError(f'Tag "span" must have class "tg-spoiler" {at}')
        self.position += 1
        self.open.append(_Open(tag, attributes, self.offset, len(self.pieces)))

    def _attributes(self, tag: str, at: str) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            self._skip_spaces()
            if self._peek() == ">":
                return found
            if not self._peek():
                raise ParseError(f"Unclosed start tag {at}")
            name = self._until("=>")
            if not name:
                raise ParseError(f'Empty attribute name in the tag "{tag}" {at}')
            self._skip_spaces()
            if self._peek() == "=":
                self.position += 1
                found[name] = self._attribute_value(tag, at)
            elif (tag, name) == ("blockquote", "expandable"):
                found[name] = ""
            else:
                raise ParseError(
                    f'Expected equal sign in declaration of an attribute of the tag "{tag}" {at}'
                )

    def _attribute_value(self, tag: str, at: str) -> str:
        self._skip_spaces()
        quote = self._peek()
        if not quote:
            raise ParseError(f'Unclosed start tag "{tag}" {at}')
        if quote in "'\"":
            end = self.source.find(quote, self.position + 1)
            if end < 0:
                raise ParseError(f"Unclosed start tag {at}")
            value = self.source[self.position + 1 : end]
            self.position = end + 1
            return decode_characters(value)
        return self._name_token()

    def _name_token(self) -> str:
        begin = self.position
        while self._peek() in _TOKEN:
            self.position += 1
        if not (self._peek().isspace() or self._peek() == ">"):
            where = byte_offset(self.source, begin)
            raise ParseError(f"Unexpected end of name token at byte offset {where}")
        return self.source[begin : self.position].lower()

    def _end_tag(self) -> None:
        at = f"at byte offset {byte_offset(self.source, self.position)}"
        if not self.open:
            raise ParseError(f"Unexpected end tag {at}")
        self.position += 2
        name = self._until(">").lower()
        self._skip_spaces()
        if self._peek() != ">":
            raise ParseError(f"Unclosed end tag {at}")
        self.position += 1
        opened = self.open.pop()
        if name and name != opened.tag:
            raise ParseError(
                f'Unmatched end tag {at}, expected "</{opened.tag}>", found "</{name}>"'
            )
        if self.offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        length = self.offset - opened.offset
        if opened.tag == "a":
            url = opened.attributes.get("href") or "".join(self.pieces[opened.start :])
            link = link_entity(url, opened.offset, length)
            self.entities.extend([link] if link else [])
            return
        kind, extra = _typed(opened)
        closed = Entity(kind, opened.offset, length, extra)
        if kind in {"pre", "code"} and self._merged_code_block(closed):
            return
        self.entities.append(closed)

    def _merged_code_block(self, outer: Entity) -> bool:
        """Whether `outer` and the entity just closed inside it are one <pre><code> block."""
        if not self.entities:
            return False
        inner = self.entities[-1]
        together = {inner.type, outer.type} == {"pre", "code"}
        language = {**inner.extra, **outer.extra}.get("language")
        if not (together and language and (inner.offset, inner.end) == (outer.offset, outer.end)):
            return False
        self.entities[-1] = Entity("pre", outer.offset, outer.length, {"language": language})
        return True


def _typed(opened: _Open) -> tuple[str, dict[str, Any]]:
    """The type and the extra fields of a tag that is not a link."""
    kind = _TYPES[opened.tag]
    if opened.tag == "blockquote" and "expandable" in opened.attributes:
        return "expandable_blockquote", {}
    if opened.tag == "tg-emoji":
        return kind, emoji_extra(opened.attributes.get("emoji-id", ""))
    if opened.tag == "tg-time":
        attributes = opened.attributes
        return kind, time_extra(attributes.get("unix", ""), attributes.get("format", ""))
    language = opened.attributes.get("class", "")
    if opened.tag == "code" and language.startswith("language-"):
        return kind, {"language": language.removeprefix("language-")}
    return kind, {}
