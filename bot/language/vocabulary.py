"""All lexicons compiled for look-up: which words a token may be, exactly, inflected or misspelt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.language.keyboard import beside
from bot.language.lexicon import Lexicon, Pattern, Phrase
from bot.language.normalize import Token, skeleton
from bot.language.spellings import Spellings, allowed_edits

NAMES = "*"
"""The language of athletes' names, which take the endings of any."""

EXACT = 1.0
OTHER_ALPHABET = 0.93
"""A romanized Russian word, a Kazakh one without its letters, an English one in Cyrillic."""
OTHER_SPELLING = 0.984
"""Another word whose letters fall together with these. Less than a word of no meaning counts for
(see :mod:`bot.language.tag`), so that "ғана" can be told from "Гана"."""
INFLECTED = 0.98
ONE_EDIT = 0.8
TWO_EDITS = 0.62


@dataclass(frozen=True, slots=True)
class Match:
    """A token taken for a word of a lexicon, and how good a likeness it is (0 to 1)."""

    pattern: Pattern
    quality: float


class Vocabulary:
    """The words of all languages, by skeleton."""

    def __init__(
        self,
        lexicons: Mapping[str, Lexicon],
        phrases: Iterable[Phrase] = (),
        codes: Iterable[str] = (),
    ) -> None:
        self.lexicons = lexicons
        self.openings: dict[Pattern, list[Phrase]] = defaultdict(list)
        self._words: dict[str, list[Pattern]] = defaultdict(list)
        self._stems: dict[str, list[Pattern]] = defaultdict(list)
        self._whole, self._stemmed = Spellings(), Spellings()
        self._lookalikes = {w for lexicon in lexicons.values() for w in lexicon.lookalikes}
        self._lookalikes.update(code.casefold() for code in codes)
        self._countries, self._country_stems = Spellings(), Spellings()
        self._codes: dict[Pattern, set[str]] = defaultdict(set)
        self._careful: set[Pattern] = set()
        seen: set[Pattern] = set()
        for phrase in (*_merged(lexicons), *phrases):
            self.openings[phrase.words[0]].append(phrase)
            for word in phrase.words:
                if word not in seen:
                    seen.add(word)
                    self._add(word)
            if not _guarded(phrase):
                for word in phrase.words:
                    _allow_typos(word, self._whole, self._stemmed)
            elif len(phrase.words) == 1 and phrase.concepts[0].startswith("npc."):
                self._codes[phrase.words[0]].update(phrase.concepts)
                _allow_typos(phrase.words[0], self._countries, self._country_stems)
            if _is_slight(phrase):
                self._careful.update(phrase.words)
        self.match = lru_cache(maxsize=16384)(self._match)
        self.near = lru_cache(maxsize=16384)(self._near)

    def _add(self, word: Pattern) -> None:
        self._words[word.skeleton].append(word)
        if word.stem:
            self._stems[word.skeleton].append(word)
            if word.skeleton.endswith("t") and "s" in self.lexicons[word.language].endings:
                # in a skeleton "ts" is one letter, as the Russian one that is written so
                self._words[word.skeleton[:-1] + "c"].append(word)

    def _match(self, token: Token) -> tuple[Match, ...]:
        """The words that a token is, as written or inflected."""
        found: dict[Pattern, float] = {}
        for word in self._words.get(token.skeleton, ()):
            found[word] = self._likeness(token, word, exact=True)
        for cut in range(_SHORT, len(token.skeleton)):
            for word in self._stems.get(token.skeleton[:cut], ()):
                rest = token.skeleton[cut:]
                foreign = (
                    word in self._codes and token.script != self.lexicons[word.language].script
                )
                if foreign or word in found:
                    continue
                if self._inflects(word.language, rest, short=cut <= _SHORT):
                    found[word] = self._likeness(token, word, exact=False)
        found = _as_written(found, token, only=token.text in self._lookalikes)
        found = self._in_its_letters(found, token)
        possessive = _without_possessive(token)
        if possessive and not found:
            return self._match(possessive)
        return tuple(Match(word, quality) for word, quality in found.items())

    def _in_its_letters(self, found: dict[Pattern, float], token: Token) -> dict[Pattern, float]:
        """Without words of languages that have not the letters by which another's is written.

        "күміс" (silver) falls together with a Russian word, but no Russian would write it so.
        """
        as_written = {w.language for w in found if w.text == token.text}
        of_them = {c for code in as_written for c in self.lexicons[code].letters}
        if of_them.isdisjoint(token.text):
            return found
        return {word: quality for word, quality in found.items() if word.language in as_written}

    def _likeness(self, token: Token, word: Pattern, *, exact: bool) -> float:
        base = EXACT if exact else INFLECTED
        if token.script == "digit":
            return base
        if token.script != self.lexicons[word.language].script:
            return base * OTHER_ALPHABET
        if exact and token.text != word.text:
            return base * OTHER_SPELLING  # Kazakh without its letters
        return base

    def is_lookalike(self, text: str) -> bool:
        """Whether a word is an everyday one that is never taken for one of ours."""
        return text in self._lookalikes

    def ends_a_name(self, rest: str) -> bool:
        """Whether the rest of a word is a chain of endings in any language."""
        return any(_chained(rest, x.endings, x.chain) for x in self.lexicons.values())

    def _inflects(self, language: str, rest: str, *, short: bool = False) -> bool:
        """Whether the rest of a word is a chain of endings; after a short stem a short one."""
        lexicon = self.lexicons[language]
        return _chained(rest, lexicon.endings, min(lexicon.chain, 2) if short else lexicon.chain)

    def _near(self, token: Token) -> tuple[Match, ...]:
        """The words that a token may be with typos, best first; empty for look-alikes."""
        short = allowed_edits(max(len(token.skeleton), len(token.text))) == 0
        if short or token.script == "digit" or token.text in self._lookalikes:
            return ()
        best: dict[Pattern, int] = {}
        for text in {token.skeleton, token.text}:
            for word, edits in (*self._whole.near(text), *self._misspelt_stems(text)):
                if edits < best.get(word, _FAR):
                    best[word] = edits
        best.update(self._country(token.skeleton))
        found = [
            Match(word, self._closeness(token, word, edits))
            for word, edits in best.items()
            if edits <= 1 or word not in self._careful
        ]
        found.sort(key=lambda match: -match.quality)
        return tuple(found[:12])

    def _country(self, text: str) -> dict[Pattern, int]:
        """A misspelt country, where no other has a name anywhere near what was typed."""
        if len(text) < _COUNTRY:
            return {}
        near = {word for word, _ in self._countries.near(text, 1)}
        for cut in range(_COUNTRY - 1, len(text)):
            fitting = {code for code in self.lexicons if self._inflects(code, text[cut:])}
            if fitting:
                stems = self._country_stems.near(text[:cut], 1)
                near.update(word for word, _ in stems if word.language in fitting)
        codes = {code for word in near for code in self._codes.get(word, ())}
        return dict.fromkeys(near, 1) if len(codes) == 1 else {}

    def _misspelt_stems(self, text: str) -> Iterator[tuple[Pattern, int]]:
        """Stems near the beginning of a text, the rest of which is a chain of their endings."""
        for cut in range(3, len(text)):
            rest = skeleton(text[cut:])
            fitting = {code for code in self.lexicons if self._inflects(code, rest)}
            if fitting:
                near = self._stemmed.near(text[:cut])
                yield from ((word, edits) for word, edits in near if word.language in fitting)

    def _closeness(self, token: Token, word: Pattern, edits: int) -> float:
        """How good a likeness a misspelt word is."""
        quality = ONE_EDIT if edits <= 1 else TWO_EDITS
        if _swapped(token, word):
            quality += 0.04  # the likeliest slip
        elif token.skeleton[:1] != word.skeleton[:1]:
            quality -= 0.05  # the first letter is seldom the wrong one
        if edits <= 1 and beside(token.text, word.text):
            quality += 0.03
        if token.script != self.lexicons[word.language].script:
            quality *= OTHER_ALPHABET
        return quality + min(len(word.skeleton), 12) / 400  # of two, the longer is the safer


