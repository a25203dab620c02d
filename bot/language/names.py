"""Athletes' names in an utterance: in any order, alphabet and case, with typos.

A name is found by its parts. Of one's own athletes a given name alone will do; a stranger is called
by the surname, or by at least two parts. What a part may be is looked up in indexes, never scanned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz

from bot.language.name_index import Names
from bot.language.normalize import Token, skeleton
from bot.language.sound import sound
from bot.language.spellings import allowed_edits
from bot.language.vocabulary import (
    EXACT,
    INFLECTED,
    ONE_EDIT,
    OTHER_ALPHABET,
    TWO_EDITS,
)

AS_WRITTEN = 0.95
"""From here on a token is a word of a lexicon as written in its own alphabet."""
HEARD = 0.9
"""The same sounds in the other alphabet."""
_LIKE = 60.0
"""Similarity of skeletons (0 to 100) below which equal consonants do not make the same name."""
_VERY_LIKE = 80.0
_ALIKE = 90.0
_FEWEST_SOUNDS = 2
_ROMANIZED = 0.13
"""Endings of other languages are less to be expected after a name in Latin letters."""
_SURE_ALONE = 0.87
"""How good a likeness a stranger's surname alone must be to count as heard."""
_ENDING = 4
"""So many letters at most may follow a stranger's surname."""
_MISSPELT_ALONE = 6
"""From so many letters on a stranger's surname may be misspelt."""
_SHORTEST = 3
_LONGEST_NAME = 5
_STRANGER = 4
"""A stranger's surname alone is taken for a name from this length on."""

