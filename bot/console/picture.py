"""The picture of the README: conversations with real replies, drawn as on a phone.

``python -m bot.console.picture FILE`` writes it as SVG; ``make picture`` calls that.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from bot.answers.engine import Engine
from bot.answers.reply import Reply
from bot.console.lettering import Line, Piece, line_width, lines
from bot.console.loading import load_engine
from bot.language.dialogue import EMPTY
from bot.settings import load_settings


@dataclass(frozen=True, slots=True)
class Scene:
    """One conversation: what a person writes, in order."""

    language: str
    title: str
    said: tuple[str, ...]


SCENES = (
    Scene("en", "English", ("who won gold?", "and in Tokyo?")),
    Scene("ru", "Русский", ("rnj dpzk pjkjnj", "а какой рост у Дегтярёва?")),
    Scene("kk", "Қазақша", ("Жұмағали қандай медаль алды?", "kazakstan neshe medal aldy")),
)

# Sizes in pixels of the drawing.
PHONE, GAP, MARGIN = 400, 20, 12
HEADER, EDGE, PADDING = 58, 14, 13
FONT, LEADING = 17, 23
BUBBLE = PHONE - 2 * EDGE - 8
BUTTON, SPACE = 36, 6

_STYLE = """
text { font-family: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial,
  "Liberation Sans", "DejaVu Sans", "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji",
  sans-serif; font-size: 17px; fill: #17212b; white-space: pre }
.q { text-anchor: middle } .b { font-weight: 600 } .i { font-style: italic; fill: #5c6f80 }
.name { font-weight: 600 } .small { font-size: 13.5px; fill: #6b7c8c }
.button { font-size: 16px; fill: #1c6aa8; text-anchor: middle }
.initial { font-size: 20px; font-weight: 600; fill: #fff; text-anchor: middle }
"""


def draw(engine: Engine) -> str:
    """The whole picture as SVG."""
    columns = [tuple(_column(engine, scene)) for scene in SCENES]
    bottoms = [max(block.bottom for block in column) for column in columns]
    height = int(max(bottoms)) + EDGE + 2 * MARGIN
    total = len(SCENES) * PHONE + (len(SCENES) - 1) * GAP + 2 * MARGIN
    phones = "\n".join(
        _phone(scene, column, MARGIN + number * (PHONE + GAP), height - 2 * MARGIN)
        for number, (scene, column) in enumerate(zip(SCENES, columns, strict=True))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {total} {height}"'
        f' width="{total}" height="{height}" role="img">\n'
        "<title>Conversations with Altyn in English, Russian and Kazakh</title>\n"
        f"<style>{_STYLE}</style>\n{phones}\n</svg>\n"
    )


@dataclass(frozen=True, slots=True)
class Block:
    """Something drawn on a phone, and where it ends."""

    svg: str
    bottom: float


def _column(engine: Engine, scene: Scene) -> Iterator[Block]:
    """A conversation, from the top down."""
    y: float = HEADER + EDGE
    for text, reply in conversation(engine, scene):
        for block in (_question(text, y), *_reply(reply, y + _height(text) + SPACE + 4)):
            yield block
            y = block.bottom
        y += 2 * SPACE


def conversation(engine: Engine, scene: Scene) -> Iterator[tuple[str, Reply]]:
    """What is said, and what the bot answers."""
    dialogue = EMPTY
    for number, text in enumerate(scene.said):
        turn = engine.message(text, dialogue, hint=scene.language, now=float(number))
        dialogue = turn.dialogue
        yield text, turn.reply


def _height(html: str) -> float:
    return len(lines(html, _limit())) * LEADING + 2 * PADDING - 6


def _limit() -> float:
    return (BUBBLE - 2 * PADDING) / FONT


def _question(text: str, y: float) -> Block:
    wrapped = lines(escape(text, quote=False), _limit())
    width = max(map(line_width, wrapped)) * FONT + 2 * PADDING
    # Centred, as in most fonts there is room on both sides.
    return _bubble(wrapped, PHONE - EDGE - width, y, width, "#e3f6cf", centred=True)


def _reply(reply: Reply, y: float) -> Iterator[Block]:
    wrapped = lines(reply.html, _limit())
    bubble = _bubble(wrapped, EDGE, y, BUBBLE, "#ffffff")
    yield bubble
    yield from _buttons(reply, bubble.bottom + SPACE)


def _bubble(
    rows: tuple[Line, ...],
    x: float,
    y: float,
    width: float,
    colour: str,
    *,
    centred: bool = False,
) -> Block:
    height = len(rows) * LEADING + 2 * PADDING - 6
    start = f'class="q" x="{x + width / 2:.0f}"' if centred else f'x="{x + PADDING:.0f}"'
    text = "".join(
        f'<text {start} y="{y + PADDING + 14 + number * LEADING:.0f}">'
        f"{''.join(map(_span, row))}</text>"
        for number, row in enumerate(rows)
    )
    return Block(_box(x, y, width, height, 15, colour) + text, y + height)


def _span(piece: Piece) -> str:
    text = escape(piece.text, quote=False)
    style = " ".join(("b",) * piece.bold + ("i",) * piece.italic)
    return f'<tspan class="{style}">{text}</tspan>' if style else text


def _buttons(reply: Reply, y: float) -> Iterator[Block]:
    for row in reply.buttons:
        width = (BUBBLE - (len(row) - 1) * SPACE) / len(row)
        boxes = []
        for number, button in enumerate(row):
            x = EDGE + number * (width + SPACE)
            boxes.append(_box(x, y, width, BUTTON, 10, "#ffffff", 0.62))
            label = escape(button.text, quote=False)
            boxes.append(
                f'<text class="button" x="{x + width / 2:.0f}" y="{y + 24:.0f}">{label}</text>'
            )
        yield Block("".join(boxes), y + BUTTON)
        y += BUTTON + SPACE


def _phone(scene: Scene, blocks: Iterable[Block], x: float, height: float) -> str:
    drawn = "\n".join(block.svg for block in blocks)
    return (
        f'<g transform="translate({x} {MARGIN})">\n'
        + _box(0, 0, PHONE, height, 26, "#d6e4ee")
        + f'<path d="M0 {HEADER}V26A26 26 0 0 1 26 0H{PHONE - 26}A26 26 0 0 1 {PHONE} 26V{HEADER}Z"'
        ' fill="#ffffff"/>'
        '<circle cx="40" cy="29" r="19" fill="#d9a520"/>'
        '<text class="initial" x="40" y="36">A</text>'
        '<text class="name" x="70" y="27">Altyn</text>'
        f'<text class="small" x="70" y="45">{escape(scene.title)}</text>\n'
        f"{drawn}\n"
        f'<rect x="0.5" y="0.5" width="{PHONE - 1}" height="{height - 1:.0f}" rx="26" fill="none"'
        ' stroke="#b4c6d4"/>\n</g>'
    )


def _box(
    x: float, y: float, width: float, height: float, radius: int, colour: str, opacity: float = 1.0
) -> str:
    clear = f' fill-opacity="{opacity}"' if opacity < 1 else ""
    return (
        f'<rect x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{height:.0f}" rx="{radius}"'
        f' fill="{colour}"{clear}/>'
    )


def main(arguments: list[str]) -> int:
    """Write the picture into the file named."""
    (name,) = arguments
    Path(name).write_text(draw(load_engine(load_settings())), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
