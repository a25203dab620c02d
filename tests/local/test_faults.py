from __future__ import annotations

import asyncio

import pytest

from bot.local import BotApiError, Chat, FloodLimits, Machine, Misuse
from bot.local.errors import ConnectionCut

from .conftest import Clock
from .helpers import call, refusal


async def test_each_fault_looks_like_the_real_thing(machine: Machine, chat: Chat) -> None:
    machine.fault("flood", "sendMessage", retry_after=3)
    reply = await machine.respond(machine.token, "sendMessage", {"chat_id": 7, "text": "x"})
    assert reply.status == 429
    assert b'"parameters": {"retry_after": 3}' in reply.body
    machine.fault("server_error")
    assert (await machine.respond(machine.token, "getMe")).status == 500
    machine.fault("bad_gateway")
    reply = await machine.respond(machine.token, "getMe")
    assert (reply.status, reply.content_type) == (502, "text/html")
    machine.fault("blocked", chat_id=7)
    assert await refusal(machine, "sendMessage", chat_id=7, text="x") == (
        "403 Forbidden: bot was blocked by the user"
    )
    machine.fault("error", code=400, description="Bad Request: PEER_ID_INVALID")
    assert await refusal(machine, "getMe") == "400 Bad Request: PEER_ID_INVALID"
    assert machine.transcript(chat) == []


async def test_a_cut_call_is_not_done_but_a_lost_one_is(machine: Machine, chat: Chat) -> None:
    machine.fault("cut")
    with pytest.raises(ConnectionCut):
        await call(machine, "sendMessage", chat_id=7, text="cut")
    machine.fault("lost")
    with pytest.raises(ConnectionCut):
        await call(machine, "sendMessage", chat_id=7, text="lost")
    assert [seen.text for seen in machine.transcript(chat)] == ["lost"]
    assert [c.fault for c in machine.calls()] == ["cut", "lost"]


async def test_a_slow_answer(machine: Machine, chat: Chat) -> None:
    machine.fault("slow", delay=5)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(call(machine, "sendMessage", chat_id=7, text="x"), 0.01)
    assert len(machine.transcript(chat)) == 1


async def test_rules_pick_their_calls(machine: Machine, chat: Chat) -> None:
    rule = machine.fault("server_error", "sendMessage", chat_id=7, skip=1, times=2)
    outcomes = []
    for text in "abcd":
        try:
            await call(machine, "sendMessage", chat_id=7, text=text)
            outcomes.append("ok")
        except BotApiError as error:
            outcomes.append(str(error.code))
    assert outcomes == ["ok", "500", "500", "ok"]
    assert rule.hits == 2
    machine.fault("server_error", times=None)
    machine.faults.clear()
    await call(machine, "getMe")
    with pytest.raises(Misuse, match="unknown fault"):
        machine.fault("earthquake")  # type: ignore[arg-type]


async def test_random_faults_are_repeatable() -> None:
    async def series() -> list[bool]:
        machine = Machine()
        machine.faults.seed(5)
        machine.fault("server_error", chance=0.5, times=None)
        return [(await machine.respond(machine.token, "getMe")).status == 200 for _ in range(20)]

    first = await series()
    assert first == await series()
    assert 0 < sum(first) < 20


async def test_flood_control(clock: Clock) -> None:
    machine = Machine(clock=clock, flood=FloodLimits())
    machine.private_chat(machine.user(7), started=True)
    machine.group(-5, "Fans")
    for _ in range(3):
        await call(machine, "sendMessage", chat_id=7, text="x")
    assert await refusal(machine, "sendMessage", chat_id=7, text="x") == (
        "429 Too Many Requests: retry after 3"
    )
    await call(machine, "sendChatAction", chat_id=7, action="typing")
    clock.now += 3
    await call(machine, "sendMessage", chat_id=7, text="x")
    for _ in range(20):
        clock.now += 1
        await call(machine, "sendMessage", chat_id=-5, text="x")
    assert "retry after 41" in await refusal(machine, "sendMessage", chat_id=-5, text="x")


async def test_flood_control_over_all_chats(clock: Clock) -> None:
    machine = Machine(clock=clock, flood=FloodLimits())
    for number in range(1, 32):
        machine.private_chat(machine.user(number), started=True)
    for number in range(1, 31):
        await call(machine, "sendMessage", chat_id=number, text="x")
    assert "retry after 1" in await refusal(machine, "sendMessage", chat_id=31, text="x")
