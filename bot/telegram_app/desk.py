"""What the handlers work with, handed to each of them when the application is built."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from bot.answers.offers import Offers
from bot.answers.reply import Reply, Turn
from bot.language.dialogue import Dialogue
from bot.store.bounded import Bounded
from bot.store.here import MemoryHere
from bot.store.memory import Key, Memory
from bot.telegram_app.pictures import Gallery

GIVEN_REPLIES = 5_000
"""For how many messages it is remembered which reply they got, so that an edit corrects it."""
ALBUMS = 1_000
WELCOMES = 1_000
MENUS = 20_000
PRESSES = 1_000


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

    def offers(
        self, text: str, dialogue: Dialogue, *, hint: str | None, offset: str, now: float
    ) -> Offers:
        """What may be meant by what somebody types anywhere."""

    def rehearse(self) -> Iterator[None]:
        """Prepare the offers that most people will see, a little at each step."""

    def invitation(self, dialogue: Dialogue, *, hint: str | None) -> str:
        """What to say in place of offers that could not be made."""

    def ask(self, language: str) -> str:
        """What the way to the bot is called under a message that somebody sent."""

    def trouble(self, dialogue: Dialogue, *, hint: str | None) -> str:
        """The sentence for a person when something broke on our side."""

    def description(self, command: str, language: str) -> str:
        """The menu's text for a command, in a language."""

    def welcome(self, name: str, *, hint: str | None) -> Reply:
        """The words in a group that the bot was brought into; ``name`` is its own, without @."""

    def profile(self, text: str, language: str) -> str:
        """A text of the bot's profile: its ``name``, what it is ``about``, a ``description``."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A reply, and the messages that it became in a chat."""

    chat_id: int
    message_ids: tuple[int, ...]
    reply: Reply


@dataclass(frozen=True, slots=True)
class Given:
    """How a message was answered: what an edit of that message needs to know.

    ``said`` is the hash of what was written: enough to see that an edit changed something.
    """

    who: Key
    said: int
    message_ids: tuple[int, ...]
    before: Dialogue
    after: Dialogue


@dataclass(frozen=True, slots=True)
class Press:
    """Who pressed which button, and under which message."""

    who: Key
    message_id: int
    data: str


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
    gallery: Gallery | None = None
    """Sends the pictures that go with answers; without one there are none."""
    albums: Bounded[str, bool] = field(default_factory=lambda: Bounded(ALBUMS))
    welcomed: Bounded[int, float] = field(default_factory=lambda: Bounded(WELCOMES))
    """When the bot said hello to a group."""
    menus: Bounded[int, str] = field(default_factory=lambda: Bounded(MENUS))
    """The language of the menu that a private chat was given since the start."""
    presses: Bounded[Press, float] = field(default_factory=lambda: Bounded(PRESSES))
    """When buttons were pressed whose answers stand below."""
