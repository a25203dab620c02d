"""The facts of one Games alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.facts.check import check_facts
from bot.facts.load import read_facts
from bot.facts.model import Facts

from .conftest import SHIPPED
from .small import write_small

RIO = """\
season: summer
year: 2016
edition: 15
city: {en: Rio, ru: Рио, kk: Рио}
names: {en: Rio 2016, ru: Рио-2016, kk: Рио-2016}
entries_known: [KAZ]
sources: [results]
"""
RIO_SWIMMING = """\
sport: swimming
sources: [results]
events:
  swimming-m-100-breaststroke-sb13:
    name: Men's 100m Breaststroke - SB13
    gender: men
    classes: [SB13]
    irregular: The others are not in this small store.
    results:
      - {medal: gold, npc: KAZ, athlete: berik-izmaganbetov}
"""
RIO_STANDINGS = """\
sources: [results]
standings:
  - {npc: KAZ, gold: 1, silver: 0, bronze: 0}
"""


@pytest.fixture
def two(tmp_path: Path) -> Path:
    data = write_small(tmp_path)
    rio = data / "games/rio-2016"
    (rio / "events").mkdir(parents=True)
    (rio / "games.yaml").write_text(RIO, encoding="utf-8")
    (rio / "standings.yaml").write_text(RIO_STANDINGS, encoding="utf-8")
    (rio / "events/swimming.yaml").write_text(RIO_SWIMMING, encoding="utf-8")
    return data


@pytest.fixture
def rio(two: Path) -> Facts:
    return read_facts(two, "rio-2016").facts


def test_only_its_events_tables_and_claims_are_there(rio: Facts) -> None:
    assert {event.games for event in rio.events.values()} == {"rio-2016"}
    assert {line.games for line in rio.standings} == {"rio-2016"}
    assert rio.claims == {}


def test_only_its_athletes_are_there(rio: Facts) -> None:
    assert [*rio.athletes] == ["berik-izmaganbetov"]


def test_opponents_and_those_whom_a_claim_names_are_there(two: Path) -> None:
    athletes = read_facts(two, "paris-2024").facts.athletes

    assert {"sandrine-martinet", "nurdaulet-zhumagali"} <= {*athletes}


def test_questions_mean_it(rio: Facts) -> None:
    assert rio.current == "rio-2016"


def test_the_others_are_known_by_name_and_their_results_are_unknown(rio: Facts) -> None:
    paris = rio.games["paris-2024"]

    assert str(paris.opened) == "2024-08-28"
    assert paris.entries_known == paris.medals_known == ()
    assert rio.games["rio-2016"].entries_known == ("KAZ",)


def test_its_faults_are_found_and_those_of_others_are_not(two: Path) -> None:
    (two / "games/paris-2024/standings.yaml").write_text("sources: [no]\n", encoding="utf-8")

    assert check_facts(two, "rio-2016") == []
    assert check_facts(two) != []


@pytest.mark.parametrize("games", ["paris-2024", "geilo-1980", "milano-cortina-2026"])
def test_each_shipped_games_is_sound_alone(games: str) -> None:
    assert check_facts(SHIPPED, games) == []
