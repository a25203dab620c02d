"""Pictures in the terminal, for programs, and in files."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image

from bot.answers.engine import Engine
from bot.cli import main
from bot.console.drawing import SAMPLES, draw_samples
from bot.console.jsonl import serve_lines
from bot.console.session import Session
from bot.console.terminal import Talk, button_line, words_of


def test_a_program_gets_the_picture_beside_the_words(engine: Engine) -> None:
    out = io.BytesIO()
    lines = [{"chat": 1, "text": "/medals"}, {"chat": 1, "text": "who won gold?"}]

    serve_lines(engine, [json.dumps(line).encode() for line in lines], out)

    board, gold = (json.loads(line) for line in out.getvalue().decode().splitlines())
    assert board["text"].count("David Degtyarev") == 1
    assert board["photo"]
    assert board["buttons"]
    assert gold["photo"] is None


async def test_the_terminal_shows_the_words_of_a_picture(engine: Engine) -> None:
    talk = Talk(Session(engine), "kk")
    await talk.begin()

    text, photo = await talk.take("/medals")

    assert words_of(text).startswith("9 медаль")
    assert words_of(photo).startswith("[Суретте: Қазақстан, Париж 2024. 9 медаль")
    assert words_of(photo).endswith("]")

    number = button_line(text).partition("[")[2].partition("]")[0]
    card, *_ = await talk.take(number)
    assert "Давид Дегтярев" in card.text
    await talk.end()


@pytest.fixture
def warm(warm_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALTYN_CACHE", str(warm_cache))


def test_a_picture_is_drawn_into_a_file(
    warm: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "judo.png"

    assert main(["picture", "/sport judo", str(file), "--lang", "ru"]) == 0

    assert capsys.readouterr().out.startswith("На картинке: Дзюдо. Казахстан, Париж 2024\n")
    with Image.open(file) as image:
        assert (image.format, image.width) == ("PNG", 1280)


def test_an_answer_without_a_picture_is_no_file(
    warm: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "none.png"

    assert main(["picture", "hello", str(file)]) == 1

    assert "no picture" in capsys.readouterr().err
    assert not file.exists()


def test_a_file_that_cannot_be_written_is_told(
    warm: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["picture", "/medals", str(tmp_path / "no" / "folder.png")]) == 2

    assert "folder.png" in capsys.readouterr().err


def test_the_samples_can_be_drawn(engine: Engine, tmp_path: Path) -> None:
    draw_samples(engine, tmp_path)

    assert {file.stem for file in tmp_path.iterdir()} == set(SAMPLES)
