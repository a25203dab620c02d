"""A bar on standard error while the facts are read, which happens once after each change of them.

A library's bar would take over the terminal's input, and with it what a person types ahead.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Final, TextIO

_LABEL: Final = "Reading the facts"
_WIDEST: Final = 40
_CLEAR: Final = "\r\x1b[K"


def watch(total: int) -> AbstractContextManager[Callable[[int], object]]:
    """A bar for ``total`` bytes, told of each part; silent where nobody sits at the terminal."""
    return _bar(sys.stderr, total)


@contextmanager
def _bar(screen: TextIO, total: int) -> Iterator[Callable[[int], object]]:
    if not screen.isatty() or total <= 0:
        yield lambda _: None
        return
    done, shown = 0, -1

    def step(part: int) -> None:
        nonlocal done, shown
        done += part
        percent = min(100, done * 100 // total)
        if percent != shown:
            shown = percent
            screen.write(drawn(percent, shutil.get_terminal_size().columns))
            screen.flush()

    try:
        step(0)
        yield step
    finally:
        screen.write(_CLEAR)
        screen.flush()


def drawn(percent: int, columns: int) -> str:
    """The bar in place of what stands on the line, so short that the line never wraps."""
    width = max(0, min(_WIDEST, columns - len(_LABEL) - len("  [] 100 %")))
    full = "#" * (width * percent // 100)
    return f"{_CLEAR}{_LABEL} [{full:.<{width}}] {percent} %"[: columns + len(_CLEAR) - 1]
