from __future__ import annotations

from pathlib import Path

import pytest

from bot.facts.check import Fault, check_facts, format_fault

from .small import CLAIMS, EVENTS, GAMES, STANDINGS, replace

KAZ_LINE = (
    "  - {npc: KAZ, rank: 39, gold: 1, silver: 1, bronze: 0, athletes: 3, men: 2, women: 1}\n"
)

ELSEWHERE = {
    # A contradiction that is told at the other end of it.
    "'akmaral-nauatbek', born 2019-01-08, was 5 at paris-2024": (f"{EVENTS}/judo.yaml", 14),
    "KAZ has 2 medals but no line in standings.yaml": (GAMES, 1),
}

JUDO = f"{EVENTS}/judo.yaml"
SWIMMING = f"{EVENTS}/swimming.yaml"
VOLLEYBALL = f"{EVENTS}/volleyball.yaml"


def test_a_sound_folder_passes(small: Path) -> None:
    assert check_facts(small) == []


PLANTED = [
    # file, what stands there, what is planted, what the fault says, its line after the planted one
    (STANDINGS, "gold: 1, silver: 1", "gold: 2, silver: 1",
     "KAZ has 2 gold here but 1 in the events", 0),
    (STANDINGS, "athletes: 3, men: 2, women: 1", "athletes: 4, men: 3, women: 1",
     "KAZ has 4 athletes here but 3 in the events", 0),
    (STANDINGS, "athletes: 240, men: 157", "athletes: 240, men: 150",
     "150 men and 83 women are not 240 athletes", 0),
    (STANDINGS, "{npc: NPA, gold: 10,", "{npc: NPA, rank: 50, gold: 10,",
     "KAZ is 39. but NPA is 50.", 1),
    (JUDO, "medal: gold", "place: 2\n        medal: gold", "gold at place 2", 0),
    (JUDO, "- {medal: silver, npc: FRA", "- {medal: gold, npc: FRA",
     "2 times gold in 'paris-2024/judo-w-48-j2'", -14),
    (JUDO, "- {medal: silver, npc: FRA", "- {medal: gold, npc: FRA",
     "0 times silver in 'paris-2024/judo-w-48-j2'", -14),
    (JUDO, "    bronzes: 0\n", "", "0 times bronze in 'paris-2024/judo-w-48-j2'", -5),
    (JUDO, "bronzes: 0", "bronzes: 0\n    tie: true", "'tie' is written but no medal is shared", 1),
    (JUDO, "bronzes: 0", "bronzes: 0\n    irregular: So.",
     "'irregular' is written but the medals are as usual", 1),
    ("athletes/KAZ.yaml", "born: 1999-01-08", "born: 2019-01-08",
     "'akmaral-nauatbek', born 2019-01-08, was 5 at paris-2024", None),
    (GAMES, "closed: 2024-09-08", "closed: 2024-08-08",
     "opened on 2024-08-28 but closed on 2024-08-08", -1),
    (GAMES, "year: 2024", "year: 2042", "opened in 2024 but the year is 2042", 5),
    (STANDINGS, KAZ_LINE, "", "KAZ has 2 medals but no line in standings.yaml", None),
    (JUDO, "- {medal: silver, npc: FRA", "- {place: 2, npc: FRA", "place 2 without a medal", 0),
    (JUDO, "date: 2024-09-05", "date: 2024-10-05", "2024-10-05 is outside paris-2024", 0),
    (JUDO, "classes: [J2]", "classes: [J1]", "class J1 of judo is not explained", 0),
    (JUDO, "classes: [J2]", "classes: [SB13]", "class SB13 of judo is not explained", 0),
    (JUDO, "gender: women", "gender: men", "'akmaral-nauatbek' competes among the men", 8),
    (SWIMMING, "date: 2024-09-04", "date: 2023-09-04", "2023-09-04 is outside paris-2024", 0),
    (VOLLEYBALL, "date: 2024-08-29", "date: 2024-08-19", "2024-08-19 is outside paris-2024", -4),
    (VOLLEYBALL, "        athletes: [berik-izmaganbetov]\n", "",
     "the team of KAZ has no athletes", -2),
    ("athletes/KAZ.yaml", "[Nurdaulet Jumagali]", "[akmaral NAUATBEK]",
     "'akmaral NAUATBEK' is a name of 'nurdaulet-zhumagali' and of 'akmaral-nauatbek'", 0),
    ("athletes/others.yaml", "{en: Sandrine Martinet}", "{en: Berik Izmaganbetov}",
     "'Berik Izmaganbetov' is a name of 'sandrine-martinet' and of 'berik-izmaganbetov'", 0),
    ("sports.yaml", "inside: {en: in para judo, ru: в дзюдо, kk: дзюдодан}",
     "inside: {en: in para judo, ru: в дзюдо}", "'inside' of sport 'judo' lacks kk", 0),
    ("sports.yaml", "names: {en: breaststroke, ru: брасс, kk: брасс}",
     "names: {en: breaststroke}", "'names' of discipline 'breaststroke' lacks ru, kk", 0),
    (GAMES, "{en: Champ de Mars, ru: Марсово поле, kk: Марс алаңы}", "{en: Champ de Mars}",
     "'names' of venue 'paris-2024/champ-de-mars' lacks ru, kk", 0),
    (CLAIMS, "{en: A record., ru: Рекорд., kk: Рекорд.}", "{en: A record., ru: Рекорд.}",
     "'text' of claim 'paris-2024/record-zhumagali' lacks kk", 0),
    ("classifications.yaml", "{en: Partial sight., ru: Слабовидящие., kk: Нашар көретіндер.}",
     "{en: Partial sight.}", "'text' of classification 'J2' lacks ru, kk", 0),
    ("delegations.yaml", "{en: Neutral athletes, ru: Нейтральные, kk: Бейтараптар}",
     "{en: Neutral athletes}", "'names' of delegation 'NPA' lacks ru, kk", 0),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "what", "after"), PLANTED)
