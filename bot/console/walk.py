"""A walk through the bot as pictures: scenes played on the local Bot API, drawn as on a phone.

``python -m bot.console.walk FOLDER`` writes one SVG a scene; ``make walk`` calls that.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.answers.engine import Engine
from bot.console import screens
from bot.console.loading import load_engine
from bot.console.playing import Play
from bot.console.scenes import SCENES, Scene
from bot.console.screens import Screen
from bot.console.session import Session
from bot.settings import load_settings

USERNAME = "altyn_bot"


@asynccontextmanager
async def stage(engine: Engine) -> AsyncIterator[Play]:
    """A Telegram of its own, with the bot in it under the name that the pictures show."""
    async with Session(engine, USERNAME) as session:
        yield Play(session)


async def played(engine: Engine, scene: Scene) -> tuple[Screen, ...]:
    """The screens of a scene, with what the bot says today."""
    async with stage(engine) as play:
        return tuple([screen async for screen in scene.play(play)])


def drawn(engine: Engine, scene: Scene) -> str:
    """A scene as SVG."""
    return screens.draw(scene.title, asyncio.run(played(engine, scene)))


def main(arguments: list[str]) -> int:
    """Write all scenes into the folder named; they overwrite those of before."""
    folder = Path(*arguments)
    folder.mkdir(parents=True, exist_ok=True)
    engine = load_engine(load_settings())
    for scene in SCENES:
        (folder / f"{scene.name}.svg").write_text(drawn(engine, scene), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
