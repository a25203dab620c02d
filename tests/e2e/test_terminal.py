"""``python -m bot chat`` in a terminal, as a person sits before it."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import PROJECT
from tests.e2e.processes import FAKE

_CONTROL = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\r")


class Terminal:
    """A pseudo-terminal with the chat in it."""

    def __init__(self, home: Path) -> None:
        self._end, inner = pty.openpty()
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "PYTHONPATH": str(PROJECT),
            "TERM": "xterm",
            "PROMPT_TOOLKIT_NO_CPR": "1",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", FAKE, "chat"],
            cwd=home,
            env=environment,
            stdin=inner,
            stdout=inner,
            stderr=inner,
            close_fds=True,
        )
        os.close(inner)
        self.raw = ""
        self._seen = 0

    def type(self, keys: str) -> None:
        os.write(self._end, keys.encode())

    def see(self, words: str, seconds: float = 10) -> None:
        """Wait until these words come up, after those waited for before."""
        deadline = time.monotonic() + seconds
        while (at := _CONTROL.sub("", self.raw).find(words, self._seen)) < 0:
            ready, _, _ = select.select([self._end], [], [], max(0, deadline - time.monotonic()))
            assert ready, f"{words!r} is not in {self.raw!r}"
            self.raw += os.read(self._end, 4096).decode("utf-8", "replace")
        self._seen = at + len(words)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._end)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(tmp_path)
    yield terminal
    terminal.close()


def test_a_conversation_with_completion_and_buttons(terminal: Terminal) -> None:
    terminal.see("command start after nothing")
    terminal.see("[1] Why?  [2] Judo")
    assert "\x1b[0;1mcommand start" in terminal.raw

    terminal.type("/go\t\r")
    terminal.see("command gold after command start")

    terminal.type("2\r")
    terminal.see("press sport:judo after command gold")
    terminal.see(">")

    terminal.type("\x03")
    terminal.see("/quit or Ctrl-D leaves.")
    terminal.see(">")

    terminal.type("\x04")
    assert terminal.process.wait(10) == 0


def test_quit_leaves(terminal: Terminal) -> None:
    terminal.see("command start")

    terminal.type("/quit\r")

    assert terminal.process.wait(10) == 0
