"""Fetching updates: nothing lost, nothing stuck, nothing silent."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

import pytest
from telegram.error import InvalidToken

from bot.local.state import Chat, User
from bot.telegram_app import polling
from bot.telegram_app.polling import Poller
from bot.telegram_app.requests import UpdatesRequest
from tests.telegram_app.stage import Stage


@pytest.fixture
def stop() -> asyncio.Event:
    return asyncio.Event()


@pytest.fixture
async def poller(stage: Stage, stop: asyncio.Event) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(Poller(stage.application, stop).run())
    yield task
    stop.set()
    await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "FIRST_PAUSE", 0.01)


async def test_what_people_write_is_answered(
    stage: Stage, ada: User, poller: asyncio.Task[None]
) -> None:
    stage.machine.say(ada, "who?")

    assert (await stage.machine.next_message(7)).text == "message who? after nothing"


async def test_the_list_of_wanted_updates_is_sent(
    stage: Stage, ada: User, poller: asyncio.Task[None]
) -> None:
    stage.machine.say(ada, "who?")
    await stage.machine.next_message(7)

    assert sorted(stage.machine.world.queue.allowed or ()) == [
        "callback_query",
        "chosen_inline_result",
        "edited_message",
        "guest_message",
        "inline_query",
        "message",
        "my_chat_member",
    ]


async def test_nothing_is_acknowledged_before_it_is_answered(
    stage: Stage, ada: User, poller: asyncio.Task[None]
) -> None:
    stage.machine.fault("slow", "sendMessage", delay=0.3)
    stage.machine.say(ada, "who?")
    await asyncio.sleep(0.1)

    # A process killed here has lost nothing: Telegram still has the update.
    assert len(stage.machine.world.queue.pending) == 1
    await stage.machine.idle(quiet=0.3)
    assert not stage.machine.world.queue.pending


async def test_the_end_comes_at_once_and_acknowledges_what_was_answered(
    stage: Stage, ada: User, stop: asyncio.Event, poller: asyncio.Task[None]
) -> None:
    stage.machine.say(ada, "who?")
    await stage.machine.next_message(7)

    stop.set()
    await asyncio.wait_for(poller, 1)

    assert not stage.machine.world.queue.pending


async def test_an_answer_under_way_is_finished_before_the_end(
    stage: Stage, private: Chat, ada: User, stop: asyncio.Event, poller: asyncio.Task[None]
) -> None:
    stage.machine.fault("slow", "sendMessage", delay=0.3)
    stage.machine.say(ada, "who?")
    await asyncio.sleep(0.1)

    stop.set()
    await asyncio.wait_for(poller, 2)

    assert await stage.texts(private) == ["message who? after nothing"]


@pytest.mark.parametrize("kind", ["server_error", "bad_gateway", "cut", "flood"])
async def test_trouble_is_logged_and_passes(
    stage: Stage,
    ada: User,
    short_pauses: None,
    stop: asyncio.Event,
    caplog: pytest.LogCaptureFixture,
    kind: str,
) -> None:
    stage.machine.fault(kind, "getUpdates", times=2)  # type: ignore[arg-type]
    task = asyncio.create_task(Poller(stage.application, stop).run())
    stage.machine.say(ada, "who?")

    assert (await stage.machine.next_message(7)).text == "message who? after nothing"
    assert "Telegram cannot be reached" in caplog.text
    stop.set()
    await task


async def test_a_second_copy_is_named_as_the_trouble(
    stage: Stage,
    ada: User,
    short_pauses: None,
    stop: asyncio.Event,
    caplog: pytest.LogCaptureFixture,
) -> None:
    stage.machine.fault("error", "getUpdates", times=2, code=409, description="Conflict: x")
    task = asyncio.create_task(Poller(stage.application, stop).run())
    stage.machine.say(ada, "who?")

    await stage.machine.next_message(7)
    assert "Another copy of the bot" in caplog.text
    stop.set()
    await task


async def test_the_end_does_not_wait_for_a_pause(stage: Stage, stop: asyncio.Event) -> None:
    stage.machine.fault("flood", "getUpdates", retry_after=600)
    task = asyncio.create_task(Poller(stage.application, stop).run())
    await asyncio.sleep(0.05)

    stop.set()

    await asyncio.wait_for(task, 1)


async def test_a_token_withdrawn_ends_the_polling(
    stage: Stage, ada: User, stop: asyncio.Event
) -> None:
    task = asyncio.create_task(Poller(stage.application, stop).run())
    await asyncio.sleep(0.05)
    stage.machine.token = "1:another"
    stage.machine.say(ada, "who?")

    with pytest.raises(InvalidToken):
        await asyncio.wait_for(task, 2)


def test_an_update_that_cannot_be_understood_is_emptied(caplog: pytest.LogCaptureFixture) -> None:
    message = {"message_id": 1, "date": 1, "chat": {"id": 7, "type": "private"}, "text": "x"}
    sound = {"update_id": 2, "message": message}
    broken = {"update_id": 1, "message": {"text": "no chat, no date"}}
    payload = json.dumps({"ok": True, "result": [broken, sound]}).encode()

    answer = UpdatesRequest.parse_json_payload(payload)

    assert answer["result"] == [{"update_id": 1}, sound]
    assert "Update 1 cannot be understood" in caplog.text


async def test_what_is_typed_does_not_wait_for_a_message_that_is_slow(
    stage: Stage, ada: User, poller: asyncio.Task[None]
) -> None:
    stage.machine.fault("slow", "sendMessage", delay=1.5)
    stage.machine.say(ada, "who?")
    await asyncio.sleep(0.1)

    for text in ("g", "go", "gol", "gold"):
        answer = await stage.machine.inline(ada, text, timeout=1.0)
        assert answer.results[0]["title"] == text

    pending = stage.machine.world.queue.pending
    assert len(pending) > 1, "the message and what came after it are not acknowledged"
    await stage.machine.idle(quiet=0.3)
    assert not stage.machine.world.queue.pending
    assert stage.engine.asked.count("message who?") == 1


async def test_a_slow_chat_does_not_hold_up_another(
    stage: Stage, ada: User, poller: asyncio.Task[None]
) -> None:
    bota = stage.machine.user(8, "Bota")
    stage.machine.private_chat(bota, started=True)
    stage.machine.fault("slow", "sendMessage", delay=1.5)
    stage.machine.say(ada, "slow")
    await asyncio.sleep(0.1)
    stage.machine.say(bota, "quick")

    said = await asyncio.wait_for(stage.machine.next_message(8), 1.0)

    assert said.text == "message quick after nothing"


async def test_what_is_typed_is_acknowledged_at_once(
    stage: Stage, ada: User, poller: asyncio.Task[None]
) -> None:
    stage.machine.fault("slow", "answerInlineQuery", delay=1.0)
    first = stage.machine.inline(ada, "gold", timeout=3.0)
    await asyncio.sleep(0.3)

    assert not stage.machine.world.queue.pending
    assert (await first).results
