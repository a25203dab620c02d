"""The bot's own HTTP client, on the local Bot API over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from bot.local.machine import Machine
from bot.local.server import serve
from bot.telegram_app.http import AiohttpRequest
from tests.local.helpers import png

CHAT = 7


@pytest.fixture
async def machine() -> Machine:
    machine = Machine(privacy=False)
    machine.private_chat(machine.user(CHAT, "Ada"), started=True)
    return machine


@pytest.fixture
async def url(machine: Machine) -> AsyncIterator[str]:
    async with serve(machine) as url:
        yield url


@pytest.fixture
async def bot(machine: Machine, url: str) -> AsyncIterator[Bot]:
    async with client(machine.token, url) as bot:
        yield bot


def client(token: str, url: str, *, connections: int = 2, pool: float = 1.0) -> Bot:
    request = AiohttpRequest(connections, read_timeout=2.0, pool_timeout=pool)
    polling = AiohttpRequest(1, read_timeout=2.0)
    address, files = f"{url}/bot", f"{url}/file/bot"
    return Bot(token, address, files, request=request, get_updates_request=polling)


@pytest.mark.parametrize("text", ["Who won gold?", "Ақмарал Нәуәтбек 🥇", "a&b=c+d % é\n<>\"'"])
async def test_words_arrive_as_they_are(bot: Bot, machine: Machine, text: str) -> None:
    message = await bot.send_message(CHAT, text)

    assert message.text == text
    assert machine.transcript(CHAT)[-1].text == text


async def test_a_file_arrives_with_its_name_and_words_and_can_be_fetched(
    bot: Bot, machine: Machine
) -> None:
    picture = png(300, 200)

    message = await bot.send_photo(CHAT, picture, caption="Сурет & бәрі", filename="altyn.png")

    assert message.caption == "Сурет & бәрі"
    assert (message.photo[-1].width, message.photo[-1].height) == (300, 200)
    assert machine.world.files.get(message.photo[-1].file_id).name == "altyn.png"
    file = await bot.get_file(message.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == picture


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ({"kind": "flood", "retry_after": 3}, RetryAfter),
        ({"kind": "server_error"}, NetworkError),
        ({"kind": "bad_gateway"}, NetworkError),
        ({"kind": "cut"}, NetworkError),
        ({"kind": "blocked"}, Forbidden),
        ({"kind": "error", "code": 400, "description": "Bad Request: x"}, BadRequest),
        ({"kind": "error", "code": 409, "description": "Conflict: x"}, Conflict),
    ],
)
async def test_trouble_has_the_names_that_the_library_gives_it(
    bot: Bot, machine: Machine, fault: dict[str, object], expected: type[Exception]
) -> None:
    machine.fault(method="sendMessage", **fault)  # type: ignore[arg-type]

    with pytest.raises(expected) as raised:
        await bot.send_message(CHAT, "x")

    assert type(raised.value) is expected
    assert machine.token not in f"{raised.value!r} {raised.value.__cause__!r}"
    assert (await bot.send_message(CHAT, "y")).text == "y", "the next one gets through"


async def test_an_answer_that_comes_too_late_has_timed_out(bot: Bot, machine: Machine) -> None:
    machine.fault("slow", "sendMessage", delay=5)

    with pytest.raises(TimedOut):
        await bot.send_message(CHAT, "x", read_timeout=0.1)


async def test_with_all_connections_in_use_one_waits_only_so_long(
    machine: Machine, url: str
) -> None:
    async with client(machine.token, url, connections=1, pool=0.05) as bot:
        machine.fault("slow", "sendMessage", delay=1.0)
        slow = asyncio.create_task(bot.send_message(CHAT, "slow"))
        await asyncio.sleep(0.1)

        with pytest.raises(TimedOut):
            await bot.send_message(CHAT, "x", connect_timeout=0.05)
        assert (await slow).text == "slow"


async def test_a_long_poll_is_waited_for(bot: Bot, machine: Machine) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=3, read_timeout=0.5))
    await asyncio.sleep(1.0)
    machine.say(CHAT, "hello")

    [update] = await polling
    assert update.message is not None
    assert update.message.text == "hello"


async def test_a_wrong_token_is_said_to_be_one(url: str) -> None:
    with pytest.raises(InvalidToken):
        async with client("1:wrong", url):
            pytest.fail("a wrong token was accepted")


async def test_nobody_there_is_trouble_of_the_network() -> None:
    with pytest.raises(NetworkError) as raised:
        async with client("123:secret", "http://127.0.0.1:9"):
            pytest.fail("nobody answered, and yet")

    assert "secret" not in str(raised.value)


async def test_it_can_be_closed_twice_and_opened_again(bot: Bot) -> None:
    request = AiohttpRequest(1)
    for _ in range(2):
        await request.initialize()
        await request.initialize()
        await request.shutdown()
        await request.shutdown()

    with pytest.raises(RuntimeError):
        await request.do_request("http://127.0.0.1:9", "GET")
