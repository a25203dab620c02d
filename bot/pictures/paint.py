"""From a drawing to a PNG file, the same bytes each time."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from bot.pictures.drawing import Box, Disc, Drawing, Words
from bot.pictures.letters import font

COLOURS = 128
"""So many are in the file; letters need shades of theirs for smooth edges."""
_FINER = 4
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def painted(drawing: Drawing) -> bytes:
    """A drawing as a PNG file with a palette."""
    image = Image.new("RGB", (drawing.width, drawing.height), drawing.ground)
    pen = ImageDraw.Draw(image)
    for mark in drawing.marks:
        if isinstance(mark, Words):
            letters, anchor = font(mark.type.size, mark.type.bold), _ANCHORS[mark.anchor]
            pen.text((mark.x, mark.y), mark.text, mark.type.fill, letters, anchor=anchor)
        elif isinstance(mark, Box):
            _round_box(image, pen, mark)
        else:
            _round_box(image, pen, _around(mark))
    few = image.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    file = BytesIO()
    few.save(file, "PNG", compress_level=6)
    return file.getvalue()


def _around(disc: Disc) -> Box:
    wide = 2 * disc.radius
    x, y = disc.x - disc.radius, disc.y - disc.radius
    return Box(x, y, wide, wide, disc.fill, disc.radius)


def _round_box(image: Image.Image, pen: ImageDraw.ImageDraw, box: Box) -> None:
    """A box whose corners have smooth edges: the library's own have steps."""
    r = min(box.radius, box.width // 2, box.height // 2)
    right, bottom = box.x + box.width - 1, box.y + box.height - 1
    if box.width > 2 * r:
        pen.rectangle((box.x + r, box.y, right - r, bottom), box.fill)
    if box.height > 2 * r:
        pen.rectangle((box.x, box.y + r, right, bottom - r), box.fill)
    for corner, x, y in (
        (0, box.x, box.y),
        (1, right - r + 1, box.y),
        (2, right - r + 1, bottom - r + 1),
        (3, box.x, bottom - r + 1),
    ):
        if r:
            image.paste(box.fill, (x, y), _corner(r, corner))


@lru_cache(maxsize=64)
def _corner(radius: int, number: int) -> Image.Image:
    """How much of each pixel a round corner covers; 0 is the upper left, then clockwise."""
    side = radius * _FINER
    mask = Image.new("L", (side, side), 0)
    ImageDraw.Draw(mask).ellipse((0, 0, 2 * side - 1, 2 * side - 1), 255)
    return mask.reduce(_FINER).rotate(-90 * number)
