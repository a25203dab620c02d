"""Whom an athlete is said to have beaten, where that one is known by a country alone."""

from __future__ import annotations

from dataclasses import replace

from bot.facts.query import Dim
from bot.language.chain import Tag
from bot.language.claims.part import Part, Stretch
from bot.language.mentions import Mention

_FOUGHT = frozenset({"act.beat", "act.lose"})
_PLACED = frozenset({"rank.above", "rank.below", "cmp.more", "cmp.less"})


def rivals(part: Part, stretch: Stretch) -> Part:
    """The delegation that stands as the object of a victory or a defeat of one athlete."""
    named = [m for m in stretch.mentions if m.dim is Dim.NPC and len(m.values) == 1]
    prized = part.medal or part.colours or part.place or part.mark or part.count is not None
    if len(part.athletes) != 1 or prized or not named:
        return part
    deeds = [t for t in stretch.tags if set(t.concepts) & (_FOUGHT | _PLACED | {"act.win"})]
    found = [(m, t) for m in named for t in deeds if _object(m, t, stretch)]
    if len(found) != 1:
        return part
    mention, deed = found[0]
    if "act.win" in deed.concepts and not set(deed.concepts) & _FOUGHT:
        part = replace(part, acts=part.acts - {"act.win"} | {"act.beat"})
    npcs = tuple(n for n in part.npcs if n not in mention.values)
    return replace(part, rival=mention.values[0], npcs=npcs)


def _object(mention: Mention, deed: Tag, stretch: Stretch) -> bool:
    """Whether a delegation stands where its language puts whom the deed is done to."""
    grammar = stretch.grammar
    if grammar.marks:
        text = next((t.text for t in stretch.tags if t.start == mention.start), "")
        return deed.start >= mention.end and grammar.outdoes(text)
    # "won for Germany" is no victory over anybody
    quiet = stretch.role("filler") if grammar.ordered else stretch.role("against")
    if grammar.ordered and "act.win" in deed.concepts:
        return False
    between = set(range(deed.end, mention.start))
    return deed.end <= mention.start and between <= quiet
