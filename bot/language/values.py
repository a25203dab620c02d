"""Numbers as people write them: weights, classes, distances, days, years, places, marks."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass

from bot.facts.query import Dim
from bot.language.chain import Tag
from bot.language.value import YEAR, Known, Value, decimal_of

_LIGHTEST, _HEAVIEST = 30, 150
"""Kilograms: weight classes lie between; marks of lifters may be above."""

_EARLIEST, _LATEST = 1900, 2100
_DAYS, _MONTHS = 31, 12
_LEAP_YEAR = 2024

_CLASS_PREFIXES = frozenset(
    {"T", "F", "S", "SB", "SM", "J", "B", "BC", "K", "KL", "VL", "SH", "PR", "PT", "PTS", "PTVI",
     "H", "C", "WH", "SL", "SU", "LW", "MS", "WS", "XD", "MD", "GP", "R", "P"}
)  # fmt: skip
"""What class codes begin with, so that a code no result has is known for one."""

_TO_LATIN = str.maketrans("тфсбмжкшлвнхрд", "tfsbmjkSlvnhrd")
_CODE = re.compile(r"([^\W\d_]{1,4})[- ]?(\d{1,3})$")
_RELAY = re.compile(r"(\d)[xх×](\d{2,4})")
_NUMBER = re.compile(r"([+\-−–<>≤≥]?)(\d+(?:[.,:/]\d+)*)(%?)-?([^\W\d_]*)$")


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
    if not any(c.isdigit() for c in tag.text):
        return _letter_class(tags, index, known) or _named_class(tag, known)
    if not tag.unknown:
        return None
    iso = re.fullmatch(r"\d{4}-(\d\d)-(\d\d)", tag.text)
    if iso and _is_day(int(iso[1]), int(iso[2])):
        return Value(tag.start, tag.end, Dim.DAY, tag.text[5:])
    relay = _RELAY.match(tag.text)
    if relay:
        return Value(tag.start, tag.end, Dim.DISTANCE, f"{relay[1]}x{relay[2]}")
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


_COMPARED = frozenset({"weight.over", "weight.upto", "cmp.more", "cmp.less", "cmp.than"})


def _numeral(tags: Sequence[Tag], index: int) -> _Plain | None:
    """A number in words; tens and units together ("forty" "four")."""
    first = _word_number(tags[index])
    if first is None:
        return None
    if first in range(20, 100, 10) and index + 1 < len(tags):
        unit = _word_number(tags[index + 1])
        if unit is not None and 0 < unit < 10:
            return _Plain("", str(first + unit), "", 2)
    compared = index > 0 and not _COMPARED.isdisjoint(tags[index - 1].concepts)
    pronoun = len(tags[index].concepts) > 1 and first == 1 and not compared
    if pronoun and not _is_ordinal(tags[index]):
        return None  # "one" is more often a pronoun, but not in "more than one"
    return _Plain("", str(first), "th" if _is_ordinal(tags[index]) else "")


def _is_ordinal(tag: Tag) -> bool:
    """Whether a number in words is one of order: "fifth"."""
    return "ordinal" in tag.concepts


def _word_number(tag: Tag) -> int | None:
    for concept in tag.concepts:
        if concept.startswith("numeral."):
            return int(concept.removeprefix("numeral."))
    return None


def _code(tag: Tag, known: Known) -> Value | None:
    """A class code ("т54", "SB 13") or a weight ("u73")."""
    match = _CODE.match(tag.text)
    if not match:
        return _named_class(tag, known)
    letters = match[1].translate(_TO_LATIN).replace("S", "sh").upper()
    if letters == "U":
        return Value(tag.start, tag.end, Dim.WEIGHT, f"-{int(match[2])}")
    code = f"{letters}{int(match[2])}"
    if code in known.classes or letters in _CLASS_PREFIXES:
        return Value(tag.start, tag.end, Dim.CLASS, code)
    return None


def _named_class(tag: Tag, known: Known) -> Value | None:
    """A class whose code has no number: PTVI, PTWC."""
    code = tag.text.translate(_TO_LATIN).replace("S", "sh").upper()
    if len(code) >= _LETTERS and code in known.classes and tag.unknown:
        return Value(tag.start, tag.end, Dim.CLASS, code)
    return None


def _plain(tag: Tag) -> _Plain | None:
    match = _NUMBER.match(tag.text)
    return _Plain(match[1], match[2], match[4]) if match else None


def _in_context(tags: Sequence[Tag], index: int, plain: _Plain, known: Known) -> Value | None:
    """What a number means by its sign, its unit and its neighbours."""
    around = _Around(tags, index, plain, known)
    if not plain.text.isdigit():
        return _fraction(plain, around)
    for reader in (_day, _year, _weighed, _length, _class_number):
        value = reader(around)
        if value:
            return value
    return around.made(None, plain.text, ordinal=bool(plain.suffix))


class _Around:
    """A number with its neighbours."""

    def __init__(self, tags: Sequence[Tag], index: int, plain: _Plain, known: Known) -> None:
        self.tags, self.index, self.plain, self.known = tags, index, plain, known
        self.before, self.after = _near(tags, index, -1), _near(tags, index, plain.tags)
        self.further = _near(tags, index, plain.tags + 1)
        self.end = tags[min(index + plain.tags, len(tags)) - 1].end
        self.whole = int(plain.text) if plain.text.isdigit() else 0

    def made(
        self, dim: Dim | None, text: str, *, unit: bool = False, ordinal: bool = False
    ) -> Value:
        """The number as a value; ``unit`` takes the word after it in."""
        end = self.after.end if unit and self.after else self.end
        return Value(self.tags[self.index].start, end, dim, text, ordinal)

    def sign(self) -> str:
        """``+`` or ``-`` for over and up to, as written or in words; empty if nothing tells."""
        written = self.plain.sign
        beside = [self.before, self.after]
        if _has(self.after, "unit.kg"):
            beside.append(self.further)
        if written in ("+", ">", "≥") or any(_has(tag, "weight.over") for tag in beside):
            return "+"
        if written or any(_has(tag, "weight.upto") for tag in beside):
            return "-"
        return ""


def _year(around: _Around) -> Value | None:
    if _EARLIEST < around.whole < _LATEST and not _has(around.after, "unit.m"):
        return around.made(Dim.GAMES, f"{YEAR}{around.whole}")
    return None


def _length(around: _Around) -> Value | None:
    known = around.whole in around.known.distances
    if _has(around.after, "unit.m"):
        return around.made(Dim.DISTANCE if known else None, around.plain.text, unit=True)
    if not known or around.whole < _SHORTEST or around.plain.sign or around.sign():
        return None
    if {"kind.athlete", "medal.any"} & set(_counted(around)):
        return None  # "200 medals"
    if _has(around.before, "kind.mark") and not _is_contest(around.after, around.known):
        return None  # "lifted 200"
    weighing = any(c in around.known.weighed for tag in around.tags for c in tag.concepts)
    beside = (around.before, around.after, around.further)
    if weighing or _has(around.after, "unit.kg"):
        return None
    if around.whole >= _ONLY_DISTANCE or any(_is_contest(tag, around.known) for tag in beside):
        return around.made(Dim.DISTANCE, around.plain.text)
    return None


_LETTER = str.maketrans("абв", "abv")
_LETTERS = 3
"""So many letters at least a code without a number must have to be told from words."""
_SHORTEST = 50
_ONLY_DISTANCE = 200
"""Metres. From here on a number that is a distance of the facts is hardly anything else."""


def _is_contest(tag: Tag | None, known: Known) -> bool:
    """Whether a neighbour is of the name of a contest: a class, a stroke, "men's"."""
    if tag is None:
        return False
    named = any(c.startswith(("discipline.", "gender.", "sport.")) for c in tag.concepts)
    return named or _code(tag, known) is not None


def _counted(around: _Around) -> tuple[str, ...]:
    """What the word after a number means, or the one after that where the first compares."""
    after = around.further if _has(around.after, *_COMPARED) else around.after
    return tuple(_concepts(after))


_WEIGHT_WORDS = ("kind.weight", "kind.category", "weight.upto", "weight.over")


def _weighed(around: _Around) -> Value | None:
    """A weight class: by its unit, its sign, or the words beside it."""
    whole, sign, known = around.whole, around.sign(), around.known
    written = around.plain.sign in ("+", "-", "−", "–") and whole in known.weights
    counted = any(c.startswith(("kind.athlete", "medal.")) for c in _concepts(around.after))
    if counted and not written:
        return None  # "more than forty people", but "+65 silver"
    if _has(around.after, "unit.kg"):
        is_class = whole in known.weights or sign or whole < _HEAVIEST
        dim = Dim.WEIGHT if is_class else None
        return around.made(dim, f"{sign}{whole}" if dim else around.plain.text, unit=True)
    if around.plain.suffix:
        plural = around.plain.suffix in known.plurals and whole in known.weights
        return around.made(Dim.WEIGHT, str(whole)) if plural else None  # "in the 73s"
    if around.plain.sign and _LIGHTEST <= whole < _HEAVIEST:
        return around.made(Dim.WEIGHT, f"{sign}{whole}")
    said = _has(around.before, *_WEIGHT_WORDS) or _has(around.after, *_WEIGHT_WORDS)
    if whole in known.weights and (said or sign):
        return around.made(Dim.WEIGHT, f"{sign}{whole}")
    return None


def _class_number(around: _Around) -> Value | None:
    if _has(around.before, "kind.class") and not around.plain.suffix:
        return around.made(Dim.CLASS, around.plain.text)
    return None


def _letter_class(tags: Sequence[Tag], index: int, known: Known) -> Value | None:
    """A class that is one letter, after the word for it: "category B"."""
    tag = tags[index]
    code = tag.text.translate(_LETTER).upper()
    said = _has(_near(tags, index, -1), "kind.category", "kind.class")
    if said and len(tag.text) == 1 and code in known.classes:
        return Value(tag.start, tag.end, Dim.CLASS, code)
    return None


def _fraction(plain: _Plain, around: _Around) -> Value:
    """A mark or a day: 247.7, 1:04.83, 28.08."""
    text = plain.text.replace(",", ".")
    day = re.fullmatch(r"(\d{1,2})[./](\d\d)(?:[./]\d{2,4})?", text)
    if day and _is_day(int(day[2]), int(day[1])):
        return around.made(Dim.DAY, f"{int(day[2]):02}-{int(day[1]):02}")
    if ":" in text:
        minutes, _, seconds = text.partition(":")
        value = decimal_of(seconds) if minutes.isdigit() else None
        text = str(int(minutes) * 60 + value) if value is not None else text
    return around.made(None, text)


def _day(around: _Around) -> Value | None:
    """A day of a month, the month after it ("4 September") or before it ("Sept 4")."""
    tags, index, plain = around.tags, around.index, around.plain
    if not 1 <= around.whole <= _DAYS or plain.sign:
        return None
    for offset in (plain.tags, plain.tags + 1, -1, -2):
        month = _month(_near(tags, index, offset))
        between = _near(tags, index, offset - 1 if offset > 0 else offset + 1)
        beside = offset in (plain.tags, -1) or _has(between, "neutral")
        if month and beside and _is_day(month, around.whole):
            place = index + offset
            start = min(tags[index].start, tags[place].start)
            end = max(around.end, tags[place].end)
            return Value(start, end, Dim.DAY, f"{month:02}-{around.whole:02}")
    return None


def _is_day(month: int, day: int) -> bool:
    """Whether a month has such a day, in some year."""
    return 1 <= month <= _MONTHS and 1 <= day <= monthrange(_LEAP_YEAR, month)[1]


def _month(tag: Tag | None) -> int | None:
    for concept in tag.concepts if tag else ():
        if concept.startswith("month."):
            return int(concept.removeprefix("month."))
    return None


def _near(tags: Sequence[Tag], index: int, offset: int) -> Tag | None:
    place = index + offset
    return tags[place] if 0 <= place < len(tags) else None


def _concepts(tag: Tag | None) -> tuple[str, ...]:
    return tag.concepts if tag else ()


def _has(tag: Tag | None, *concepts: str) -> bool:
    return tag is not None and not set(concepts).isdisjoint(tag.concepts)
