"""``python -m bot run`` as a process, against the local Bot API over HTTP."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.local.machine import LOCAL_TOKEN, Machine
from bot.local.server import serve
from bot.local.state import User
from tests.e2e.processes import Running, started


@pytest.fixture
async def machine() -> Machine:
    return Machine()


@pytest.fixture
async def url(machine: Machine) -> AsyncIterator[str]:
    async with serve(machine) as address:
        yield address


@pytest.fixture
async def bot(url: str, tmp_path: Path) -> AsyncIterator[Running]:
    settings = {
        "TELEGRAM_TOKEN": LOCAL_TOKEN,
        "TELEGRAM_API_URL": url,
        "ALTYN_LOG_LEVEL": "DEBUG",
    }
    async with started("run", home=tmp_path, **settings) as running:
        yield running


@pytest.fixture
def ada(machine: Machine) -> User:
    return machine.user(7, "Ada", language_code="en")


async def test_a_conversation_with_buttons_and_an_edit(
    machine: Machine, bot: Running, ada: User
) -> None:
    question = machine.say(ada, "who won gold?")
    answer = await machine.next_message(7, timeout=10)
    assert answer.text == "message who won gold? after nothing"

    query = machine.press(7, ada, answer.message_id, answer.button("Why?").data)
    await machine.answer_to(query)
    receipt = await machine.next_message(7, after=answer)
    assert receipt.text == "press why:1 after message who won gold?"

    machine.edit_text(7, ada, question, "who won silver?")
    await machine.idle()
    assert machine.transcript(7)[1].text == "message who won silver? after nothing"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_it_cleanly(
    machine: Machine, bot: Running, ada: User, number: signal.Signals
) -> None:
    machine.say(ada, "hello")
    await machine.next_message(7, timeout=10)

    status, written = await bot.end(number, seconds=4)

    assert status == 0
    assert "Traceback" not in written
    assert not machine.world.queue.pending


async def test_the_token_is_not_in_the_logs(machine: Machine, bot: Running, ada: User) -> None:
    machine.say(ada, "hello")
    await machine.next_message(7, timeout=10)
    machine.fault("server_error", "sendMessage", times=None)
    machine.say(ada, "again")
    await machine.idle(quiet=0.3)

    _, written = await bot.end()

    assert "Answering as @altyn_local_bot" in written
    assert "INSERT" not in written
    assert LOCAL_TOKEN not in written
    assert LOCAL_TOKEN.partition(":")[2] not in written


async def test_what_was_asked_while_it_was_away_is_answered(
    machine: Machine, ada: User, url: str, tmp_path: Path
) -> None:
    machine.say(ada, "anybody there?")

    settings = {"TELEGRAM_TOKEN": LOCAL_TOKEN, "TELEGRAM_API_URL": url}
    async with started("run", home=tmp_path, **settings):
        answer = await machine.next_message(7, timeout=10)

    assert answer.text == "message anybody there? after nothing"


async def test_killed_in_the_middle_it_loses_no_question(
    machine: Machine, bot: Running, url: str, tmp_path: Path
) -> None:
    people = [machine.user(number, "Fan") for number in range(100, 200)]
    for person in people:
        machine.say(person, "who won gold?")
    await machine.next_message(100, timeout=10)
    await bot.end(signal.SIGKILL)

    settings = {"TELEGRAM_TOKEN": LOCAL_TOKEN, "TELEGRAM_API_URL": url}
    async with started("run", home=tmp_path, **settings):
        for person in people:
            answer = await machine.next_message(person.id, timeout=10)
            assert answer.text == "message who won gold? after nothing"


async def test_a_new_start_remembers_and_answers_nothing_twice(
    machine: Machine, bot: Running, ada: User, url: str, tmp_path: Path
) -> None:
    machine.say(ada, "one")
    first = await machine.next_message(7, timeout=10)
    await machine.idle(quiet=0.3)
    # From here on Telegram is told of no answer, so that it sends the next message again.
    deaf = machine.fault("server_error", "getUpdates", times=None)
    machine.say(ada, "two")
    await machine.next_message(7, after=first, timeout=10)
    await bot.said("Telegram cannot be reached")
    await bot.end(signal.SIGKILL)
    assert machine.world.queue.pending
    deaf.times = deaf.hits

    settings = {"TELEGRAM_TOKEN": LOCAL_TOKEN, "TELEGRAM_API_URL": url}
    async with started("run", home=tmp_path, **settings) as again:
        machine.say(ada, "three")
        await machine.idle(quiet=1.0, within=20)
        await again.end()

    assert [one.text for one in machine.transcript(7) if one.from_bot] == [
        "message one after nothing",
        "message two after message one",
        "message three after message two",
    ]


async def test_a_damaged_memory_keeps_nobody_waiting(
    machine: Machine, ada: User, url: str, tmp_path: Path
) -> None:
    state = tmp_path / "state.sqlite3"
    state.write_bytes(b"nonsense " * 1000)
    machine.say(ada, "hello")

    settings = {"TELEGRAM_TOKEN": LOCAL_TOKEN, "TELEGRAM_API_URL": url, "ALTYN_STATE": str(state)}
    async with started("run", home=tmp_path, **settings) as running:
        await machine.next_message(7, timeout=10)
        status, written = await running.end()

    assert status == 0
    assert "set aside" in written
    assert "Traceback" not in written


async def test_the_menu_is_set(machine: Machine, bot: Running, ada: User) -> None:
    machine.say(ada, "hello")
    await machine.next_message(7, timeout=10)
    await machine.idle(quiet=0.2)

    assert machine.menu(7, ada)[0] == ("start", "start in en")
    group = machine.group(-5, "Fans")
    assert machine.menu(group, ada)[0] == ("gold", "gold in en")
    assert machine.world.settings.names["ru"] == "name in ru"


async def test_a_group_is_welcomed_answered_and_forgotten(
    machine: Machine, bot: Running, ada: User
) -> None:
    group = machine.group(-5, "Fans", with_bot=False)
    machine.add_bot(group, ada)
    hello = await machine.next_message(-5, timeout=10)
    assert hello.text == "welcome from altyn_local_bot in en"

    machine.send_text(group, ada, "/gold@altyn_local_bot")
    answer = await machine.next_message(-5, after=hello)
    machine.send_text(group, ada, "/forget@altyn_local_bot")
    done = await machine.next_message(-5, after=answer)
    machine.send_text(group, ada, "/help@altyn_local_bot")

    assert (await machine.next_message(-5, after=done)).text == "command help after nothing"


async def test_a_token_that_is_refused_is_said_on_one_line(url: str, tmp_path: Path) -> None:
    token = "1" + LOCAL_TOKEN
    async with started("run", home=tmp_path, TELEGRAM_TOKEN=token, TELEGRAM_API_URL=url) as running:
        status, written = await running.ended()

    assert status == 2
    assert written.count("\n") == 1
    assert "@BotFather" in written
    assert ".env" in written
    assert token not in written


@pytest.mark.parametrize("token", ["", "nonsense"])
async def test_without_a_token_it_does_not_start(tmp_path: Path, token: str) -> None:
    async with started("run", home=tmp_path, TELEGRAM_TOKEN=token) as running:
        status, written = await running.ended()

    assert status == 2
    assert written.count("\n") == 1
    assert "@BotFather" in written


async def test_the_token_may_stand_in_the_env_file(
    machine: Machine, ada: User, url: str, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text(f"TELEGRAM_TOKEN={LOCAL_TOKEN}\nTELEGRAM_API_URL={url}\n")
    async with started("run", home=tmp_path):
        machine.say(ada, "hello")

        assert (await machine.next_message(7, timeout=10)).from_bot


async def test_a_server_that_cannot_be_reached_is_waited_for(tmp_path: Path) -> None:
    settings = {"TELEGRAM_TOKEN": LOCAL_TOKEN, "TELEGRAM_API_URL": "http://127.0.0.1:9"}
    async with started("run", home=tmp_path, **settings) as running:
        await running.said("Telegram cannot be reached")
        status, written = await running.end(seconds=4)

    assert status == 0
    assert LOCAL_TOKEN not in written


async def test_a_second_copy_says_why_it_hears_nothing(
    machine: Machine, bot: Running, ada: User, url: str, tmp_path: Path
) -> None:
    machine.say(ada, "hello")
    await machine.next_message(7, timeout=10)

    settings = {"TELEGRAM_TOKEN": LOCAL_TOKEN, "TELEGRAM_API_URL": url}
    async with started("run", home=tmp_path, **settings) as second:
        await asyncio.sleep(3)
        first_status, first_written = await bot.end()
        second_status, second_written = await second.end()

    assert (first_status, second_status) == (0, 0)
    assert "Another copy of the bot" in first_written + second_written
    assert LOCAL_TOKEN not in first_written + second_written
