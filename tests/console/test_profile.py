"""The files for BotFather."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest
from telegram.constants import BotCommandLimit, BotDescriptionLimit, BotNameLimit

from bot.answers.engine import Engine
from bot.console.profile import PICTURES, TEXTS, write_profile
from bot.settings import PROJECT, SettingsError
from bot.telegram_app.menu import IN_GROUPS

LIMITS = {
    "name": BotNameLimit.MAX_NAME_LENGTH,
    "about": BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH,
    "description": BotDescriptionLimit.MAX_DESCRIPTION_LENGTH,
    "inline-placeholder": 64,
}


@pytest.fixture(scope="module")
def folder(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("profile")
    for _ in range(2):  # What is there is written anew.
        write_profile(engine, PROJECT / "data", folder)
    return folder


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("name", TEXTS)
def test_a_text_fits_where_it_goes(folder: Path, language: str, name: str) -> None:
    text = (folder / language / f"{name}.txt").read_text("utf-8").strip()

    assert 1 <= len(text) <= LIMITS[name]
    assert not re.search("[<>{}]|&[a-z]+;", text)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_commands_are_as_botfather_takes_them(
    folder: Path, language: str, engine: Engine
) -> None:
    lines = (folder / language / "commands.txt").read_text("utf-8").strip().split("\n")
    taken = [re.fullmatch(r"([a-z0-9_]{1,32}) - (.+)", line) for line in lines]

    assert [match and match[1] for match in taken] == list(engine.commands)
    assert len(lines) <= BotCommandLimit.MAX_COMMAND_NUMBER
    assert all(match and len(match[2]) <= 256 for match in taken)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_privacy_policy_is_plain_text(folder: Path, language: str) -> None:
    text = (folder / language / "privacy.txt").read_text("utf-8")

    assert "/forget" in text
    assert "<" not in text


@pytest.mark.parametrize(("name", "size"), PICTURES.items())
def test_a_picture_has_the_size_that_is_asked_for(folder: Path, name: str, size: str) -> None:
    picture = (folder / f"{name}-{size}.png").read_bytes()

    assert picture.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", picture[16:24])
    assert f"{width}x{height}" == size
    assert len(set(picture)) > 200, "it is not empty"


def test_the_group_menu_has_commands_that_there_are(engine: Engine) -> None:
    assert set(IN_GROUPS) <= set(engine.commands)


def test_data_without_drawings_are_named(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="ALTYN_DATA"):
        write_profile(engine, tmp_path, tmp_path / "profile")
