from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.facts.load import read_facts
from bot.facts.store import Store

PARIS = "paris-2024"
JUDO = "paris-2024/judo-w-48-j2"
SWIMMING = "paris-2024/swimming-m-100-breaststroke-sb13"


@pytest.fixture
def store(small: Path) -> Store:
    return Store(read_facts(small).facts)


def test_results_are_found_by_athlete_and_team(store: Store) -> None:
    (gold,) = store.results_of("akmaral-nauatbek")
    (silver,) = store.results_of("sandrine-martinet")

    assert gold in store.team_results(PARIS, "KAZ")
    assert silver not in store.team_results(PARIS, "KAZ")
    assert store.event_of(gold).id == JUDO


def test_medals_come_best_first(store: Store) -> None:
    assert [result.medal for result in store.medals(PARIS, "KAZ")] == ["gold", "silver"]


def test_a_team_has_its_athletes_and_sports(store: Store) -> None:
    assert len(store.athletes_at(PARIS, "KAZ")) == 3
    assert store.sports_at(PARIS, "KAZ") == ("judo", "swimming", "volleyball")


def test_a_result_without_a_day_has_that_of_the_final(store: Store) -> None:
    (judo,) = store.results_of("akmaral-nauatbek")
    (swimming,) = store.results_of("nurdaulet-zhumagali")

    assert store.day_of(judo) == date(2024, 9, 5)
    assert store.day_of(swimming) == date(2024, 9, 4)


def test_events_are_found_by_games_and_sport(store: Store) -> None:
    assert len(store.events(PARIS)) == 3
    assert [event.id for event in store.events(PARIS, "judo")] == [JUDO]


def test_the_medal_table_goes_by_rank_with_the_unranked_last(store: Store) -> None:
    assert [line.npc for line in store.medal_table(PARIS)] == ["FRA", "KAZ", "NPA"]
    standing = store.standing(PARIS, "KAZ")
    assert standing is not None
    assert (standing.rank, standing.total) == (39, 2)


def test_leading_claims_come_first(store: Store) -> None:
    assert [claim.id for claim in store.claims("record")] == [
        "paris-2024/record-zhumagali",
        "paris-2024/record-old",
    ]
    assert [claim.id for claim in store.claims_about("akmaral-nauatbek")] == [
        "paris-2024/record-old"
    ]


def test_coverage_says_whose_results_are_all_here(store: Store) -> None:
    assert store.coverage(PARIS) == ("KAZ",)
    assert store.coverage(PARIS, medals=True) == ("KAZ",), "all results hold all medals"


def test_venues_are_at_hand(store: Store) -> None:
    assert [venue.id for venue in store.venues(PARIS, "judo")] == ["champ-de-mars"]


def test_what_is_not_there_gives_nothing_and_no_error(store: Store) -> None:
    assert not store.results_of("no")
    assert not store.events("no")
    assert not store.medals("no", "KAZ")
    assert not store.claims("no")
    assert not store.medal_table("no")
    assert not store.coverage("no")
    assert not store.venues("no", "judo")
    assert store.standing("no", "KAZ") is None
