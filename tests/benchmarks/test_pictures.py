"""The painters of the benchmark paint the same drawing."""

from __future__ import annotations

from importlib.util import find_spec
from io import BytesIO

import pytest
from PIL import Image

from benchmarks.measure import NEEDS
from benchmarks.pictures import PAINTERS, as_svg
from bot.pictures.drawing import Box, Disc, Drawing, Type, Words

DRAWING = Drawing(
    400,
    200,
    "#EDF3F7",
    (
        Box(20, 20, 100, 160, "#0B3A5B", 0),
        Disc(200, 100, 60, "#F4BB14"),
        Words(280, 110, "Қазақстан", Type(20, "#10283A", "#EDF3F7"), 100),
    ),
)
INSTALLED = [
    name for name in PAINTERS if all(find_spec(m) for text, m in NEEDS.items() if text in name)
]


@pytest.mark.parametrize("painter", INSTALLED)
def test_each_painter_puts_the_marks_at_their_places(painter: str) -> None:
    with Image.open(BytesIO(PAINTERS[painter](DRAWING))) as image:
        assert image.size == (400, 200)
        pixels = image.convert("RGB")
    for place, colour in (
        ((70, 100), (11, 58, 91)),
        ((200, 100), (244, 187, 20)),
        ((390, 10), (237, 243, 247)),
    ):
        seen = pixels.getpixel(place)
        assert isinstance(seen, tuple)
        assert all(abs(a - b) <= 6 for a, b in zip(seen, colour, strict=True))
    # the letters darken their part
    assert min(pixels.crop((280, 90, 380, 115)).convert("L").tobytes()) < 100


def test_a_drawing_as_svg_keeps_what_is_written() -> None:
    assert "Қазақстан" in as_svg(DRAWING)