Endings = Callable[[str], bool]
"""Whether a rest of a word is a chain of case endings of some language."""


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``start`` to ``end`` as the name of one of ``athletes``; ``parts`` were recognized."""

    start: int
    end: int
    athletes: tuple[str, ...]
    quality: float
    parts: int


def _bearers(keys: Iterable[tuple[str, float]], index: Mapping[str, list[int]]) -> dict[int, float]:
    """Who has one of the parts, and how good a likeness it is."""
    found: dict[int, float] = {}
    for key, quality in keys:
        for number in index.get(key, ()):
            if quality > found.get(number, 0.0):
                found[number] = quality
    return found


def _firm(reading: Mapping[int, float], known: float) -> dict[int, float]:
    """The bearers of a part; of a word that has a meaning of its own only the exact ones."""
    least = OTHER_ALPHABET if known > AS_WRITTEN else 0.0
    return {number: quality for number, quality in reading.items() if quality >= least}


def _only_heard(quality: float) -> bool:
    """Whether a likeness is that of sounds alone: less than letters, more than a slip."""
    return ONE_EDIT + 0.05 < quality < OTHER_ALPHABET


class NameFinder:
    """Finds names in utterances. ``endings`` tells what may follow a name as its case."""

    def __init__(self, names: Names, endings: Endings) -> None:
        self._names = names
        self._endings = endings
        self._keys_of = lru_cache(maxsize=16384)(self._keys)
        self._exact_of = lru_cache(maxsize=16384)(self._exact)

    def find(self, tokens: Sequence[Token], known: Sequence[float]) -> list[Name]:
        """The names in an utterance.

        ``known`` says how surely each token is a word of a lexicon (0 to 1). Such a word is no
        stranger's name by itself, but may be part of one ("Young", "Мая").
        """
        # of a word of a lexicon only the same word is a name, so nothing else is looked for
        keys = [
            self._exact_of(token) if sure > AS_WRITTEN else self._keys_of(token)
            for token, sure in zip(tokens, known, strict=True)
        ]
        readings = [_bearers(found, self._names.parts) for found in keys]
        found: list[Name] = []
        for start, first in enumerate(readings):
            if first:
                found.extend(self._single(start, tokens[start], keys[start], known[start]))
                joined = list(self._joined(start, readings, known))
                found.extend(joined or self._alike(start, tokens, readings, known))
        return found

    def _alike(
        self,
        start: int,
        tokens: Sequence[Token],
        readings: Sequence[Mapping[int, float]],
        known: Sequence[float],
    ) -> Iterator[Name]:
        """Two parts of which one is somebody else's, a slip from the bearer's: "Sara Storey"."""
        pair = slice(start, start + 2)
        if len(readings[pair]) < 2 or not readings[start + 1] or max(known[pair]) > AS_WRITTEN:
            return
        for slipped, sure in ((start, start + 1), (start + 1, start)):
            near = _bearers(self._misspelt(tokens[slipped]), self._names.parts)
            firm = {n: q for n, q in readings[sure].items() if q >= INFLECTED}
            both = {n: (q + near[n]) / 2 for n, q in firm.items() if n in near}
            if both:
                yield self._name(start, start + 2, both)
                return

    def knows(self, token: Token) -> bool:
        """Whether a token is a part of a name as written."""
        return token.skeleton in self._names.parts

    def _single(
        self, start: int, token: Token, keys: Sequence[tuple[str, float]], known: float
    ) -> Iterator[Name]:
        called = _bearers(keys, self._names.alone)
        # a typo in a name is likelier than the same typo in a word, but not than the word itself
        worth = known if known > ONE_EDIT - 0.05 else 0.0
        ours = {
            n: q
            for n, q in called.items()
            if n in self._names.home and q >= worth and not (worth and _only_heard(q))
        }
        if ours:
            yield self._name(start, start + 1, ours)
        if known > AS_WRITTEN or len(token.text) < _STRANGER:
            return
        least = OTHER_ALPHABET if known < HEARD - 0.05 else INFLECTED
        least = least if known else _SURE_ALONE
        if not known and len(token.skeleton) >= _MISSPELT_ALONE:
            least = ONE_EDIT - 0.05
        size = len(token.skeleton)
        fitting = [k for k in keys if len(k[0]) >= _STRANGER and size - len(k[0]) <= _ENDING]
        called = _bearers(fitting, self._names.alone)
        others = {n: q for n, q in called.items() if n not in ours and q >= least}
        if ours and len(token.skeleton) >= _MISSPELT_ALONE:
            # a slip in the name of one's own is likelier than a stranger's that only sounds so
            others = {n: q for n, q in others.items() if q >= INFLECTED}
        if known >= ONE_EDIT - 0.05 and token.script == "latin":
            others = {n: q for n, q in others.items() if token.text in self._names.ids[n]}
        if others:
            name = self._name(start, start + 1, others)
            sure = name.quality >= _SURE_ALONE
            yield name if sure else replace(name, quality=name.quality - 0.15)

    def _name(self, start: int, end: int, bearers: Mapping[int, float]) -> Name:
        best = max(bearers.values())
        chosen = tuple(self._names.ids[n] for n, q in bearers.items() if q >= best - 0.02)
        return Name(start, end, chosen, best, end - start)

    def _joined(
        self, start: int, readings: Sequence[Mapping[int, float]], known: Sequence[float]
    ) -> Iterator[Name]:
        """Names of several parts from ``start`` on: those whose bearer has every part.

        A word of a lexicon is a part only as written, and not every part may be one.
        """
        common = _firm(readings[start], known[start])
        total = dict(common)
        strange = known[start] <= AS_WRITTEN
        for end in range(start + 1, min(start + _LONGEST_NAME, len(readings))):
            following = _firm(readings[end], known[end])
            total = {n: q + following[n] for n, q in total.items() if n in following}
            if not total:
                return
            # one part as written vouches for another that is misspelt
            common = {n: q / (end - start + 1) for n, q in total.items()}
            strange = strange or known[end] <= AS_WRITTEN
            ours = {n: q for n, q in common.items() if n in self._names.home}
            if strange or ours:
                yield self._name(start, end + 1, common if strange else ours)

    def _keys(self, token: Token) -> list[tuple[str, float]]:
        """The parts of names that a token may be: as written, inflected, heard, misspelt."""
        exact = self._exact_of(token)
        if token.script == "digit":
            return exact
        if exact and len(token.skeleton) > _SHORTEST:
            return exact + self._heard(token)
        return exact + self._heard(token) + self._misspelt(token)

    def _exact(self, token: Token) -> list[tuple[str, float]]:
        """The parts of names that a token is as written, or with an ending."""
        if token.script == "digit":
            return []
        return [
            (key, self._in_alphabet(key, token, quality))
            for key, quality in self._written(token.skeleton, token.script)
            if key in self._names.parts
        ]

    def _in_alphabet(self, key: str, token: Token, quality: float) -> float:
        """The quality, less where the name is known in the other alphabet only."""
        other = token.script == "cyrillic" and key not in self._names.cyrillic
        return quality * OTHER_ALPHABET if other else quality

    def _written(self, text: str, script: str) -> Iterator[tuple[str, float]]:
        yield text, EXACT
        foreign = 0.0 if script == "cyrillic" else _ROMANIZED
        shortest = _SHORTEST if script == "cyrillic" else _STRANGER
        for cut in range(len(text) - 1, shortest - 1, -1):
            if self._endings(text[cut:]) and len(text) - cut <= cut:
                yield text[:cut], INFLECTED - foreign
        if text.endswith("s") and len(text) > _SHORTEST:
            yield text[:-1], INFLECTED  # the English possessive, its apostrophe gone

    def _heard(self, token: Token) -> list[tuple[str, float]]:
        if token.script != "cyrillic":
            return []
        found: dict[str, float] = {}
        for text in self._stems(token.text):
            folded, heard = skeleton(text), sound(text)
            whole = text == token.text and len(heard) >= _FEWEST_SOUNDS
            least = _LIKE if whole else _VERY_LIKE
            if not whole and len(heard) <= _FEWEST_SOUNDS:
                least = _ALIKE  # two consonants of a piece of a word are no name
            for same, distance in self._sounding(heard):
                for key in self._names.sounds[same]:
                    like = fuzz.ratio(folded, key)
                    if like >= (least if not distance else _VERY_LIKE) and key not in found:
                        found[key] = HEARD - 0.1 + like / 1000 - 0.05 * distance
        return list(found.items())

    def _sounding(self, heard: str) -> Iterator[tuple[str, int]]:
        """Sounds that are the same, or one consonant off ("Дюран" for "Durand")."""
        if heard in self._names.sounds:
            yield heard, 0
        if len(heard) >= _SHORTEST:
            near = self._names.near_sounds.near(heard, 1)
            yield from ((sound_of, 1) for sound_of, distance in near if distance)

    def _stems(self, text: str) -> Iterator[str]:
        yield text
        for cut in range(len(text) - 1, _SHORTEST - 1, -1):
            if self._endings(skeleton(text[cut:])):
                yield text[:cut]

    def _misspelt(self, token: Token) -> list[tuple[str, float]]:
        found: dict[str, float] = {}
        for text, loss in [(token.skeleton, 0.0), *((s, 0.01) for s in self._bare(token.skeleton))]:
            edits = allowed_edits(len(text))
            if not edits:
                continue
            for key, distance in self._names.near.near(text, edits):
                quality = (ONE_EDIT if distance <= 1 else TWO_EDITS) - loss
                quality -= 0.05 if key[:1] != text[:1] else 0.0
                quality += min(len(key), 12) / 400
                if (
                    distance
                    and allowed_edits(len(key)) >= distance
                    and quality > found.get(key, 0.0)
                ):
                    found[key] = quality
        return list(found.items())

    def _bare(self, text: str) -> Iterator[str]:
        """The text without its last ending, where that may be one."""
        for cut in range(len(text) - 1, max(_SHORTEST, len(text) - 4), -1):
            if self._endings(text[cut:]):
                yield text[:cut]
