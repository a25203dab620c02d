"""Words near a misspelt one, from an index instead of a scan.

A word with a typo keeps its beginning, its end, or its consonants: each is a key, and the words
under the keys of the asked one are the candidates that rapidfuzz then measures. The method is that
of blocking in record linkage; its recall is measured in ``benchmarks/names.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

_EDGE = 3
_VOWELS = str.maketrans("", "", "aeiouy")


class NearIndex:
    """An index over the skeletons of words; what it holds is plain, so that it pickles fast."""

    __slots__ = ("_blocks",)

    def __init__(self, words: Iterable[str]) -> None:
        blocks: dict[str, list[str]] = {}
        for word in words:
            for key in _keys(word):
                blocks.setdefault(key, []).append(word)
        self._blocks = blocks

    def near(self, word: str, edits: int) -> Iterator[tuple[str, int]]:
        """The indexed words at most ``edits`` edits away (a swap is one), and how many they are."""
        seen: set[str] = set()
        for key in _keys(word):
            block = self._blocks.get(key)
            if not block:
                continue
            found = process.extract(
                word, block, scorer=OSA.distance, processor=None, score_cutoff=edits, limit=None
            )
            for other, distance, _ in found:
                if other not in seen:
                    seen.add(other)
                    yield other, int(distance)


def _keys(word: str) -> tuple[str, ...]:
    consonants = word.translate(_VOWELS)
    return ("^" + word[:_EDGE], word[-_EDGE:] + "$", "~" + consonants[:4])
