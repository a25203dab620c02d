"""Tables brought into a small store, and what editors did to it before and after."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main
from bot.facts.check import check_facts
from bot.facts.fault import FactsError
from bot.facts.load import read_facts
from bot.importing.run import RefusedImport, named_tables

from .conftest import ENTRIES, MEDALS, TABLE, Desk

Edit = Callable[[str, str, str], None]
JUDO = "games/paris-2024/events/judo.yaml"
SWIMMING = "games/paris-2024/events/swimming.yaml"
STANDINGS = "games/paris-2024/standings.yaml"
EVENT = "paris-2024/judo-m-60-j2"


def test_a_table_becomes_events_results_and_athletes(desk: Desk) -> None:
    report = desk.bring(medals=MEDALS)

    facts = read_facts(desk.data).facts
    event = facts.events[EVENT]
    results = [r for r in facts.results if r.event == EVENT]
    assert report.unplaced == []
    assert (event.name, event.gender, str(event.weight)) == ("Men -60 kg J2", "men", "-60")
    assert (event.classes, str(event.date)) == (("J2",), "2024-09-05")
    assert [(r.medal, r.npc, r.athletes) for r in results] == [
        ("gold", "FRA", ("jean-dupont",)),
        ("silver", "KAZ", ("nurdaulet-zhumagali",)),
        ("bronze", "FRA", ("luc-martin",)),
        ("bronze", "NPA", ("ivan-ivanov",)),
    ]
    assert facts.athletes["jean-dupont"].official == "DUPONT Jean"
    assert facts.athletes["jean-dupont"].sources == ("results",)


def test_someone_whom_the_store_knows_is_not_written_again(desk: Desk) -> None:
    desk.bring(medals=MEDALS)

    assert desk.text("athletes/KAZ.yaml").count("ZHUMAGALI") == 1


def test_one_who_wins_twice_is_one_athlete(desk: Desk) -> None:
    desk.bring(medals=MEDALS)

    facts = read_facts(desk.data).facts
    assert sum("jean-dupont" in r.athletes for r in facts.results) == 2
    assert [a for a in facts.athletes if a.startswith("jean-dupont")] == ["jean-dupont"]


def test_what_is_brought_passes_the_check_but_for_what_it_contradicts(desk: Desk) -> None:
    desk.bring(medals=MEDALS)

    # The small table says that Kazakhstan has one silver.
    assert [fault.what for fault in check_facts(desk.data)] == [
        "KAZ has 1 silver here but 2 in the events"
    ]


def test_a_second_import_changes_no_byte(desk: Desk) -> None:
    desk.bring(medals=MEDALS, entries=ENTRIES, table=TABLE)
    before = desk.all()

    report = desk.bring(medals=MEDALS, entries=ENTRIES, table=TABLE)

    assert desk.all() == before
    assert report.lines() == ["added: nothing"]


def test_the_order_of_rows_does_not_matter(desk: Desk) -> None:
    head, *rows = MEDALS.splitlines()
    desk.bring(medals=MEDALS)
    before = desk.all()

    desk.bring(medals="\n".join([head, *reversed(rows)]))

    assert desk.all() == before


def test_entries_join_the_medals_of_their_event(desk: Desk) -> None:
    desk.bring(medals=MEDALS, entries=ENTRIES)

    facts = read_facts(desk.data).facts
    results = {r.athletes: r for r in facts.results if r.event == EVENT}
    assert results["li-wei",].status == "entered"
    assert results["jean-dupont",].medal == "gold"
    assert str(facts.athletes["jean-dupont"].born) == "1990-01-02"


def test_a_table_of_medals_fills_in_lines(desk: Desk) -> None:
    report = desk.bring(table=TABLE)

    assert "{npc: GER, rank: 2, gold: 10, silver: 0, bronze: 1}" in desk.text(STANDINGS)
    assert report.added == {"lines of medal tables": 1}


def test_a_table_fills_in_what_a_line_lacks(desk: Desk, edit: Edit) -> None:
    desk.bring(table=TABLE)
    edit(STANDINGS, "{npc: GER, rank: 2, gold: 10", "{npc: GER, gold: 10")

    report = desk.bring(table=TABLE)

    assert "{npc: GER, rank: 2, gold: 10, silver: 0, bronze: 1}" in desk.text(STANDINGS)
    assert report.added == {"numbers in medal tables": 1}


@pytest.mark.parametrize("take", [False, True])
def test_of_a_number_that_differs_the_file_keeps_its_own(
    desk: Desk, edit: Edit, take: bool
) -> None:
    desk.bring(table=TABLE)
    edit(STANDINGS, "{npc: GER, rank: 2, gold: 10", "{npc: GER, rank: 2, gold: 11")

    report = desk.bring(table=TABLE, take=take)

    assert f"gold: {10 if take else 11}, silver: 0" in desk.text(STANDINGS)
    said = report.taken if take else report.differences
    assert any("gold of GER is 11, not 10" in line for line in said)


# --- what people did by hand ---


def test_a_correction_survives_and_is_reported(desk: Desk, edit: Edit) -> None:
    desk.bring(medals=MEDALS)
    edit(JUDO, "{medal: bronze, npc: FRA, athlete: luc-martin}",
         "{status: disqualified, npc: FRA, athlete: luc-martin}")  # fmt: skip
    edit(JUDO, 'weight: "-60 kg"', 'weight: "-66 kg"')
    before = desk.text(JUDO)

    report = desk.bring(medals=MEDALS)

    assert desk.text(JUDO) == before
    told = "\n".join(report.differences)
    assert "weight is -66 kg, not" in told
    assert "medal is None, not bronze" in told


def test_remarks_and_richer_facts_survive(desk: Desk, edit: Edit) -> None:
    desk.bring(medals=MEDALS)
    edit(JUDO, "athlete: jean-dupont}", "athlete: jean-dupont}  # He led from the start.")
    edit(JUDO, "  judo-m-60-j2:", "  # A day of surprises.\n\n  judo-m-60-j2:")
    edit("athletes/FRA.yaml", "  jean-dupont:", "  # Born in Lyon.\n  jean-dupont:")
    edit("athletes/FRA.yaml", "{en: Jean Dupont}", "{en: Jean Dupont, ru: Жан Дюпон}")
    before = desk.all()

    desk.bring(medals=MEDALS)
    assert desk.all() == before

    desk.bring(medals=MEDALS, entries=ENTRIES)
    assert "# He led from the start." in desk.text(JUDO)
    assert "# A day of surprises." in desk.text(JUDO)
    assert "# Born in Lyon.\n  jean-dupont:" in desk.text("athletes/FRA.yaml")
    assert "ru: Жан Дюпон" in desk.text("athletes/FRA.yaml")


def test_a_renamed_event_is_known_by_its_name(desk: Desk, edit: Edit) -> None:
    desk.bring(medals=MEDALS)
    edit(JUDO, "  judo-m-60-j2:", "  judo-men-60:")

    desk.bring(medals=MEDALS)

    assert desk.text(JUDO).count("Men -60 kg J2") == 1


@pytest.mark.parametrize(
    ("name", "gone"),
    [
        (JUDO, "      - {medal: bronze, npc: NPA, athlete: ivan-ivanov}\n"),
        (STANDINGS, "  - {npc: GER, rank: 2, gold: 10, silver: 0, bronze: 1}\n"),
    ],
)
def test_a_deletion_survives_and_is_reported(desk: Desk, edit: Edit, name: str, gone: str) -> None:
    desk.bring(medals=MEDALS, table=TABLE)
    edit(name, gone, "")
    before = desk.all()

    report = desk.bring(medals=MEDALS, table=TABLE)

    assert desk.all() == before
    assert len(report.deleted) == 1
    assert report.lines()[0].startswith("deleted here, not brought again: paris-2024")


def test_a_deleted_event_stays_deleted(desk: Desk) -> None:
    desk.bring(medals=MEDALS)
    text = desk.text(JUDO)
    (desk.data / JUDO).write_text(text[: text.index("  judo-m-60-j2")].rstrip() + "\n", "utf-8")
    before = desk.all()

    desk.bring(medals=MEDALS)

    assert desk.all() == before


def test_the_table_wins_where_it_is_told_to(desk: Desk, edit: Edit) -> None:
    desk.bring(medals=MEDALS)
    as_brought = desk.text(JUDO)
    edit(JUDO, "{medal: bronze, npc: FRA, athlete: luc-martin}",
         "{medal: bronze, npc: FRA, athlete: sandrine-martinet}")  # fmt: skip
    edit(JUDO, 'weight: "-60 kg"', 'weight: "-66 kg"')
    edit(JUDO, "      - {medal: bronze, npc: NPA, athlete: ivan-ivanov}\n", "")

    report = desk.bring(take=True, medals=MEDALS)

    assert desk.text(JUDO) == as_brought
    assert report.differences == report.deleted == []
    assert any("weight" in line for line in report.taken)


def test_a_dry_run_says_what_would_be_and_writes_nothing(desk: Desk) -> None:
    before = desk.all()

    report = desk.bring(dry=True, medals=MEDALS)

    assert desk.all() == before
    assert report.added["events"] == 1
    assert report.added["athletes"] == 3


# --- what finds no place ---


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Para Chess,Mixed Open,Gold,FR,DUPONT Jean,2024-09-05", "unknown sport 'Para Chess'"),
        ("Rowing,PR1 Men's Single Sculls,Gold,FRA,DUPONT Jean,2024-09-05", "write games.yaml or"),
    ],
)
def test_a_row_without_a_place_is_reported_and_the_others_are_brought(
    desk: Desk, row: str, why: str
) -> None:
    report = desk.bring(medals=f"{MEDALS}{row}\n")

    assert [why in line for line in report.unplaced] == [True]
    assert EVENT in read_facts(desk.data).facts.events


def test_a_row_without_a_place_is_named_by_file_and_line(desk: Desk) -> None:
    report = desk.bring(medals=f"{MEDALS}Chess,Open,Gold,FR,DUPONT Jean,2024-09-05\n")

    assert report.unplaced[0].startswith("medals.csv:7: unknown sport 'Chess'")
    assert report.lines()[0].startswith("not placed: medals.csv:7:")


def test_unknown_games_are_reported(desk: Desk) -> None:
    report = desk.bring(table=f"{TABLE}London,FRA,1,1,1,1\n")

    assert report.unplaced[0].startswith("table.csv:4: unknown Games")


def test_a_table_without_its_columns_is_reported(desk: Desk) -> None:
    report = desk.bring(medals="sport,event\nJudo,Men -60 kg J2\n")

    assert report.unplaced == ["medals.csv:1: no column medal, npc, name, date"]


def test_an_unknown_recipe_or_table_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(RefusedImport, match="no recipe 'medal'; there are entries, medals, table"):
        named_tables(desk.data, ["medal=x.csv"])
    with pytest.raises(RefusedImport, match=r"no table none\.csv"):
        named_tables(desk.data, ["medals=none.csv"])


def test_nothing_is_brought_into_a_faulty_store(desk: Desk, edit: Edit) -> None:
    edit(JUDO, "sport: judo", "sport: jodo")
    before = desk.all()

    with pytest.raises(FactsError, match="unknown sport 'jodo'"):
        desk.bring(medals=MEDALS)

    assert desk.all() == before


def test_the_command_reports_and_tells_by_its_status(
    desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ALTYN_DATA", str(desk.data))
    table = tmp_path / "some.csv"
    table.write_text(MEDALS, encoding="utf-8")

    assert main(["import", f"medals={table}"]) == 0
    assert "added: 3 athletes, 1 events" in capsys.readouterr().out
    table.write_text(f"{MEDALS}Chess,Open,Gold,FR,DUPONT Jean,2024-09-05\n", encoding="utf-8")
    assert main(["import", f"medals={table}"]) == 1
    assert main(["import", "nothing=x"]) == 2
