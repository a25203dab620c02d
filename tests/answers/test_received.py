"""Whatever comes back from a button is answered, however it came to be."""

from __future__ import annotations

from string import ascii_letters

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.codec import LIMIT, decode, encode
from bot.answers.engine import Engine
from bot.facts.query import EVERY, Dim, Filter, Op, Query, ordered
from bot.language.dialogue import Dialogue
from tests.rendering import faults

ANY = settings(
    deadline=None,
    derandomize=True,
    max_examples=200,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
_WORDS = """KAZ CHN * paris-2024 tokyo-2020 year:1999 judo swimming gold any none men mixed J1 T54
-54 70 100 4x100 1 09-01 02-30 team david-degtyarev akmaral-nauatbek relay =aaaaaaaaaa ² 99999"""
VALUES = st.sampled_from(_WORDS.split())


@st.composite
def shaped(draw: st.DrawFn) -> str:
    """Data of the right shape with anything in it."""
    letters = st.sampled_from(ascii_letters)
    first = draw(letters) + draw(letters)
    filters = draw(
        st.lists(
            st.builds(
                lambda dim, negated, values: dim + negated + ",".join(values),
                letters,
                st.sampled_from(["", "", "!"]),
                st.lists(VALUES, min_size=1, max_size=2),
            ),
            max_size=3,
        )
    )
    rest = draw(
        st.lists(
            st.sampled_from(
                ["?", ">", "<", "@8", "@0", "@99999999999", "^0", "^3", "^999999999", "#0", "#2",
                 "#-1", "#NaN", "#Infinity", "#1e99", "~record", "~nothing", "~", "@²"]
            ),
            max_size=3,
        )
    )  # fmt: skip
    return ";".join([first, *filters, *rest])


@ANY
@given(rest=shaped(), action=st.sampled_from(["1q:", "1p:", "1w:"]))
def test_data_of_the_right_shape_get_a_reply(engine: Engine, rest: str, action: str) -> None:
    reply = engine.press(action + rest, Dialogue(), hint="en", now=0.0).reply

    assert reply.html.strip()


@ANY
@given(data=st.binary(min_size=1, max_size=LIMIT))
def test_any_bytes_get_a_reply(engine: Engine, data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for prefix in ("", "1b:", "1o:", "1e:", "1q:"):
        assert engine.press(prefix + text, Dialogue(), hint="ru", now=0.0).reply.html.strip()


@ANY
@given(
    spot=st.from_regex(
        r"[amSEsCg](=[A-Za-z0-9-]{0,12})?(~[^@=]{0,3})?(@[0-9]{0,3})?", fullmatch=True
    )
)
def test_any_place_in_the_lists_gets_a_reply(engine: Engine, spot: str) -> None:
    reply = engine.press(f"1b:{spot}", Dialogue(), hint="kk", now=0.0).reply

    assert [fault for fault in faults(reply, engine) if "button" in fault] == []


@ANY
@given(
    op=st.sampled_from(list(Op)),
    target=st.sampled_from(list(Dim)),
    npcs=st.lists(st.sampled_from(["KAZ", "CHN", EVERY]), min_size=1, max_size=2, unique=True),
    negated=st.booleans(),
    offset=st.integers(0, 999),
    limit=st.none() | st.integers(1, 99),
)
def test_what_is_encoded_is_decoded(
    op: Op, target: Dim, npcs: list[str], negated: bool, offset: int, limit: int | None
) -> None:
    filters = ordered([Filter(Dim.NPC, tuple(npcs), negated)])
    query = Query(op, target, filters, offset=offset, limit=limit)

    data = encode("q", query)

    assert data is not None
    assert decode(data.partition(":")[2]) == query


@pytest.mark.parametrize("version", ["0", "2", "9", ""])
def test_a_button_of_another_version_is_answered_kindly(engine: Engine, version: str) -> None:
    for rest in ("q:aJ;Kgold", "w:aJ", "b:m", "e:1", "l:ru", "c:help"):
        reply = engine.press(version + rest, Dialogue(), hint="ru", now=0.0).reply

        assert reply.html == engine.speakers["ru"].say("expired")
        assert len(reply.buttons) == 3


@pytest.mark.parametrize("rest", ["aJ;@²", "aJ;^²", "aJ;@", "aJ;#²", "aJ;#NaN"])
def test_a_number_that_is_none_is_answered_kindly(engine: Engine, rest: str) -> None:
    reply = engine.press(f"1q:{rest}", Dialogue(), hint="en", now=0.0).reply

    assert reply.html == engine.speakers["en"].say("expired")
