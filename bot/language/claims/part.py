"""One thing said of somebody, and the statement that it is from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.facts.query import Dim, Filter
from bot.language.chain import Tag
from bot.language.frame import Frame
from bot.language.mentions import Mention
from bot.language.normalize import Token
from bot.language.referee_words import Grammar
from bot.language.value import Value

CONDITIONS = (
    Dim.SPORT, Dim.DISCIPLINE, Dim.CLASS, Dim.WEIGHT, Dim.DISTANCE, Dim.GENDER, Dim.DAY,
)  # fmt: skip


_HEEDED = frozenset(
    {"claim.best-games", "kind.rank", "sup.most", "sup.top", "pronoun.he", "pronoun.she"}
)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing said. Empty fields are not said; ``unknown`` are words with no place in it."""

    athletes: tuple[tuple[str, ...], ...] = ()
    """For each person named the bearers of the name, the likeliest first."""
    npcs: tuple[str, ...] = ()
    outdone: tuple[str, ...] = ()
    """The delegation that the subject is compared with."""
    rival: str = ""
    """The delegation of the one whom an athlete is said to have beaten or not: "a German"."""
    games: tuple[str, ...] = ()
    namesakes: tuple[str, ...] = ()
    """Other Games in the city of those named, which may be meant as well."""
    conditions: tuple[Filter, ...] = ()
    colours: tuple[str, ...] = ()
    medal: bool = False
    """Whether a medal is spoken of, of whatever colour."""
    none: bool = False
    count: int | None = None
    counted: Dim | None = None
    bound: str = "="
    """How the count is meant: ``=``, ``>``, ``<``, ``>=``, ``<=``."""
    times: int | None = None
    place: int | None = None
    top: int | None = None
    mark: Decimal | None = None
    unit: str = ""
    negated: bool = False
    acts: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    """All concepts of the part."""
    linked: bool = True
    """Whether it follows an "and" or a "but" rather than a comma."""
    exclusive: Dim | None = None
    """What alone is said to hold: "only in judo", "all our golds were in judo"."""
    first: bool = False
    """Whether it is said to have been the first."""
    finale: bool = False
    ordered: bool = True
    """Whether the order of words tells who did it and to whom, as in English."""
    table: bool = False
    """Whether the table of medals is spoken of."""
    by_place: bool = False
    """Whether the colour is said by a place: "came second"."""
    unknown: tuple[str, ...] = ()

    @property
    def tells(self) -> bool:
        """Whether something is said of the subject that can be so or not."""
        said = self.colours or self.medal or self.none or self.place or self.top or self.mark
        counted = self.count is not None or self.times is not None
        counted = counted or (self.table and "sup.top" in self.words)
        acts = self.acts & {"act.win", "act.compete", "act.beat", "act.lose", "rank.above",
                            "rank.below", "cmp.more", "cmp.less"}  # fmt: skip
        return bool(said or counted or acts)

    @property
    def empty(self) -> bool:
        """Whether nothing is said that another part could lean on or be judged with."""
        context = self.games or self.conditions or self.unknown or self.negated or self.outdone
        said = self.tells or self.subject or self.table or self.first or self.exclusive
        return not (said or context or self.acts or self.words & _HEEDED)

    @property
    def subject(self) -> bool:
        """Whether it is said of whom."""
        return bool(self.athletes or self.npcs)


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement with its tokens, its frame and its language."""

    tokens: tuple[Token, ...]
    frame: Frame
    language: str | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words of one part. ``used`` grows: the tokens that have found their place in it."""

    tags: tuple[Tag, ...]
    mentions: tuple[Mention, ...]
    values: tuple[Value, ...]
    """The plain numbers."""
    start: int
    end: int
    used: set[int]
    roles: Mapping[str, frozenset[int]]
    grammar: Grammar

    def role(self, *roles: str) -> set[int]:
        """The tokens of the stretch with one of these roles, in whatever place."""
        inside = range(self.start, self.end)
        return {n for role in roles for n in self.roles[role] if n in inside}

    def free(self, role: str) -> set[int]:
        """The tokens of a role that have no other place yet."""
        return self.role(role) - self.used

    def take(self, *tags: Tag) -> None:
        """Give the words of tags their place."""
        for tag in tags:
            self.used.update(range(tag.start, tag.end))


HOME = "home"
"""The delegation of "we", whichever that is."""
