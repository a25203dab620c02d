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


class Spellings:
    """Words under each of their spellings: as written, as a skeleton, in plain Latin letters.

    A slip may break a pair of letters that a skeleton has as one ("finsih"), and a skeleton has as
    one letter what another alphabet writes as a pair, so that words are compared in all ways.
    """

    def __init__(self) -> None:
        self._words: dict[str, list[Pattern]] = {}
        self._blocks: dict[tuple[int, str], list[str]] = {}

    def add(self, word: Pattern) -> None:
        """Let a word be found, too."""
        for spelling in {word.skeleton, word.text, anyascii(word.text).lower()}:
            words = self._words.get(spelling)
            if words is None:
                self._words[spelling] = [word]
                if len(spelling) >= _SHORTEST:
                    for end in _ends(spelling):
                        self._blocks.setdefault((len(spelling), end), []).append(spelling)
            elif word not in words:
                words.append(word)

    def near(self, text: str, most: int = _MOST_EDITS) -> Iterator[tuple[Pattern, int]]:
        """The words that are at most so many edits away, a swap being one, and how many they are.

        A word may have as many edits as :func:`allowed_edits` says of its length.
        """
        measured: set[str] = set()
        for size in range(max(_SHORTEST, len(text) - _MOST_EDITS), len(text) + _MOST_EDITS + 1):
            edits = min(most, allowed_edits(size))
            if abs(size - len(text)) > edits:
                continue
            for block in self._beside(size, text):
                for spelling, distance, _ in process.extract(
                    text, block, scorer=OSA.distance, processor=None, score_cutoff=edits, limit=None
                ):
                    if spelling not in measured:
                        measured.add(spelling)
                        yield from ((word, int(distance)) for word in self._words[spelling])

    def _beside(self, size: int, text: str) -> Iterable[list[str]]:
        """The blocks of words of a size that share an end with a text, swapped ends too."""
        ends = {*_ends(text), f"^{text[1:2]}", f"{text[-2:-1]}$"}
        return (block for end in ends if (block := self._blocks.get((size, end))))


def _ends(text: str) -> tuple[str, str]:
    return f"^{text[:1]}", f"{text[-1:]}$"
