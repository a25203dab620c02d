"""Results against their events, athletes and Games: medals, places, genders, teams, days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final

from bot.facts.fault import Fault
from bot.facts.load_draft import Loaded, Origin
from bot.facts.load_events import PLACES
from bot.facts.load_games import EVERY_NPC
from bot.facts.model import Athlete, Event, Facts, Gender, Medal, Result

_YOUNGEST: Final = 9
_OLDEST: Final = 85


def result_faults(loaded: Loaded) -> Iterator[Fault]:
    """All checks of events and their results."""
    medals: dict[str, Counter[Medal]] = {}
    for result in loaded.facts.results:
        event = loaded.facts.events[result.event]
        if result.medal:
            medals.setdefault(event.id, Counter())[result.medal] += 1
        origin = loaded.origins["result", result.id]
        yield from _one_result(loaded.facts, event, result, origin)
    for event in loaded.facts.events.values():
        origin = loaded.origins["event", event.id]
        yield from _medal_numbers(loaded.facts, event, medals.get(event.id, Counter()), origin)
        yield from _day(loaded.facts, event, event.date, origin)
        yield from _classes(loaded.facts, event, origin)


def _one_result(facts: Facts, event: Event, result: Result, origin: Origin) -> Iterator[Fault]:
    yield from _place(event, result, origin)
    yield from _day(facts, event, result.date, origin)
    for bout in result.bouts:
        yield from _day(facts, event, bout.date, origin)
    for athlete in result.athletes:
        yield from _athlete(facts, facts.athletes[athlete], event, origin)
    if event.team and result.npc == facts.home and not result.athletes:
        yield origin.fault(f"the team of {result.npc} has no athletes", "write athletes: [...]")


def _place(event: Event, result: Result, origin: Origin) -> Iterator[Fault]:
    if result.medal is None:
        if result.place in PLACES.values() and not event.tie:
            what = f"place {result.place} without a medal"
            yield origin.fault(what, "write the medal, or tie: true for the event", "place")
    elif result.place != PLACES[result.medal] and not event.tie:
        what = f"{result.medal} at place {result.place}"
        hint = f"{result.medal} is place {PLACES[result.medal]}; or write tie: true for the event"
        yield origin.fault(what, hint, "place")


def _medal_numbers(
    facts: Facts, event: Event, medals: Counter[Medal], origin: Origin
) -> Iterator[Fault]:
    """One gold, one silver and the bronzes of the sport, or a word why not."""
    sport = facts.sports.get(event.sport)
    if sport is None:
        return
    bronzes = sport.bronzes if event.bronzes is None else event.bronzes
    usual = {Medal.GOLD: 1, Medal.SILVER: 1, Medal.BRONZE: bronzes}
    odd = [medal for medal, number in usual.items() if medals[medal] != number]
    if event.tie and not odd:
        yield origin.fault("'tie' is written but no medal is shared", "take it away", "tie")
    if event.irregular and not odd:
        what = "'irregular' is written but the medals are as usual"
        yield origin.fault(what, "take it away", "irregular")
    if event.tie or event.irregular or not (medals or _is_complete(facts, event)):
        return
    for medal in odd:
        what = f"{medals[medal]} times {medal} in '{event.id}'"
        hint = f"{usual[medal]} is usual; if they were shared, write tie: true"
        if medals[medal] < usual[medal]:
            hint = f"{usual[medal]} is usual; else write irregular: and the reason"
        yield origin.fault(what, hint)


def _is_complete(facts: Facts, event: Event) -> bool:
    games = facts.games[event.games]
    return EVERY_NPC in (*games.medals_known, *games.entries_known)


def _day(facts: Facts, event: Event, day: date | None, origin: Origin) -> Iterator[Fault]:
    games = facts.games[event.games]
    if day is None or games.opened is None or games.closed is None:
        return
    if not games.opened <= day <= games.closed:
        what = f"{day} is outside {games.id}"
        yield origin.fault(what, f"the Games lasted from {games.opened} to {games.closed}", "date")


def _athlete(facts: Facts, athlete: Athlete, event: Event, origin: Origin) -> Iterator[Fault]:
    age = facts.games[event.games].year - athlete.born.year if athlete.born else _YOUNGEST
    if not _YOUNGEST <= age <= _OLDEST:
        what = f"'{athlete.id}', born {athlete.born}, was {age} at {event.games}"
        yield origin.fault(what, "correct the day of birth, or part two people", "athlete")
    if event.gender is not Gender.MIXED and athlete.gender not in (None, event.gender):
        what = f"'{athlete.id}' competes among the {event.gender}"
        yield origin.fault(what, f"the athlete is listed with gender: {athlete.gender}", "athlete")


def _classes(facts: Facts, event: Event, origin: Origin) -> Iterator[Fault]:
    for code in event.classes:
        known = facts.classifications.get(f"{event.sport}/{code}")
        known = known or facts.classifications.get(code)
        if known is None or known.sport != event.sport:
            what = f"class {code} of {event.sport} is not explained"
            yield origin.fault(what, "add it to classifications.yaml", "classes")
