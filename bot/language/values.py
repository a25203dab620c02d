"""Numbers as people write them: weights, classes, distances, days, years, places, marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from bot.facts.model import Facts
from bot.facts.query import Dim
from bot.language.tag import Tag

YEAR = "year:"
"""Marks a value of :attr:`Dim.GAMES` that is a year without Games in the store."""


@dataclass(frozen=True, slots=True)
class Value:
    """A number read as a value of a dimension, or, with no dimension, as a plain number."""

    start: int
    end: int
    dim: Dim | None
    text: str
    ordinal: bool = False

    @property
    def number(self) -> Decimal | None:
        """The plain number."""
        return _decimal(self.text) if self.dim is None else None


@dataclass(frozen=True, slots=True)
class Known:
    """What numbers in the facts look like, to read those of a question by."""

    classes: frozenset[str]
    weights: frozenset[int]
    distances: frozenset[int]
    years: dict[int, tuple[str, ...]]
    plurals: frozenset[str] = frozenset({"s"})


_HEAVIEST = 150
"""Kilograms: no weight class is above, marks of lifters are."""

_CLASS_PREFIXES = frozenset("T F S SB SM J B BC K KL VL SH PR PT PTS PTVI H C WH SL SU LW MS WS XD MD GP R P".split())
_TO_LATIN = str.maketrans("тфсбмжкшлвнхрд", "tfsbmjkSlvnhrd")
_CODE = re.compile(r"([^\W\d_]{1,4})[- ]?(\d{1,3})$")
_NUMBER = re.compile(r"([+\-−–<>≤≥]?)(\d+(?:[.,:/]\d+)*)(%?)-?([^\W\d_]*)$")


def known_values(facts: Facts) -> Known:
    """The classes, weights, distances and years that the facts hold."""
    years: dict[int, tuple[str, ...]] = {}
    for games in facts.games.values():
        held = {games.year, games.opened.year if games.opened else games.year}
        for year in held:
            years[year] = (*years.get(year, ()), games.id)
    events = facts.events.values()
    return Known(
        classes=frozenset(c for event in events for c in event.classes),
        weights=frozenset(event.weight.limit for event in events if event.weight),
        distances=frozenset(event.distance for event in events if event.distance),
        years=years,
    )


def read_values(tags: Sequence[Tag], known: Known) -> list[Value]:
    """The numbers among the tags of an utterance, in order."""
    found: list[Value] = []
    index = 0
    while index < len(tags):
        value = _read(tags, index, known)
        if value is None:
            index += 1
            continue
        found.append(value)
        index = max(index + 1, _tag_after(tags, value.end))
    return found


def _tag_after(tags: Sequence[Tag], token: int) -> int:
    return next((i for i, tag in enumerate(tags) if tag.start >= token), len(tags))


def _read(tags: Sequence[Tag], index: int, known: Known) -> Value | None:
    tag = tags[index]
    numeral = _numeral(tags, index)
    if numeral:
        return _in_context(tags, index, numeral, known)
    if not any(c.isdigit() for c in tag.text) or not tag.unknown:
        return None
    if re.fullmatch(r"\d{4}-\d\d-\d\d", tag.text):
        return Value(tag.start, tag.end, Dim.DAY, tag.text[5:])
    code = _code(tag, known)
    if code:
        return code
    plain = _plain(tag)
    return _in_context(tags, index, plain, known) if plain else None


@dataclass(frozen=True, slots=True)
class _Plain:
    sign: str
    text: str
    suffix: str
    tags: int = 1


def _numeral(tags: Sequence[Tag], index: int) -> _Plain | None:
    """A number in words; tens and units together ("forty" "four")."""
    first = _word_number(tags[index])
    if first is None:
        return None
    if first in range(20, 100, 10) and index + 1 < len(tags):
        unit = _word_number(tags[index + 1])
        if unit is not None and 0 < unit < 10:
            return _Plain("", str(first + unit), "", 2)
    if len(tags[index].concepts) > 1 and first == 1:
        return None  # "one" is more often a pronoun
    return _Plain("", str(first), "")


def _word_number(tag: Tag) -> int | None:
    for concept in tag.concepts:
        if concept.startswith("numeral."):
            return int(concept.removeprefix("numeral."))
    return None


def _code(tag: Tag, known: Known) -> Value | None:
    """A class code ("т54", "SB 13") or a weight ("u73")."""
    match = _CODE.match(tag.text)
    if not match:
        return None
    letters = match[1].translate(_TO_LATIN).replace("S", "sh").upper()
    if letters == "U":
        return Value(tag.start, tag.end, Dim.WEIGHT, f"-{int(match[2])}")
    code = f"{letters}{int(match[2])}"
    if letters in ("MS", "WS", "XD", "MD"):
        return Value(tag.start, tag.end, Dim.CLASS, code)
    if code in known.classes or letters in _CLASS_PREFIXES:
        return Value(tag.start, tag.end, Dim.CLASS, code)
    if letters in ("TOP", "ТОП"):
        return Value(tag.start, tag.end, None, match[2])
    return None


def _plain(tag: Tag) -> _Plain | None:
    match = _NUMBER.match(tag.text)
    return _Plain(match[1], match[2], match[4]) if match else None


def _in_context(tags: Sequence[Tag], index: int, plain: _Plain, known: Known) -> Value | None:
    """What a number means by its sign, its unit and its neighbours."""
    start, last = tags[index].start, tags[min(index + plain.tags, len(tags)) - 1]
    before, after = _near(tags, index, -1), _near(tags, index, plain.tags)
    end = last.end

    def made(dim: Dim | None, text: str, *, until: int = end, ordinal: bool = False) -> Value:
        return Value(start, until, dim, text, ordinal)

    whole = int(plain.text) if plain.text.isdigit() else None
    after_end = after.end if after else end
    if whole is None:
        return _fraction(plain, made)
    day = _day(tags, index, plain, whole)
    if day:
        return day
    if 1900 < whole < 2100:
        return made(Dim.GAMES, f"{YEAR}{whole}")
    if _has(after, "unit.m"):
        dim = Dim.DISTANCE if whole in known.distances else None
        return made(dim, plain.text, until=after_end)
    sign = _sign(plain.sign, before, after, tags, index)
    if _has(after, "unit.kg"):
        if whole in known.weights or sign or whole < _HEAVIEST:
            return made(Dim.WEIGHT, f"{sign}{whole}", until=after_end)
        return made(None, plain.text, until=after_end)
    if plain.suffix in known.plurals and whole in known.weights:
        return made(Dim.WEIGHT, str(whole))  # "in the 73s"
    if plain.sign in ("+", "-", "−", "–") and whole in range(30, 200):
        return made(Dim.WEIGHT, f"{sign}{whole}")
    weighed = _has(before, "kind.weight", "kind.category", "weight.upto", "weight.over") or _has(
        after, "kind.weight", "kind.category", "weight.upto", "weight.over"
    )
    if whole in known.weights and (weighed or sign) and not plain.suffix:
        return made(Dim.WEIGHT, f"{sign}{whole}")
    if _has(before, "kind.class") and not plain.suffix:
        return made(Dim.CLASS, plain.text)
    return made(None, plain.text, ordinal=bool(plain.suffix))


def _fraction(plain: _Plain, made: object) -> Value:
    """A mark or a day: 247.7, 1:04.83, 28.08."""
    text = plain.text.replace(",", ".")
    day = re.fullmatch(r"(\d{1,2})[./](\d{1,2})(?:[./]\d{2,4})?", text)
    if day and len(day[2]) == 2 and 1 <= int(day[1]) <= 31 and 1 <= int(day[2]) <= 12:
        return made(Dim.DAY, f"{int(day[2]):02}-{int(day[1]):02}")  # type: ignore[operator, no-any-return]
    if ":" in text:
        minutes, _, seconds = text.partition(":")
        value = _decimal(seconds)
        text = str(int(minutes) * 60 + value) if value is not None else text
    return made(None, text)  # type: ignore[operator, no-any-return]


def _day(tags: Sequence[Tag], index: int, plain: _Plain, whole: int) -> Value | None:
    """A day of a month, the month after it ("4 September") or before it ("Sept 4")."""
    if not 1 <= whole <= 31 or plain.sign in ("+", "-"):
        return None
    for offset in (plain.tags, plain.tags + 1, -1, -2):
        month = _month(_near(tags, index, offset))
        between = _near(tags, index, offset - 1 if offset > 0 else offset + 1)
        if month and (abs(offset) <= plain.tags or _has(between, "neutral")):
            place = index + offset
            start = min(tags[index].start, tags[place].start)
            end = max(tags[index + plain.tags - 1].end, tags[place].end)
            return Value(start, end, Dim.DAY, f"{month:02}-{whole:02}")
    return None


def _month(tag: Tag | None) -> int | None:
    for concept in tag.concepts if tag else ():
        if concept.startswith("month."):
            return int(concept.removeprefix("month."))
    return None


def _sign(
    written: str, before: Tag | None, after: Tag | None, tags: Sequence[Tag], index: int
) -> str:
    """``+`` or ``-`` for over and up to, as written or in words; empty when nothing tells."""
    if written in ("+", ">", "≥") or _has(before, "weight.over") or _has(after, "weight.over"):
        return "+"
    if written in ("-", "−", "–", "<", "≤") or _has(before, "weight.upto") or _has(after, "weight.upto"):
        return "-"
    further = _near(tags, index, 2)
    if _has(after, "unit.kg") and _has(further, "weight.over"):
        return "+"
    return "-" if _has(after, "unit.kg") and _has(further, "weight.upto") else ""


def _near(tags: Sequence[Tag], index: int, offset: int) -> Tag | None:
    place = index + offset
    return tags[place] if 0 <= place < len(tags) else None


def _has(tag: Tag | None, *concepts: str) -> bool:
    return tag is not None and not set(concepts).isdisjoint(tag.concepts)


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None


def covered_tokens(values: Iterable[Value]) -> set[int]:
    """The tokens that the values take up."""
    return {token for value in values for token in range(value.start, value.end)}
