"""What a picture says, before anything is drawn. All texts are plain: no HTML."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.facts.model import Medal


@dataclass(frozen=True, slots=True)
class Count:
    """Medals by colour."""

    gold: int
    silver: int
    bronze: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.gold + self.silver + self.bronze

    def of(self, medal: Medal) -> int:
        """Those of one colour."""
        return int(getattr(self, medal))


@dataclass(frozen=True, slots=True)
class Item:
    """One result: the medal or the place before it, who, and what in words (the medal too)."""

    medal: Medal | None
    place: int | None
    who: str
    what: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Medals in big figures."""

    count: Count


@dataclass(frozen=True, slots=True)
class Items:
    """Results, one below the other. ``more``: how many there are that are not shown."""

    items: tuple[Item, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """Medals under a name: of a sport, a delegation, a Games.

    ``total`` says in words how many, ``words`` how many of each colour.
    """

    name: str
    count: Count
    total: str
    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """Medals in columns by colour. ``more``: how many lines are not shown."""

    lines: tuple[Line, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Bars:
    """Medals as stacked bars. ``colour``: the only one that counts, where it is one."""

    lines: tuple[Line, ...]
    colour: Medal | None = None
    more: int = 0
    dense: bool = False
    """Many bars, name and figures on one line; else few, with more room for each."""


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence."""

    text: str


MANY = 20
"""More bars than this stand close to each other."""

Section = Tally | Items | Table | Bars | Note


@dataclass(frozen=True, slots=True)
class Content:
    """A picture's heading, its sections from top to bottom, and where the facts come from."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    source: str


def size(content: Content) -> int:
    """How many results, lines and bars are shown."""
    return sum(len(_members(section)) for section in content.sections)


def worth_drawing(content: Content) -> bool:
    """Whether there is more to see than one line, which is read sooner than it is looked at."""
    return size(content) + sum(isinstance(one, Note) for one in content.sections) > 1


def shorter(content: Content) -> Content:
    """The content without the last entry of its longest section, which is counted instead.

    Of bars that follow in time it is the first: the oldest.
    """
    longest = max(content.sections, key=lambda section: len(_members(section)))
    return replace(
        content,
        sections=tuple(_cut(one) if one is longest else one for one in content.sections),
    )


def _cut(section: Section) -> Section:
    if isinstance(section, Items):
        return replace(section, items=section.items[:-1], more=section.more + 1)
    if isinstance(section, Bars) and section.dense:
        return replace(section, lines=section.lines[1:], more=section.more + 1)
    if isinstance(section, Table | Bars):
        return replace(section, lines=section.lines[:-1], more=section.more + 1)
    return section


def _members(section: Section) -> tuple[object, ...]:
    if isinstance(section, Items):
        return section.items
    return section.lines if isinstance(section, Table | Bars) else ()
