from __future__ import annotations

import asyncio
import base64
import sys
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from telegram import Bot, Update
from telegram.error import Conflict, NetworkError, RetryAfter
from telegram.ext import ApplicationBuilder
from telegram.request import HTTPXRequest

from bot.local import Chat, Machine, User
from bot.local.server import serve

from .echo import polling
from .helpers import png


@pytest.fixture
async def url(machine: Machine) -> AsyncIterator[str]:
    async with serve(machine) as url:
        yield url


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


def builder(machine: Machine, url: str) -> Any:
    return (
        ApplicationBuilder()
        .token(machine.token)
        .base_url(f"{url}/bot")
        .base_file_url(f"{url}/file/bot")
    )


def client(machine: Machine, url: str) -> Bot:
    return Bot(machine.token, f"{url}/bot", f"{url}/file/bot", request=HTTPXRequest())


async def test_a_polling_bot_over_http(machine: Machine, url: str, ada: User) -> None:
    machine.start(ada)
    async with polling(builder(machine, url)):
        hello = await machine.next_message(7)
        query = machine.press(7, ada, hello.message_id, "p:2")
        assert (await machine.answer_to(query))["text"] == "turned"
        machine.say(ada, "/photo")
        photo = await machine.wait_for(lambda call: call.method == "sendPhoto")
        assert photo.result["photo"][-1]["width"] == 300
        await machine.idle()
    assert not machine.world.queue.pending


async def test_what_a_dead_bot_did_not_acknowledge_comes_again(
    machine: Machine, url: str, ada: User
) -> None:
    machine.say(ada, "one")
    async with client(machine, url) as first:
        assert len(await first.get_updates()) == 1
    async with client(machine, url) as second:
        (update,) = await second.get_updates()
        assert update.message
        assert update.message.text == "one"
        assert await second.get_updates(offset=update.update_id + 1) == ()


async def test_two_pollers_conflict(machine: Machine, url: str) -> None:
    async with client(machine, url) as first, client(machine, url) as second:
        poll = asyncio.ensure_future(first.get_updates(timeout=20))
        await asyncio.sleep(0.05)
        with pytest.raises(Conflict):
            await asyncio.gather(second.get_updates(timeout=0), poll)


async def test_a_client_that_hangs_up_frees_its_poll(
    machine: Machine, url: str, http: aiohttp.ClientSession
) -> None:
    address = f"{url}/bot{machine.token}/getUpdates"
    with pytest.raises(TimeoutError):
        await http.get(address, params={"timeout": 20}, timeout=aiohttp.ClientTimeout(total=0.05))
    await asyncio.sleep(0.05)
    assert (await (await http.get(address)).json())["ok"] is True


async def test_faults_over_http(machine: Machine, url: str, chat: Chat) -> None:
    async with client(machine, url) as bot:
        machine.fault("flood", retry_after=4)
        with pytest.raises(RetryAfter):
            await bot.send_message(7, "x")
        for kind in ("server_error", "bad_gateway", "cut", "lost"):
            machine.fault(kind)
            with pytest.raises(NetworkError):
                await bot.send_message(7, kind)
        await bot.send_message(7, "well again")
    assert [seen.text for seen in machine.transcript(chat)] == ["lost", "well again"]


async def test_every_form_of_request(
    machine: Machine, url: str, http: aiohttp.ClientSession, chat: Chat
) -> None:
    base = f"{url}/bot{machine.token}"
    send = f"{base}/sendMessage"
    for given in (
        {"params": {"chat_id": 7, "text": "query"}},
        {"data": {"chat_id": 7, "text": "form"}},
        {"json": {"chat_id": 7, "text": "json"}},
    ):
        answer = await (await http.post(send, **given)).json()  # type: ignore[arg-type]
        assert answer["result"]["text"] == next(iter(given.values()))["text"]
    form = aiohttp.FormData({"chat_id": "7"})
    form.add_field("photo", png(30, 20), filename="a.png", content_type="image/png")
    sent = await (await http.post(f"{base}/sendPhoto", data=form)).json()
    file_id = sent["result"]["photo"][-1]["file_id"]
    described = await (await http.get(f"{base}/getFile", params={"file_id": file_id})).json()
    path = described["result"]["file_path"]
    file = await http.get(f"{url}/file/bot{machine.token}/{path}")
    assert await file.read() == png(30, 20)
    assert (await http.post(send, json=["no object"])).status == 400
    assert (
        await http.post(send, data="{", headers={"Content-Type": "application/json"})
    ).status == 400


