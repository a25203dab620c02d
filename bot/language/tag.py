"""From tokens to tags: each stretch of an utterance with what it means, or as not understood.

All readings of all stretches compete; the best chain of them that covers the utterance wins
(dynamic programming over the tokens). Words of the utterance's main language are preferred to the
same letters in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.language.lexicon import Phrase
from bot.language.names import Name, NameFinder
from bot.language.normalize import Token, script_of, skeleton
from bot.language.vocabulary import NAMES, Match, Vocabulary

FOREIGN = 0.9
"""What a word counts for that is not of the utterance's main language."""
NEUTRAL = "neutral"
ASIDE = 0.96
"""What an inflected word counts for that names a topic outside the facts: ours come first."""
_WRITTEN = 0.985
_ROMANIZED = 0.9
"""How sure a romanized word is of its language at least."""
_ROMANIZED_WORDS = 3
"""So many of them tell that a message is romanized."""
_MISSPELT = 0.95
"""Below this a word is not as written, nor inflected."""
_EVERYDAY = 0.86
"""How surely a word that is none of ours is no stranger's name either."""
_NUMBER_AND_UNIT = re.compile(r"([+\-−–<>≤≥]?\d+(?:[.,]\d+)?)-?([^\W\d_]+)$")
_WORD_AND_NUMBER = re.compile(r"([^\W\d_]+)-?(\d+)$")
_UNITS = ("unit.", "kind.place")
"""What stands after its number, often run together with it: "70kg", "39-орын"."""
_NUMBERED = ("sup.top",)
"""What stands before its number: "top7"."""


@dataclass(frozen=True, slots=True)
class Tag:
    """Tokens ``start`` to ``end`` (exclusive) and their concepts; none for what is not understood.

    ``names`` holds the concepts of all bearers when the tag is a name that several have.
    """

    start: int
    end: int
    text: str
    concepts: tuple[str, ...]
    quality: float
    language: str | None
    clause: int = 0
    names: tuple[str, ...] = ()

    @property
    def unknown(self) -> bool:
        """Whether nothing is known of this stretch."""
        return not self.concepts


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    phrase: Phrase
    quality: float
    """How good a likeness the least likely of its words is."""
    likeness: float = 0.0
    """The mean of all its words by letters, where it has several."""


