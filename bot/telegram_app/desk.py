"""What the handlers work with, handed to each of them when the application is built."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from bot.answers.reply import Reply, Turn
from bot.language.dialogue import Dialogue
from bot.telegram_app.bounded import Bounded
from bot.telegram_app.memory import Memory, MemoryHere

GIVEN_REPLIES = 5_000
"""For how many messages it is remembered which reply they got, so that an edit corrects it."""
ALBUMS = 1_000


class Answers(Protocol):
    """What the handlers ask of :class:`bot.answers.engine.Engine`."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages there are."""

    @property
    def commands(self) -> tuple[str, ...]:
        """Names of the commands, in the order of the menu."""

    def message(self, text: str, dialogue: Dialogue, *, hint: str | None, now: float) -> Turn:
        """Reply to something a person wrote."""

    def command(
        self, name: str, argument: str, dialogue: Dialogue, *, hint: str | None, now: float
    ) -> Turn:
        """Reply to ``/name argument``."""

    def about(
        self, text: str, original: str, dialogue: Dialogue, *, hint: str | None, now: float
    ) -> Turn:
        """Reply to words about another's message."""

    def judge(self, claim: str, dialogue: Dialogue, *, hint: str | None, now: float) -> Turn:
        """The verdict on what somebody else said."""

    def press(self, data: str, dialogue: Dialogue, *, hint: str | None, now: float) -> Turn:
        """Reply to a pressed button."""

    def speechless(self, dialogue: Dialogue, *, hint: str | None, now: float) -> Turn:
        """Reply to what is no text."""

    def trouble(self, dialogue: Dialogue, *, hint: str | None) -> str:
        """The sentence for a person when something broke on our side."""

    def description(self, command: str, language: str) -> str:
        """The menu's text for a command, in a language."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A reply, and the messages that it became in a chat."""

    chat_id: int
    message_ids: tuple[int, ...]
    reply: Reply


@dataclass(frozen=True, slots=True)
class Given:
    """How a message was answered: what an edit of that message needs to know."""

    text: str
    message_ids: tuple[int, ...]
    before: Dialogue
    after: Dialogue


Observer = Callable[[Delivery], None]


def _unobserved(_: Delivery) -> None:
    """Nobody looks on."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The engine, the memories and the clock. ``observe`` is told of every reply delivered."""

    engine: Answers
    memory: Memory = field(default_factory=MemoryHere)
    observe: Observer = _unobserved
    clock: Callable[[], float] = time.time
    given: Bounded[tuple[int, int], Given] = field(default_factory=lambda: Bounded(GIVEN_REPLIES))
    albums: Bounded[str, bool] = field(default_factory=lambda: Bounded(ALBUMS))
