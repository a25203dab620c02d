"""Queries put to a small store: each operation, by hand."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from bot.facts.finding import Finding
from bot.facts.load import read_facts
from bot.facts.query import EVERY, Dim, Filter, Op, Query, where
from bot.facts.run import run, with_defaults
from bot.facts.store import Store
from tests.facts.small import write_small

NAUATBEK = "akmaral-nauatbek"
ZHUMAGALI = "nurdaulet-zhumagali"
IZMAGANBETOV = "berik-izmaganbetov"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    loaded = read_facts(write_small(Path(tmp_path_factory.mktemp("small"))))
    assert not loaded.faults
    return Store(loaded.facts)


def athletes(finding: Finding) -> list[str]:
    return [athlete for row in finding.rows for athlete in row.result.athletes]


def test_home_and_the_current_games_are_meant_unless_others_are_named(store: Store) -> None:
    filled = with_defaults(Query(Op.LIST, Dim.ATHLETE, where(medal="gold")), store)

    assert (filled.values(Dim.NPC), filled.values(Dim.GAMES)) == (("KAZ",), ("paris-2024",))


def test_what_is_named_is_left_as_it_is(store: Store) -> None:
    filled = with_defaults(Query(Op.LIST, Dim.ATHLETE, where(npc="FRA", games=EVERY)), store)

    assert (filled.values(Dim.NPC), filled.values(Dim.GAMES)) == (("FRA",), (EVERY,))


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({"medal": "gold"}, [NAUATBEK]),
        ({"medal": "silver"}, [ZHUMAGALI]),
        ({"medal": "any"}, [NAUATBEK, ZHUMAGALI]),
        ({"medal": "none"}, [IZMAGANBETOV]),
        ({"gender": "women"}, [NAUATBEK]),
        ({"sport": "judo", "medal": "gold"}, [NAUATBEK]),
        ({"weight": "48"}, [NAUATBEK]),
        ({"weight": "-48"}, [NAUATBEK]),
        ({"class": "SB13"}, [ZHUMAGALI]),
        ({"distance": "100"}, [ZHUMAGALI]),
        ({"day": "09-04"}, [ZHUMAGALI]),
        ({"place": "5"}, [IZMAGANBETOV]),
        ({"npc": EVERY, "medal": "silver"}, [ZHUMAGALI, "sandrine-martinet"]),
    ],
)
def test_lists_what_meets_the_conditions(
    store: Store, conditions: dict[str, str], found: list[str]
) -> None:
    found_here = athletes(run(Query(Op.LIST, Dim.ATHLETE, where(**conditions)), store))

    assert sorted(found_here) == sorted(found)


def test_what_is_excluded_is_left_out(store: Store) -> None:
    filters = (Filter(Dim.SPORT, ("judo",), negated=True), *where(medal="any"))

    assert athletes(run(Query(Op.LIST, Dim.ATHLETE, filters), store)) == [ZHUMAGALI]


@pytest.mark.parametrize(
    ("target", "conditions", "number"),
    [
        (Dim.MEDAL, {}, 2),
        (Dim.MEDAL, {"medal": "gold"}, 1),
        (Dim.MEDAL, {"medal": "bronze"}, 0),
        (Dim.ATHLETE, {}, 3),
        (Dim.ATHLETE, {"gender": "women"}, 1),
        (Dim.SPORT, {}, 3),
        (Dim.SPORT, {"medal": "any"}, 2),
    ],
)
def test_counts(store: Store, target: Dim, conditions: dict[str, str], number: int) -> None:
    finding = run(Query(Op.COUNT, target, where(**conditions)), store)

    assert finding.known
    assert (finding.number or 0) == number


def test_a_count_that_single_results_do_not_give_comes_from_the_table(store: Store) -> None:
    finding = run(Query(Op.COUNT, Dim.MEDAL, where(npc="FRA")), store)

    assert (finding.number, [line.npc for line in finding.standings]) == (75, ["FRA"])
    assert list(finding.facts()) == ["paris-2024/standings/FRA"]


def test_what_the_facts_do_not_cover_is_not_known_to_be_none(store: Store) -> None:
    assert not run(Query(Op.LIST, Dim.ATHLETE, where(npc="FRA", medal="bronze")), store).known
    assert run(Query(Op.LIST, Dim.ATHLETE, where(npc="KAZ", medal="bronze")), store).known


def test_rank_and_who_stands_above(store: Store) -> None:
    assert run(Query(Op.RANK, Dim.NPC), store).number == 39
    assert run(Query(Op.ABOVE, Dim.NPC), store).number == 38
    assert run(Query(Op.RANK, Dim.NPC, where(npc="FRA")), store).number == 1


def test_the_table_from_the_top(store: Store) -> None:
    finding = run(Query(Op.TOP, Dim.NPC, limit=2), store)

    assert finding.standings[0].npc == "FRA"


def test_a_share_has_a_part_and_a_whole(store: Store) -> None:
    finding = run(Query(Op.SHARE, Dim.MEDAL, where(medal="gold", npc="KAZ")), store)

    assert (finding.number, finding.of) == (1, 2)


def test_first_and_last_by_day(store: Store) -> None:
    assert athletes(run(Query(Op.FIRST, Dim.ATHLETE, where(medal="any")), store)) == [ZHUMAGALI]
    assert athletes(run(Query(Op.LAST, Dim.ATHLETE, where(medal="any")), store)) == [NAUATBEK]


def test_who_is_best_goes_by_gold(store: Store) -> None:
    finding = run(Query(Op.BEST, Dim.ATHLETE, where(medal="any")), store)

    assert [group.key for group in finding.groups] == [NAUATBEK]


def test_ties_come_together(store: Store) -> None:
    finding = run(Query(Op.MOST, Dim.ATHLETE, where(medal="any")), store)

    assert {group.key for group in finding.groups} == {NAUATBEK, ZHUMAGALI}
    assert finding.number == 1


def test_the_youngest_is_known_only_of_those_whose_birthday_is(store: Store) -> None:
    finding = run(Query(Op.YOUNGEST, Dim.ATHLETE), store)

    assert [group.key for group in finding.groups] == [NAUATBEK]


def test_a_comparison_sets_groups_in_the_order_named(store: Store) -> None:
    finding = run(Query(Op.COMPARE, Dim.SPORT, where(sport=("swimming", "judo"))), store)

    assert [(group.key, len(group.rows)) for group in finding.groups] == [
        ("swimming", 1), ("judo", 1)
    ]  # fmt: skip


def test_a_number_is_what_it_stands_for(store: Store) -> None:
    finding = run(Query(Op.NUMBER, Dim.MEDAL, number=Decimal("64.83")), store)

    assert {claim.id for claim in finding.claims} == {"paris-2024/record-zhumagali"}
    assert not run(Query(Op.NUMBER, Dim.MEDAL, number=Decimal(12345)), store).known


def test_the_leading_claim_comes_first(store: Store) -> None:
    finding = run(Query(Op.CLAIM, Dim.MEDAL, claim="record"), store)

    assert finding.claims[0].id == "paris-2024/record-zhumagali"


def test_a_card_has_the_results_and_what_is_claimed(store: Store) -> None:
    finding = run(Query(Op.CARD, Dim.ATHLETE, where(athlete=NAUATBEK)), store)

    assert athletes(finding) == [NAUATBEK]
    assert [claim.id for claim in finding.claims] == ["paris-2024/record-old"]


def test_the_receipt_names_every_fact_and_source(store: Store) -> None:
    finding = run(Query(Op.LIST, Dim.ATHLETE, where(medal="gold")), store)

    assert list(finding.facts()) == [finding.rows[0].result.id]
    assert set(finding.sources()) == {"results", "press"}


@pytest.mark.parametrize("op", list(Op))
@pytest.mark.parametrize("target", [Dim.ATHLETE, Dim.MEDAL, Dim.NPC, Dim.SPORT, Dim.GAMES])
def test_every_operation_gives_a_finding_on_whatever_target(
    store: Store, op: Op, target: Dim
) -> None:
    for filters in ((), where(medal="gold"), where(npc="FRA"), where(games=EVERY)):
        assert isinstance(run(Query(op, target, filters), store), Finding)
