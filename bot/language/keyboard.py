"""Which keys lie side by side, on the English and the Russian layout."""

from __future__ import annotations

from collections.abc import Mapping

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
_ROWS_OF_A_LAYOUT = 3


def _neighbours() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for first in range(0, len(_ROWS), _ROWS_OF_A_LAYOUT):
        rows = _ROWS[first : first + _ROWS_OF_A_LAYOUT]
        for number, row in enumerate(rows):
            for place, letter in enumerate(row):
                side = row[max(place - 1, 0) : place] + row[place + 1 : place + 2]
                around = "".join(
                    other[place : place + 1]
                    for at, other in enumerate(rows)
                    if abs(at - number) == 1
                )
                found[letter] = side + around
    return found


NEIGHBOURS = _neighbours()
"""Each letter's neighbours: left, right, above and below."""


def beside(typed: str, meant: str) -> bool:
    """Whether one letter of what was meant was struck on a key beside it, and all else is right.

    ``meant`` may be a stem: what follows it in ``typed`` is of no concern.
    """
    different = [pair for pair in zip(typed, meant, strict=False) if pair[0] != pair[1]]
    return (
        len(typed) >= len(meant)
        and len(different) == 1
        and different[0][0] in NEIGHBOURS.get(different[0][1], "")
    )
