"""Names by their first letters, in the alphabet that they are shown in."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from bot.answers.reply import Button

_CYRILLIC = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
"""The Kazakh alphabet, which has all letters of the Russian one in the same order."""
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ORDER = {letter: number for number, letter in enumerate(_CYRILLIC + _LATIN)}
_UNMARKED = str.maketrans({"Ł": "L", "Ø": "O", "Đ": "D", "Ð": "D", "Æ": "A", "Œ": "O", "Þ": "T"})
_SHORTEST_WORD = 2
WHOLE = "."
"""After letters: the word ends there."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something in a list: what it is called, and the button that it becomes when it is shown."""

    key: str
    name: str
    button: Callable[[str], Button | None]

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name, as :func:`folded` gives them."""
        return folded(self.name)


@lru_cache(maxsize=50_000)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name that one may look it up by: in capitals, Latin letters without marks."""
    words = unescape(name).replace("-", " ").split()
    plain = ("".join(filter(str.isalpha, map(_unmarked, word.upper()))) for word in words)
    return tuple(word for word in plain if len(word) >= _SHORTEST_WORD)


def _unmarked(letter: str) -> str:
    """A letter of the Cyrillic alphabet as it is, another one without its marks."""
    return (
        letter
        if letter in _ORDER
        else unicodedata.normalize("NFKD", letter.translate(_UNMARKED))[0]
    )


def is_latin(letters: str) -> bool:
    """Whether letters are of the Latin alphabet."""
    return letters[:1] in _LATIN


def beginning(listed: Iterable[Entry], letters: str) -> list[Entry]:
    """The entries with a word that begins with letters, or that is the word if it ends so."""
    return [one for one in listed if any(_begins(word, letters) for word in one.words)]


def _begins(word: str, letters: str) -> bool:
    return f"{word}{WHOLE}".startswith(letters)


def beginnings(listed: Sequence[Entry], letters: str) -> list[str]:
    """One letter more, as the names have it, in the order of the alphabet.

    Where all go on with the same letter, so many more that there is a choice.
    """
    words = {f"{word}{WHOLE}" for one in listed for word in one.words}
    size = len(letters) + 1
    found = {word[:size] for word in words if word.startswith(letters)}
    if len(found) == 1 and not (only := next(iter(found))).endswith(WHOLE):
        return beginnings(listed, only)
    return sorted(found, key=_key)


def in_order(listed: Iterable[Entry], letters: str = "") -> list[Entry]:
    """By the word that is looked for, then by the whole name."""

    def key(one: Entry) -> tuple[list[int], list[int]]:
        word = next((word for word in one.words if _begins(word, letters)), "")
        return _key(word), _key("".join(one.words))

    return sorted(listed, key=key)


def _key(text: str) -> list[int]:
    """Cyrillic before Latin letters; a word's end before any letter."""
    return [_ORDER.get(letter, -1 if letter == WHOLE else len(_ORDER)) for letter in text]
