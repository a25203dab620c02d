"""Events out of what tables call them: sport, gender, discipline, distance, classes and weight.

The words are in ``data/import/words.yaml``; only the shape of names is known here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from bot.importing.classes import class_codes
from bot.importing.names import slug


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What the name of an event says. ``local`` is an identifier within its Games."""

    local: str
    sport: str
    name: str
    gender: str
    discipline: str | None = None
    distance: int | None = None
    legs: int | None = None
    classes: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    weight: str | None = None
    team: bool = False


@dataclass(frozen=True, slots=True)
class Contest:
    """A pattern that tells a discipline."""

    id: str
    pattern: re.Pattern[str]
    word: str
    team: bool
    relay: bool
    """Only where the name says 4x100 or the like."""


@dataclass(frozen=True, slots=True)
class Words:
    """How tables call sports and disciplines."""

    sports: Mapping[str, str]
    elsewhere: tuple[tuple[str, re.Pattern[str], str], ...]
    teams: frozenset[str]
    disciplines: Mapping[str, tuple[Contest, ...]]
    races: Mapping[str, str]
    relays: Mapping[str, str]
    classes: tuple[tuple[str, re.Pattern[str]], ...] = ()
    """Codes of classes that are words, and how tables write them."""
    explained: Mapping[str, Collection[str]] = field(default_factory=dict)
    """Sport to the codes of its classes: elsewhere such a word is no class."""

    def sport(self, word: str, event: str) -> str | None:
        """The sport that a table's words mean."""
        key = re.sub(r"^para[- ]", "", word.strip().casefold())
        found = self.sports.get(key)
        for sport, pattern, to in self.elsewhere:
            if found == sport and pattern.search(event):
                return to
        return found


_GENDERS: Final = {"men": "men", "male": "men", "women": "women", "female": "women"}
_GENDER: Final = re.compile(r"\b(Men|Women|Mixed|Open)(?:'s)?(?=$|[ ])", re.IGNORECASE)
_LEADING_CODE: Final = re.compile(r"^([PR]\d) - ")
_TRAILING_CODE: Final = re.compile(r" - (PR\d\w+\+?)$")
_BOAT: Final = re.compile(r"\b(?:LTAMix4\+?|TAMix2x|ASM1x|ASW1x|AM1x|AW1x)\b")
_POINTS: Final = re.compile(r"\b(\d+) ?(?:points|pts)\b", re.IGNORECASE)
_TABLE_TENNIS: Final = re.compile(r"\b(MS|WS|XD|MD|WD)(\d+)(?:-(\d+))?\b")
_WEIGHT: Final = re.compile(
    r"(?:(up to|over|[-+])\s*)(\d+(?:\.\d)?)\s*kg(?: - coed)?", re.IGNORECASE
)
_LEGS: Final = re.compile(r"\b(\d)x([\d.]+)\s?(k?m)?\b", re.IGNORECASE)
_UNEVEN: Final = re.compile(r"\b\dx[\d.]+ ?/ ?\dx[\d.]+ ?km\b", re.IGNORECASE)
_DISTANCE: Final = re.compile(r"\b(\d+(?:[.,]\d+)?)\s?(km|m|k)\b(?! positions)", re.IGNORECASE)


def read_event(words: Words, sport: str, name: str, gender: str = "") -> EventFacts:
    """The event that is called ``name``; ``gender`` is used where the name does not say."""
    name = _clean(name)
    rest, codes = _codes(name)
    said = _GENDER.search(rest)
    who = _GENDERS.get((said[1] if said else gender or "mixed").casefold(), "mixed")
    rest = rest.replace(said[0], " ", 1) if said else rest
    rest, weight = _weight(rest)
    legs, distance = _length(rest)
    contest = _contest(words, sport, rest, legs is not None)
    bare = _UNEVEN.sub(" ", contest.pattern.sub(" ", rest, count=1) if contest else rest)
    bare = " ".join(_DISTANCE.sub(" ", _LEGS.sub(" ", bare)).replace(" - ", " ").split())
    discipline = contest.id if contest else _race(words, sport, legs, distance or legs)
    if discipline == "individual-medley" and legs is not None and distance is not None:
        distance *= legs
        legs = None
    team = sport in words.teams or (contest.team if contest else legs is not None)
    spelt, shaped = _spelt_classes(words, sport, name, bare)
    classes, codes = _classes(shaped, codes)
    word = contest.word if contest else ""
    return EventFacts(
        local=_local(
            [sport, who[0] if who != "mixed" else "x", weight, legs, distance, word], bare, codes
        ),
        sport=sport,
        name=name,
        gender=who,
        discipline=discipline,
        distance=distance,
        legs=legs,
        classes=tuple(dict.fromkeys((*spelt, *classes))),
        codes=codes,
        weight=weight,
        team=team,
    )


