"""Pictures in files: how one looks at what the bot would send."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from bot.answers.engine import Engine
from bot.console.loading import load_engine
from bot.console.text import sound
from bot.language.dialogue import EMPTY, Dialogue
from bot.pictures.picture import Picture, sketch
from bot.settings import Settings, SettingsError, load_settings

SAMPLES = {
    "board": ("kk", "/medals"),
    "athlete": ("ru", "/athlete Дегтярёв"),
    "sport": ("en", "/sport judo"),
    "comparison": ("ru", "Сравни Казахстан, Узбекистан и Китай"),
    "by-games": ("kk", "Қазақстан барлық Ойындарда неше медаль алды?"),
    "day": ("en", "Which medals did all countries win on 5 September?"),
}
"""What docs/pictures shows: a picture of each kind, by name the language and the question."""


def drawn(engine: Engine, text: str, language: str | None) -> Picture | None:
    """The picture that goes with the answer to a question or a command, if one does."""
    dialogue = Dialogue(chosen=language) if language else EMPTY
    reply = engine.message(sound(text), dialogue, hint=language, now=time.time()).reply
    thought = sketch(reply.picture, engine.speakers[reply.language]) if reply.picture else None
    return thought.painted() if thought else None


def draw(settings: Settings, text: str, language: str | None, file: Path) -> Picture | None:
    """Write that picture to a file."""
    engine = load_engine(settings)
    if language and language not in engine.languages:
        raise SettingsError(f"--lang {language}: there is {', '.join(engine.languages)}")
    picture = drawn(engine, text, language)
    if picture:
        file.write_bytes(picture.png)
    return picture


def draw_samples(engine: Engine, folder: Path) -> None:
    """Write all samples; they overwrite those of before."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (language, text) in SAMPLES.items():
        picture = drawn(engine, text, language)
        if picture is None:
            raise ValueError(f"there is no picture for {text!r}")
        (folder / f"{name}.png").write_bytes(picture.png)


if __name__ == "__main__":
    draw_samples(load_engine(load_settings()), Path(sys.argv[1]))
