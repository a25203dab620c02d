"""What goes wrong: in Telegram, on the way, in the engine."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.answers.reply import Button, Reply
from bot.language.dialogue import EMPTY
from bot.local.state import Chat, User
from bot.store.memory import Key
from bot.telegram_app import sending
from tests.fake_engine import TROUBLE
from tests.telegram_app.stage import Stage


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the bot waited; in the test it does not."""
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    return waited


async def test_an_error_in_the_engine_is_told_once_and_logged(
    stage: Stage, private: Chat, ada: User, caplog: pytest.LogCaptureFixture
) -> None:
    stage.machine.say(ada, "boom")

    assert await stage.texts(private) == [TROUBLE]
    assert [one.reply.known for one in stage.deliveries] == [False]
    assert "the engine broke" in caplog.text


async def test_the_conversation_goes_on_after_an_error(
    stage: Stage, private: Chat, ada: User
) -> None:
    for text in ("one", "boom", "two"):
        stage.machine.say(ada, text)

    assert (await stage.texts(private))[2] == "message two after message one"


async def test_trouble_with_a_summons_is_told_where_the_bot_is_not(stage: Stage, ada: User) -> None:
    abroad = stage.machine.group(-9, "Elsewhere", with_bot=False)
    stage.machine.guest_message(ada, abroad, "@altyn_local_bot boom")

    assert await stage.texts(abroad) == [TROUBLE]
    assert stage.machine.calls("sendMessage") == []


async def test_trouble_in_a_group_is_told_to_those_who_spoke_to_the_bot(
    stage: Stage, group: Chat, ada: User
) -> None:
    stage.machine.send_text(group, ada, "boom")
    stage.machine.send_text(group, ada, "@altyn_local_bot boom")

    [reply] = await stage.replies(group)

    assert reply.text == TROUBLE
    assert reply.reply_to == 2


async def test_an_error_about_an_error_ends_there(
    stage: Stage, private: Chat, ada: User, caplog: pytest.LogCaptureFixture
) -> None:
    stage.machine.fault("error", "sendMessage", times=None)
    stage.machine.say(ada, "boom")
    await stage.settle()

    # The apology in HTML and as plain text, and no more.
    assert len(stage.machine.calls("sendMessage")) == 2
    assert "could not be told" in caplog.text


@pytest.mark.parametrize("html", ["<b>broken", "<blink>x</blink>", "a < b"])
async def test_markup_that_telegram_refuses_goes_out_as_plain_text(
    stage: Stage, private: Chat, ada: User, html: str
) -> None:
    stage.engine.replies["?"] = Reply(html, True, "en", ((Button("Why?", "why"),),))
    stage.machine.say(ada, "?")

    [reply] = await stage.replies(private)

    assert reply.entities == ()
    assert reply.text == html.replace("<b>", "").replace("<blink>", "").replace("</blink>", "")
    assert [button.data for button in reply.flat_buttons] == ["why"]


async def test_buttons_that_telegram_refuses_are_left_out(
    stage: Stage, private: Chat, ada: User
) -> None:
    stage.engine.replies["?"] = Reply("<b>x</b>", True, "en", ((Button("Why?", "я" * 33),),))
    stage.machine.say(ada, "?")

    [reply] = await stage.replies(private)

    assert (reply.text, reply.buttons) == ("x", ())


async def test_the_bot_waits_as_long_as_telegram_says(
    stage: Stage, private: Chat, ada: User, pauses: list[float]
) -> None:
    stage.machine.fault("flood", "sendMessage", retry_after=7, times=2)
    stage.machine.say(ada, "who?")

    assert await stage.texts(private) == ["message who? after nothing"]
    assert pauses == [7, 7]


async def test_a_wait_that_would_help_nobody_is_not_waited(
    stage: Stage, private: Chat, ada: User, pauses: list[float]
) -> None:
    stage.machine.fault("flood", "sendMessage", retry_after=3600, times=None)
    stage.machine.say(ada, "who?")

    assert await stage.texts(private) == []
    assert pauses == []


@pytest.mark.parametrize("kind", ["server_error", "bad_gateway", "cut"])
async def test_a_failing_connection_is_tried_again(
    stage: Stage, private: Chat, ada: User, pauses: list[float], kind: str
) -> None:
    stage.machine.fault(kind, "sendMessage", times=2)  # type: ignore[arg-type]
    stage.machine.say(ada, "who?")

    assert await stage.texts(private) == ["message who? after nothing"]
    assert pauses == list(sending.PAUSES[:2])


async def test_a_waiting_chat_keeps_no_other_waiting(stage: Stage, ada: User) -> None:
    bota = stage.machine.user(8, "Bota")
    stage.machine.fault("flood", "sendMessage", chat_id=7, retry_after=1)
    stage.machine.say(ada, "slow")
    stage.machine.say(bota, "quick")
    handling = asyncio.create_task(stage.settle())

    reply = await stage.machine.next_message(bota.id, timeout=0.5)

    assert reply.text == "message quick after nothing"
    await handling


async def test_who_blocks_the_bot_is_forgotten_in_peace(
    stage: Stage, private: Chat, ada: User, caplog: pytest.LogCaptureFixture
) -> None:
    stage.machine.say(ada, "one")
    await stage.settle()
    stage.machine.say(ada, "two")
    stage.machine.fault("blocked", "sendMessage")
    with caplog.at_level(logging.WARNING):
        await stage.settle()

    assert await stage.desk.memory.recall(Key(7, 7)) == EMPTY
    assert caplog.text == ""


async def test_blocking_alone_is_enough_to_be_forgotten(
    stage: Stage, private: Chat, ada: User
) -> None:
    stage.machine.say(ada, "one")
    await stage.settle()
    stage.machine.block(ada)
    await stage.settle()

    assert await stage.desk.memory.recall(Key(7, 7)) == EMPTY


async def test_a_reply_that_could_not_be_sent_leaves_no_trace_in_the_dialogue(
    stage: Stage, private: Chat, ada: User, pauses: list[float]
) -> None:
    stage.machine.fault("server_error", "sendMessage", times=4)
    stage.machine.say(ada, "one")
    await stage.settle()

    assert await stage.desk.memory.recall(Key(7, 7)) == EMPTY


async def test_the_question_was_deleted_meanwhile(stage: Stage, group: Chat, ada: User) -> None:
    question = stage.machine.send_text(group, ada, "/gold")
    stage.machine.delete(group, question)

    assert await stage.texts(group) == ["command gold after nothing"]


async def test_links_are_shown_without_previews(stage: Stage, private: Chat, ada: User) -> None:
    stage.machine.say(ada, "who?")
    await stage.settle()

    [call] = stage.machine.calls("sendMessage")
    assert call.params["link_preview_options"] == {"is_disabled": True}
    assert call.params["parse_mode"] == "HTML"
