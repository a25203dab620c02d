"""One question, one answer, without any conversation. Imports nothing of Telegram: it is quick."""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from typing import Any

from bot.answers.reply import Button, Cited, Reply
from bot.answers.text import plain
from bot.console.loading import load_engine
from bot.console.text import sound
from bot.language.dialogue import EMPTY, Dialogue
from bot.settings import Settings, SettingsError


def ask(settings: Settings, text: str, language: str | None) -> Reply:
    """The reply to a question or a command, in ``language`` or in that of the question."""
    engine = load_engine(settings)
    if language and language not in engine.languages:
        raise SettingsError(f"--lang {language}: there is {', '.join(engine.languages)}")
    dialogue = Dialogue(chosen=language) if language else EMPTY
    return engine.message(sound(text), dialogue, hint=language, now=time.time()).reply


def as_text(reply: Reply) -> str:
    """What a person reads: the answer, then where it comes from."""
    lines = [plain(reply.html)]
    if reply.sources:
        lines += ["", *(_source_line(source) for source in reply.sources)]
    return "\n".join(lines)


def as_json(reply: Reply) -> str:
    """The same for programs, on one line."""
    return json.dumps(
        {
            "text": plain(reply.html),
            "answered": reply.known,
            "language": reply.language,
            "buttons": buttons_for_programs(reply.buttons),
            "sources": sources_for_programs(reply.sources),
        },
        ensure_ascii=False,
    )


def buttons_for_programs(rows: tuple[tuple[Button, ...], ...]) -> list[list[dict[str, str]]]:
    """Buttons as JSON has them."""
    return [[_button(button) for button in row] for row in rows]


def _button(button: Button) -> dict[str, str]:
    """A button, with its kind where it is not simply pressed."""
    shown = asdict(button)
    return {name: value for name, value in shown.items() if (name, value) != ("kind", "press")}


def sources_for_programs(sources: tuple[Cited, ...]) -> list[dict[str, Any]]:
    """Sources as JSON has them."""
    return [asdict(source) for source in sources]


def _source_line(source: Cited) -> str:
    address = f" {source.url}" if source.url else ""
    return f"[{source.id}] {source.title} ({source.publisher}, {source.as_of}){address}"
