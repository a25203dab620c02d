"""Whether every word of a part has its place in it: one that has none is kept as unknown."""

from __future__ import annotations

from bot.facts.query import Dim
from bot.language.chain import Tag
from bot.language.claims.part import Part, Stretch
from bot.language.mentions import Mention

_ALLOWED = (
    "athlete.", "npc.", "sport.", "discipline.", "gender.", "games.", "medal.", "act.win",
    "act.bring", "act.compete", "act.send", "act.finish", "act.beat", "kind.athlete", "kind.games",
    "kind.team", "kind.rank", "kind.place", "kind.mark", "kind.sport", "kind.winner",
    "kind.country", "kind.weight", "kind.category", "kind.class", "kind.event", "not.self",
    "numeral.", "ordinal", "unit.", "month.", "season.", "kind.closing", "kind.result",
    "weight.", "ord.last", "act.lose", "rank.above", "rank.below", "cmp.more", "cmp.less",
    "cmp.than", "sup.top", "sup.most", "pronoun.", "kind.size", "neutral", "ask.yesno",
)  # fmt: skip
"""What words of a claim may mean beside one another in one tag."""

_QUIET = (
    "act.win", "act.bring", "act.compete", "act.send", "act.finish", "kind.athlete", "kind.games",
    "kind.team", "kind.rank", "kind.place", "kind.mark", "kind.winner", "kind.country",
    "kind.weight", "kind.category", "kind.class", "kind.sport", "pronoun.he", "pronoun.she",
    "ask.yesno",
)  # fmt: skip
"""Meanings that a part heeds, so that their words are accounted for."""

_SURE = 0.75

_SURE_NAME = 0.8


def firm(mention: Mention) -> bool:
    """Whether a name was read surely enough, of a kind that a claim may hold."""
    if mention.dim is Dim.VENUE:
        return False
    return mention.quality >= (_SURE_NAME if mention.dim is Dim.ATHLETE else _SURE)


def stray(tag: Tag) -> bool:
    """Whether a tag means something beside its name that changes it: "all medals"."""
    named = any(c.startswith(_PREFIXES) for c in tag.concepts)
    return named and any(not c.startswith(_ALLOWED) for c in tag.concepts)


_PREFIXES = ("athlete.", "npc.", "sport.", "discipline.", "gender.", "games.", "medal.")


_AROUND = ("filler", "negation", "emphatic", "never", "join", "but", "only", "colour", "both")
"""Roles of words that need no other place."""


def accounted(tag: Tag, part: Part, stretch: Stretch) -> bool:
    """Whether every word of a tag has its place in the part."""
    tokens = set(range(tag.start, tag.end))
    if tokens <= stretch.used:
        return True
    special = _special(tag, part)
    if special is not None:
        return special
    if len(tokens) > 1 and tokens <= stretch.role("emphatic"):
        return True  # "at all", whatever "all" is
    if tokens & stretch.role("beware"):
        return False
    if tokens <= stretch.used | stretch.role(*_AROUND):
        return True
    if tokens <= stretch.role("final"):
        return bool(part.acts & {"act.beat", "act.lose"})
    sure = tag.quality >= _SURE and all(c.startswith(_ALLOWED) for c in tag.concepts)
    return sure and any(c in _QUIET for c in tag.concepts)


def _special(tag: Tag, part: Part) -> bool | None:
    """Whether a word that compares has its place; None for all others."""
    concepts = set(tag.concepts)
    if concepts == {"claim.best-games"}:
        return tag.quality >= _SURE and not part.tells
    if concepts & {"sup.most", "sup.top"}:
        return bool(part.top or part.npcs or part.conditions)
    if part.outdone and (part.acts | {"cmp.than"}) & concepts:
        return tag.quality >= _SURE
    if part.rival and concepts & {"act.beat", "act.lose", "cmp.more", "cmp.less", "rank.above",
                                  "rank.below"}:  # fmt: skip
        return tag.quality >= _SURE
    if concepts & {"act.beat", "act.lose"}:
        return len(part.athletes) > 1 or bool(part.outdone) or part.finale
    return None
