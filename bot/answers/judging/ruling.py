"""The truth of a part of a claim, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from bot.answers.evidence import Evidence


class Truth(StrEnum):
    """What the facts say to a claim."""

    TRUE = "true"
    FALSE = "false"
    PARTLY = "partly"
    OPEN = "open"
    """The facts do not say."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """The truth of a part, and the facts that it rests on."""

    truth: Truth
    evidence: Evidence = field(default_factory=Evidence)


OPEN = Ruling(Truth.OPEN)

_NOT = {Truth.TRUE: Truth.FALSE, Truth.FALSE: Truth.TRUE}

SHOWN = 2


def turned(ruling: Ruling) -> Ruling:
    """The ruling on what denies it."""
    return replace(ruling, truth=_NOT.get(ruling.truth, ruling.truth))


def bounded(number: Decimal | int, bound: str, stated: Decimal | int) -> bool:
    """Whether a number is as stated: exactly so, or more or fewer."""
    return {
        "=": number == stated,
        ">": number > stated,
        "<": number < stated,
        ">=": number >= stated,
        "<=": number <= stated,
    }[bound]


def ruled(so: bool | None, evidence: Evidence) -> Ruling:
    """A ruling by whether it is so; None where that is open."""
    truth = {True: Truth.TRUE, False: Truth.FALSE, None: Truth.OPEN}[so]
    return Ruling(truth, evidence)
