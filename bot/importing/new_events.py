"""Events and results as lines of a file of ``events/``."""

from __future__ import annotations

from collections.abc import Sequence

from bot.importing.events import EventFacts
from bot.importing.lines import Scalar, item, pair
from bot.importing.wanted import EventRows, Merger, Wanted, is_team


def new_event(
    merger: Merger, local: str, rows: EventRows, wanted: Sequence[Wanted], sources: tuple[str, ...]
) -> list[str]:
    """An event with its results, as the file has them."""
    team = is_team(rows)
    lines = [f"  {local}:"]
    for name, value in facts_of(rows, team=team):
        lines += pair(name, value, "    ")
    if _shared(merger, rows.event, wanted):
        lines += pair("tie", True, "    ")
    elif lacking := _lacking(wanted):
        lines += pair("irregular", f"No {lacking} medallist is named in the source.", "    ")
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


def _shared(merger: Merger, event: EventFacts, wanted: Sequence[Wanted]) -> bool:
    """Whether a medal was given more often than the sport usually gives it."""
    sport = merger.facts.sports.get(event.sport)
    usual = {"gold": 1, "silver": 1, "bronze": sport.bronzes if sport else 1}
    won = [one.medal for one in wanted if one.medal]
    return any(won.count(medal) > most for medal, most in usual.items())


def _lacking(wanted: Sequence[Wanted]) -> str:
    """Which medals the tables do not give, where they give others."""
    won = {one.medal for one in wanted if one.medal}
    return " or ".join(medal for medal in ("gold", "silver", "bronze") if won and medal not in won)


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
