"""What stands on a phone at one moment, and how it is drawn: a chat, perhaps with a field to type.

A :class:`Screen` is made of messages as a simulated person sees them (:mod:`bot.local.seen`).
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from io import BytesIO
from itertools import pairwise

from PIL import Image

from bot.console import phone
from bot.console.lettering import Line, line_width, lines
from bot.console.phone import BUBBLE, CORNER, EDGE, FONT, HEADER, PADDING, PHONE, SPACE, Block
from bot.local.seen import Seen

STYLE = phone.STYLE + (
    ".a { fill: #1c6aa8 } .sender { font-size: 15px; font-weight: 600; fill: #b0602a }\n"
    ".cited { font-size: 14.5px; fill: #47606f } .offer { font-size: 15px; fill: #5c6f80 }\n"
    ".typed { font-size: 17px; fill: #17212b }\n"
)
"""What a README of plain conversations does not need."""
PHOTO = 2 * BUBBLE
"""Pixels of width in which a photo is embedded: sharp on most screens, and small."""
COLOURS = 48
_STEP, _CITED = 20, 22
_OFFER = 62
_FIELD = 48
_TAGS = {"bold": "b", "italic": "i"}
_LINKS = frozenset({"text_link", "url", "mention", "bot_command"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A message on the screen. ``pressed`` is what the button says that the person presses now.

    ``cites`` are the message's sender and text that it replies to.
    """

    seen: Seen
    own: bool
    sender: str = ""
    cites: tuple[str, str] | None = None
    photo: bytes | None = None
    pressed: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """A phone at one moment. ``typed`` stands in the field below, and above it what is offered."""

    language: str
    title: str
    small: str
    messages: tuple[Shown, ...]
    typed: str = ""
    offers: tuple[tuple[str, str], ...] = ()
    mine: bool = True
    """Whether it is the chat with the bot itself."""

    def part(self, first: int, end: int) -> Screen:
        """The screen scrolled to some of its messages."""
        return replace(self, messages=self.messages[first:end])


def draw(title: str, screens: Sequence[Screen]) -> str:
    """Screens side by side as one SVG."""
    columns = [tuple(_blocks(screen)) for screen in screens]
    height = max(block.bottom for column in columns for block in column)
    phones = [
        phone.Phone(
            screen.title,
            screen.small,
            (*column, *_field(screen, height)),
            "A" if screen.mine else screen.title[:1],
            "#d9a520" if screen.mine else "#6f9fc4",
        )
        for screen, column in zip(screens, columns, strict=True)
    ]
    return phone.sheet(title, phones, STYLE)


def words(screen: Screen) -> str:
    """Everything that can be read on a screen, a line each."""
    said = [screen.title, screen.small]
    for shown in screen.messages:
        said += [shown.sender, shown.seen.text]
        said += [button.text for button in shown.seen.flat_buttons]
    said += [screen.typed, *(line for offer in screen.offers for line in offer)]
    return "\n".join(said)


# --- a chat ---


def _blocks(screen: Screen) -> Iterator[Block]:
    y: float = HEADER + EDGE
    for shown in screen.messages:
        for block in _message(shown, y):
            yield block
            y = block.bottom
        y += 2 * SPACE
    if screen.typed:
        yield Block("", y + _FIELD + len(screen.offers) * _OFFER)


def _message(shown: Shown, y: float) -> Iterator[Block]:
    wrapped = lines(html_of(shown.seen), phone.limit())
    plain = shown.own and not (shown.cites or shown.sender or shown.seen.buttons)
    if plain and len(wrapped) == 1:
        said = phone.own(shown.seen.text, y)
    else:
        said = _full(shown, wrapped, y)
    yield said
    rows = [[button.text for button in row] for row in shown.seen.buttons]
    below = said.bottom + SPACE
    for block in phone.buttons(rows, below, shown.pressed):
        yield block
        below = block.bottom


def _full(shown: Shown, wrapped: tuple[Line, ...], y: float) -> Block:
    """A bubble with whatever stands above the words: the sender, what is answered, a photo."""
    width = max(BUBBLE * 0.6, _width(shown, wrapped)) if shown.own else BUBBLE
    x = PHONE - EDGE - width if shown.own else EDGE
    above, top = _above(shown, x, y, width)
    height = top - y + phone.height_of(wrapped)
    colour = phone.OWN if shown.own else phone.OTHERS
    return Block(
        phone.box(x, y, width, height, 15, colour) + above + phone.letters(wrapped, x, top, width),
        y + height,
    )


