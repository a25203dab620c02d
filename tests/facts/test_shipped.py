"""The data that the bot ships with: sound, complete, and saying what its sources say."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from bot.facts.check import check_facts, format_fault
from bot.facts.load_draft import Loaded
from bot.facts.model import Medal
from bot.facts.store import Store

from .conftest import SHIPPED

PARIS = "paris-2024"


@pytest.fixture(scope="module")
def store(shipped: Loaded) -> Store:
    return Store(shipped.facts)


def test_the_data_pass_the_check() -> None:
    assert [format_fault(fault) for fault in check_facts(SHIPPED)] == []


# --- What the article and the results say of Kazakhstan in Paris ---


def test_kazakhstan_won_two_gold_three_silver_four_bronze(store: Store) -> None:
    medals = Counter(result.medal for result in store.medals(PARIS, "KAZ"))

    assert medals == {Medal.GOLD: 2, Medal.SILVER: 3, Medal.BRONZE: 4}


def test_its_medallists_are_those_of_the_article(store: Store) -> None:
    won = {r.athletes[0]: (str(r.medal), store.event_of(r)) for r in store.medals(PARIS, "KAZ")}

    assert {athlete: medal for athlete, (medal, _) in won.items()} == {
        "david-degtyarev": "gold",
        "akmaral-nauatbek": "gold",
        "yerkin-gabbasov": "silver",
        "nurdaulet-zhumagali": "silver",
        "yergali-shamey": "silver",
        "dayana-fedossova": "bronze",
        "zarina-raifova": "bronze",
        "dastan-mukashbekov": "bronze",
        "zhurkamyrza-shukurbekov": "bronze",
    }
    sports = Counter(event.sport for _, event in won.values())
    assert sports == {"judo": 5, "powerlifting": 1, "swimming": 1, "shooting": 1, "athletics": 1}
    assert {a: str(event.weight) for a, (_, event) in won.items() if event.weight} == {
        "david-degtyarev": "-54",
        "akmaral-nauatbek": "-48",
        "yergali-shamey": "-73",
        "dayana-fedossova": "-57",
        "zarina-raifova": "+70",
        "zhurkamyrza-shukurbekov": "+90",
    }


def test_the_medals_fell_on_these_days(store: Store) -> None:
    days = Counter(store.day_of(result) for result in store.medals(PARIS, "KAZ"))

    assert days == {
        date(2024, 8, 31): 1,
        date(2024, 9, 4): 2,
        date(2024, 9, 5): 2,
        date(2024, 9, 6): 2,
        date(2024, 9, 7): 2,
    }


@pytest.mark.parametrize(
    ("athlete", "value", "unit"),
    [
        ("david-degtyarev", "188", "kg"),
        ("yerkin-gabbasov", "247.7", "points"),
        ("dastan-mukashbekov", "16.00", "m"),
        ("nurdaulet-zhumagali", "64.83", "s"),
    ],
)
def test_the_marks_of_medallists(store: Store, athlete: str, value: str, unit: str) -> None:
    (medal,) = (r for r in store.medals(PARIS, "KAZ") if athlete in r.athletes)

    assert medal.mark is not None
    assert (medal.mark.value, medal.mark.unit) == (Decimal(value), unit)


def test_the_team_had_44_athletes_in_nine_sports_and_49_entries(store: Store) -> None:
    team = store.athletes_at(PARIS, "KAZ")
    genders = Counter(store.facts.athletes[athlete].gender for athlete in team)

    assert len(team) == 44
    assert genders == {"men": 30, "women": 14}
    assert len(store.sports_at(PARIS, "KAZ")) == 9
    assert sum(len(result.athletes) for result in store.team_results(PARIS, "KAZ")) == 49


def test_kazakhstan_was_39th(store: Store) -> None:
    line = store.standing(PARIS, "KAZ")

    assert line is not None
    assert (line.rank, line.gold, line.silver, line.bronze) == (39, 2, 3, 4)
    assert (line.athletes, line.men, line.women) == (44, 30, 14)
    assert sum(1 for other in store.medal_table(PARIS) if (other.rank or 99) < 39) == 38


def test_the_medal_table_of_paris_is_whole(store: Store) -> None:
    table = store.medal_table(PARIS)
    delegations = [line for line in store.facts.standings if line.games == PARIS]

    assert len(table) == 86
    assert len(delegations) == 170
    assert sum(line.athletes or 0 for line in delegations) == 4459
    assert tuple(map(sum, zip(*((x.gold, x.silver, x.bronze) for x in table), strict=True))) == (
        549,
        551,
        607,
    )
    assert [line.npc for line in table[:5]] == ["CHN", "GBR", "USA", "NED", "BRA"]


def test_the_medals_of_all_games(store: Store) -> None:
    won = {
        games: len(store.medals(games, "KAZ"))
        for games in store.facts.games
        if store.medals(games, "KAZ")
    }

    assert won == {
        "lillehammer-1994": 1,
        "rio-2016": 2,
        "pyeongchang-2018": 1,
        "tokyo-2020": 5,
        "beijing-2022": 1,
        "paris-2024": 9,
        "milano-cortina-2026": 1,
    }
    assert len(store.facts.games) == 31


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("best-games", 9),
        ("quota", 33),
        ("first-double-champion", 2),
        ("second-medal", 2),
        ("biggest-team", 44),
        ("return", 28),
        ("games-athletes", 4400),
        ("games-sports", 22),
        ("games-events", 549),
        ("games-medals", 1707),
        ("games-delegations", 170),
        ("dispute-weight", 90),
    ],
)
def test_a_claim_with_a_number_states_it(store: Store, kind: str, value: int) -> None:
    leading = [claim for claim in store.claims(kind) if claim.lead]

    assert [claim.value for claim in leading] == [Decimal(value)]


@pytest.mark.parametrize(
    ("kind", "athlete"),
    [
        ("first-double-champion", "david-degtyarev"),
        ("record-asian", "nurdaulet-zhumagali"),
        ("second-medal", "nurdaulet-zhumagali"),
        ("first-medal", "dastan-mukashbekov"),
        ("debut", "ali-makhulbekov"),
        ("flag-bearer", "sevda-aliyeva"),
        ("flag-bearer", "berik-izmaganbetov"),
        ("first-gold", "zulfiya-gabidullina"),
        ("first-winter-gold", "alexandr-kolyadin"),
        ("first-medal-ever", "lubov-vorobieva"),
        ("dispute-weight", "zhurkamyrza-shukurbekov"),
    ],
)
def test_a_claim_about_an_athlete_is_found_by_kind(store: Store, kind: str, athlete: str) -> None:
    assert athlete in store.claims(kind)[0].athletes


def test_every_sport_of_paris_has_a_venue_and_three_sights_are_named(store: Store) -> None:
    venues = store.facts.games[PARIS].venues

    assert len({sport for venue in venues for sport in venue.sports}) == 22
    assert {venue.landmark["en"] for venue in venues if venue.landmark} == {
        "Eiffel Tower",
        "Château de Versailles",
        "Grand Palais",
    }


def test_every_spelling_of_the_article_is_an_alias(store: Store) -> None:
    athletes = store.facts.athletes

    assert "Yergali Shamei" in athletes["yergali-shamey"].aliases
    assert "Dayana Fedosova" in athletes["dayana-fedossova"].aliases
    assert "Зарина Райфова" in athletes["zarina-raifova"].aliases
    assert "Давид Дегтярев" in athletes["david-degtyarev"].aliases


def test_no_kazakh_name_is_given_that_was_not_seen(store: Store) -> None:
    seen = [a for a in store.athletes_at(PARIS, "KAZ") if "kk" in store.facts.athletes[a].names]

    assert len(seen) == 24
    assert not {"zarina-raifova", "zhurkamyrza-shukurbekov"} & {*seen}


# --- The whole of Paris, and every Games since 1960 ---


def test_paris_is_whole(store: Store) -> None:
    results = [r for r in store.facts.results if store.event_of(r).games == PARIS]
    athletes = {athlete for result in results for athlete in result.athletes}
    standings = [s for s in store.facts.standings if s.games == PARIS]

    assert len(store.events(PARIS)) == 549
    assert sum(result.medal is not None for result in results) == 1707
    assert len(standings) == 170
    assert len(athletes) == 4459


def test_no_source_says_what_the_athletes_without_medals_came_to(store: Store) -> None:
    others = [r for r in store.facts.results if store.event_of(r).games == PARIS and not r.medal]
    unknown = [r for r in others if r.npc != "KAZ"]

    assert {r.status for r in unknown} == {"entered"}
    assert {r.place for r in unknown} == {None}


@pytest.mark.parametrize(
    ("games", "npc", "gold", "silver", "bronze"),
    [
        (PARIS, "CHN", 94, 76, 50),
        (PARIS, "GBR", 49, 44, 31),
        (PARIS, "USA", 36, 42, 27),
        (PARIS, "NED", 27, 17, 12),
        (PARIS, "UZB", 10, 9, 7),
        (PARIS, "KAZ", 2, 3, 4),
        ("tokyo-2020", "CHN", 96, 60, 51),
        ("tokyo-2020", "KAZ", 1, 3, 1),
        ("rio-2016", "UKR", 41, 37, 39),
        ("london-2012", "GBR", 34, 43, 43),
        ("sochi-2014", "RUS", 30, 28, 22),
    ],
)
def test_the_medals_of_a_delegation_are_in_its_events_and_in_the_table(
    store: Store, games: str, npc: str, gold: int, silver: int, bronze: int
) -> None:
    medals = Counter(result.medal for result in store.medals(games, npc))
    line = store.standing(games, npc)

    assert line is not None
    assert (line.gold, line.silver, line.bronze) == (gold, silver, bronze)
    assert tuple(medals[medal] for medal in Medal) == (gold, silver, bronze)


def test_every_medal_of_a_delegation_counts_up_where_that_is_promised(store: Store) -> None:
    whole = [g for g in store.facts.games if "*" in store.coverage(g, medals=True)]

    assert {PARIS, "rio-2016", "london-2012", "pyeongchang-2018"} <= {*whole}
    for games in whole:
        for line in store.medal_table(games):
            assert len(store.medals(games, line.npc)) == line.total, (games, line.npc)


def test_the_table_says_more_than_the_events_where_medallists_are_not_known(store: Store) -> None:
    assert not {"*", "USA"} & {*store.coverage("tel-aviv-1968", medals=True)}
    line = store.standing("tel-aviv-1968", "USA")

    assert line is not None
    assert line.total > len(store.medals("tel-aviv-1968", "USA"))


def test_kazakhstan_took_part_17_times_and_won_20_medals(store: Store) -> None:
    lines = [line for line in store.facts.standings if line.npc == "KAZ"]

    assert {line.games: line.athletes for line in lines} == {
        "lillehammer-1994": 2,
        "atlanta-1996": 13,
        "nagano-1998": 1,
        "sydney-2000": 2,
        "salt-lake-city-2002": 1,
        "athens-2004": 8,
        "torino-2006": 2,
        "beijing-2008": 3,
        "vancouver-2010": 1,
        "london-2012": 7,
        "sochi-2014": 5,
        "rio-2016": 11,
        "pyeongchang-2018": 6,
        "tokyo-2020": 26,
        "beijing-2022": 5,
        "paris-2024": 44,
        "milano-cortina-2026": 7,
    }
    assert sum(len(store.medals(games, "KAZ")) for games in store.facts.games) == 20
    assert sum(line.total for line in lines) == 20


def test_real_ties_are_declared_and_nothing_else(store: Store) -> None:
    assert {event.id for event in store.events(PARIS) if event.tie} == {
        "paris-2024/athletics-m-shot-put-f55",
        "paris-2024/swimming-m-50-freestyle-s11",
        "paris-2024/athletics-m-high-jump-t64",
        "paris-2024/athletics-w-100-t63",
    }


@pytest.mark.parametrize(
    ("athlete", "npc", "name", "games"),
    [
        ("jiang-yuyan", "CHN", "Jiang Yuyan", {"tokyo-2020", PARIS}),
        ("catherine-debrunner", "SUI", "Catherine Debrunner", {"tokyo-2020", PARIS}),
        ("kelly-van-zon", "NED", "Kelly van Zon", {"beijing-2008", "london-2012", PARIS}),
        ("mariana-dandrea", "BRA", "Mariana D'Andrea", {"tokyo-2020", PARIS}),
        ("zulfiya-gabidullina", "KAZ", "Zulfiya Gabidullina", {"rio-2016"}),
        ("trischa-zorn", "USA", "Trischa Zorn", {"arnhem-1980", "barcelona-1992", "athens-2004"}),
    ],
)
def test_an_athlete_of_several_games_is_one_and_is_called_as_people_say(
    store: Store, athlete: str, npc: str, name: str, games: set[str]
) -> None:
    known = store.facts.athletes[athlete]

    assert (known.npc, known.names["en"]) == (npc, name)
    assert games <= {store.event_of(result).games for result in store.results_of(athlete)}


def test_sports_of_paris_are_those_of_the_programme(store: Store) -> None:
    assert len({event.sport for event in store.events(PARIS)}) == 22


def test_every_event_of_paris_says_what_tells_it_from_others(store: Store) -> None:
    told = Counter(
        (e.sport, e.gender, e.discipline, e.distance, e.legs, e.classes, e.codes, e.weight, e.team)
        for e in store.events(PARIS)
    )

    assert [event for event, number in told.items() if number > 1] == []
