"""Words by how they are spelt, so that a misspelt one is found without scanning them all.

A word is kept under its length with its first letter, and under its length with its last: a slip or
two seldom changes both. What rapidfuzz then measures is a small part of all words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from anyascii import anyascii
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.language.lexicon import Pattern

_SHORTEST = 4
_MOST_EDITS = 2


def allowed_edits(length: int) -> int:
    """How many typos a word of this many letters may have and still be it."""
    if length < _SHORTEST:
        return 0
    return 1 if length < 8 else _MOST_EDITS


class Near:
    """Words that can be found by others that are a slip or two away."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._known: set[str] = set()
        self._blocks: dict[tuple[int, str], list[str]] = {}
        for word in words:
            self.add(word)

    def __contains__(self, word: str) -> bool:
        return word in self._known

    def add(self, word: str) -> None:
        """Let a word be found, too."""
        if word in self._known:
            return
        self._known.add(word)
        if len(word) >= _SHORTEST:
            for end in _ends(word):
                self._blocks.setdefault((len(word), end), []).append(word)

    def near(self, text: str, most: int = _MOST_EDITS) -> Iterator[tuple[str, int]]:
        """The words that are at most so many edits away, a swap being one, and how many they are.

        A word may have as many edits as :func:`allowed_edits` says of its length.
        """
        measured: set[str] = set()
        for size in range(max(_SHORTEST, len(text) - _MOST_EDITS), len(text) + _MOST_EDITS + 1):
            edits = min(most, allowed_edits(size))
            if abs(size - len(text)) > edits:
                continue
            for block in self._beside(size, text):
                for word, distance, _ in process.extract(
                    text, block, scorer=OSA.distance, processor=None, score_cutoff=edits, limit=None
                ):
                    if word not in measured:
                        measured.add(word)
                        yield word, int(distance)

    def _beside(self, size: int, text: str) -> Iterable[list[str]]:
        """The blocks of words of a size that share an end with a text, swapped ends too."""
        ends = {*_ends(text), f"^{text[1:2]}", f"{text[-2:-1]}$"}
        return (block for end in sorted(ends) if (block := self._blocks.get((size, end))))


class Spellings:
    """Words of lexicons by each of their spellings: written, as a skeleton, in plain Latin letters.

    A slip may break a pair of letters that a skeleton has as one ("finsih"), and a skeleton has as
    one letter what another alphabet writes as a pair, so that words are compared in all ways.
    """

    def __init__(self) -> None:
        self._words: dict[str, list[Pattern]] = {}
        self._near = Near()

    def add(self, word: Pattern) -> None:
        """Let a word be found, too."""
        for spelling in {word.skeleton, word.text, anyascii(word.text).lower()}:
            words = self._words.setdefault(spelling, [])
            if word not in words:
                words.append(word)
            self._near.add(spelling)

    def near(self, text: str, most: int = _MOST_EDITS) -> Iterator[tuple[Pattern, int]]:
        """The words near a text, as :meth:`Near.near` gives their spellings."""
        for spelling, edits in self._near.near(text, most):
            yield from ((word, edits) for word in self._words[spelling])


def _ends(text: str) -> tuple[str, str]:
    return f"^{text[:1]}", f"{text[-1:]}$"
