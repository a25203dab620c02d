"""Who is who: one athlete is one record where that is sure, and two where it is not."""

from __future__ import annotations

from datetime import date

import pytest

from bot.importing.roster import Roster
from bot.importing.table import Person

EARLIER, LATER = "london-2012", "paris-2024"


@pytest.fixture
def roster() -> Roster:
    roster = Roster({"CZE": frozenset({"TCH"})})
    for person, npc, games, sport in (
        (Person("DUPONT Jean", gender="men", born=date(1990, 1, 2)), "FRA", EARLIER, "judo"),
        (Person("LI Wei", gender="men"), "CHN", EARLIER, "judo"),
        (Person("NOVAK Jan", gender="men"), "TCH", "barcelona-1992", "athletics"),
        (Person("SMITH A"), "USA", "tokyo-1964", "swimming"),
    ):
        roster.add(person, npc, games, "results").seen[games].add(sport)
    return roster


@pytest.mark.parametrize(
    ("person", "npc", "games", "sport", "found"),
    [
        (Person("DUPONT Jean"), "FRA", LATER, "judo", "jean-dupont"),
        (Person("DUPONT Jean"), "FRA", LATER, "cycling", "jean-dupont"),
        (Person("DUPONT Jean"), "BEL", LATER, "judo", None),
        (Person("DUPONT Jean", gender="women"), "FRA", LATER, "judo", None),
        (Person("DUPONT Jean", born=date(2001, 1, 1)), "FRA", LATER, "judo", None),
        (Person("DUPONT Jean"), "FRA", "rome-1960", "judo", None),
        (Person("LI Wei"), "CHN", LATER, "judo", "li-wei"),
        (Person("LI Wei"), "CHN", LATER, "cycling", None),
        (Person("NOVAK Jan"), "CZE", "atlanta-1996", "athletics", "jan-novak"),
        (Person("SMITH A"), "USA", "tel-aviv-1968", "swimming", None),
        (Person("SMITH A"), "USA", "tokyo-1964", "swimming", "a-smith"),
    ],
    ids=str,
)
def test_a_name_is_someone_known_only_where_that_is_sure(
    roster: Roster, person: Person, npc: str, games: str, sport: str, found: str | None
) -> None:
    known = roster.find(person, npc, games, sport)

    assert (known.id if known else None) == found


def test_namesakes_get_identifiers_that_tell_them_apart(roster: Roster) -> None:
    second = roster.add(Person("DUPONT Jean"), "BEL", LATER, "results")
    third = roster.add(Person("DUPONT Jean", born=date(2001, 1, 1)), "BEL", LATER, "results")

    assert (second.id, third.id) == ("jean-dupont-bel", "jean-dupont-bel-2001")
