"""The benchmarks run, and compare like with like."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks import inline, speed
from benchmarks.canned import FORMS, LANGUAGES, canned
from benchmarks.matchers import MATCHERS, Question
from benchmarks.measure import NEEDS, percentile, table, timed
from benchmarks.name_finders import FINDERS
from benchmarks.name_list import made_names, misspelt
from benchmarks.small_store import cut_store
from bot.answers.engine import Engine
from bot.facts.cache import load_facts
from bot.facts.model import Facts

QUESTIONS = (
    Question("who won gold", "colour", "who won {x}", "gold", "gold"),
    Question("who won silver", "colour", "who won {x}", "silver", "silver"),
    Question("what does class T54 mean", "class", "what does class {x} mean", "T54", "T54"),
)


def installed(names: Sequence[str]) -> list[str]:
    return [
        name for name in names if all(find_spec(m) for text, m in NEEDS.items() if text in name)
    ]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cut_store(tmp_path_factory.mktemp("small") / "data")


@pytest.fixture
def facts(engine: Engine) -> Facts:
    return engine.store.facts


def test_the_list_of_names_is_as_long_as_asked_and_always_the_same(facts: Facts) -> None:
    names = made_names(facts, 2000)

    assert len(set(names)) == 2000
    assert names == made_names(facts, 2000)
    assert all(len(name.split()) == 2 for name in names)


def test_a_misspelt_name_comes_with_the_right_one(facts: Facts) -> None:
    pairs = misspelt(made_names(facts, 500), 2, 50)

    assert len(pairs) > 40
    assert all(name != text for name, text in pairs)


@pytest.mark.parametrize("finder", installed(list(FINDERS)))
def test_every_finder_finds_a_misspelt_name(finder: str) -> None:
    names = ["david degtyarev", "akmaral nauatbek", "dayana fedossova", "yerkin gabbasov"]

    assert FINDERS[finder](names)("dayana fedosova") == "dayana fedossova"


@pytest.mark.parametrize("matcher", installed(list(MATCHERS)))
def test_every_matcher_finds_a_canned_question(matcher: str) -> None:
    found = MATCHERS[matcher](QUESTIONS)("what does class T54 mean")

    assert found is not None
    assert found[0] == 2


def test_each_form_of_canned_question_has_answers_in_each_language(small: Path) -> None:
    engine = Engine.load(small, small.parent / "cache")
    made = {(one.form, one.language) for one in canned(engine)}

    known = {form.key for form in FORMS} - {"other-athlete", "topten"}
    assert {(form, language) for form in known for language in LANGUAGES} <= made


def test_the_small_store_holds_nine_medals(small: Path) -> None:
    facts = load_facts(small, small.parent / "cache")

    assert len(facts.results) == 9
    assert all(result.medal and result.npc == "KAZ" for result in facts.results)


def test_speed_is_measured_for_any_store(small: Path) -> None:
    asked = [("who won gold in judo", "en"), ("сколько медалей", "ru")]

    athletes, results, times, _ = speed.ask_all(str(small), str(small.parent / "cache"), asked)

    assert (athletes, results, len(times)) == (9, 9, 2)


def test_a_percentile_is_one_of_the_values() -> None:
    assert percentile([3.0, 1.0, 2.0], 0.5) == 2.0
    assert percentile([1.0], 0.99) == 1.0
    assert percentile([], 0.5) == 0.0


def test_a_call_is_timed_and_a_table_drawn() -> None:
    given, took = timed(sum, [1, 2])

    assert given == 3
    assert took >= 0
    assert table(("a", "b"), [(1, 2)]) == "| a | b |\n|---|---|\n| 1 | 2 |"


def test_what_is_typed_is_names_sports_and_questions_in_all_languages(facts: Facts) -> None:
    typed = inline.to_type(facts, 5)

    assert typed == inline.to_type(facts, 5)
    assert {one.kind for one in typed} == {"names", "sports", "questions"}
    assert {one.hint for one in typed} == {"en", "ru", "kk"}


@pytest.mark.parametrize("contender", inline.CONTENDERS)
async def test_every_contender_offers_while_somebody_types(
    contender: str, warm_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALTYN_CACHE", str(warm_cache))
    monkeypatch.setattr(inline, "SETTLE", 0.0)
    typed = [inline.Typed("names", "degtyarev", "en", "David Degtyarev")]

    [waited] = await inline.measure(contender, typed)

    assert len(waited.times) == len("degtyarev")
    assert waited.letters is not None
