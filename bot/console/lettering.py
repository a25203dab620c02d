"""Lines of text for a drawing: how wide words are, and where they break.

Nobody knows which font a reader's system has, so widths are those of common sans-serif fonts with a
little to spare.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import unescape

_WIDTHS = (
    (0.27, "iljtfrI.,:;'|!()[]’ \u00a0\u202f-іїй"),
    (0.87, "mwMWOQмжшщюыфМЖШЩЮЫФ@—%"),
    (1.30, "🥇🥈🥉🏅"),
)
_NARROW_CYRILLIC = {"й": 0.58, "г": 0.44, "т": 0.5}
_SMALL, _LARGE = 0.56, 0.69
_BOLD = 1.07
_SPARE = 1.12
"""So much wider than most is the widest font that is common."""
_WIDTH_OF = {letter: width for width, letters in _WIDTHS for letter in letters} | _NARROW_CYRILLIC
_TAG = re.compile(r"(</?(?:[bi]|a(?: [^>]*)?)>)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    link: bool = False

    def saying(self, text: str) -> Piece:
        """Other words in the same style."""
        return replace(self, text=text)


Line = tuple[Piece, ...]


def width(piece: Piece) -> float:
    """Width in ems in a wide font."""
    letters = sum(
        _WIDTH_OF.get(letter, _LARGE if letter.isupper() else _SMALL) for letter in piece.text
    )
    return letters * _SPARE * (_BOLD if piece.bold else 1.0)


def line_width(line: Line) -> float:
    """Width of a whole line in ems."""
    return sum(width(piece) for piece in line)


def lines(html: str, limit: float) -> tuple[Line, ...]:
    """A reply's text as lines of at most ``limit`` ems, if no single word is wider."""
    return tuple(
        line for paragraph in _paragraphs(html) for line in _broken(_words(paragraph), limit)
    )


def _paragraphs(html: str) -> Iterator[tuple[Piece, ...]]:
    """The pieces of each line of the reply. A style may go on over the end of a line."""
    style = Piece("")
    for row in html.split("\n"):
        pieces = []
        for part in _TAG.split(row):
            if _TAG.fullmatch(part):
                style = _styled(part, style)
            elif part:
                pieces.append(style.saying(unescape(part)))
        yield tuple(pieces)


def _styled(tag: str, style: Piece) -> Piece:
    """The style after a tag."""
    opens = not tag.startswith("</")
    match tag.strip("</>")[0]:
        case "b":
            return replace(style, bold=opens)
        case "i":
            return replace(style, italic=opens)
        case _:
            return replace(style, link=opens)


def _words(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        for word in re.findall(r" +|[^ ]+", piece.text):
            yield piece.saying(word)


def _broken(words: Iterable[Piece], limit: float) -> Iterator[Line]:
    current: list[Piece] = []
    for word in words:
        full = bool(current) and line_width((*current, word)) > limit
        if full:
            yield _joined(current)
            current = []
        if current or word.text.strip():
            current.append(word)
    yield _joined(current)


def _joined(words: list[Piece]) -> Line:
    """Words of one style that stand beside one another as one piece."""
    joined: list[Piece] = []
    for word in words:
        last = joined[-1] if joined else None
        if last and last == word.saying(last.text):
            joined[-1] = last.saying(last.text + word.text)
        else:
            joined.append(word)
    return tuple(joined)
