"""The picture of the README: conversations with real replies, drawn as on a phone.

``python -m bot.console.picture FILE`` writes it as SVG; ``make picture`` calls that.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.answers.engine import Engine
from bot.answers.reply import Reply
from bot.console import phone
from bot.console.lettering import lines
from bot.console.loading import load_engine
from bot.console.phone import BUBBLE, EDGE, HEADER, SPACE, Block, Phone
from bot.language.dialogue import EMPTY
from bot.settings import load_settings


@dataclass(frozen=True, slots=True)
class Scene:
    """One conversation: what a person writes, in order."""

    language: str
    title: str
    said: tuple[str, ...]


SCENES = (
    Scene("en", "English", ("who won gold?", "and in Tokyo?")),
    Scene("ru", "Русский", ("rnj dpzk pjkjnj", "а какой рост у Дегтярёва?")),
    Scene("kk", "Қазақша", ("Жұмағали қандай медаль алды?", "kazakstan neshe medal aldy")),
)


def draw(engine: Engine) -> str:
    """The whole picture as SVG."""
    phones = [Phone("Altyn", scene.title, tuple(_column(engine, scene))) for scene in SCENES]
    return phone.sheet("Conversations with Altyn in English, Russian and Kazakh", phones)


def _column(engine: Engine, scene: Scene) -> Iterator[Block]:
    """A conversation, from the top down."""
    y: float = HEADER + EDGE
    for text, reply in conversation(engine, scene):
        question = phone.own(text, y)
        for block in (question, *_reply(reply, question.bottom + SPACE + 4)):
            yield block
            y = block.bottom
        y += 2 * SPACE


def conversation(engine: Engine, scene: Scene) -> Iterator[tuple[str, Reply]]:
    """What is said, and what the bot answers."""
    dialogue = EMPTY
    for number, text in enumerate(scene.said):
        turn = engine.message(text, dialogue, hint=scene.language, now=float(number))
        dialogue = turn.dialogue
        yield text, turn.reply


def _reply(reply: Reply, y: float) -> Iterator[Block]:
    bubble = phone.bubble(lines(reply.html, phone.limit()), EDGE, y, BUBBLE, phone.OTHERS)
    yield bubble
    rows = [[button.text for button in row] for row in reply.buttons]
    yield from phone.buttons(rows, bubble.bottom + SPACE)


def main(arguments: list[str]) -> int:
    """Write the picture into the file named."""
    (name,) = arguments
    Path(name).write_text(draw(load_engine(load_settings())), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
