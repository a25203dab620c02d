"""The whole way from a message to a reply, as one object: what the applications talk to."""

from __future__ import annotations

from pathlib import Path

from bot.answers.reply import Turn
from bot.language.dialogue import Dialogue


class Engine:
    """Answers from the facts. Holds no state of conversations: each call gets and gives a dialogue.

    ``hint`` is the language that the person's client reports (``en``, ``ru-RU``), if any. ``now`` is
    a clock in seconds, by which context ages.
    """

    languages: tuple[str, ...]
    """Codes of the languages there are, in the order of preference."""
    commands: tuple[str, ...]
    """Names of the commands understood by :meth:`command`, in the order of the menu."""

    @classmethod
    def load(cls, data: Path) -> Engine:
        """Load facts, lexicons and messages; raises ``FaultyData`` with the report if there are faults."""
        raise NotImplementedError

    def message(self, text: str, dialogue: Dialogue, *, hint: str | None, now: float) -> Turn:
        """Reply to something a person wrote."""
        raise NotImplementedError

    def command(
        self, name: str, argument: str, dialogue: Dialogue, *, hint: str | None, now: float
    ) -> Turn:
        """Reply to ``/name argument``; an unknown name gets a pointer to /help."""
        raise NotImplementedError

    def press(self, data: str, dialogue: Dialogue, *, hint: str | None, now: float) -> Turn:
        """Reply to a pressed button; unknown or outdated data get a kind word."""
        raise NotImplementedError

    def speechless(self, dialogue: Dialogue, *, hint: str | None, now: float) -> Turn:
        """Reply to what is no text: a photo, a voice note, a sticker."""
        raise NotImplementedError

    def trouble(self, dialogue: Dialogue, *, hint: str | None) -> str:
        """The sentence for a person when something broke on our side."""
        raise NotImplementedError

    def description(self, command: str, language: str) -> str:
        """The menu's text for a command, in a language."""
        raise NotImplementedError
