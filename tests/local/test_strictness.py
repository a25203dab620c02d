from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.local import Machine
from bot.local.files import Upload
from bot.local.methods import METHODS

from .helpers import png

FIELDS = """type id text command chat_id message_id quote inline_keyboard keyboard media
    callback_data url title input_message_content message_text emoji photo offset
    length"""
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 9) | st.sampled_from(["", "x", "7", "HTML", "<b>"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(FIELDS.split()),
            inner,
            max_size=4,
        )
    ),
    max_leaves=6,
)
# Long polling would only wait.
NAMES = sorted(set(METHODS) - {"getupdates"})


def world() -> Machine:
    machine = Machine()
    machine.start(machine.user(7, "Ada"))
    machine.group(-5, "Fans")
    return machine


@settings(max_examples=400, deadline=None)
@given(st.data(), st.sampled_from(NAMES))
def test_whatever_is_sent_gets_an_answer(data: st.DataObject, name: str) -> None:
    known = METHODS[name].parameters
    params: dict[str, Any] = {}
    for parameter in data.draw(st.lists(st.sampled_from(sorted(known) or ["x"]), max_size=6)):
        params[parameter] = data.draw(VALUES)
    params |= data.draw(st.sampled_from([{}, {"chat_id": 7}])) if "chat_id" in known else {}
    machine = world()
    wire = {k: v if isinstance(v, str) else json.dumps(v) for k, v in params.items()}
    files = {"photo": Upload("a.png", png(8, 8))}
    for form in (params, wire):
        reply = asyncio.run(answer(machine, name, form, files))
        assert json.loads(reply)["ok"] in {True, False}


async def answer(machine: Machine, name: str, form: dict[str, Any], files: Any) -> bytes:
    async with machine:
        return (await machine.respond(machine.token, name, form, files)).body


@pytest.mark.parametrize("name", NAMES)
async def test_every_method_refuses_parameters_it_does_not_know(name: str) -> None:
    machine = world()
    reply = await machine.respond(machine.token, name, {"no_such_thing": "1"})
    body = json.loads(reply.body)
    assert body["description"] == 'Bad Request: unknown parameter "no_such_thing"'
