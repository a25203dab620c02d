"""The facts as immutable values.

Identifiers are short, lower-case and stable (``paris-2024``, ``judo``): the YAML files refer to
each other by them, and buttons carry them. Every fact names its sources.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

Names = Mapping[str, str]
"""Language code (``en``, ``ru``, ``kk`` ...) to the name in that language."""


class Medal(StrEnum):
    """The colour of a medal, in order of worth."""

    GOLD = "gold"
    SILVER = "silver"
    BRONZE = "bronze"


class Gender(StrEnum):
    """The gender of an event or of an athlete; athletes are never ``MIXED``."""

    MEN = "men"
    WOMEN = "women"
    MIXED = "mixed"


class Season(StrEnum):
    """Which of the two cycles the Games belong to."""

    SUMMER = "summer"
    WINTER = "winter"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from. ``as_of`` is the day the source's statement was made or read."""

    id: str
    title: str
    publisher: str
    as_of: date
    url: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Venue:
    """A place of competition. ``landmark``: a sight that is famous for more than sport."""

    id: str
    names: Names
    sports: tuple[str, ...]
    landmark: Names | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Games:
    """One edition of the Paralympic Games. Dates include the ceremonies."""

    id: str
    season: Season
    year: int
    city: Names
    names: Names
    sources: tuple[str, ...]
    edition: int | None = None
    country: str | None = None
    opened: date | None = None
    closed: date | None = None
    venues: tuple[Venue, ...] = ()
    entries_known: tuple[str, ...] = ()
    """NPC codes of the delegations of which every entry is in the store; ``*`` for all."""
    medals_known: tuple[str, ...] = ()
    """NPC codes of the delegations of which every medal is in the store; ``*`` for all."""
    note: Names | None = None
    """What whoever reads these results should know of them."""


@dataclass(frozen=True, slots=True)
class Discipline:
    """A kind of contest within a sport: the shot put, the breaststroke, the kayak."""

    id: str
    sport: str
    names: Names


@dataclass(frozen=True, slots=True)
class Sport:
    """A sport. ``inside`` is "in that sport", inflected (``в плавании``, ``жүзуден``)."""

    id: str
    names: Names
    inside: Names
    sources: tuple[str, ...]
    short: Names = field(default_factory=dict)
    bronzes: int = 1
    """How many bronzes one event gives: two where both losing semi-finalists get one."""
    duels: bool = False
    """Whether sides meet one another: there a better place does not say who beat whom."""


@dataclass(frozen=True, slots=True)
class Weight:
    """A weight class in kilograms: up to ``limit``, or ``over`` it; 67.5 kg is a Decimal."""

    limit: int | Decimal
    over: bool = False

    def __str__(self) -> str:
        return f"{'+' if self.over else '-'}{self.limit}"


@dataclass(frozen=True, slots=True)
class Event:
    """One contest for one set of medals. ``name`` is the official English name."""

    id: str
    games: str
    sport: str
    name: str
    gender: Gender
    sources: tuple[str, ...]
    discipline: str | None = None
    distance: int | None = None
    """Metres; in a relay those of one of its ``legs``."""
    legs: int | None = None
    classes: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    """What else the event is called by and people type, and is no class: ``MS8``, ``R1``."""
    weight: Weight | None = None
    team: bool = False
    date: date | None = None
    """The day of the final."""
    bronzes: int | None = None
    """How many bronzes it gives, where that is not the number of the sport."""
    tie: bool = False
    """Medals were shared."""
    irregular: str | None = None
    """Why the medals are not one gold, one silver and the usual bronzes, in English."""


@dataclass(frozen=True, slots=True)
class Athlete:
    """A competitor. ``official`` is the name as the timing systems print it."""

    id: str
    npc: str
    official: str
    names: Names
    sources: tuple[str, ...]
    gender: Gender | None = None
    born: date | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Delegation:
    """The team of a National Paralympic Committee, or a neutral or refugee one."""

    npc: str
    iso: str | None
    """The ISO 3166 code by which CLDR names the country; ``names`` is given where CLDR has none."""
    names: Names
    sources: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    """NPC codes of the delegations that this one came from: of Czechia, Czechoslovakia's."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What was measured. ``text`` is the mark as it is written in results (``1:04.83``)."""

    value: Decimal
    unit: str
    """``kg``, ``m``, ``points``, or ``s`` for seconds."""
    text: str


@dataclass(frozen=True, slots=True)
class Bout:
    """One match of a competitor. ``opponent`` is an athlete or, for teams, an NPC code."""

    stage: str
    """``final``, ``semifinal``, ``bronze``, ``fifth-place``, ``repechage`` or ``pool``."""
    opponent: str
    won: bool
    score: str | None = None
    date: date | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What one entry achieved in one event. A team has several athletes."""

    id: str
    event: str
    npc: str
    athletes: tuple[str, ...]
    sources: tuple[str, ...]
    place: int | None = None
    medal: Medal | None = None
    status: str | None = None
    """Where the place was decided, or why there is none: ``heats``, ``qualification``,
    ``disqualified``, ``eliminated``; ``entered`` where nothing but the entry is known."""
    mark: Mark | None = None
    date: date | None = None
    """Its day, where that is not the event's."""
    bouts: tuple[Bout, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """A delegation's line in a medal table, and the size of its team where known."""

    games: str
    npc: str
    sources: tuple[str, ...]
    gold: int
    silver: int
    bronze: int
    rank: int | None = None
    athletes: int | None = None
    men: int | None = None
    women: int | None = None
    note: Names | None = None

    @property
    def total(self) -> int:
        """All medals."""
        return self.gold + self.silver + self.bronze


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source says where sources differ."""

    value: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact that is no place in an event: a record, a first, a number, a role.

    Questions ask by ``kind`` (``record``, ``flag-bearer`` ...), answers say ``text``; where sources
    differ, ``statements`` has each. Of several of a kind, the one with ``lead`` answers.
    """

    id: str
    kind: str
    text: Names
    sources: tuple[str, ...]
    games: str | None = None
    npc: str | None = None
    athletes: tuple[str, ...] = ()
    sport: str | None = None
    event: str | None = None
    value: Decimal | None = None
    lead: bool = False
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Classification:
    """A Para class: a group of athletes whose impairments affect their sport alike."""

    code: str
    sport: str
    text: Names
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that is known, as loaded."""

    home: str
    """The NPC code of the home delegation."""
    current: str
    """The Games that a question means unless it names others."""
    sources: Mapping[str, Source]
    games: Mapping[str, Games]
    sports: Mapping[str, Sport]
    disciplines: Mapping[str, Discipline]
    delegations: Mapping[str, Delegation]
    classifications: Mapping[str, Classification]
    athletes: Mapping[str, Athlete]
    events: Mapping[str, Event]
    results: tuple[Result, ...]
    standings: tuple[Standing, ...]
    claims: Mapping[str, Claim]
