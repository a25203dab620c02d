"""Words by their beginnings, as somebody types them: in any alphabet, and with a slip or two.

Keys are skeletons (see :mod:`bot.language.normalize`), in order, so that a beginning is a range of
them. Whoever bears a key is a number; of the bearers the smaller is the better known.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from heapq import nsmallest

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.language.normalize import DIGRAPHS, Token, skeleton
from bot.language.spellings import allowed_edits

_AFTER_ALL = "\U0010ffff"
_SURE = 2
"""So many letters at the beginning of a misspelt word are taken for right."""

Tiers = bytes
"""By number, which come first whatever the letters: a whole word leads within its tier only."""


class Prefixes:
    """An index that never changes. ``bearers`` has the numbers of each key in rising order."""

    def __init__(self, bearers: Mapping[str, tuple[int, ...]], tiers: Tiers) -> None:
        self._bearers = bearers
        self._keys = sorted(bearers)
        self._tiers = tiers
        self._starting = lru_cache(maxsize=256)(self._bearers_starting)

    def find(self, words: tuple[Token, ...], most: int) -> list[int]:
        """Who bears words that begin with all of these; the best known first, at most so many."""
        return self._common([self._starting(token.text) for token in words], words, most)

    def find_misspelt(self, words: tuple[Token, ...], most: int) -> list[int]:
        """The same, where a word begins with none of the keys those near its beginning."""
        found = [self._starting(t.text) or self._bearers_near(t.skeleton) for t in words]
        return self._common(found, words, most)

    def _common(
        self, found: list[frozenset[int]], words: tuple[Token, ...], most: int
    ) -> list[int]:
        if not found:
            return []
        bearers = frozenset.intersection(*found)
        whole = bearers.intersection(*(self._bearers.get(t.skeleton, ()) for t in words))
        best = {*nsmallest(most, bearers), *nsmallest(most, whole)}
        return sorted(best, key=lambda n: (self._tiers[n], n not in whole, n))[:most]

    def _bearers_starting(self, word: str) -> frozenset[int]:
        keys = (key for start in beginnings(word) for key in self._range(start))
        return self._of(keys)

    def _bearers_near(self, word: str) -> frozenset[int]:
        """Those with a key whose beginning is a typo away; its first letters are as typed."""
        edits = allowed_edits(len(word))
        if not edits:
            return frozenset()
        keys = self._range(word[:_SURE])
        cut = [key[: len(word)] for key in keys]
        near = process.extract(
            word, cut, scorer=OSA.distance, processor=None, score_cutoff=edits, limit=None
        )
        least = near[0][1] if near else 0
        return self._of(keys[place] for _, distance, place in near if distance == least)

    def _range(self, start: str) -> list[str]:
        first = bisect_left(self._keys, start)
        return self._keys[first : bisect_left(self._keys, start + _AFTER_ALL, first)]

    def _of(self, keys: Iterable[str]) -> frozenset[int]:
        return frozenset[int]().union(*(self._bearers[key] for key in keys))


def beginnings(word: str) -> tuple[str, ...]:
    """The skeletons with which the words may begin that begin with these letters.

    More than one where the last letters may be half of a group that stands for one sound: "s" may
    go on as in "Smith" or as in "Shamey".
    """
    return tuple(dict.fromkeys((skeleton(word), *_half_groups(word))))


def _half_groups(word: str) -> Iterator[str]:
    if not word.isascii():
        return
    for group, letter in DIGRAPHS:
        for size in range(1, len(group)):
            if word.endswith(group[:size]):
                yield skeleton(word[:-size]) + letter
