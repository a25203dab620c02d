"""The cells in which historic results run names together.

A cell holds every winner of one medal without anything between them: one person
(``PERALES Teresa (ESP)``), a person with a guide (``MODRA Kieran (AUS)Pilot: EDWARDS David``), a
team with its members (``Sweden (SWE)ANDERSSON ViktoriaDAHLBERG Anna``), or two of these one after
the other where a medal was given twice.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from bot.importing.names import split_official

_MARK: Final = re.compile(r" ?\(([A-Z]{3})\)")
_HELPER: Final = re.compile(r"(?:Guide|Pilot|Coxswain): ?", re.IGNORECASE)
_ROLE: Final = re.compile(r" ?\((GK|C|PT|M|W)\)")
_BOUNDARY: Final = re.compile(
    r"(?<=[a-zà-ÿ.)])(?=[A-Z]['’]?[A-Z])|(?<=[a-z.])(?=(?:Mc|Mac|De|Di|O')[A-Z]{2})"
    r"|(?<=[a-z]{2}) (?=[A-Z]{2,} )|(?<=[a-z.])(?=['’]T [A-Z])"
)
_LONGEST: Final = 13
"""A surname of more letters that is not hyphenated may be two that were run together."""


@dataclass(frozen=True, slots=True)
class Winner:
    """One winner in a cell. ``people`` are official names; none for a team whose are unclear."""

    npc: str
    people: tuple[str, ...]
    is_team: bool


def team_names(cells: Iterable[str]) -> frozenset[str]:
    """The names before the first mark that are no person's: those are in capitals."""
    heads = {cell.split(" (")[0] for cell in cells if cell}
    return frozenset(h for h in heads if not h.split()[0].isupper() or h.startswith("FR "))


def winners(
    cell: str, teams: Collection[str], *, sure: bool, size: int | None = None
) -> list[Winner]:
    """The winners in a cell.

    ``teams`` are the names of teams, which stand where others have a person. ``sure`` is false
    where names may lack their given names, so that two surnames may stand as one word; there a
    team of another ``size`` than expected goes without its members.
    """
    cell = _ROLE.sub(lambda m: " (PT)" if m[1] == "PT" else "", cell)
    marks = list(_MARK.finditer(cell))
    found: list[Winner] = []
    start = 0
    for index, mark in enumerate(marks):
        head = cell[start : mark.start()].strip()
        until = marks[index + 1].start() if index + 1 < len(marks) else len(cell)
        body, start = _body(cell, mark.end(), until, teams, last=index + 1 == len(marks))
        if head in teams:
            found.append(
                Winner(mark[1], _members(body, None if sure else (size or 0)), is_team=True)
            )
        else:
            found.append(Winner(mark[1], (head,) if head else (), is_team=False))
    return found


def _body(
    cell: str, start: int, until: int, teams: Collection[str], *, last: bool
) -> tuple[str, int]:
    """What belongs to a winner after its mark, and where the next winner begins."""
    if last:
        return cell[start:], len(cell)
    text = cell[start:until]
    team = max((name for name in teams if text.endswith(name)), key=len, default="")
    if team:
        return text[: -len(team)], until - len(team)
    pieces = _BOUNDARY.split(text)
    return text[: -len(pieces[-1])], until - len(pieces[-1])


def _members(body: str, doubted: int | None) -> tuple[str, ...]:
    body = re.sub(r"(?<=\w)(?=(?:Guide|Pilot|Coxswain):)", "|", body)
    members: list[str] = []
    helper = False
    for piece in _BOUNDARY.split(body):
        for part in piece.split("|"):
            name = part
            if match := _HELPER.match(name):
                helper, name = True, name[match.end() :]
            if not name.strip():
                continue
            if not helper:
                members.append(name)
            helper = False
    people = [m.replace(" (PT)", "").strip() for m in members if not m.rstrip().endswith("(PT)")]
    return tuple(people) if doubted is None else _sure_ones(people, doubted)


def _sure_ones(people: list[str], size: int) -> tuple[str, ...]:
    """The names as they are if every one of them can be trusted, else none."""
    if size and len(people) != size:
        return ()
    for name in people:
        surname, given = split_official(name)
        longest = max((len(word) for word in re.split(r"[ -]", surname)), default=0)
        if not given or longest > _LONGEST:
            return ()
    return tuple(people)
