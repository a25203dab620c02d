"""Letters: the project's own font, the width of words in it, words put on lines.

Only the fonts of ``data/fonts`` are used, so that a picture is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

FONTS = Path(__file__).resolve().parents[2] / "data" / "fonts"
_FILES = {False: "Inter-Regular.ttf", True: "Inter-Bold.ttf"}
_DOTS = "…"


@lru_cache(maxsize=64)
def font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    """The font in a size, in pixels."""
    return ImageFont.truetype(str(FONTS / _FILES[bold]), size)


@lru_cache(maxsize=4096)
def width(text: str, size: int, bold: bool = False) -> float:
    """How wide a text is on one line, in pixels."""
    return font(size, bold).getlength(text)


def wrap(text: str, size: int, bold: bool, room: float, most: int) -> tuple[str, ...]:
    """A text on at most so many lines that fit the room; what does not fit is cut with dots.

    Lines end at spaces, never at those that do not break; none begins with a dash.
    """
    lines: list[str] = []
    for word in text.replace(" —", "\N{NO-BREAK SPACE}—").split(" "):
        if lines and width(f"{lines[-1]} {word}", size, bold) <= room:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] = f"{kept[-1]}{_DOTS}"
    return tuple(_short(line, size, bold, room) for line in kept)


def biggest(text: str, sizes: Sequence[int], bold: bool, room: float) -> int:
    """The first of the sizes, biggest first, in which a text fits one line; else the last."""
    return next((size for size in sizes if width(text, size, bold) <= room), sizes[-1])


def _short(line: str, size: int, bold: bool, room: float) -> str:
    if width(line, size, bold) <= room:
        return line
    kept = line.removesuffix(_DOTS)
    while kept and width(kept + _DOTS, size, bold) > room:
        kept = kept[:-1].rstrip()
    return kept + _DOTS
