"""Tags, and the best chain of them: all readings of all stretches of an utterance compete.

The chain with the highest total score that covers the utterance wins (dynamic programming over the
tokens). Words of the utterance's main language are preferred to the same letters in another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.language.lexicon import Phrase
from bot.language.normalize import Token
from bot.language.vocabulary import NAMES, Match

FOREIGN = 0.9
"""What a word counts for that is not of the utterance's main language."""


NEUTRAL = "neutral"


ASIDE = 0.96
"""What an inflected word counts for that names a topic outside the facts: ours come first."""


_WRITTEN = 0.985


_MISSPELT = 0.95
"""Below this a word is not as written, nor inflected."""


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
class Span:
    """Tokens ``start`` to ``end`` (exclusive) as a phrase: one of the readings that compete."""

    start: int
    end: int
    phrase: Phrase
    quality: float
    """How good a likeness the least likely of its words is."""
    likeness: float = 0.0
    """The mean of all its words by letters, where it has several."""


def fit(phrase: Phrase, start: int, readings: list[Mapping[object, Match]]) -> Span | None:
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
    return Span(start, end, phrase, min(match.quality for match in found), likeness)


def _score(span: Span, tokens: tuple[Token, ...], main: str | None) -> float:
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


def _united(spans: Iterable[Span]) -> Iterable[Span]:
    """Spans that are the same words as written in one language, as one with all their meanings.

    A word may be listed whole under one meaning and as a stem under another.
    """
    same: dict[tuple[int, int, str, str], list[Span]] = {}
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


def best_chain(
    tokens: tuple[Token, ...], spans: Iterable[Span], main: str | None
) -> tuple[Tag, ...]:
    """The chain of spans of the highest total score; what none covers becomes unknown tags."""
    by_start: dict[int, list[tuple[float, Span]]] = {}
    for span in _united(spans):
        by_start.setdefault(span.start, []).append((_score(span, tokens, main), span))
    best: list[float] = [0.0] * (len(tokens) + 1)
    choice: list[Span | None] = [None] * len(tokens)
    for start in range(len(tokens) - 1, -1, -1):
        best[start] = best[start + 1]
        for score, span in by_start.get(start, ()):
            if score + best[span.end] > best[start]:
                best[start], choice[start] = score + best[span.end], span
    return tuple(_walk(tokens, choice))


def _walk(tokens: tuple[Token, ...], choice: list[Span | None]) -> Iterable[Tag]:
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


def weight(tag: Tag, tokens: tuple[Token, ...]) -> float:
    """How much of an utterance a tag explains: its letters, and one for each word."""
    return sum(len(token.skeleton) + 1 for token in tokens[tag.start : tag.end])
