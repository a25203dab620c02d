from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.facts.load import read_facts
from bot.facts.model import Bout, Gender, Mark, Medal, Statement, Weight

from .small import CLAIMS, EVENTS, GAMES, STANDINGS, replace


def test_a_sound_folder_has_no_faults(small: Path) -> None:
    assert read_facts(small).faults == ()


def test_a_result_holds_what_the_file_says(small: Path) -> None:
    facts = read_facts(small).facts

    gold, silver, swim, team = facts.results

    assert gold.id == "paris-2024/judo-w-48-j2/akmaral-nauatbek"
    assert gold.event == "paris-2024/judo-w-48-j2"
    assert (gold.medal, gold.place, gold.npc) == (Medal.GOLD, 1, "KAZ")
    assert gold.bouts == (Bout("final", "sandrine-martinet", won=True),)
    assert gold.sources == ("results", "press")
    assert silver.sources == ("results",), "from the top of the file"
    assert swim.mark == Mark(Decimal("64.83"), "s", "1:04.83")
    assert swim.date == date(2024, 9, 4)
    assert (team.id, team.place) == ("paris-2024/volleyball-m/kaz", 5)
    assert team.athletes == ("berik-izmaganbetov",)


def test_events_athletes_and_claims_hold_what_the_files_say(small: Path) -> None:
    facts = read_facts(small).facts

    judo = facts.events["paris-2024/judo-w-48-j2"]
    swimming = facts.events["paris-2024/swimming-m-100-breaststroke-sb13"]
    claim = facts.claims["paris-2024/record-zhumagali"]
    athlete = facts.athletes["nurdaulet-zhumagali"]

    assert (judo.sport, judo.gender, judo.weight) == ("judo", Gender.WOMEN, Weight(48))
    assert (swimming.discipline, swimming.distance) == ("breaststroke", 100)
    assert (claim.event, claim.games, claim.value) == (swimming.id, "paris-2024", Decimal("64.83"))
    assert claim.statements == (Statement("1:04.83", ("results",)),)
    assert (athlete.npc, athlete.aliases) == ("KAZ", ("Nurdaulet Jumagali",))
    assert facts.games["paris-2024"].venues[0].sports == ("judo",)
    assert facts.athletes["sandrine-martinet"].npc == "FRA"


@pytest.mark.parametrize(
    ("written", "mark"),
    [
        ("188 kg", Mark(Decimal(188), "kg", "188")),
        ("16.00 m", Mark(Decimal("16.00"), "m", "16.00")),
        ("247.7 points", Mark(Decimal("247.7"), "points", "247.7")),
        ("48.50 s", Mark(Decimal("48.50"), "s", "48.50")),
        ('"33:06.5"', Mark(Decimal("1986.5"), "s", "33:06.5")),
        ('"1:02:03"', Mark(Decimal(3723), "s", "1:02:03")),
    ],
)
def test_a_mark_is_read_with_its_unit(small: Path, written: str, mark: Mark) -> None:
    replace(small, f"{EVENTS}/swimming.yaml", '"1:04.83"', written)

    loaded = read_facts(small)

    assert loaded.faults == ()
    assert loaded.facts.results[2].mark == mark


def test_a_class_that_two_sports_share_is_keyed_by_sport(small: Path) -> None:
    replace(small, "classifications.yaml", "  SB13:\n", "  swimming/SB13:\n")

    known = read_facts(small).facts.classifications

    assert known["swimming/SB13"].code == "SB13"


JUDO = f"{EVENTS}/judo.yaml"
SWIMMING = f"{EVENTS}/swimming.yaml"
VOLLEYBALL = f"{EVENTS}/volleyball.yaml"

