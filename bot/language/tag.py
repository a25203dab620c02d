"""From tokens to tags: each stretch of an utterance with what it means, or as not understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.language.chain import ASIDE, NEUTRAL, Span, Tag, best_chain, fit, weight
from bot.language.lexicon import Phrase
from bot.language.names import Name, NameFinder
from bot.language.normalize import Token, script_of, skeleton
from bot.language.vocabulary import NAMES, Match, Vocabulary

_ROMANIZED = 0.9
"""How sure a romanized word is of its language at least."""


_ROMANIZED_WORDS = 3
"""So many of them tell that a message is romanized."""


_EVERYDAY = 0.86
"""How surely a word that is none of ours is no stranger's name either."""


_NUMBER_AND_UNIT = re.compile(r"([+\-−–<>≤≥]?\d+(?:[.,]\d+)?)-?([^\W\d_]+)$")


_WORD_AND_NUMBER = re.compile(r"([^\W\d_]+)-?(\d+)$")


_UNITS = ("unit.", "kind.place")
"""What stands after its number, often run together with it: "70kg", "39-орын"."""


_NUMBERED = ("sup.top",)
"""What stands before its number: "top7"."""


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
        return best_chain(
            tokens, self._without_homonyms(spans, tokens, main), main or preferred
        ), main

    def _without_homonyms(
        self, spans: list[Span], tokens: tuple[Token, ...], main: str | None
    ) -> list[Span]:
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

    def _spans(self, tokens: tuple[Token, ...]) -> list[Span]:
        readings = [self._readings(token) for token in tokens]
        known = [
            max(
                (m.quality for m in r.values()),
                default=_EVERYDAY * self.vocabulary.is_lookalike(token.text),
            )
            for token, r in zip(tokens, readings, strict=True)
        ]
        names = [
            Span(name.start, name.end, _bearers(name), _weighed(name))
            for name in self._names.find(tokens, known)
        ]
        return names + [
            span
            for start in range(len(tokens))
            for match in readings[start].values()
            for phrase in self.vocabulary.openings.get(match.pattern, ())
            if (span := fit(phrase, start, readings)) is not None and self._plausible(span, tokens)
        ]

    def _readings(self, token: Token) -> Mapping[object, Match]:
        exact = self.vocabulary.match(token) or self.vocabulary.match(_with_ae(token))
        found = exact or self.vocabulary.near(token)
        return {match.pattern: match for match in found}

    def _plausible(self, span: Span, tokens: tuple[Token, ...]) -> bool:
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
        self, tokens: tuple[Token, ...], spans: Iterable[Span], preferred: str | None
    ) -> str | None:
        """The language that explains most of the utterance; ``preferred`` settles a tie."""
        scores: dict[str, float] = {}
        spans = list(spans)
        for language, lexicon in self.vocabulary.lexicons.items():
            own = [s for s in spans if s.phrase.language == language]
            chain = best_chain(tokens, own, language)
            score = sum(weight(tag, tokens) * tag.quality for tag in chain if not tag.unknown)
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


def _beside_names(spans: list[Span]) -> list[Span]:
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
