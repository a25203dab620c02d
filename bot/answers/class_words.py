"""Classes in words: most codes are said as they are, a few are English words and are not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from bot.answers.messages import Messages, Said

_NO_LETTERS = re.compile(r"[^a-z0-9]+")


def class_word(code: str, messages: Messages) -> Said:
    """A class: its code, or where that is an English word, the word of this language."""
    key = _key(code)
    return Said(messages.say(key) if messages.has(key) else escape(code, quote=False))


def class_words(codes: Iterable[str], messages: Messages) -> Said:
    """The classes of a contest: codes side by side, words with a comma before them."""
    said = ""
    for code in codes:
        comma = "," if said and messages.has(_key(code)) else ""
        said += f"{comma} {class_word(code, messages)}"
    return Said(said.strip())


def _key(code: str) -> str:
    """The message that says a class in words, if there is one."""
    return f"class-{_NO_LETTERS.sub('-', code.lower())}"
