"""The conversation in the terminal."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Mapping
from typing import Protocol

from bot.console.loading import load_engine
from bot.console.session import Heard, Session
from bot.local.seen import Button, Seen
from bot.settings import Settings
from bot.telegram_app.desk import Answers
from bot.telegram_app.logs import install_logging
from bot.telegram_app.menu import publish_menu

PERSON = 1
PROMPT = "> "
HINT = (
    "Altyn in the terminal. Write a question or a /command; the number of a button presses it.\n"
    "/quit or Ctrl-D leaves."
)


class Screen(Protocol):
    """Where a person reads and writes."""

    def read(self) -> str | None:
        """The next line; None when the person has left."""

    def note(self, text: str) -> None:
        """Say something that is not the bot's."""

    def show(self, message: Seen) -> None:
        """Show a message of the bot's."""


class PlainScreen:
    """Standard input and output as they are: for pipes, and for terminals that can do no more."""

    def read(self) -> str | None:
        """The next line; None at the end of the input."""
        try:
            return input(PROMPT if sys.stdin.isatty() else "")
        except EOFError:
            return None

    def note(self, text: str) -> None:
        """Print a line."""
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()

    def show(self, message: Seen) -> None:
        """Print a message, its buttons below."""
        lines = ("", words_of(message), *addresses(message), button_line(message))
        self.note("\n".join(lines).rstrip() + "\n")


def chat_in_terminal(settings: Settings) -> int:
    """Talk until the person leaves."""
    install_logging(settings.log_level or "WARNING")
    engine = load_engine(settings)
    if sys.stdin.isatty() and sys.stdout.isatty():
        # It takes a while to import, and pipes do not need it.
        from bot.console.prompt import PromptScreen  # noqa: PLC0415

        menu = {name: engine.description(name, engine.languages[0]) for name in engine.commands}
        converse(engine, PromptScreen(menu))
    else:
        converse(engine, PlainScreen())
    return 0


def converse(engine: Answers, screen: Screen) -> None:
    """Pass on what the person writes, and show what the bot answers, until the person leaves."""
    screen.note(HINT)
    with asyncio.Runner() as runner:
        talk = Talk(Session(engine), language_of(os.environ, engine.languages))
        for message in runner.run(talk.begin()):
            screen.show(message)
        while (line := _next_line(screen)) is not None:
            address = talk.address(line)
            if address:
                screen.note(address)
                continue
            for message in runner.run(talk.take(line)):
                screen.show(message)
        runner.run(talk.end())


def _next_line(screen: Screen) -> str | None:
    """What the person writes next; None when they leave, if need be by Ctrl-C twice in a row."""
    interrupted = False
    while True:
        try:
            line = screen.read()
        except KeyboardInterrupt:
            if interrupted:
                return None
            interrupted = True
            screen.note("/quit or Ctrl-D leaves.")
            continue
        if line is None or line.strip() == "/quit":
            return None
        if line.strip():
            return line


class Talk:
    """One person's private chat with the bot, and the buttons that stand under its last words."""

    def __init__(self, session: Session, language: str) -> None:
        self._session = session
        self._person = session.machine.user(PERSON, "You", language_code=language)
        self._chat = session.machine.private_chat(self._person)
        self._buttons: tuple[Button, ...] = ()

    async def begin(self) -> tuple[Seen, ...]:
        """Open the chat as an app does, with /start."""
        await self._session.__aenter__()
        await publish_menu(self._session.engine, self._session.application.bot)
        return self._seen(await self._session.say(self._chat, self._person, "/start"))

    async def take(self, line: str) -> tuple[Seen, ...]:
        """Do what a line says: press the button of that number, or write it to the bot."""
        button = self._button(line)
        if button:
            heard = await self._session.press(self._chat, self._person, button.data)
        else:
            heard = await self._session.say(self._chat, self._person, line)
        return self._seen(heard)

    def address(self, line: str) -> str | None:
        """Where the button of that number leads, if it opens an address and says nothing."""
        button = self._button(line)
        return str(button.value) if button and button.action == "url" else None

    async def end(self) -> None:
        """Close the chat."""
        await self._session.__aexit__(None, None, None)

    def _button(self, line: str) -> Button | None:
        number = line.strip().strip("[]")
        if number.isascii() and number.isdigit() and 1 <= int(number) <= len(self._buttons):
            return self._buttons[int(number) - 1]
        return None

    def _seen(self, heard: Heard) -> tuple[Seen, ...]:
        written = [message for message in heard.messages if message.kind != "photo"]
        if written:
            self._buttons = written[-1].flat_buttons
        return heard.messages


def words_of(message: Seen) -> str:
    """What a terminal shows of a message: of a picture, the words under it."""
    return f"[{message.text or message.kind}]" if message.kind == "photo" else message.text


def button_line(message: Seen) -> str:
    """The buttons of a message with the numbers that press them, row below row."""
    numbered = enumerate(message.flat_buttons, start=1)
    labels = iter([f"[{number}] {button.text}" for number, button in numbered])
    return "\n".join("  ".join(next(labels) for _ in row) for row in message.buttons)


def addresses(message: Seen) -> list[str]:
    """The addresses behind a message's words, each once; not those of the bot itself."""
    found = (entity["url"] for entity in message.entities if entity["type"] == "text_link")
    return list(dict.fromkeys(url for url in found if not url.startswith("https://t.me/")))


def language_of(environment: Mapping[str, str], languages: tuple[str, ...]) -> str:
    """The language that the terminal is set to, if the bot speaks it; else the bot's first."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = environment.get(name, "")[:2].lower()
        if code in languages:
            return code
    return languages[0]