def _allow_typos(word: Pattern, whole: Spellings, stems: Spellings) -> None:
    """Let a word be found misspelt, too."""
    whole.add(word)
    if word.stem:
        stems.add(word)


def _swapped(token: Token, word: Pattern) -> bool:
    """Whether a token has the letters of a word, or of a stem and its ending, in another order."""
    pairs = ((token.text, word.text), (token.skeleton, word.skeleton))
    return any(
        not typed.startswith(meant) and sorted(typed[: len(meant)]) == sorted(meant)
        for typed, meant in pairs
    )


_FAR = 99
_COUNTRY = 6
"""Letters that a misspelt country must have; of shorter ones too many are alike."""
_SHORT = 3
"""A stem of so few letters may begin many other words."""


def _as_written(
    found: Mapping[Pattern, float], token: Token, *, only: bool
) -> dict[Pattern, float]:
    """Without the words that merely fall together with one that stands there letter for letter.

    ``only``: the token is another word, so nothing that merely falls together with it is meant.
    """
    exact = {word.language for word in found if word.text == token.text}
    return {
        word: quality
        for word, quality in found.items()
        if word.text == token.text
        or (word.stem and token.text.startswith(word.text))
        or word.skeleton != token.skeleton
        or not (word.language in exact or (only and not _slight_word(word, token)))
    }


def _slight_word(word: Pattern, token: Token) -> bool:
    """Whether it is one of the few letters that a romanized message is full of: "v", "men"."""
    return len(word.text) <= _SHORT and token.text.isalpha()


_GUARDED = ("npc.", "month.", "numeral.")


def _guarded(phrase: Phrase) -> bool:
    """Whether a word must be as written: countries and numbers have neighbours one letter away."""
    return any(c.startswith(_GUARDED) and c != "npc.home" for c in phrase.concepts)


def _is_slight(phrase: Phrase) -> bool:
    """Whether a word may have but one typo: of two, any word would be one without meaning."""
    return all(c == "neutral" or c.startswith("games.") for c in phrase.concepts)


def _merged(lexicons: Mapping[str, Lexicon]) -> Iterable[Phrase]:
    """Phrases, those that stand under several meanings once with all of them.

    A meaning takes a word out of the words without meaning.
    """
    concepts: dict[tuple[str, tuple[Pattern, ...]], dict[str, None]] = {}
    for lexicon in lexicons.values():
        for phrase in lexicon.phrases:
            concepts.setdefault((phrase.language, phrase.words), {}).update(
                dict.fromkeys(phrase.concepts)
            )
    for (language, words), found in concepts.items():
        if len(found) > 1:
            found.pop("neutral", None)
        yield Phrase(language, words, tuple(found))


def _chained(rest: str, endings: frozenset[str], chain: int) -> bool:
    """Whether ``rest`` is a chain of at most ``chain`` endings."""
    if rest in endings:
        return True
    if chain <= 1:
        return False
    return any(
        rest[:cut] in endings and _chained(rest[cut:], endings, chain - 1)
        for cut in range(1, len(rest))
    )


def _without_possessive(token: Token) -> Token | None:
    for mark in ("'s", "’s", "s'"):
        if token.text.endswith(mark) and len(token.text) > len(mark) + 1:
            bare = token.text.removesuffix(mark) if mark != "s'" else token.text[:-1]
            return replace(token, text=bare, skeleton=skeleton(bare))
    return None
