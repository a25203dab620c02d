"""Events and results as lines of a file of ``events/``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.importing.lines import Scalar, item, pair
from bot.importing.wanted import EventRows, Merger, Wanted, is_team


def new_event(
    merger: Merger,
    local: str,
    rows: EventRows,
    wanted: Sequence[Wanted],
    sources: tuple[str, ...],
    bronzes: int,
) -> list[str]:
    """An event with its results, as the file has them; ``bronzes`` are usual in it."""
    team = is_team(rows)
    lines = [f"  {local}:"]
    for name, value in facts_of(rows, team=team):
        lines += pair(name, value, "    ")
    usual = {"gold": 1, "silver": 1, "bronze": bronzes}
    if _shared(wanted, usual):
        lines += pair("tie", True, "    ")
    elif lacking := _lacking(wanted, usual):
        lines += pair("irregular", lacking, "    ")
    if sources:
        lines += pair("sources", sources, "    ")
    lines.append("    results:")
    for one in wanted:
        lines += result_lines(merger, one, "      ", team=team, sources=())
    return lines


def facts_of(rows: EventRows, *, team: bool) -> list[tuple[str, Scalar]]:
    """What the tables say of an event itself, by the keys of the file."""
    event = rows.event
    days = [row.final for row in rows.rows if row.final]
    said: list[tuple[str, Scalar | None]] = [
        ("name", event.name),
        ("gender", event.gender),
        ("discipline", event.discipline),
        ("distance", event.distance),
        ("legs", event.legs or None),
        ("classes", event.classes or None),
        ("codes", event.codes or None),
        ("weight", event.weight),
        ("team", True if team else None),
        ("date", max(days) if days else None),
    ]
    return [(name, value) for name, value in said if value is not None]


def _shared(wanted: Sequence[Wanted], usual: Mapping[str, int]) -> bool:
    """Whether a medal was given more often than is usual."""
    won = [one.medal for one in wanted if one.medal]
    return any(won.count(medal) > most for medal, most in usual.items())


def _lacking(wanted: Sequence[Wanted], usual: Mapping[str, int]) -> str:
    """Which medals the tables do not give, where they give others."""
    won = [one.medal for one in wanted if one.medal]
    if not won:
        return ""
    none = [medal for medal, number in usual.items() if number and medal not in won]
    few = [m for m, number in usual.items() if m not in none and won.count(m) < number]
    if none:
        return f"No {' or '.join(none)} medallist is named in the source."
    return f"Only one {few[0]} medal is named in the source." if few else ""


def result_lines(
    merger: Merger, one: Wanted, indent: str, *, team: bool, sources: tuple[str, ...]
) -> list[str]:
    """A result; its athletes are then in use, so that they come into their files."""
    for athlete in one.athletes:
        merger.roster.people[athlete].used = True
    said: list[tuple[str, Scalar | None]] = [
        ("medal", one.medal),
        ("place", one.place if not one.medal else None),
        ("npc", one.npc),
        ("athletes" if team else "athlete", one.athletes if team else one.athletes[0]),
        ("status", None if one.medal or one.place else "entered"),
        ("date", one.day),
        ("sources", sources or None),
    ]
    pairs = [(name, value) for name, value in said if value is not None and value != ()]
    return item(pairs, indent)