async def test_refusals_over_http(machine: Machine, url: str, http: aiohttp.ClientSession) -> None:
    wrong = await http.get(f"{url}/bot1:wrong/getMe")
    assert wrong.status == 401
    assert await wrong.json() == {
        "ok": False,
        "error_code": 401,
        "description": "Unauthorized",
    }
    assert (await http.get(f"{url}/bot{machine.token}/flyToMoon")).status == 404
    machine.fault("flood", retry_after=4)
    flooded = await http.get(f"{url}/bot{machine.token}/getMe")
    assert (flooded.status, flooded.headers["Retry-After"]) == (429, "4")


async def test_people_act_over_http(
    machine: Machine, url: str, http: aiohttp.ClientSession
) -> None:
    async def control(action: str, **body: Any) -> Any:
        response = await http.post(f"{url}/control/{action}", json=body)
        answer = await response.json()
        return answer["result"] if answer["ok"] else f"{response.status} {answer['error']}"

    await control("user", user_id=7, first_name="Ada", language_code="kk")
    async with polling(builder(machine, url)):
        await control("start", user=7)
        hello = await control("next_message", chat=7)
        assert hello["buttons"][0][0]["value"] == "p:2"
        query = await control("press", chat=7, user=7, message=hello["message_id"], data="p:2")
        answer = await control("answer_to", query_id=query["query_id"])
        assert answer["text"] == "turned"
        results = await control("inline", user=7, query="gold")
        await control("choose", chat=7, query_id=results["query_id"], result_id="1")
        picture = base64.b64encode(png(9, 9)).decode()
        await control("send_photo", chat=7, user=7, picture=picture, caption="who?")
        found = await control("wait_for", method="editMessageText", since=0)
        assert found["ok"] is True
        await control("idle", quiet=0.02)
    texts = [seen["text"] for seen in await control("transcript", chat=7)]
    assert texts == ["/start", "page 2", "gold", "who?"]
    await control("fault", kind="server_error", method="getMe", times=None)
    assert (await http.get(f"{url}/bot{machine.token}/getMe")).status == 500
    await control("clear_faults")
    assert {c["method"] for c in await control("calls")} >= {"sendMessage", "answerCallbackQuery"}
    assert (await control("state"))["pending_updates"] == 0
    assert (await control("fly")).startswith("400 unknown action 'fly'")
    assert (await control("say", user=7)).startswith("400 say: missing a required argument")
    assert (await control("say", user=99, text="x")).startswith("400 there is no user 99")
    late = await control("next_message", chat=7, timeout=0.01)
    assert late.startswith("504 no message in chat 7")


async def test_it_runs_as_a_process_of_its_own(http: aiohttp.ClientSession) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.local",
        "--port",
        "0",
        "--token",
        "99:other",
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout
        url = (await asyncio.wait_for(process.stdout.readline(), 10)).decode().strip()
        me = await (await http.get(f"{url}/bot99:other/getMe")).json()
        assert me["result"]["id"] == 99
    finally:
        process.terminate()
        assert await asyncio.wait_for(process.wait(), 5) == 0


async def test_all_kinds_of_updates_can_be_asked_for(machine: Machine, url: str) -> None:
    async with client(machine, url) as bot:
        await bot.get_updates(timeout=0, allowed_updates=Update.ALL_TYPES)
    assert machine.world.queue.allowed == frozenset(Update.ALL_TYPES)
