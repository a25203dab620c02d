"""The font that is shipped, and words put on lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ImageFont

from bot.answers.engine import Engine
from bot.pictures.letters import FONTS, width, wrap

KAZAKH = "әғқңөұүһіӘҒҚҢӨҰҮҺІ№"
FILES = sorted(FONTS.glob("*.ttf"))


def test_there_is_a_regular_and_a_bold_font_with_its_licence() -> None:
    assert [file.name for file in FILES] == ["Inter-Bold.ttf", "Inter-Regular.ttf"]
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text("utf-8")
    assert all(file.stat().st_size < 150 * 1024 for file in FILES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_letter_of_every_name_is_in_the_font(file: Path, engine: Engine) -> None:
    facts = engine.store.facts
    names = [text for a in facts.athletes.values() for text in a.names.values()]
    for speaker in engine.speakers.values():
        names += [speaker.npc(npc) for npc in facts.delegations]
        names += [speaker.sport_title(sport) for sport in facts.sports]
        names += [speaker.games(games) for games in facts.games]
        names += [speaker.event(event) for event in facts.events.values()]
    needed = {letter for name in names for letter in name} | set(KAZAKH)

    font = ImageFont.truetype(str(file), 40)
    missing = bytes(font.getmask("\U0010fffe"))
    assert (
        sorted(letter for letter in needed - {" "} if bytes(font.getmask(letter)) == missing) == []
    )
    assert bytes(font.getmask("漢")) == missing


def test_a_long_text_goes_on_in_the_next_line() -> None:
    lines = wrap("Баскетбол (зият бұзылысы бар спортшылар)", 32, False, 400, 3)

    assert " ".join(lines) == "Баскетбол (зият бұзылысы бар спортшылар)"
    assert all(width(line, 32) <= 400 for line in lines)


def test_what_fits_no_line_is_cut_inside_its_room() -> None:
    [line] = wrap("Донаудампфшиффартсгезельшафт", 40, True, 200, 1)

    assert line.endswith("…")
    assert width(line, 40, True) <= 200


def test_no_line_begins_with_a_dash() -> None:
    lines = wrap("один два три четыре — пять", 32, False, width("один два три четыре", 32) + 4, 3)

    assert not any(line.startswith("—") for line in lines)
