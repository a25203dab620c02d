from __future__ import annotations

import asyncio

import pytest

from bot.local import Call, Chat, Machine, User

from .helpers import call


async def test_waiting_counts_from_the_last_thing_a_person_did(
    machine: Machine, ada: User, chat: Chat
) -> None:
    await call(machine, "sendMessage", chat_id=7, text="before")
    machine.say(ada, "x")
    await call(machine, "sendMessage", chat_id=7, text="after")
    found = await machine.wait_for(lambda c: c.method == "sendMessage")
    assert (found.text, found.chat_id, found.ok) == ("after", 7, True)
    found = await machine.wait_for(lambda c: c.method == "sendMessage", since=0)
    assert found.text == "before"


async def test_waiting_for_what_is_yet_to_come(machine: Machine, ada: User, chat: Chat) -> None:
    async def later() -> None:
        await asyncio.sleep(0.01)
        await call(machine, "sendMessage", chat_id=7, text="late")

    machine.say(ada, "x")
    task = asyncio.ensure_future(later())
    assert (await machine.next_message(chat)).text == "late"
    await task
    with pytest.raises(TimeoutError, match="the last calls were: sendMessage"):
        await machine.next_message(chat, after=2, timeout=0.01)


async def test_listeners_and_iteration(machine: Machine, chat: Chat) -> None:
    heard: list[Call] = []
    stop = machine.on_call(heard.append)
    watched = machine.watch(since=0)
    await call(machine, "getMe")
    stop()
    await call(machine, "getMyName")
    assert [c.method for c in heard] == ["getMe"]
    assert [(await anext(watched)).method for _ in range(2)] == ["getMe", "getMyName"]
    waiting = asyncio.ensure_future(anext(watched))
    await asyncio.sleep(0)
    await call(machine, "getMyCommands")
    assert (await waiting).method == "getMyCommands"


async def test_the_log_holds_results_and_refusals_and_may_be_bounded() -> None:
    machine = Machine(keep_calls=2)
    for method in ("getMe", "getMyName", "getChat"):
        await machine.respond(machine.token, method)
    name, chat = machine.calls()
    assert (name.index, name.result) == (1, {"name": "Altyn"})
    assert chat.error is not None
    assert chat.error.description == "Bad Request: chat_id is empty"
    assert not chat.ok


async def test_idle_means_taken_and_quiet(machine: Machine, ada: User) -> None:
    machine.say(ada, "x")
    with pytest.raises(TimeoutError):
        await machine.idle(0.01, within=0.05)
    await call(machine, "getUpdates", offset=2)
    await machine.idle(0.01, within=1)