def test_a_planted_contradiction_is_told_with_file_and_line(
    small: Path, name: str, old: str, new: str, what: str, after: int | None
) -> None:
    line = replace(small, name, old, new)

    told = [(fault.file, fault.line) for fault in check_facts(small) if fault.what == what]

    file, at = ELSEWHERE[what] if after is None else (name, line + after)
    assert told == [(f"data/{file}", at)], check_facts(small)


def test_shared_medals_are_no_fault_once_declared(small: Path) -> None:
    replace(small, JUDO, "- {medal: silver, npc: FRA", "- {medal: gold, npc: FRA")
    replace(small, JUDO, "date: 2024-09-05", "date: 2024-09-05\n    tie: true")

    assert check_facts(small) == []


def test_two_bronzes_are_usual_in_judo_and_not_in_swimming(small: Path) -> None:
    replace(small, JUDO, "    bronzes: 0\n", "")
    replace(small, SWIMMING, "    irregular: The others are not in this small store.\n", "")
    more = "".join(f"      - {{medal: bronze, npc: FRA, athlete: {who}}}\n" for who in ("a", "b"))
    people = "".join(
        f"  {who}:\n    npc: FRA\n    names: {{en: {who}}}\n    official: {who}\n"
        for who in ("a", "b")
    )
    for name, text in ((JUDO, more), (SWIMMING, more), ("athletes/others.yaml", people)):
        with (small / name).open("a", encoding="utf-8") as file:
            file.write(text)

    assert [fault.what for fault in check_facts(small)] == [
        "0 times gold in 'paris-2024/swimming-m-100-breaststroke-sb13'",
        "2 times bronze in 'paris-2024/swimming-m-100-breaststroke-sb13'",
    ]


def test_a_shared_name_is_no_fault_once_declared(small: Path) -> None:
    replace(small, "athletes/others.yaml", "{en: Sandrine Martinet}", "{en: Akmaral Nauatbek}")
    declared = "- {alias: Akmaral Nauatbek, athletes: [akmaral-nauatbek], reason: Two women.}"
    with (small / "store.yaml").open("a", encoding="utf-8") as file:
        file.write(f"shared_aliases:\n  {declared}\n")

    assert check_facts(small) == []


def test_a_team_that_is_not_complete_is_not_counted(small: Path) -> None:
    replace(small, GAMES, "entries_known: [KAZ]\n", "")
    replace(small, STANDINGS, "athletes: 3, men: 2, women: 1", "athletes: 9, men: 5, women: 4")

    assert check_facts(small) == []


def test_an_athlete_starts_once_in_an_event(small: Path) -> None:
    line = replace(small, JUDO, "athlete: sandrine-martinet}", "athlete: akmaral-nauatbek}")

    faults = [fault for fault in check_facts(small) if "already defined" in fault.what]

    assert [(fault.file, fault.line) for fault in faults] == [(f"data/{JUDO}", line)]


def test_a_broken_folder_is_checked_to_the_end(small: Path) -> None:
    for path in small.rglob("*.yaml"):
        path.write_text("nothing: of use\n", encoding="utf-8")

    assert {fault.file for fault in check_facts(small)} >= {"data/store.yaml", f"data/{JUDO}"}


def test_of_a_file_that_cannot_be_read_nothing_else_is_said(small: Path) -> None:
    path = small / "sports.yaml"
    path.write_text(path.read_text("utf-8").replace("names: {", "names: {{", 1), "utf-8")

    [fault] = check_facts(small)

    assert fault.file.endswith("sports.yaml")
    assert "is not valid YAML" in fault.what


def test_a_fault_reads_like_those_of_compilers() -> None:
    fault = Fault("data/x.yaml", 7, "unknown sport 'jodo'", "did you mean 'judo'?")

    told = "data/x.yaml:7: unknown sport 'jodo' (did you mean 'judo'?)"

    assert format_fault(fault) == told
    assert format_fault(Fault("data/x.yaml", 7, "is empty")) == "data/x.yaml:7: is empty"
