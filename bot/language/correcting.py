"""A message that is not understood for one slip: which word was meant.

While tagging, a word is only taken for another where that is safe by itself. Here the whole message
vouches: it was not understood, with one word corrected it is. So short words, everyday words ("god"
for "gold"), numbers and countries may be corrected too. The method is that of the noisy channel:
near words are proposed, and the reading of the whole decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from bot.facts.query import Dim
from bot.language.chain import NEUTRAL, Tag
from bot.language.keyboard import beside
from bot.language.lexicon import Pattern
from bot.language.normalize import clean, script_of, skeleton
from bot.language.reading import Kind, Reading
from bot.language.spellings import Near
from bot.language.vocabulary import Vocabulary

_SHORTEST = 4
"""Letters that the meant word must have: of shorter ones everything is near."""
_STEM = 5
_ENDING = 3
"""A stem and its ending are a word of so many letters at least and at most."""
_ENDING_SLIP = 0.87
"""The likeness of a word whose stem is right and whose ending is not."""
_MOST = 10
"""So many corrections of a message are tried at most; each takes as long as a message."""
_GUESSED = 0.8
_WEAK = 0.9

Read = Callable[[str], Reading]


@dataclass(frozen=True, slots=True)
class _Proposal:
    typed: str
    meant: str
    likeness: float


class Corrector:
    """Corrects by the words of the vocabulary and ``names``, words that people are called by."""

    def __init__(self, vocabulary: Vocabulary, names: Iterable[str]) -> None:
        self._vocabulary = vocabulary
        self._names = tuple(names)
        self._near = lru_cache(maxsize=4096)(self._proposals)

    def corrected(self, reading: Reading, text: str, read: Read) -> Reading:
        """The reading with one word corrected, where only that makes it whole; else as it is."""
        suspects = tuple(_suspects(reading))
        if not suspects:
            return reading
        written = clean(text)
        proposals = sorted(
            (p for tag in suspects for p in self._near(tag.text)), key=lambda p: -p.likeness
        )
        best: tuple[float, Reading] | None = None
        for proposal in proposals[:_MOST]:
            if best and proposal.likeness < best[0]:
                break
            other = read(_replaced(written, proposal))
            if not _whole(other, reading) or not self._fits(proposal, reading, other):
                continue
            if best and best[1].query != other.query:
                return reading  # two words as near, two meanings: neither
            best = best or (
                proposal.likeness,
                replace(other, corrected=(proposal.typed, proposal.meant)),
            )
        return best[1] if best else reading

    def _fits(self, proposal: _Proposal, before: Reading, other: Reading) -> bool:
        """Whether a word may be given up for the other.

        An everyday word and one of a topic outside the facts are so meant, unless they are a letter
        off a medal.
        """
        own = self._vocabulary.is_lookalike(proposal.typed) or any(
            concept.startswith("topic.") and tag.quality > _WEAK
            for tag in before.frame.tags
            if tag.text == proposal.typed
            for concept in tag.concepts
        )
        meanings = {
            c for tag in other.frame.tags if proposal.meant in tag.text for c in tag.concepts
        }
        if own:
            one_slip = abs(len(proposal.meant) - len(proposal.typed)) <= 1
            said = before.frame.medal_said
            return (
                one_slip and not said and any(concept.startswith("medal.") for concept in meanings)
            )
        # of a person anything may be asked, so that no word of it is made one of no meaning
        personal = before.kind is not Kind.QUERY and bool(other.frame.named(Dim.ATHLETE))
        about = other.frame.mentions_but(Dim.GAMES)
        return (about and not personal) or proposal.likeness == 1.0 or not meanings <= {NEUTRAL}

    def _proposals(self, typed: str) -> tuple[_Proposal, ...]:
        """The words one slip away."""
        script = script_of(typed)
        if script not in ("latin", "cyrillic") or len(typed) < _SHORTEST - 1:
            return ()
        found = {word: _likeness(typed, word) for word, _ in self._words.near(typed, 1)}
        for cut in range(max(_SHORTEST, len(typed) - _ENDING), len(typed)):
            rest = typed[cut:]
            if cut + 1 < len(typed) and cut < _STEM:
                continue
            if typed[:cut] in self._stems and cut >= _STEM:
                found.setdefault(typed[:cut], _ENDING_SLIP)
            if not self._vocabulary.ends_a_name(skeleton(rest)):
                continue
            for stem, _ in self._stems.near(typed[:cut], 1):
                found.setdefault(stem + rest, _likeness(typed, stem + rest) - 0.02)
        ranked = sorted(found, key=lambda word: -found[word])
        return tuple(_Proposal(typed, w, found[w]) for w in ranked if w != typed)

    @cached_property
    def _words(self) -> Near:
        return Near((*(word.text for word in self._patterns()), *self._names))

    @cached_property
    def _stems(self) -> Near:
        return Near((*(word.text for word in self._patterns() if word.stem), *self._names))

    def _patterns(self) -> Iterator[Pattern]:
        phrases = (p for found in self._vocabulary.openings.values() for p in found)
        return (word for phrase in phrases for word in phrase.words)


def _likeness(typed: str, meant: str) -> float:
    """How likely the slip is: letters in another order, then the first letter right."""
    if sorted(typed) == sorted(meant):
        return 1.0
    if beside(typed, meant) and len(typed) == len(meant):
        return 0.95
    return 0.9 if typed[:1] == meant[:1] else 0.85


def _suspects(reading: Reading) -> Iterator[Tag]:
    """The words that may be slips: what stands in the way of an answer, or was passed over."""

    def named_beside(tag: Tag) -> bool:
        return any(other.names and other.start != tag.start for other in reading.frame.tags)

    for tag in reading.frame.tags:
        if tag.end - tag.start > 1 or not tag.text.isalpha():
            continue
        topic = any(concept.startswith("topic.") for concept in tag.concepts)
        guessed = bool(tag.names) and tag.quality < _GUESSED
        if reading.kind is Kind.QUERY:
            suspect = tag.quality < _GUESSED and not _aside(tag, reading)
        elif reading.kind is Kind.TOPIC:
            suspect = topic or tag.unknown
        elif reading.kind is Kind.CHOICE:
            suspect = guessed or (bool(tag.names) and named_beside(tag))
        elif reading.kind is Kind.LOST:
            suspect = tag.unknown or (not reading.unknown and tag.quality < _WEAK)
        else:
            suspect = False
        if suspect:
            yield tag


def _aside(tag: Tag, reading: Reading) -> bool:
    """Whether a word stands apart from all that was asked."""
    return all(other.unknown or other.clause != tag.clause for other in reading.frame.tags)


def _whole(other: Reading, before: Reading) -> bool:
    """Whether a reading is a question understood to the last word."""
    if other.kind is not Kind.QUERY or other.unknown or other.query is None:
        return False
    if before.kind is Kind.QUERY:
        return True
    asked = before.frame.any("ask.") or other.leaned
    return asked or other.frame.mentions_but(Dim.GAMES)


def _replaced(text: str, proposal: _Proposal) -> str:
    return re.sub(rf"(?<!\w){re.escape(proposal.typed)}(?!\w)", proposal.meant, text, count=1)
