"""What stands in the cells of tables: events, classes, names, winners run together."""

from __future__ import annotations

import pytest

from bot.importing.classes import class_codes
from bot.importing.events import Words, read_event
from bot.importing.names import is_full, slug, spoken
from bot.importing.packed import winners
from bot.importing.recipe import load_words
from bot.settings import PROJECT


@pytest.fixture(scope="module")
def words() -> Words:
    explained = {
        "archery": {"Open", "W1", "Div 3", "Novice", "Tetraplegic", "A", "B", "C"},
        "swimming": {"Incomplete class 1", "Incomplete class 2", "Complete class 1", "1"},
        "boccia": {"C1 wad"},
    }
    return load_words(PROJECT / "data", explained)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("T53/54", "T53 T54"),
        ("S7-10", "S7 S8 S9 S10"),
        ("C1-3", "C1 C2 C3"),
        ("BC1/BC2", "BC1 BC2"),
        ("SL3-SU5", "SL3 SL4 SU5"),
        ("CP C", "CP C"),
        ("HC A-C", "HC A,HC B,HC C"),
        ("HC Div B/C", "HC B,HC C"),
        ("CP Div 3", "CP3"),
        ("B VI 1-3", "B1 B2 B3"),
        ("LC1-4/CP 3/4", "LC1 LC2 LC3 LC4 CP3 CP4"),
        ("Relay A-L", "A1 A2 A3 A4 A5 A6 A7 A8 L1 L2 L3 L4 L5 L6"),
        ("LW5/7", "LW5 LW7"),
        ("Grade II", "Grade II,"),
    ],
)
def test_classes_of_an_event(text: str, codes: str) -> None:
    wanted = codes.strip(",").split("," if "," in codes or codes == "CP C" else " ")

    assert list(class_codes(text)) == wanted


@pytest.mark.parametrize(
    ("sport", "name", "classes"),
    [
        ("archery", "Men's Individual Compound Open", ["Open"]),
        ("archery", "Men's Double FITA Round Div. 3", ["Div 3"]),
        ("archery", "Mixed Novice and Tetraplegics Round Team A-C",
         ["Novice", "Tetraplegic", "A", "B", "C"]),
        ("swimming", "Men's 25 m Breaststroke Incomplete class 1 and 2",
         ["Incomplete class 1", "Incomplete class 2"]),
        ("swimming", "Men's 25 m Backstroke Class 1 complete", ["Complete class 1"]),
        ("swimming", "Men's 4x100 m Medley 34pts", []),
        ("boccia", "Mixed Pairs C1 wad", ["C1 wad"]),
        ("shooting", "Men's Air Rifle Standing LSH2", ["LSH2"]),
        ("sitting-volleyball", "Men's Sitting Volleyball", []),
        ("cycling", "Men's Road 1,500 m Time Trial Tricycle CP Div 2", ["CP2"]),
    ],
)  # fmt: skip
def test_words_are_classes_where_the_store_explains_them(
    words: Words, sport: str, name: str, classes: list[str]
) -> None:
    assert list(read_event(words, sport, name).classes) == classes


@pytest.mark.parametrize(
    ("sport", "name", "local", "discipline", "distance"),
    [
        ("athletics", "Men's 100m - T54", "athletics-m-100-t54", "run", 100),
        ("swimming", "Women's 100m Breaststroke - SB14", "swimming-w-100-breaststroke-sb14",
         "breaststroke", 100),
        ("athletics", "Women's Shot Put - F36", "athletics-w-shot-put-f36", "shot-put", None),
        ("table-tennis", "Men's Singles - MS8", "table-tennis-m-singles-8",
         "table-tennis-singles", None),
        ("powerlifting", "Women's -67.5 kg", "powerlifting-w-67-5", None, None),
        ("judo", "Men +90 kg J2", "judo-m-over-90-j2", None, None),
        ("cycling", "Men's Road 1,500 m Time Trial Tricycle CP Div 2",
         "cycling-m-1500-time-trial-cp-div-2", "road-time-trial", 1500),
    ],
)  # fmt: skip
def test_events_get_readable_identifiers(
    words: Words, sport: str, name: str, local: str, discipline: str | None, distance: int | None
) -> None:
    event = read_event(words, sport, name)

    assert (event.local, event.discipline, event.distance) == (local, discipline, distance)


def test_a_relay_has_legs_and_a_team(words: Words) -> None:
    relay = read_event(words, "swimming", "Mixed 4x50m Freestyle Relay - 20 Points")

    assert (relay.legs, relay.distance, relay.team, relay.codes) == (4, 50, True, ("20 points",))


@pytest.mark.parametrize(
    ("official", "npc", "television", "said"),
    [
        ("JIANG Yuyan", "CHN", "JIANG Yuyan", "Jiang Yuyan"),
        ("DEBRUNNER Catherine", "SUI", "Catherine DEBRUNNER", "Catherine Debrunner"),
        ("van ZON Kelly", "NED", "Kelly van ZON", "Kelly van Zon"),
        ("D'ANDREA Mariana", "BRA", "", "Mariana D'Andrea"),
        ("McFADDEN Tatyana", "USA", "", "Tatyana McFadden"),
        ("KUNIEDA Shingo", "JPN", "KUNIEDA Shingo", "Shingo Kunieda"),
    ],
)
def test_names_are_as_people_say_them(official: str, npc: str, television: str, said: str) -> None:
    assert spoken(official, npc, television) == said


def test_identifiers_are_plain() -> None:
    assert slug("Mariana D'Andrea") == "mariana-dandrea"
    assert slug("Дәулет") == "daulet"


def test_initials_are_no_full_name() -> None:
    assert is_full("PERALES Teresa")
    assert not is_full("MODIN Z")
    assert not is_full("SMITH")


def test_guides_and_pilots_are_not_the_medallists() -> None:
    (winner,) = winners("MODRA Kieran (AUS)Pilot: EDWARDS David", (), sure=True)

    assert (winner.npc, winner.people) == ("AUS", ("MODRA Kieran",))


def test_members_run_together_are_parted() -> None:
    (team,) = winners("Sweden (SWE)ANDERSSON ViktoriaDAHLBERG Anna", ("Sweden",), sure=True)

    assert team.is_team
    assert team.people == ("ANDERSSON Viktoria", "DAHLBERG Anna")


def test_members_that_may_be_two_in_one_word_are_left_out() -> None:
    (team,) = winners("Sweden (SWE)ANDERSSONDAHLBERG", ("Sweden",), sure=False, size=2)

    assert team.people == ()


def test_a_medal_given_twice_has_two_winners() -> None:
    found = winners("PERALES Teresa (ESP)SMITH Anna (GBR)", (), sure=True)

    assert [(w.npc, w.people) for w in found] == [
        ("ESP", ("PERALES Teresa",)),
        ("GBR", ("SMITH Anna",)),
    ]
