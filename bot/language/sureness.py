"""How much of an utterance was understood, and whether that is enough to answer."""

from __future__ import annotations

from collections.abc import Sequence

from bot.facts.query import Dim
from bot.language.chain import NEUTRAL, Tag
from bot.language.frame import Frame
from bot.language.value import covered_tokens

SURE = 0.75
"""The part of an utterance, by letters, that must be understood to answer at once."""

EMPTY = frozenset({NEUTRAL, "aux", "ask.yesno", "follow.and", "cmp.and", "pronoun.it"})
"""What says nothing by itself."""


def carries(frame: Frame) -> bool:
    """Whether what was understood makes a question by itself, whatever the other words were.

    That is so of medals and sports; what is asked of a person may be anything.
    """
    if frame.named(Dim.ATHLETE) or frame.any("pronoun."):
        return False
    asked = frame.any("ask.") or frame.any("kind.") or frame.any("sup.")
    return asked and (frame.medal_said or frame.subjects)


def empty(frame: Frame) -> bool:
    """Whether nothing was said that a question could be made of."""
    return not frame.mentions and frame.concepts <= EMPTY and frame.number is None


def unknown_words(tags: tuple[Tag, ...], frame: Frame) -> tuple[str, ...]:
    """The words of which nothing is known."""
    numbers = covered_tokens(frame.values)
    lost = [
        tag
        for tag in tags
        if tag.unknown and tag.start not in numbers and any(c.isalpha() for c in tag.text)
    ]
    telling = {tag.clause for tag in tags if _tells(tag)}
    telling |= {tag.clause for tag in tags if tag.start in numbers}
    if telling:
        # what is said aside, between commas, and tiny words change nothing
        lost = [
            t
            for t in lost
            if t.clause in telling and (len(t.text) >= _TINY or any(c.isdigit() for c in t.text))
        ]
    return tuple(tag.text for tag in lost)


_TINY = 4
_CONTENT = ("ask.", "kind.", "medal.", "sport.", "discipline.", "athlete.", "games.", "npc.",
            "claim.", "sup.", "act.", "pronoun.")  # fmt: skip


def _tells(tag: Tag) -> bool:
    """Whether a word is of the question rather than of what is said around it."""
    return any(concept.startswith(_CONTENT) for concept in tag.concepts)


def understood(tags: Sequence[Tag], values: set[int]) -> float:
    """The part of the letters that are understood; ``values`` are the tokens of read values."""
    letters = known = 0.0
    for tag in tags:
        size = len(tag.text)
        if any(c.isalpha() for c in tag.text) or not tag.unknown:
            letters += size
            quality = 1.0 if tag.start in values else tag.quality
            known += quality * size
    return known / letters if letters else 1.0


def confidence(tags: Sequence[Tag], unknown: tuple[str, ...]) -> float:
    """How sure a reading is, 0 to 1, by the letters of the words of which nothing is known."""
    weights = {w: len(w) for w in unknown}
    total = sum(len(tag.text) for tag in tags) or 1
    return 1.0 - sum(weights.values()) / total
