"""A telephone in SVG: bubbles, buttons and the frame around them, as the messenger shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from bot.console.lettering import Line, Piece, line_width, lines

# Sizes in pixels of the drawing.
PHONE, GAP, MARGIN = 400, 20, 12
HEADER, EDGE, PADDING = 58, 14, 13
FONT, LEADING = 17, 23
BUBBLE = PHONE - 2 * EDGE - 8
BUTTON, SPACE = 36, 6
CORNER = 26
OWN, OTHERS = "#e3f6cf", "#ffffff"

STYLE = """
text { font-family: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial,
  "Liberation Sans", "DejaVu Sans", "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji",
  sans-serif; font-size: 17px; fill: #17212b; white-space: pre }
.q { text-anchor: middle } .b { font-weight: 600 } .i { font-style: italic; fill: #5c6f80 }
.name { font-weight: 600 } .small { font-size: 13.5px; fill: #6b7c8c }
.button { font-size: 16px; fill: #1c6aa8; text-anchor: middle }
.initial { font-size: 20px; font-weight: 600; fill: #fff; text-anchor: middle }
"""


@dataclass(frozen=True, slots=True)
class Block:
    """Something drawn on a phone, and where it ends."""

    svg: str
    bottom: float


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone: whose chat it shows, a line of small print under that, and what is in it."""

    name: str
    small: str
    blocks: tuple[Block, ...]
    avatar: str = "A"
    colour: str = "#d9a520"

    @property
    def bottom(self) -> float:
        """Where the lowest of its blocks ends."""
        return max(block.bottom for block in self.blocks)


def sheet(title: str, phones: Sequence[Phone], style: str = STYLE) -> str:
    """Phones of one height side by side, as a whole SVG file."""
    height = int(max(phone.bottom for phone in phones)) + EDGE + 2 * MARGIN
    total = len(phones) * PHONE + (len(phones) - 1) * GAP + 2 * MARGIN
    drawn = "\n".join(
        _phone(phone, MARGIN + number * (PHONE + GAP), height - 2 * MARGIN)
        for number, phone in enumerate(phones)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {total} {height}"'
        f' width="{total}" height="{height}" role="img">\n'
        f"<title>{escape(title, quote=False)}</title>\n"
        f"<style>{style}</style>\n{drawn}\n</svg>\n"
    )


def limit() -> float:
    """The longest line of a bubble, in ems."""
    return (BUBBLE - 2 * PADDING) / FONT


def height_of(rows: Sequence[Line]) -> float:
    """The height of a bubble with so many lines."""
    return len(rows) * LEADING + 2 * PADDING - 6


def own(text: str, y: float) -> Block:
    """What the person with the phone has written, plain."""
    wrapped = lines(escape(text, quote=False), limit())
    width = max(map(line_width, wrapped)) * FONT + 2 * PADDING
    # Centred, as in most fonts there is room on both sides.
    return bubble(wrapped, PHONE - EDGE - width, y, width, OWN, centred=True)


def bubble(
    rows: tuple[Line, ...],
    x: float,
    y: float,
    width: float,
    colour: str,
    *,
    centred: bool = False,
) -> Block:
    """Lines in a box of their own."""
    height = height_of(rows)
    words = letters(rows, x, y, width, centred=centred)
    return Block(box(x, y, width, height, 15, colour) + words, y + height)


def letters(
    rows: tuple[Line, ...], x: float, y: float, width: float, *, centred: bool = False
) -> str:
    """The lines of a bubble without their box."""
    start = f'class="q" x="{x + width / 2:.0f}"' if centred else f'x="{x + PADDING:.0f}"'
    return "".join(
        f'<text {start} y="{y + PADDING + 14 + number * LEADING:.0f}">'
        f"{''.join(map(_span, row))}</text>"
        for number, row in enumerate(rows)
    )


def _span(piece: Piece) -> str:
    text = escape(piece.text, quote=False)
    style = " ".join(("b",) * piece.bold + ("i",) * piece.italic + ("a",) * piece.link)
    return f'<tspan class="{style}">{text}</tspan>' if style else text


def buttons(rows: Iterable[Sequence[str]], y: float, pressed: str = "") -> Iterator[Block]:
    """Rows of buttons by what they say; the pressed one is darker."""
    for row in rows:
        width = (BUBBLE - (len(row) - 1) * SPACE) / len(row)
        boxes = []
        for number, text in enumerate(row):
            x = EDGE + number * (width + SPACE)
            colours = ("#9fc3e2", 1.0) if text == pressed else ("#ffffff", 0.62)
            boxes.append(box(x, y, width, BUTTON, 10, *colours))
            label = escape(text, quote=False)
            boxes.append(
                f'<text class="button" x="{x + width / 2:.0f}" y="{y + 24:.0f}">{label}</text>'
            )
        yield Block("".join(boxes), y + BUTTON)
        y += BUTTON + SPACE


def _phone(phone: Phone, x: float, height: float) -> str:
    drawn = "\n".join(block.svg for block in phone.blocks)
    return (
        f'<g transform="translate({x} {MARGIN})">\n'
        + box(0, 0, PHONE, height, 26, "#d6e4ee")
        + f'<path d="M0 {HEADER}V26A26 26 0 0 1 26 0H{PHONE - 26}A26 26 0 0 1 {PHONE} 26V{HEADER}Z"'
        ' fill="#ffffff"/>'
        f'<circle cx="40" cy="29" r="19" fill="{phone.colour}"/>'
        f'<text class="initial" x="40" y="36">{escape(phone.avatar)}</text>'
        f'<text class="name" x="70" y="27">{escape(phone.name)}</text>'
        f'<text class="small" x="70" y="45">{escape(phone.small)}</text>\n'
        f"{drawn}\n"
        f'<rect x="0.5" y="0.5" width="{PHONE - 1}" height="{height - 1:.0f}" rx="26" fill="none"'
        ' stroke="#b4c6d4"/>\n</g>'
    )


def box(
    x: float, y: float, width: float, height: float, radius: int, colour: str, opacity: float = 1.0
) -> str:
    """A rectangle with round corners."""
    clear = f' fill-opacity="{opacity}"' if opacity < 1 else ""
    return (
        f'<rect x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{height:.0f}" rx="{radius}"'
        f' fill="{colour}"{clear}/>'
    )