def _clean(name: str) -> str:
    name = html.unescape(name).replace("’", "'").strip()
    return re.sub(r"(?<=\d)n(?= Freestyle)", "m", name)


def _codes(name: str) -> tuple[str, tuple[str, ...]]:
    """The name without the codes that are no classes, and the codes."""
    codes: list[str] = []
    rest = name
    for pattern in (_LEADING_CODE, _TRAILING_CODE):
        if match := pattern.search(rest):
            codes.append(match[1])
            rest = pattern.sub("", rest)
    if match := _BOAT.search(rest):
        codes.append(match[0])
        rest = _BOAT.sub(re.sub(r"M?W?(?:ix)?\d.*", "", match[0]) or match[0], rest)
    if match := _POINTS.search(rest):
        codes.append(f"{match[1]} points")
        rest = _POINTS.sub("", rest)
    return rest, tuple(codes)


def _weight(rest: str) -> tuple[str, str | None]:
    match = _WEIGHT.search(rest)
    if match is None:
        return rest, None
    over = match[1].casefold() in ("over", "+")
    return _WEIGHT.sub(" ", rest, count=1), f"{'+' if over else '-'}{match[2]} kg"


def _length(rest: str) -> tuple[int | None, int | None]:
    """Legs and metres; no metres where the legs are of different lengths."""
    if _UNEVEN.search(rest):
        return 0, None
    if match := _LEGS.search(rest):
        kilometres = (match[3] or "").casefold() == "km" or "." in match[2]
        return int(match[1]), _metres(match[2], kilometres=kilometres)
    if match := _DISTANCE.search(rest):
        return None, _metres(match[1], kilometres=match[2].casefold() != "m")
    return None, None


def _metres(number: str, *, kilometres: bool) -> int:
    if "," in number:
        return int(number.replace(",", ""))
    return round(float(number) * (1000 if kilometres else 1))


def _contest(words: Words, sport: str, rest: str, relay: bool) -> Contest | None:
    for contest in words.disciplines.get(sport, ()):
        if (relay or not contest.relay) and contest.pattern.search(rest):
            return contest
    return None


def _race(words: Words, sport: str, legs: int | None, length: int | None) -> str | None:
    if legs is not None:
        return words.relays.get(sport)
    return words.races.get(sport) if length else None


def _spelt_classes(words: Words, sport: str, name: str, bare: str) -> tuple[list[str], str]:
    """The classes that are words, and the rest of ``bare`` without them."""
    known = words.explained.get(sport, ())
    found = [(code, pattern) for code, pattern in words.classes if code in known]
    found = [(code, pattern) for code, pattern in found if pattern.search(name)]
    # One after the other they would take words from each other: "class 1 and 2".
    left = list(bare)
    for start, end in (m.span() for _, pattern in found for m in pattern.finditer(bare)):
        left[start:end] = " " * (end - start)
    return [code for code, _ in found], "".join(left)


def _classes(bare: str, codes: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    match = _TABLE_TENNIS.search(bare)
    if match is None:
        return class_codes(bare), codes
    first, last = int(match[2]), int(match[3] or match[2])
    # MD14 is no class: the classes of the two players add up to 14 at most.
    singles = match[1] in ("MS", "WS")
    return tuple(str(n) for n in range(first, last + 1)) if singles else (), (*codes, match[0])


def _local(head: list[object], bare: str, codes: tuple[str, ...]) -> str:
    """Sport, gender, weight, length, discipline and class, as they are known."""
    sport, gender, weight, legs, distance, word = head
    parts = [str(sport), str(gender)]
    if weight:
        parts.append(str(weight).replace("+", "over-").lstrip("-").removesuffix(" kg"))
    if isinstance(distance, int) and str(distance) not in str(word):
        length = f"{distance // 1000}-km" if distance % 1000 == 0 and distance >= 3000 else distance
        parts.append(f"{legs}x{distance}" if legs else str(length))
    bare = _TABLE_TENNIS.sub(lambda m: m[0][2:] if m[1] in ("MS", "WS") else m[0], bare)
    bare = re.sub(r"\b(?:tournament|class|classes|category|cat)\b\.?", " ", bare, flags=re.I)
    points = "".join(c for c in codes if c.endswith("points"))
    return slug(" ".join([*parts, str(word), bare, points]))