def _width(shown: Shown, wrapped: tuple[Line, ...]) -> float:
    longest = max(map(line_width, wrapped)) * FONT + 2 * PADDING
    return BUBBLE if shown.seen.buttons else min(BUBBLE, longest)


def _above(shown: Shown, x: float, y: float, width: float) -> tuple[str, float]:
    """What stands above the words, and where those begin."""
    drawn, top = "", y
    if shown.photo:
        picture = Image.open(BytesIO(shown.photo))
        tall = width * picture.height / picture.width
        drawn += (
            f'<image x="{x:.0f}" y="{top:.0f}" width="{width:.0f}" height="{tall:.0f}"'
            ' clip-path="inset(0 round 15px 15px 0 0)"'
            f' href="data:image/png;base64,{b64encode(small(picture)).decode()}"/>'
        )
        top += tall - SPACE
    if shown.sender:
        drawn += _row("sender", shown.sender, x + PADDING, top + 22)
        top += _STEP
    if shown.cites:
        sender, text = shown.cites
        left = x + PADDING
        drawn += phone.box(left, top + 9, 3, 2 * _CITED - 6, 1, "#6f9fc4")
        drawn += _row("sender", sender, left + 11, top + 22)
        drawn += _row("cited", _cut(text, width - 2 * PADDING - 11), left + 11, top + 41)
        top += 2 * _CITED
    return drawn, top


def small(picture: Image.Image) -> bytes:
    """A drawing of few colours as a small PNG."""
    size = (PHOTO, round(PHOTO * picture.height / picture.width))
    scaled = picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    kept = BytesIO()
    scaled.quantize(COLOURS, dither=Image.Dither.NONE).save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _cut(text: str, width: float) -> str:
    """The beginning of a text, as much as goes in a line of small print."""
    first, *rest = lines(escape(text.replace("\n", " "), quote=False), width / 14.5)
    said = "".join(piece.text for piece in first).rstrip()
    return f"{said}…" if rest else said


def _row(style: str, text: str, x: float, y: float) -> str:
    said = escape(text, quote=False)
    return f'<text class="{style}" x="{x:.0f}" y="{y:.0f}">{said}</text>'


# --- the field below ---


def _field(screen: Screen, bottom: float) -> Iterator[Block]:
    """What is being typed, at the foot of the phone, and above it what the bot offers."""
    if not screen.typed:
        return
    foot = bottom + EDGE
    top = foot - _FIELD - len(screen.offers) * _OFFER
    svg = (
        f'<path d="M0 {top:.0f}H{PHONE}V{foot - CORNER:.0f}A{CORNER} {CORNER} 0 0 1'
        f' {PHONE - CORNER} {foot:.0f}H{CORNER}A{CORNER} {CORNER} 0 0 1 0 {foot - CORNER:.0f}Z"'
        ' fill="#ffffff"/>'
    )
    for number, (title, description) in enumerate(screen.offers):
        svg += _offer(title, description, top + number * _OFFER)
    line = foot - _FIELD
    svg += f'<path d="M0 {line:.0f}H{PHONE}" stroke="#d3dee6"/>'
    svg += _row("typed", screen.typed, EDGE + 4, line + 27)
    yield Block(svg, bottom)


def _offer(title: str, description: str, y: float) -> str:
    mark = phone.box(EDGE, y + 10, 42, 42, 8, "#e9c766")
    initial = f'<text class="initial" x="{EDGE + 21}" y="{y + 38:.0f}">{escape(title[:1])}</text>'
    left, room = EDGE + 54, PHONE - 2 * EDGE - 54
    return (
        mark
        + initial
        + _row("name", _cut(title, room * 14.5 / FONT / 1.07), left, y + 27)
        + _row("offer", _cut(description, room * 14.5 / 15), left, y + 48)
        + f'<path d="M{left} {y + _OFFER:.0f}H{PHONE}" stroke="#e6edf2"/>'
    )


# --- the words of a message ---


def html_of(message: Seen) -> str:
    """A message's words, or its caption, with what is bold, italic or a link."""
    data = message.text.encode("utf-16-le")
    entities = message.entities
    spans = [(e["offset"], e["offset"] + e["length"], e["type"]) for e in entities]
    edges = sorted({0, len(data) // 2, *(s for s, _, _ in spans), *(e for _, e, _ in spans)})
    made = []
    for start, end in pairwise(edges):
        said = escape(data[2 * start : 2 * end].decode("utf-16-le"), quote=False)
        for first, last, kind in spans:
            tag = "a" if kind in _LINKS else _TAGS.get(kind)
            said = f"<{tag}>{said}</{tag}>" if tag and first <= start < last else said
        made.append(said)
    return "".join(made)
