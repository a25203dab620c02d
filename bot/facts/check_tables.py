"""Medal tables and team sizes: in themselves, and against the results where those are complete."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from bot.facts.fault import Fault
from bot.facts.load_draft import Loaded, Origin
from bot.facts.load_games import EVERY_NPC
from bot.facts.model import Facts, Gender, Medal, Standing

_Team = tuple[str, str]
"""Games and NPC."""


def table_faults(loaded: Loaded) -> Iterator[Fault]:
    """All checks of standings."""
    medals, people = _counted(loaded.facts)
    for standing in loaded.facts.standings:
        team = (standing.games, standing.npc)
        yield from _sizes(loaded, standing)
        if _has_every_medal(loaded.facts, standing):
            yield from _same_medals(loaded, standing, medals[team])
        if _has_every_result(loaded.facts, standing):
            yield from _same_people(loaded, standing, people[team])
    yield from _ranks(loaded)
    yield from _without_line(loaded, medals)


def _counted(facts: Facts) -> tuple[dict[_Team, Counter[Medal]], dict[_Team, set[str]]]:
    medals: dict[_Team, Counter[Medal]] = defaultdict(Counter)
    people: dict[_Team, set[str]] = defaultdict(set)
    for result in facts.results:
        team = (facts.events[result.event].games, result.npc)
        people[team].update(result.athletes)
        if result.medal:
            medals[team][result.medal] += 1
    return medals, people


def _has_every_medal(facts: Facts, standing: Standing) -> bool:
    """The home delegation's medals are all here, whatever else is."""
    complete = facts.games[standing.games].medals_known
    home = standing.npc == facts.home
    return (
        home or bool({EVERY_NPC, standing.npc} & {*complete}) or _has_every_result(facts, standing)
    )


def _has_every_result(facts: Facts, standing: Standing) -> bool:
    return bool({EVERY_NPC, standing.npc} & {*facts.games[standing.games].entries_known})


def _same_medals(loaded: Loaded, standing: Standing, counted: Counter[Medal]) -> Iterator[Fault]:
    stated = {
        Medal.GOLD: standing.gold,
        Medal.SILVER: standing.silver,
        Medal.BRONZE: standing.bronze,
    }
    for medal, number in stated.items():
        if counted[medal] != number:
            what = f"{standing.npc} has {number} {medal} here but {counted[medal]} in the events"
            yield _at(loaded, standing).fault(what, "correct one of the two", medal)


def _without_line(loaded: Loaded, medals: Mapping[_Team, Counter[Medal]]) -> Iterator[Fault]:
    """Teams that won medals and do not stand in a table that is said to be whole."""
    listed = {(standing.games, standing.npc) for standing in loaded.facts.standings}
    for games, npc in sorted(medals.keys() - listed):
        edition = loaded.facts.games[games]
        if {EVERY_NPC, npc} & {*edition.medals_known, *edition.entries_known}:
            what = f"{npc} has {medals[games, npc].total()} medals but no line in standings.yaml"
            yield loaded.origins["games", games].fault(what, "add the line", "medals_known")


def _same_people(loaded: Loaded, standing: Standing, people: set[str]) -> Iterator[Fault]:
    genders = Counter(loaded.facts.athletes[athlete].gender for athlete in people)
    sizes = (
        ("athletes", standing.athletes, len(people)),
        ("men", standing.men, genders[Gender.MEN]),
        ("women", standing.women, genders[Gender.WOMEN]),
    )
    for key, stated, counted in sizes:
        if stated is not None and stated != counted:
            what = f"{standing.npc} has {stated} {key} here but {counted} in the events"
            yield _at(loaded, standing).fault(what, "correct one of the two", key)


def _sizes(loaded: Loaded, standing: Standing) -> Iterator[Fault]:
    if standing.athletes is None or standing.men is None or standing.women is None:
        return
    if standing.men + standing.women != standing.athletes:
        what = f"{standing.men} men and {standing.women} women are not {standing.athletes} athletes"
        yield _at(loaded, standing).fault(what, "", "athletes")


def _ranks(loaded: Loaded) -> Iterator[Fault]:
    """Better medals never stand below worse ones, and equal ones share a rank."""
    tables: dict[str, list[Standing]] = defaultdict(list)
    for standing in loaded.facts.standings:
        if standing.rank is not None:
            tables[standing.games].append(standing)
    for lines in tables.values():
        lines.sort(key=lambda line: (_medals(line), -(line.rank or 0)), reverse=True)
        for above, below in pairwise(lines):
            same = _medals(above) == _medals(below)
            if (above.rank or 0) > (below.rank or 0) or (same and above.rank != below.rank):
                what = f"{below.npc} is {below.rank}. but {above.npc} is {above.rank}."
                hint = "gold decides, then silver, then bronze; equal medals share a rank"
                yield _at(loaded, below).fault(what, hint, "rank")


def _medals(standing: Standing) -> tuple[int, int, int]:
    return (standing.gold, standing.silver, standing.bronze)


def _at(loaded: Loaded, standing: Standing) -> Origin:
    return loaded.origins["standing", f"{standing.games}/{standing.npc}"]
