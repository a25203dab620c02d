"""A drawing as a value: boxes, discs and words at their places, in pixels from the top left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Box:
    """A filled box, with round corners where there is a ``radius``."""

    x: int
    y: int
    width: int
    height: int
    fill: str
    radius: int = 0


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled disc around a point."""

    x: int
    y: int
    radius: int
    fill: str


@dataclass(frozen=True, slots=True)
class Type:
    """How letters look: their size in pixels, their colour, and the colour behind them."""

    size: int
    fill: str
    on: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text on a baseline. ``x`` is its start, middle or end; it has ``room`` pixels."""

    x: int
    y: int
    text: str
    type: Type
    room: float
    anchor: Anchor = "start"


Mark = Box | Disc | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything on a ground of one colour, in the order in which it is drawn."""

    width: int
    height: int
    ground: str
    marks: tuple[Mark, ...]
