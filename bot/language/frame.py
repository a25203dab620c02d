"""What an utterance says, gathered for the rules that choose the question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.facts.query import ANY_MEDAL, NO_MEDAL, Dim, Filter
from bot.language.chain import Tag
from bot.language.mentions import Mention, as_filters
from bot.language.value import Value

_GENERAL = (Dim.MEDAL, Dim.GAMES, Dim.NPC, Dim.VENUE)
COLOURS = ("gold", "silver", "bronze")


@dataclass(frozen=True, slots=True)
class Frame:
    """The tags of an utterance with the mentions and numbers read from them."""

    tags: tuple[Tag, ...]
    mentions: tuple[Mention, ...]
    values: tuple[Value, ...]
    question_mark: bool
    concepts: frozenset[str]

    def has(self, *concepts: str) -> bool:
        """Whether any of the concepts was said."""
        return not self.concepts.isdisjoint(concepts)

    def any(self, prefix: str) -> bool:
        """Whether a concept with this prefix was said."""
        return any(concept.startswith(prefix) for concept in self.concepts)

    def of(self, prefix: str) -> tuple[str, ...]:
        """The concepts with a prefix, without it, in the order of the utterance."""
        said = (c for tag in self.tags for c in tag.concepts if c.startswith(prefix))
        return tuple(dict.fromkeys(c.removeprefix(prefix) for c in said))

    def named(self, dim: Dim) -> tuple[str, ...]:
        """The wanted values of a dimension."""
        wanted = (m for m in self.mentions if m.dim is dim and not m.negated)
        return tuple(dict.fromkeys(v for m in wanted for v in m.values))

    def excluded(self, dim: Dim) -> bool:
        """Whether values of a dimension are excluded."""
        return any(m.dim is dim and m.negated for m in self.mentions)

    def mentions_but(self, *dims: Dim) -> bool:
        """Whether anything is named but what is of these dimensions."""
        return any(m.dim not in dims for m in self.mentions)

    @property
    def colours(self) -> tuple[str, ...]:
        """The medal colours named, in order; not those excluded."""
        return tuple(v for v in self.named(Dim.MEDAL) if v in COLOURS)

    @property
    def medal_said(self) -> bool:
        """Whether medals, podiums or medallists are spoken of in any way."""
        return bool(self.named(Dim.MEDAL)) or self.excluded(Dim.MEDAL)

    @property
    def number(self) -> Decimal | None:
        """The first plain number."""
        return next((v.number for v in self.values if v.number is not None), None)

    @property
    def subjects(self) -> bool:
        """Whether anything but medals, Games and delegations is named."""
        return self.mentions_but(*_GENERAL)

    @property
    def contests_said(self) -> bool:
        """Whether a sport or what tells contests apart is named."""
        return self.mentions_but(*_GENERAL, Dim.GENDER, Dim.ATHLETE)

    @property
    def contests(self) -> bool:
        """Whether sports, contests or athletes are named; "our guys" names none."""
        return self.mentions_but(*_GENERAL, Dim.GENDER)

    def filters(self, *leave: Dim) -> tuple[Filter, ...]:
        """The conditions named, but those on the dimensions left out.

        "medal" says nothing more where a colour is named; an excluded colour leaves the others.
        """
        kept = [m for m in self.mentions if m.dim not in leave and m.dim is not Dim.VENUE]
        found = [_refined(f) for f in as_filters(kept)]
        if self.has("kind.team") and self.named(Dim.DISCIPLINE) and Dim.TEAM not in leave:
            found.append(Filter(Dim.TEAM, ("team",)))
        if any(f.dim is Dim.MEDAL and f.negated for f in found) and not self.named(Dim.MEDAL):
            found.append(Filter(Dim.MEDAL, (ANY_MEDAL,)))
        return tuple(found)


def _refined(condition: Filter) -> Filter:
    if condition.dim is not Dim.MEDAL:
        return condition
    colours = tuple(v for v in condition.values if v in COLOURS)
    if NO_MEDAL in condition.values and not colours:
        return Filter(Dim.MEDAL, (NO_MEDAL,), condition.negated)
    return Filter(Dim.MEDAL, colours or (ANY_MEDAL,), condition.negated)


def _in_games(tag: Tag, mentions: Sequence[Mention]) -> bool:
    """Whether a word says which Games: "last" of "the last winter Games"."""
    return any(m.dim is Dim.GAMES and m.start <= tag.start < tag.end < m.end for m in mentions)


def make_frame(
    tags: Sequence[Tag], mentions: Sequence[Mention], values: Sequence[Value], text: str
) -> Frame:
    """Gather what was found in an utterance."""
    concepts = frozenset(
        concept
        for tag in tags
        for concept in tag.concepts
        if not (concept.startswith("ord.") and _in_games(tag, mentions))
    )
    return Frame(tuple(tags), tuple(mentions), tuple(values), "?" in text, concepts)
