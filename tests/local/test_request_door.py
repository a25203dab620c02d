from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, InputPollOption
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)
from telegram.ext import ApplicationBuilder

from bot.local import Chat, Machine, User
from bot.local.request import LocalRequest

from .echo import polling
from .helpers import png


@pytest.fixture
async def bot(machine: Machine) -> AsyncIterator[Bot]:
    async with Bot(
        machine.token,
        request=LocalRequest(machine),
        get_updates_request=LocalRequest(machine),
    ) as bot:
        yield bot


@pytest.fixture
async def app(machine: Machine) -> AsyncIterator[Any]:
    builder = (
        ApplicationBuilder()
        .token(machine.token)
        .request(LocalRequest(machine))
        .get_updates_request(LocalRequest(machine))
    )
    async with polling(builder) as app:
        yield app


async def test_a_whole_conversation(machine: Machine, app: Any, ada: User) -> None:
    machine.start(ada, "deep-link")
    hello = await machine.next_message(7)
    assert (hello.text, hello.entities[0]["type"]) == ("Hello deep-link", "bold")
    query = machine.press(7, ada, hello.message_id, hello.button("Next").data)
    assert (await machine.answer_to(query))["text"] == "turned"
    await machine.wait_for(lambda call: call.method == "editMessageText")
    assert [seen.text for seen in machine.transcript(7)] == ["/start deep-link", "page 2"]
    machine.say(ada, "қайырлы таң")
    assert (await machine.next_message(7)).text == "you said қайырлы таң"
    await machine.idle(0.02)


async def test_pictures_inline_answers_and_summons(machine: Machine, app: Any, ada: User) -> None:
    machine.say(ada, "/photo")
    card = await machine.next_message(7)
    assert (card.kind, card.content["photo"][-1]["width"]) == ("photo", 300)
    answer = await machine.inline(ada, "gold")
    assert machine.choose(7, answer, "1").text == "gold"
    group = machine.group(-5, "Strangers", with_bot=False)
    await machine.answer_to(machine.guest_message(ada, group, "@altyn_local_bot true?"))
    assert machine.transcript(group)[-1].text == "true"


async def test_an_unanswered_fault_does_not_stop_the_bot(
    machine: Machine, app: Any, ada: User
) -> None:
    machine.fault("server_error", "sendMessage")
    machine.start(ada)
    machine.say(ada, "still there?")
    assert (await machine.next_message(7)).text == "you said still there?"


async def test_refusals_arrive_as_the_librarys_errors(
    machine: Machine, bot: Bot, chat: Chat
) -> None:
    with pytest.raises(BadRequest, match="Can't parse entities"):
        await bot.send_message(7, "<b>", parse_mode="HTML")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(99, "x")
    machine.fault("flood", retry_after=7)
    with pytest.raises(RetryAfter):
        await bot.send_message(7, "x")
    machine.fault("blocked")
    with pytest.raises(Forbidden):
        await bot.send_message(7, "x")
    for kind in ("bad_gateway", "cut", "lost"):
        machine.fault(kind)
        with pytest.raises(NetworkError):
            await bot.send_message(7, "x")
    group = machine.group(-5, "Fans")
    machine.migrate(group)
    with pytest.raises(ChatMigrated):
        await bot.send_message(-5, "x")


async def test_slow_answers_time_out(machine: Machine, bot: Bot, chat: Chat) -> None:
    machine.fault("slow", delay=5)
    with pytest.raises(TimedOut):
        await bot.send_message(7, "x", read_timeout=0.01)


async def test_a_wrong_token(machine: Machine) -> None:
    stranger = Bot("1:wrong", request=LocalRequest(machine))
    with pytest.raises(InvalidToken):
        await stranger.get_me()


async def test_files_settings_and_quizzes_go_through(
    machine: Machine, bot: Bot, chat: Chat
) -> None:
    sent = await bot.send_document(7, b"a: 1", filename="facts.yaml")
    assert sent.document
    file = await bot.get_file(sent.document)
    assert bytes(await file.download_as_bytearray()) == b"a: 1"
    scope = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands([BotCommand("gold", "Gold")], scope=scope, language_code="kk")
    assert (await bot.get_my_commands(scope, "kk"))[0].command == "gold"
    quiz = await bot.send_poll(
        7, "How many?", [InputPollOption("1"), "2"], type="quiz", correct_option_ids=[0]
    )
    assert quiz.poll
    assert quiz.poll.options[0].text == "1"
    with pytest.raises(BadRequest, match='Unknown parameter "colour"'):
        await bot.send_message(7, "x", api_kwargs={"colour": "red"})
    assert (await bot.get_chat(7)).first_name == "Ada"
    machine.world.book.chats[-5] = machine.group(-5, "Fans")
    assert (await bot.get_chat_member(-5, bot.id)).status == "member"
    assert (await bot.send_photo(7, png(64, 64))).photo[-1].width == 64
    assert (await bot.get_webhook_info()).url == ""
