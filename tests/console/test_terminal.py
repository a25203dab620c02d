from __future__ import annotations

from collections.abc import Iterable

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from bot.answers.reply import Button, Reply
from bot.console.prompt import CommandCompleter, styled
from bot.console.terminal import addresses, button_line, converse, language_of
from bot.local.seen import Seen
from tests.fake_engine import FakeEngine


class Script:
    """A screen on which somebody types what is in the script."""

    def __init__(self, *lines: str | type[BaseException] | None) -> None:
        self._lines = iter(lines)
        self.notes: list[str] = []
        self.shown: list[Seen] = []

    def read(self) -> str | None:
        line = next(self._lines)
        if isinstance(line, type):
            raise line
        return line

    def note(self, text: str) -> None:
        self.notes.append(text)

    def show(self, message: Seen) -> None:
        self.shown.append(message)

    @property
    def texts(self) -> list[str]:
        return [message.text.partition(" after ")[0] for message in self.shown]


def play(*lines: str | type[BaseException] | None, engine: FakeEngine | None = None) -> Script:
    script = Script(*lines)
    converse(engine or FakeEngine(), script)
    return script


LINKED = Reply(
    '<a href="start:f_abc">A fact</a>, <a href="https://example.org/facts">a source</a>',
    known=True,
    language="en",
    buttons=((Button("Why?", "why:1"),), (Button("Share", "f_abc", "share"),)),
)


@pytest.mark.parametrize("leaving", [None, "/quit", " /quit "])
def test_the_bot_greets_answers_and_lets_go(leaving: str | None) -> None:
    assert play("who won?", "/gold", leaving).texts == [
        "command start",
        "message who won?",
        "command gold",
    ]


def test_buttons_are_pressed_by_number() -> None:
    script = play("who won?", "2", "[1]", None)

    assert button_line(script.shown[0]) == "[1] Why?  [2] Judo"
    assert script.texts[2:] == ["press sport:judo", "press why:1"]


def test_a_button_that_shares_says_where_it_leads() -> None:
    script = play("fact", "2", "1", None, engine=FakeEngine(replies={"fact": LINKED}))

    assert button_line(script.shown[1]) == "[1] Why?\n[2] Share"
    assert script.notes[-1].startswith("https://t.me/share/url?url=https%3A%2F%2Ft.me%2Faltyn")
    assert script.texts[2:] == ["press why:1"]


def test_addresses_of_sources_are_shown_and_those_of_the_bot_itself_are_not() -> None:
    script = play("fact", None, engine=FakeEngine(replies={"fact": LINKED}))

    assert script.shown[1].text == "A fact, a source"
    assert addresses(script.shown[1]) == ["https://example.org/facts"]


@pytest.mark.parametrize("line", ["0", "3", "2024", "1 gold", "²"])
def test_other_numbers_are_questions(line: str) -> None:
    assert play(line, None).texts[1] == f"message {line}"


def test_empty_lines_ask_nothing() -> None:
    assert play("", "   ", None).texts == ["command start"]


def test_ctrl_c_says_how_to_leave_and_stays() -> None:
    script = play(KeyboardInterrupt, "who won?", None)

    assert script.texts[1:] == ["message who won?"]
    assert "/quit" in script.notes[-1]


def test_ctrl_c_twice_in_a_row_leaves() -> None:
    assert play(KeyboardInterrupt, KeyboardInterrupt).texts == ["command start"]


def completions(typed: str) -> Iterable[str]:
    completer = CommandCompleter({"gold": "the gold medals", "games": "x"})
    found = completer.get_completions(Document(typed), CompleteEvent())
    return [completion.text for completion in found]


def test_commands_are_completed_and_nothing_else() -> None:
    assert completions("/g") == ["/gold", "/games"]
    assert completions("/GO") == ["/gold"]
    assert completions("/q") == ["/quit"]
    assert completions("go") == []
    assert completions("/gold j") == []


def test_bold_is_shown_where_it_is() -> None:
    [greeting] = play(None).shown

    assert styled(greeting) == [("bold", "command start"), ("", " after nothing")]


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LC_ALL": "C.UTF-8", "LANG": "ru_RU"}, "ru"),
        ({"LANG": "de_DE"}, "en"),
        ({}, "en"),
    ],
)
def test_the_terminals_language_is_the_persons(environment: dict[str, str], language: str) -> None:
    assert language_of(environment, ("en", "ru")) == language