PLANTED = [
    # file, what stands there, what is planted, what the fault says, what its hint says
    (JUDO, "athlete: akmaral-nauatbek", "athlete: akmarl-nauatbek",
     "unknown athlete 'akmarl-nauatbek'", "did you mean 'akmaral-nauatbek'?"),
    (JUDO, "opponent: sandrine-martinet", "opponent: sandrin-martinet",
     "unknown athlete 'sandrin-martinet'", "did you mean 'sandrine-martinet'?"),
    (JUDO, "sport: judo", "sport: jodo", "unknown sport 'jodo'", "did you mean 'judo'?"),
    (JUDO, "    gender: women", "    gender: woman", "'gender' is 'woman'",
     "one of men, women, mixed"),
    (JUDO, "medal: gold", "medal: golden", "'medal' is 'golden'", "gold, silver, bronze"),
    (JUDO, 'weight: "-48 kg"', "weight: 48", "'weight' is 48", '"-54 kg" or "+90 kg"'),
    (JUDO, "date: 2024-09-05", "date: 5 September", "'date' is '5 September'", "year-month-day"),
    (JUDO, "    classes: [J2]", "    class: [J2]", "unknown key 'class'",
     "did you mean 'classes'?"),
    (JUDO, "stage: final", "stage: finals", "'stage' is 'finals'", "semifinal"),
    (JUDO, "sources: [results, press]", "sources: [results, pres]", "unknown source 'pres'",
     "did you mean 'press'?"),
    (JUDO, "sources: [results]\nevents", "events", "'sources' is missing", "every fact"),
    (JUDO, "      - medal: gold\n        npc: KAZ", "      - medal: gold\n        npc: KZ",
     "unknown delegation 'KZ'", "did you mean 'KAZ'?"),
    (SWIMMING, 'mark: "1:04.83"', "mark: 64.83", "'mark' is Decimal('64.83')", "188 kg"),
    (SWIMMING, "discipline: breaststroke", "discipline: breastroke",
     "unknown discipline of swimming 'breastroke'", "did you mean 'breaststroke'?"),
    (SWIMMING, "distance: 100", "distance: 100 m", "'distance' is '100 m'", "a whole number"),
    (VOLLEYBALL, "athletes: [berik-izmaganbetov]", "athlete: berik-izmaganbetov",
     "a team has 'athletes'", "athletes: [one, two]"),
    (VOLLEYBALL, "team: true", "team: 12", "'team' is 12", "true or false"),
    (STANDINGS, "- {npc: KAZ, rank: 39, gold: 1", "- {npc: KAZ, rank: 39, gold: one",
     "'gold' is 'one'", "a whole number"),
    (STANDINGS, "- {npc: NPA", "- {npc: FRA", "standing 'paris-2024/FRA' is already defined",
     "standings.yaml:3"),
    (CLAIMS, "event: swimming-m-100", "event: swiming-m-100",
     "unknown event 'swiming-m-100-breaststroke-sb13'", "did you mean"),
    (CLAIMS, "statements:", "lead: yes\n    statements:", "'lead' stands twice", "keep one"),
    (GAMES, "season: summer", "season: autumn", "'season' is 'autumn'", "summer, winter"),
    (GAMES, "sports: [judo]", "sports: judo", "'sports' is 'judo'", "[one, two]"),
    (GAMES, "year: 2024", "", "'year' is missing", "year: 1"),
    ("athletes/KAZ.yaml", "gender: women", "gender: mixed", "'gender' of an athlete is 'mixed'",
     "men or women"),
    ("athletes/KAZ.yaml", "born: 1999-01-08", "born: 1999-01-38", "'1999-01-38' is no day",
     "year-month-day"),
    ("athletes/KAZ.yaml", "{en: Berik Izmaganbetov}", "{ru: Берик Измаганбетов}",
     "the name in English is missing", "David Degtyarev"),
    ("athletes/KAZ.yaml", "  berik-izmaganbetov:", "  Berik_I:",
     "'Berik_I' is no identifier here", "pattern"),
    ("athletes/others.yaml", "  sandrine-martinet:", "  akmaral-nauatbek:",
     "athlete 'akmaral-nauatbek' is already defined", "KAZ.yaml:4"),
    ("sources.yaml", "as_of: 2024-09-09", "as_off: 2024-09-09", "unknown key 'as_off'",
     "did you mean 'as_of'?"),
    ("sources.yaml", "url: https://", "url: htps://", "is no web address", "https://"),
    ("delegations.yaml", "iso: KZ", "iso: KAZ", "'KAZ' is no country code", "such as KZ"),
    ("delegations.yaml", "  NPA:", "  npa:", "'npa' is no identifier here", "[A-Z]{3}"),
    ("store.yaml", "current: paris-2024", "current: paris-24", "unknown Games 'paris-24'",
     "did you mean 'paris-2024'?"),
]  # fmt: skip


AFTER = {
    # What is missing is told at the block that misses it; the rest was planted a line early.
    "'sources' is missing": 1,
    "'year' is missing": -1,
    "unknown delegation 'KZ'": 1,
}


@pytest.mark.parametrize(("name", "old", "new", "what", "hint"), PLANTED)
def test_a_planted_fault_is_told_with_file_line_and_remedy(
    small: Path, name: str, old: str, new: str, what: str, hint: str
) -> None:
    line = replace(small, name, old, new)

    faults = read_facts(small).faults

    told = [fault for fault in faults if what in fault.what]
    assert told, faults
    assert (told[0].file, told[0].line) == (f"data/{name}", line + AFTER.get(what, 0))
    assert hint in told[0].hint


def test_faults_are_gathered_and_not_told_one_by_one(small: Path) -> None:
    replace(small, JUDO, "medal: gold", "medal: golden")
    replace(small, "sources.yaml", "as_of: 2024-09-09", "as_off: 2024-09-09")

    files = {fault.file for fault in read_facts(small).faults}

    assert files == {f"data/{JUDO}", "data/sources.yaml"}


@pytest.mark.parametrize(
    "name", ["sport.yaml", "athletes/KAZ.yml", "games/paris-2024/claim.yaml", "games/x.yaml"]
)
def test_a_file_that_nobody_reads_is_a_fault(small: Path, name: str) -> None:
    (small / name).write_text("a: 1\n", encoding="utf-8")

    faults = read_facts(small).faults

    assert [(fault.file, fault.what) for fault in faults] == [
        (f"data/{name}", "is no file of the store")
    ]


def test_lexicon_and_messages_are_left_alone(small: Path) -> None:
    for folder in ("lexicon", "messages"):
        (small / folder).mkdir()
        (small / folder / "en.yaml").write_text("- anything\n", encoding="utf-8")

    assert read_facts(small).faults == ()
