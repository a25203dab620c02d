"""From a statement to its parts.

The tags and mentions are those of questions. What is made of them is stricter: a word that has no
place in a part is kept as not understood, and a claim with such a word is never judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from bot.facts.query import Dim
from bot.language.claims.accounting import accounted, firm, stray
from bot.language.claims.joining import joined, modified
from bot.language.claims.naming import named, tabled
from bot.language.claims.numbering import numbers
from bot.language.claims.part import Heard, Part, Stretch
from bot.language.claims.rivals import rivals
from bot.language.claims.senses import alone, doubtful, gendered, negated, ours, sides
from bot.language.frame import Frame
from bot.language.referee_words import Grammar, RefereeWords


class _Words(NamedTuple):
    """What the referee's words are in a statement, and how its language is built."""

    roles: Mapping[str, frozenset[int]]
    grammar: Grammar


def parts(heard: Heard, words: RefereeWords, known: tuple[str, ...] = ()) -> tuple[Part, ...]:
    """The parts of a statement in order, each with what earlier ones leave said.

    ``known`` is the athlete whom "he" or "she" means where the statement names none before.
    """
    roles = {role: words.found(role, heard.tokens, heard.language) for role in words.forms}
    roles["beware"] -= words.found("filler", heard.tokens, heard.language, _PHRASE)  # "as always"
    found = _Words(roles, words.grammar(heard.language))
    made = [_part(_stretch(heard, found, span)) for span in _cuts(heard, roles)]
    return tuple(joined(modified([part for part in made if not part.empty]), known))


_PHRASE = 2


def _taken(frame: Frame) -> set[int]:
    """Tokens inside names, numbers and tags of several words, where nothing is cut."""
    spans = [(m.start, m.end) for m in frame.mentions]
    spans += [(v.start, v.end) for v in frame.values]
    spans += [(t.start, t.end) for t in frame.tags if not t.unknown]
    return {n for start, end in spans for n in range(start + 1, end)}


def _cuts(heard: Heard, roles: Mapping[str, frozenset[int]]) -> list[tuple[int, int]]:
    """Stretches between "and", "but" and commas; "more, than ..." is one."""
    taken = _taken(heard.frame)
    edges = [0]
    denials = roles["negation"] | roles["emphatic"]
    than = {t.start for t in heard.frame.tags if "cmp.than" in t.concepts}
    for n, token in enumerate(heard.tokens):
        if n in taken:
            continue
        breaks = n > 0 and token.clause != heard.tokens[n - 1].clause and n not in than
        if n - 1 in denials and n in roles["but"]:
            continue  # "nobody but him"
        if breaks or n in roles["join"] or n in roles["but"]:
            edges.append(n)
    edges.append(len(heard.tokens))
    return [(a, b) for a, b in pairwise(edges) if a < b]


def _stretch(heard: Heard, words: _Words, span: tuple[int, int]) -> Stretch:
    start, end = span
    frame = heard.frame
    mentions = tuple(m for m in frame.mentions if start <= m.start < end)
    valued = [v for v in frame.values if start <= v.start < end]
    used = {n for m in mentions for n in range(m.start, m.end)}
    used |= {n for v in valued if v.dim for n in range(v.start, v.end)}
    return Stretch(
        tuple(t for t in frame.tags if start <= t.start < end),
        mentions,
        tuple(v for v in valued if v.dim is None),
        start,
        end,
        used,
        words.roles,
        words.grammar,
    )


def _part(stretch: Stretch) -> Part:
    concepts = frozenset(c for tag in stretch.tags for c in tag.concepts)
    part = Part(
        words=concepts,
        acts=_deeds(stretch) & _ACTS,
        ordered=stretch.grammar.ordered,
        finale=bool(stretch.role("final")),
    )
    for step in _STEPS:
        part = step(part, stretch)
    linked = stretch.start in stretch.role("join", "but")
    part = replace(part, linked=linked)
    return replace(part, unknown=tuple(dict.fromkeys((*part.unknown, *_lost(part, stretch)))))


def _deeds(stretch: Stretch) -> frozenset[str]:
    """What is told in the words, but for a deed that is no more than "was": "болған"."""
    medal = any(m.dim is Dim.MEDAL for m in stretch.mentions)
    quiet = stretch.role("filler") if medal else set[int]()
    told = [t for t in stretch.tags if not set(range(t.start, t.end)) <= quiet]
    return frozenset(c for tag in told for c in tag.concepts)


def _lost(part: Part, stretch: Stretch) -> Iterator[str]:
    """The words that have no place in the part."""
    yield from (t.text for t in stretch.tags if not accounted(t, part, stretch))
    yield from (m.dim.value for m in stretch.mentions if not firm(m))
    if {n - 1 for n in stretch.role("but")} & stretch.role("negation", "emphatic"):
        yield "but"
    if not part.first:
        yield from (t.text for t in stretch.tags if stray(t))
    elif stretch.role("own"):
        yield "own"  # one's own first


_STEPS: tuple[Callable[[Part, Stretch], Part], ...] = (
    named, gendered, tabled, negated, numbers, rivals, sides, alone, ours, doubtful,
)  # fmt: skip
_ACTS = frozenset({
    "act.win", "act.compete", "act.finish", "act.beat", "act.lose", "rank.above", "rank.below",
    "cmp.more", "cmp.less", "kind.winner",
})  # fmt: skip
