"""The pictures that the documentation shows are those of today."""

from __future__ import annotations

import pytest
from PIL import Image

from bot.answers.engine import Engine
from bot.console.drawing import SAMPLES, drawn
from bot.settings import PROJECT
from tests.docs.pages import Block, blocks

PAGE = "docs/pictures.md"
SAID: list[Block] = [block for block in blocks("text") if block.page == PAGE]


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_is_shown_as_it_is_drawn(engine: Engine, sample: str) -> None:
    language, text = SAMPLES[sample]
    picture = drawn(engine, text, language)

    assert picture
    with Image.open(PROJECT / "docs" / "pictures" / f"{sample}.png") as image:
        assert image.size == (picture.width, picture.height)
    assert picture.caption in {"\n".join(block.lines) for block in SAID}
    assert f"](pictures/{sample}.png)" in (PROJECT / PAGE).read_text("utf-8")
