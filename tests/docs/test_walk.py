"""The walk shows what the bot says and does today, and says the same in words."""

from __future__ import annotations

import asyncio
import re
from functools import cache

import pytest

from bot.answers.engine import Engine
from bot.console import screens
from bot.console.scenes import SCENES, Scene
from bot.console.screens import Screen
from bot.console.walk import played
from bot.settings import PROJECT

PAGE = PROJECT / "docs" / "walk.md"
SMALLEST_ALT, LARGEST_FILE = 150, 150_000
_PIXELS = re.compile(r'base64,[^"]+"')


@cache
def _played(engine: Engine, scene: Scene) -> tuple[Screen, ...]:
    return asyncio.run(played(engine, scene))


def _alternatives() -> dict[str, str]:
    """By picture, the words for those who do not see it."""
    found = re.findall(r"!\[([^\]]+)\]\(walk/([a-z]+)\.svg\)", PAGE.read_text("utf-8"))
    return {name: " ".join(words.split()) for words, name in found}


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_a_scene_shows_the_replies_of_today(scene: Scene, engine: Engine) -> None:
    shown = (PROJECT / "docs" / "walk" / f"{scene.name}.svg").read_text("utf-8")
    today = screens.draw(scene.title, _played(engine, scene))

    # the pixels of a picture within may differ with the library that paints them
    assert _PIXELS.sub("", shown) == _PIXELS.sub("", today), "draw it anew: make walk"
    assert ("<image" in shown) == (scene.name == "medals")
    assert len(shown.encode()) < LARGEST_FILE


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_the_words_for_a_scene_say_what_it_shows(scene: Scene, engine: Engine) -> None:
    said = _alternatives()[scene.name]
    shown = " ".join(" ".join(map(screens.words, _played(engine, scene))).split())

    quoted = re.findall(r"“([^”]+)”", said)
    assert [words for words in quoted if words.strip() not in shown] == []
    assert len(quoted) > 1
    assert len(said) > SMALLEST_ALT


def test_the_page_shows_every_scene_once_and_nothing_else() -> None:
    assert list(_alternatives()) == [scene.name for scene in SCENES]
    files = {file.stem for file in (PROJECT / "docs" / "walk").iterdir()}
    assert files == {scene.name for scene in SCENES}


def test_the_walk_goes_through_every_language(engine: Engine) -> None:
    spoken = {screen.language for scene in SCENES for screen in _played(engine, scene)}

    assert spoken == set(engine.languages)
