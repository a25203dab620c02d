"""Words near a misspelt one, from an index instead of a scan.

A word with a typo or two keeps its beginning, its middle, its end, the letters of its beginning or
end in another order, or its consonants: each is a key, and the words of nearly the same length
under the keys of the asked one are the candidates that rapidfuzz then measures. The method is that
of blocking in record linkage; its recall is measured in ``benchmarks/names.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

_EDGE = 3
_SHORT_EDGE = 2
_SHORT = 5
"""Words of up to so many letters are kept by shorter beginnings and ends."""
_SHIFTS = (-1, 0, 1)
"""How far the middle of a word may have moved in the asked one."""
_BUDGET = 4000
"""So many candidates are measured at most, those under the rarest keys first.

It bounds the time in lists of hundreds of thousands; in smaller ones it is not met. A word with a
typo keeps several of its keys, and the rare ones tell most.
"""
_VOWELS = str.maketrans("", "", "aeiouy")


class NearIndex:
    """An index over the skeletons of words; what it holds is plain, so that it pickles fast."""

    __slots__ = ("_blocks",)

    def __init__(self, words: Iterable[str]) -> None:
        blocks: dict[str, list[str]] = {}
        for word in words:
            for key in _keys(word, len(word), (0,)):
                blocks.setdefault(key, []).append(word)
        self._blocks = blocks

    def near(self, word: str, edits: int) -> Iterator[tuple[str, int]]:
        """The indexed words at most ``edits`` edits away (a swap is one), and how many they are."""
        seen: set[str] = set()
        for block in self._candidates(word, edits):
            found = process.extract(
                word, block, scorer=OSA.distance, processor=None, score_cutoff=edits, limit=None
            )
            for other, distance, _ in found:
                if other not in seen:
                    seen.add(other)
                    yield other, int(distance)

    def _candidates(self, word: str, edits: int) -> Iterator[list[str]]:
        """The words of each length that edits can lead to, under each key."""
        sizes = range(max(1, len(word) - edits), len(word) + edits + 1)
        keys = [key for size in sizes for key in _keys(word, size, _SHIFTS)]
        blocks = [block for key in keys if (block := self._blocks.get(key))]
        measured = 0
        for block in sorted(blocks, key=len):
            if measured and measured + len(block) > _BUDGET:
                return
            measured += len(block)
            yield block


def _keys(word: str, size: int, shifts: Iterable[int]) -> frozenset[str]:
    """What stays of a word of that size when it is misspelt as this one is.

    ``shifts`` are the middles to give.
    """
    edge = _EDGE if size > _SHORT else _SHORT_EDGE
    middle = (len(word) - edge) // 2
    starts = (max(0, middle + shift) for shift in shifts)
    mark = chr(size)
    return frozenset(
        (
            f"{mark}^{word[:edge]}",
            f"{mark}${word[-edge:]}",
            f"{mark}<{''.join(sorted(word[: edge + 1]))}",
            f"{mark}>{''.join(sorted(word[-edge - 1 :]))}",
            f"{mark}~{word.translate(_VOWELS)[:4]}",
            *(f"{mark}.{word[start : start + edge]}" for start in starts),
        )
    )
