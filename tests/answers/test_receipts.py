"""No number and no name in an answer without a fact, the question or a reckoning behind it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.engine import Engine
from bot.answers.evaluate import read_cases
from bot.answers.explain import query_text
from bot.facts.query import ANY_MEDAL, EVERY, NO_MEDAL, Dim, Filter, Op, Query, ordered
from bot.facts.run import run
from bot.language.reading import Kind
from tests.answers.replies import QUESTIONS
from tests.asking import read
from tests.receipts import Names, unfounded

_EVERY = 4


@pytest.fixture(scope="module")
def names(engine: Engine) -> Mapping[str, Names]:
    return {code: Names(engine, speaker) for code, speaker in engine.speakers.items()}


@cache
def read_queries(engine: Engine) -> tuple[tuple[Query, str], ...]:
    """What a part of our questions asks, with the language."""
    found: dict[tuple[Query, str], None] = {}
    for path in QUESTIONS:
        for case in read_cases(path)[::_EVERY]:
            reading = read(engine, case["turns"][-1], case["lang"])
            if reading.kind is Kind.QUERY and reading.query:
                found[reading.query, case["lang"]] = None
    return tuple(found)


def test_answers_to_our_questions_say_only_what_is_known(
    engine: Engine, names: Mapping[str, Names]
) -> None:
    wrong = []
    for query, language in read_queries(engine):
        strange = unfounded(run(query, engine.store), engine, language, names[language])
        wrong += [f"{query_text(query)}: {what}" for what in strange]

    assert not wrong, "\n".join([f"{len(wrong)} unfounded", *wrong[:20]])


_GAMES = (EVERY, "paris-2024", "tokyo-2020", "rio-2016", "beijing-2022", "rome-1960")
_VALUES: Mapping[Dim, tuple[str, ...]] = {
    Dim.GAMES: _GAMES,
    Dim.NPC: (EVERY, "KAZ", "CHN", "UZB", "FRA", "NIG", "NGR", "RSA"),
    Dim.SPORT: ("judo", "swimming", "athletics", "powerlifting", "sitting-volleyball", "boccia"),
    Dim.MEDAL: (ANY_MEDAL, NO_MEDAL, "gold", "silver", "bronze"),
    Dim.GENDER: ("men", "women", "mixed"),
    Dim.CLASS: ("T54", "J1", "J2", "SB13", "F36", "S3"),
    Dim.WEIGHT: ("-48", "+90", "54", "73"),
    Dim.DISTANCE: ("100", "200", "1500"),
    Dim.DAY: ("09-04", "09-05", "08-29"),
    Dim.ATHLETE: ("david-degtyarev", "akmaral-nauatbek", "nurdaulet-zhumagali",
                  "stefano-raimondi", "jiang-yuyan", "zulfiya-gabidullina"),
}  # fmt: skip


@st.composite
def queries(draw: st.DrawFn, shapes: tuple[tuple[Op, Dim], ...]) -> Query:
    """Queries of shapes that questions have, on conditions as they come."""
    op, target = draw(st.sampled_from(shapes))
    dims = draw(st.lists(st.sampled_from(sorted(_VALUES)), max_size=4, unique=True))
    filters = []
    for dim in dims:
        values = draw(st.lists(st.sampled_from(_VALUES[dim]), min_size=1, max_size=2, unique=True))
        filters.append(Filter(dim, tuple(values), draw(st.integers(0, 5)) == 0))
    limit = draw(st.sampled_from((None, None, 3, 10)))
    return Query(op, target, ordered(filters), yes_no=draw(st.booleans()), limit=limit)


_SKIPPED = frozenset({Op.CLAIM, Op.NUMBER})
"""These need what no condition gives; the questions above have them."""


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_no_query_whatever_makes_an_answer_say_more_than_is_known(
    engine: Engine, names: Mapping[str, Names], data: st.DataObject
) -> None:
    shapes = sorted({(q.op, q.target) for q, _ in read_queries(engine) if q.op not in _SKIPPED})
    query = data.draw(queries(tuple(shapes)))
    language = data.draw(st.sampled_from(engine.languages))

    assert unfounded(run(query, engine.store), engine, language, names[language]) == []
