"""What @BotFather asks for, as files: the texts of the profile by language, and its pictures."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import resvg_py

from bot.answers.engine import Engine
from bot.answers.text import plain
from bot.language.dialogue import EMPTY
from bot.settings import SettingsError

TEXTS = ("name", "about", "description", "inline-placeholder")
PICTURES: Mapping[str, str] = {"picture": "640x640", "description": "640x360"}
"""The drawings in ``data/profile``, and the size in pixels that BotFather wants them in."""


def write_profile(engine: Engine, data: Path, folder: Path) -> list[Path]:
    """Write all files into a folder, made if need be; what is there is written anew."""
    written = [
        _write(folder / language / f"{name}.txt", f"{text}\n".encode())
        for language in engine.languages
        for name, text in _texts(engine, language).items()
    ]
    for name, size in PICTURES.items():
        drawing = data / "profile" / f"{name}.svg"
        written.append(_write(folder / f"{name}-{size}.png", _png(drawing)))
    return written


def _texts(engine: Engine, language: str) -> dict[str, str]:
    texts = {name: engine.profile(name, language) for name in TEXTS}
    listed = (f"{name} - {engine.description(name, language)}" for name in engine.commands)
    privacy = engine.command("privacy", "", EMPTY, hint=language, now=0.0).reply
    return {**texts, "commands": "\n".join(listed), "privacy": plain(privacy.html)}


def _png(drawing: Path) -> bytes:
    if not drawing.is_file():
        raise SettingsError(f"ALTYN_DATA: there is no drawing {drawing}")
    # There are no letters in the drawings, so that no font is looked for.
    return bytes(resvg_py.svg_to_bytes(svg_path=str(drawing), skip_system_fonts=True))


def _write(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
