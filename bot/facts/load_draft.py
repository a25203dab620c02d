"""What the loader gathers while it reads: the facts so far, their origins, and the faults."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bot.facts.fault import Fault
from bot.facts.load_fields import Fields
from bot.facts.model import (
    Athlete,
    Claim,
    Classification,
    Delegation,
    Discipline,
    Event,
    Facts,
    Games,
    Result,
    Source,
    Sport,
    Standing,
)
from bot.facts.yaml_lines import Entry, read_yaml


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a fact stands: the file, and the mapping in it."""

    file: str
    entry: Entry

    def fault(self, what: str, hint: str = "", key: str | None = None) -> Fault:
        """A fault of this fact, at the line of ``key`` if it has that key."""
        return Fault(self.file, self.entry.lines.get(key or "", self.entry.line), what, hint)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The facts as read. They are fit for use only if there are no ``faults``."""

    facts: Facts
    faults: tuple[Fault, ...]
    origins: dict[tuple[str, str], Origin]
    """Kind of fact (``athlete``, ``event``, ``result`` ...) and identifier to where it stands."""
    shared_aliases: frozenset[str]
    """Casefolded names that two athletes are known to share."""
    readable: bool = True
    """Whether every file could be read. If not, ``faults`` are of those that could not, alone: what
    refers to what stands in them would seem wrong by the thousand."""


@dataclass(slots=True)
class Draft:
    """The facts while they are being read.

    Files are read in the order of the fields here, so that each can be checked against those that
    it refers to.
    """

    folder: Path
    sources: dict[str, Source] = field(default_factory=dict)
    sports: dict[str, Sport] = field(default_factory=dict)
    disciplines: dict[str, Discipline] = field(default_factory=dict)
    classifications: dict[str, Classification] = field(default_factory=dict)
    delegations: dict[str, Delegation] = field(default_factory=dict)
    athletes: dict[str, Athlete] = field(default_factory=dict)
    games: dict[str, Games] = field(default_factory=dict)
    standings: list[Standing] = field(default_factory=list)
    events: dict[str, Event] = field(default_factory=dict)
    results: list[Result] = field(default_factory=list)
    claims: dict[str, Claim] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    unreadable: list[Fault] = field(default_factory=list)
    origins: dict[tuple[str, str], Origin] = field(default_factory=dict)
    step: Callable[[int], object] = lambda _: None
    """Is called with the size of every file that is opened."""

    def open(self, path: Path) -> Fields:
        """The top-level mapping of a file, which faults call by its path in the data folder."""
        name = (self.folder.name / path.relative_to(self.folder)).as_posix()
        entry, faults = read_yaml(path, name)
        with suppress(OSError):
            self.step(path.stat().st_size)
        (self.faults if entry else self.unreadable).extend(faults)
        return Fields(entry, name, self.faults)

    def is_new(self, kind: str, identifier: str, fields: Fields) -> bool:
        """Remember where a fact stands; a fault and ``False`` if its identifier is taken."""
        earlier = self.origins.get((kind, identifier))
        if earlier is not None:
            place = f"{earlier.file}:{earlier.entry.line}"
            fields.fault(None, f"{kind} '{identifier}' is already defined", f"at {place}")
            return False
        self.origins[kind, identifier] = Origin(fields.file, fields.entry)
        return True

    def sources_of(self, fields: Fields, inherited: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The sources that a mapping names, or those of the file around it; a fault if none."""
        if fields.has("sources"):
            return fields.references("sources", "source", self.sources)
        if not inherited:
            fields.fault(None, "'sources' is missing", "every fact names where it is from")
        return inherited

    def file_sources(self, top: Fields) -> tuple[str, ...]:
        """The sources that hold for every fact of a file that names none of its own."""
        return top.references("sources", "source", self.sources)