class Tagger:
    """Tags utterances with one vocabulary and the athletes' names."""

    def __init__(self, vocabulary: Vocabulary, names: NameFinder) -> None:
        self.vocabulary = vocabulary
        self._names = names

    def tag(
        self, tokens: tuple[Token, ...], preferred: str | None
    ) -> tuple[tuple[Tag, ...], str | None]:
        """The tags of an utterance, covering all its tokens in order, and its main language."""
        spans = self._spans(tokens)
        main = self.main_language(tokens, _beside_names(spans), preferred)
        return _best_chain(
            tokens, self._without_homonyms(spans, tokens, main), main or preferred
        ), main

    def _without_homonyms(
        self, spans: list[_Span], tokens: tuple[Token, ...], main: str | None
    ) -> list[_Span]:
        """The spans but for surnames that are words of the language, written in Latin letters.

        "bergen", in a romanized Kazakh message, is "берген", not the Norwegian.
        """
        if main is None or self.vocabulary.lexicons[main].script == "latin":
            return spans
        words = {
            span.start
            for span in spans
            if span.phrase.language == main
            and span.quality > _ROMANIZED
            and tokens[span.start].script == "latin"
        }
        if len(words) < _ROMANIZED_WORDS:
            return spans
        return [
            span
            for span in spans
            if span.phrase.language != NAMES or span.end - span.start > 1 or span.start not in words
        ]

    def split(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """Tokens with those that are two known words run together taken apart."""
        return tuple(part for token in tokens for part in self._parts(token))

    def _parts(self, token: Token) -> tuple[Token, ...]:
        unit = _NUMBER_AND_UNIT.match(token.text)
        numbered = _WORD_AND_NUMBER.match(token.text)
        apart = unit if unit and self._means(unit[2], _UNITS) else None
        apart = numbered if numbered and self._means(numbered[1], _NUMBERED) else apart
        if apart:
            return tuple(
                replace(token, text=text, skeleton=skeleton(text), script=script_of(text))
                for text in apart.groups()
            )
        if len(token.text) < 6 or token.script == "digit" or self.vocabulary.match(token):
            return (token,)
        if self._names.knows(token):
            return (token,)
        for cut in range(len(token.text) - 3, 2, -1):
            parts = tuple(
                replace(token, text=text, skeleton=skeleton(text))
                for text in (token.text[:cut], token.text[cut:])
            )
            if all(self._whole(part) for part in parts):
                return parts
        return (token,)

    def _means(self, text: str, concepts: tuple[str, ...]) -> bool:
        """Whether a text is a word of one of these kinds of meaning."""
        token = Token(text, skeleton(text), script_of(text), 0)
        return any(
            concept.startswith(concepts)
            for match in self.vocabulary.match(token)
            for phrase in self.vocabulary.openings.get(match.pattern, ())
            for concept in phrase.concepts
            if len(phrase.words) == 1
        )

    def _whole(self, token: Token) -> bool:
        """Whether a piece is a word as written of its alphabet's own language."""
        return any(
            match.quality > 0.95 and match.pattern.text == token.text
            for match in self.vocabulary.match(token)
        )

    def _spans(self, tokens: tuple[Token, ...]) -> list[_Span]:
        readings = [self._readings(token) for token in tokens]
        known = [
            max(
                (m.quality for m in r.values()),
                default=_EVERYDAY * self.vocabulary.is_lookalike(token.text),
            )
            for token, r in zip(tokens, readings, strict=True)
        ]
        names = [
            _Span(name.start, name.end, _bearers(name), _weighed(name))
            for name in self._names.find(tokens, known)
        ]
        return names + [
            span
            for start in range(len(tokens))
            for match in readings[start].values()
            for phrase in self.vocabulary.openings.get(match.pattern, ())
            if (span := _fit(phrase, start, readings)) is not None and self._plausible(span, tokens)
        ]

    def _readings(self, token: Token) -> Mapping[object, Match]:
        exact = self.vocabulary.match(token) or self.vocabulary.match(_with_ae(token))
        found = exact or self.vocabulary.near(token)
        return {match.pattern: match for match in found}

    def _plausible(self, span: _Span, tokens: tuple[Token, ...]) -> bool:
        """Whether a word with a typo may be what it is near to.

        A short one is not taken for a topic that we know nothing of, nor for a word that adds
        nothing, if its first letter or its alphabet is another, too: it may be a name.
        """
        concept, typed = span.phrase.concepts[0], tokens[span.start].skeleton
        if span.quality > 0.88:
            return True
        if concept.startswith("topic."):
            return len(typed) >= _FAMILIAR
        slight = concept == NEUTRAL or concept.startswith(_SLIGHT)
        return not slight or span.quality >= _LIKELY or len(typed) >= _FAMILIAR

    def main_language(
        self, tokens: tuple[Token, ...], spans: Iterable[_Span], preferred: str | None
    ) -> str | None:
        """The language that explains most of the utterance; ``preferred`` settles a tie."""
        scores: dict[str, float] = {}
        spans = list(spans)
        for language, lexicon in self.vocabulary.lexicons.items():
            own = [s for s in spans if s.phrase.language == language]
            chain = _best_chain(tokens, own, language)
            score = sum(_weight(tag, tokens) * tag.quality for tag in chain if not tag.unknown)
            text = "".join(token.text for token in tokens)
            score += 2.0 * sum(letter in lexicon.letters for letter in text)
            scores[language] = score
        if not scores or max(scores.values()) <= 0:
            return None
        best = max(scores.values())
        close = [language for language, score in scores.items() if score >= best * 0.97]
        return preferred if preferred in close else max(close, key=lambda code: scores[code])


_FAMILIAR = 8
"""Letters of a word that is taken for a topic though it is misspelt."""
_SLIGHT = ("weight.", "cmp.", "follow.", "not.", "time.")
_LIKELY = 0.78
"""How good a likeness a misspelt word must be that adds nothing by itself."""


def _with_ae(token: Token) -> Token:
    """The word with the Kazakh letter for which people type a Russian one that sounds so."""
    if "э" not in token.text:
        return token
    text = token.text.replace("э", "ә")
    return replace(token, text=text, skeleton=skeleton(text))


def _weight(tag: Tag, tokens: tuple[Token, ...]) -> float:
    return sum(len(token.skeleton) + 1 for token in tokens[tag.start : tag.end])


def _fit(phrase: Phrase, start: int, readings: list[Mapping[object, Match]]) -> _Span | None:
    """The phrase laid on the tokens from ``start``, if all its words are there."""
    end = start + len(phrase.words)
    if end > len(readings):
        return None
    found: list[Match] = []
    for offset, word in enumerate(phrase.words):
        match = readings[start + offset].get(word)
        if match is None:
            return None
        found.append(match)
    letters = sum(len(match.pattern.text) for match in found)
    likeness = sum(len(match.pattern.text) * match.quality for match in found) / letters
    return _Span(start, end, phrase, min(match.quality for match in found), likeness)


def _score(span: _Span, tokens: tuple[Token, ...], main: str | None) -> float:
    size = sum(len(token.skeleton) + 1 for token in tokens[span.start : span.end])
    likeness = span.likeness if span.likeness and span.quality < _MISSPELT else span.quality
    score = size * likeness + 0.4 * (span.end - span.start - 1)
    if len(span.phrase.words) == 1:
        score += len(span.phrase.words[0].text) / 1000  # of two stems, the longer says more
    if span.phrase.language not in (main, NAMES):
        score *= FOREIGN
    if span.phrase.language == NAMES and span.end - span.start == 1:
        score *= 0.97  # a word of the language comes before the same letters as a name
    if span.phrase.concepts == (NEUTRAL,):
        score *= 0.985
    written = span.quality > _WRITTEN or span.end - span.start > 1
    if span.phrase.concepts[0].startswith("topic.") and not written:
        score *= ASIDE
    return score


def _united(spans: Iterable[_Span]) -> Iterable[_Span]:
    """Spans that are the same words as written in one language, as one with all their meanings.

    A word may be listed whole under one meaning and as a stem under another.
    """
    same: dict[tuple[int, int, str, str], list[_Span]] = {}
    for span in spans:
        concept = span.phrase.concepts[0]
        apart = span.phrase.language == NAMES or concept.startswith(_APART) or concept == NEUTRAL
        if apart:
            yield span
        else:
            # one misspelt is one word with all its meanings, as one written right
            word = "" if span.quality > _WRITTEN else " ".join(w.text for w in span.phrase.words)
            key = (span.start, span.end, span.phrase.language, word)
            same.setdefault(key, []).append(span)
    for members in same.values():
        concepts = tuple(dict.fromkeys(c for span in members for c in span.phrase.concepts))
        best = max(members, key=lambda span: span.quality)
        yield replace(best, phrase=members[0].phrase._replace(concepts=concepts))


_APART = ("topic.", "talk.")


def _best_chain(
    tokens: tuple[Token, ...], spans: Iterable[_Span], main: str | None
) -> tuple[Tag, ...]:
    """The chain of spans of the highest total score; what none covers becomes unknown tags."""
    by_start: dict[int, list[tuple[float, _Span]]] = {}
    for span in _united(spans):
        by_start.setdefault(span.start, []).append((_score(span, tokens, main), span))
    best: list[float] = [0.0] * (len(tokens) + 1)
    choice: list[_Span | None] = [None] * len(tokens)
    for start in range(len(tokens) - 1, -1, -1):
        best[start] = best[start + 1]
        for score, span in by_start.get(start, ()):
            if score + best[span.end] > best[start]:
                best[start], choice[start] = score + best[span.end], span
    return tuple(_walk(tokens, choice))


def _walk(tokens: tuple[Token, ...], choice: list[_Span | None]) -> Iterable[Tag]:
    start = 0
    while start < len(tokens):
        span = choice[start]
        if span is None:
            yield Tag(start, start + 1, tokens[start].text, (), 0.0, None, tokens[start].clause)
            start += 1
            continue
        text = " ".join(token.text for token in tokens[span.start : span.end])
        named = span.phrase.concepts if span.phrase.language == NAMES else ()
        concepts = named[:1] or span.phrase.concepts
        language, clause = span.phrase.language, tokens[start].clause
        yield Tag(start, span.end, text, concepts, span.quality, language, clause, named)
        start = span.end


def _beside_names(spans: list[_Span]) -> list[_Span]:
    """The spans of words that no name surely covers: a name is of no language."""
    taken = {
        place
        for span in spans
        if span.phrase.language == NAMES and span.quality > ASIDE
        for place in range(span.start, span.end)
    }
    return [span for span in spans if taken.isdisjoint(range(span.start, span.end))]


def _weighed(name: Name) -> float:
    """Two parts of one person's name together are surer than each alone."""
    return min(1.0, name.quality + 0.08 * (name.parts - 1))


def _bearers(name: Name) -> Phrase:
    """A name as a phrase whose concepts are all its bearers."""
    return Phrase(NAMES, (), tuple(f"athlete.{athlete}" for athlete in name.athletes))
