"""Para classes out of the name of an event: ``T53/54`` are T53 and T54, ``S7-10`` four classes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

_GRADE: Final = re.compile(r"\b(?:Grade|Gr) ?\.? ?(I{1,3}|IV|V)([ab]?)(?:-(I{1,3}|IV|V))?(?!\w)")
_SNOWBOARD: Final = re.compile(r"\bSB-(?:LL\d|UL)\b")
_HANDCYCLE: Final = re.compile(r"\bHC(?: Div\.?)? ([ABC])(?:([/-])([ABC]))?\b")
_PALSY: Final = re.compile(r"\bCP ([CD])\b")
_ROMAN_SKIING: Final = {"XII": "12", "XI": "11", "X": "10"}
_ROMAN: Final = ("I", "II", "III", "IV", "V")
_ROMAN_CLASS: Final = re.compile(r"\b(I{1,3}|IV|V)(?: ([AB]))?(?:-(I{1,3}|IV|V)(?: ([AB]))?)?\b")
_TOKEN: Final = re.compile(r"([A-Z]{0,4}?)(\d+)((?:[A-Z](?!\d))?)(?![a-z])|\b([A-Z]{1,5})\b")
_RANGE: Final = re.compile(r"\s*[->]\s*")
_NO_CLASS: Final = frozenset({"AND", "I", "TT"})
_WIDEST: Final = 15
"""No range of classes is wider; one that seems so is something else."""

_ACROSS: Final = {
    ("SL3", "SU5"): ("SL3", "SL4", "SU5"),
    # Amputees and "les autres", as the others were called, in one relay.
    ("A", "L"): (*(f"A{n}" for n in range(1, 9)), *(f"L{n}" for n in range(1, 7))),
}
"""Ranges over classes of different letters: of badminton, and of swimming in 1988."""


def class_codes(text: str) -> tuple[str, ...]:
    """Every class that a piece of an event's name stands for, in its order, each once.

    Only codes are read here; classes that are words ("Open") are in ``data/import/words.yaml``.
    """
    found: list[str] = []
    text = re.sub(r"\bCP Div\.? ?(?=\d)", "CP", text)
    text = re.sub(r"\bCP (?=\d)", "CP", text)
    text = re.sub(r"\bB VI (?=\d)", "B", text)
    text = _take(_HANDCYCLE, text, found, _handcycles)
    text = re.sub(r"\bLW(XII|XI|X)\b", lambda m: "LW" + _ROMAN_SKIING[m[1]], text)
    text = re.sub(r"(?<=LW10-)XII\b", "12", text)
    text = _take(_PALSY, text, found, lambda m: [f"CP {m[1]}"])
    text = _take(_SNOWBOARD, text, found, lambda m: [m[0]])
    text = _take(_GRADE, text, found, _grades)
    text = re.sub(r"\b[A-Z]?[a-z]+\b\.?", " ", text)
    text = _take(_ROMAN_CLASS, text, found, _romans)
    found.extend(_tokens(text))
    return tuple(dict.fromkeys(found))


def _take(
    pattern: re.Pattern[str],
    text: str,
    found: list[str],
    read: Callable[[re.Match[str]], Iterable[str]],
) -> str:
    for match in pattern.finditer(text):
        found.extend(read(match))
    return pattern.sub(" ", text)


def _grades(match: re.Match[str]) -> list[str]:
    word = match[0].split()[0].rstrip(".").rstrip("IV")
    numerals = _between(match[1], match[3] or match[1])
    return [f"{word} {numeral}{match[2]}" for numeral in numerals]


def _handcycles(match: re.Match[str]) -> list[str]:
    first, between, last = match.groups(default="")
    divisions = map(chr, range(ord(first), ord(last) + 1)) if between == "-" else first + last
    return [f"HC {division}" for division in divisions]


def _romans(match: re.Match[str]) -> list[str]:
    numerals = _between(match[1], match[3] or match[1])
    side = match[4] or match[2]
    return [*numerals[:-1], f"{numerals[-1]} {side}" if side else numerals[-1]]


def _between(first: str, last: str) -> list[str]:
    return list(_ROMAN[_ROMAN.index(first) : _ROMAN.index(last) + 1])


def _tokens(text: str) -> list[str]:
    found: list[str] = []
    letters, end = "", 0
    for match in _TOKEN.finditer(text):
        between = text[end : match.start()]
        if match[4]:
            code = match[4]
            ranged = bool(found) and _RANGE.fullmatch(between) and len(found[-1]) == len(code) == 1
            if ranged and (across := _ACROSS.get((found[-1], code))):
                found[-1:] = across
            elif ranged:
                found.extend(chr(c) for c in range(ord(found[-1]) + 1, ord(code) + 1))
            elif code not in _NO_CLASS:
                found.append(code)
            letters = ""
        else:
            own = match[1] or (letters if end and not between.isspace() and between else "")
            found.extend(_numbered(found, between if end else "", own, match[2], match[3]))
            letters = own
        end = match.end()
    return found


def _numbered(found: list[str], between: str, letters: str, number: str, side: str) -> list[str]:
    """One code, or those from the one before up to it where a dash stands between them."""
    code = f"{letters}{number}{side}"
    if not found or not between or not _RANGE.fullmatch(between):
        return [code]
    if across := _ACROSS.get((found[-1], code)):
        return list(across)
    before = re.fullmatch(r"([A-Z]*)(\d+)([A-Z]?)", found[-1])
    if before is None or before[1] != letters:
        return [code]
    first, last = int(before[2]), int(number)
    if first == last and before[3] and side:
        return [f"{letters}{number}{chr(c)}" for c in range(ord(before[3]) + 1, ord(side) + 1)]
    if first < last <= first + _WIDEST and not side:
        return [f"{letters}{n}" for n in range(first + 1, last + 1)]
    return [code]
