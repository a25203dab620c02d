"""The small HTML of replies: taken out for those who cannot show it, cut where it is too long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from bot.answers.text import plain

MESSAGE_LIMIT = 4096
"""Longest text of a message, in UTF-16 units, counted after the tags are taken out."""

_TOKEN = re.compile(
    r"(?P<tag></?(?P<name>[a-z][a-z-]*)(?:\s[^<>]*)?>)|(?P<reference>&(?:#x?)?\w+;)|[^<&]+|.",
    re.IGNORECASE | re.DOTALL,
)


def units(text: str) -> int:
    """Length as Telegram counts it: characters beyond the basic plane count twice."""
    return len(text) + sum(1 for letter in text if letter > "\uffff")


def split(html: str, limit: int = MESSAGE_LIMIT) -> list[str]:
    """Cut into parts of at most ``limit`` units, at ends of lines or words where there are any.

    Tags that are open at a cut are closed before it and opened again after it.
    """
    if units(plain(html)) <= limit:
        return [html]
    parts = _Parts(limit)
    for token in _TOKEN.finditer(html):
        if token["tag"]:
            parts.tag(token["tag"], token["name"].lower())
        elif token["reference"]:
            parts.text(token["reference"])
        else:
            for piece in _pieces(token[0], limit):
                parts.text(piece)
    return parts.finish()


class _Parts:
    """Parts being filled one after another."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._done: list[str] = []
        self._open: list[tuple[str, str]] = []
        self._current: list[str] = []
        self._length = 0

    def tag(self, tag: str, name: str) -> None:
        """Take a tag, and note whether it opens or closes."""
        self._current.append(tag)
        if not tag.startswith("</"):
            self._open.append((name, tag))
        elif self._open:
            self._open.pop()

    def text(self, piece: str) -> None:
        """Take a piece of text, in a new part when this one is full."""
        length = units(unescape(piece))
        if self._length and self._length + length > self._limit:
            self._cut()
        self._current.append(piece)
        self._length += length

    def finish(self) -> list[str]:
        """The parts that have something to read in them."""
        self._cut()
        return [part for part in self._done if plain(part).strip()]

    def _cut(self) -> None:
        closing = [f"</{name}>" for name, _ in reversed(self._open)]
        self._done.append("".join(self._current).strip() + "".join(closing))
        self._current = [tag for _, tag in self._open]
        self._length = 0


def _pieces(text: str, limit: int) -> Iterator[str]:
    """Lines; words of a line that is longer than a part; slices of such a word."""
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        if units(line) <= limit:
            yield line
            continue
        for word in re.findall(r"\S+\s*|\s+", line):
            # Half the limit in letters is never over the limit in units.
            step = len(word) if units(word) <= limit else max(1, limit // 2)
            yield from (word[start : start + step] for start in range(0, len(word), step))
