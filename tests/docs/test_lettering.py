"""The text of the picture: broken where it is too wide, and nothing lost."""

from __future__ import annotations

import pytest

from bot.console.lettering import Piece, line_width, lines

REPLY = "<b>Нұрдәулет Жұмағали — күміс 🥈, жүзу</b>\n<i>Дереккөз: A &amp; B,\nC</i>"


@pytest.mark.parametrize("limit", [12.0, 16.0, 40.0])
def test_no_line_is_wider_than_it_may_be(limit: float) -> None:
    broken = lines(REPLY, limit)

    assert max(map(line_width, broken)) <= limit
    words = " ".join(piece.text for line in broken for piece in line)
    assert " ".join(words.split()) == "Нұрдәулет Жұмағали — күміс 🥈, жүзу Дереккөз: A & B, C"


def test_a_style_goes_on_in_the_next_line() -> None:
    assert lines(REPLY, 40.0)[1:] == (
        (Piece("Дереккөз: A & B,", italic=True),),
        (Piece("C", italic=True),),
    )


def test_a_word_that_is_too_wide_stands_alone() -> None:
    assert lines("Нұрдәулет Жұмағали", 3.0) == ((Piece("Нұрдәулет"),), (Piece("Жұмағали"),))
