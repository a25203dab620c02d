"""What is drawn: complete, inside its frame, legible, and said in words as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest

from bot.answers.engine import Engine
from bot.answers.pictured import Kind
from bot.pictures import theme
from bot.pictures.drawing import Words
from bot.pictures.letters import width
from bot.pictures.picture import Sketch, sketch
from tests.pictures.samples import LANGUAGES, specs

KILOBYTES = 150
CAPTION = 1024


@pytest.fixture(scope="module", params=LANGUAGES)
def sketches(request: pytest.FixtureRequest, engine: Engine) -> dict[Kind, list[Sketch]]:
    """The sample in one language, by kind."""
    found: dict[Kind, list[Sketch]] = {kind: [] for kind in Kind}
    for spec in specs(engine):
        thought = sketch(spec, engine.speakers[request.param])
        if thought:
            found[spec.kind].append(thought)
    return found


def test_there_are_pictures_of_every_kind(sketches: dict[Kind, list[Sketch]]) -> None:
    assert {kind for kind, members in sketches.items() if len(members) >= 2} == set(Kind)


def test_the_size_suits_a_phone(sketches: dict[Kind, list[Sketch]]) -> None:
    for one in _all(sketches):
        assert one.drawing.width == 1280
        assert 320 < one.drawing.height <= 1600


def test_no_text_leaves_its_room_or_the_picture(sketches: dict[Kind, list[Sketch]]) -> None:
    for one in _all(sketches):
        for words in _words(one):
            assert width(words.text, words.type.size, words.type.bold) <= words.room + 1, words
            left, top, right, bottom = _frame(words)
            assert left >= theme.MARGIN - 1, words
            assert right <= theme.RIGHT + 1, words
            assert 0 <= top < bottom <= one.drawing.height, words


def test_no_text_lies_over_another(sketches: dict[Kind, list[Sketch]]) -> None:
    for one in _all(sketches):
        for first, second in combinations(_words(one), 2):
            assert not _overlap(_frame(first), _frame(second)), (first, second)


def test_no_name_is_cut_short(sketches: dict[Kind, list[Sketch]]) -> None:
    assert [w.text for one in _all(sketches) for w in _words(one) if "…" in w.text] == []


def test_letters_are_big_and_stand_out(sketches: dict[Kind, list[Sketch]]) -> None:
    looks = {words.type for one in _all(sketches) for words in _words(one)}

    assert min(look.size for look in looks) >= 30
    assert min(_contrast(look.fill, look.on) for look in looks) >= 4.5


def test_the_caption_says_all_that_is_shown(sketches: dict[Kind, list[Sketch]]) -> None:
    for one in _all(sketches):
        assert len(one.caption.encode("utf-16-le")) // 2 <= CAPTION
        said = set(_tokens(one.caption))
        for words in _words(one):
            # where it comes from is said in the answer; a sum is that of the three beside it
            if words.type not in (theme.FOOT, theme.TOTAL) and not _is_place(words):
                assert set(_tokens(words.text)) <= said, (words.text, one.caption)


def test_a_file_is_small(sketches: dict[Kind, list[Sketch]]) -> None:
    for members in sketches.values():
        biggest = max(members, key=lambda one: one.drawing.height)
        png = biggest.painted().png
        assert png.startswith(b"\x89PNG")
        assert len(png) <= KILOBYTES * 1024


def _all(sketches: dict[Kind, list[Sketch]]) -> Iterator[Sketch]:
    for members in sketches.values():
        yield from members


def _words(one: Sketch) -> list[Words]:
    return [mark for mark in one.drawing.marks if isinstance(mark, Words)]


def _is_place(words: Words) -> bool:
    """The figure on a disc before a result: its medal or place stands in words behind it."""
    return words.anchor == "middle" and words.x < 2 * theme.MARGIN + theme.PAD


def _frame(words: Words) -> tuple[float, float, float, float]:
    wide = width(words.text, words.type.size, words.type.bold)
    left = words.x - {"start": 0.0, "middle": wide / 2, "end": wide}[words.anchor]
    size = words.type.size
    return left, words.y - 0.75 * size, left + wide, words.y + 0.22 * size


def _overlap(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _contrast(one: str, other: str) -> float:
    """By the rule of WCAG 2."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_medals_differ_in_lightness_too() -> None:
    light = sorted(_luminance(colour) for colour in theme.MEDALS.values())

    assert all(b / a > 1.15 for a, b in pairwise(light))
