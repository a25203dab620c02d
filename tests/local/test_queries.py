from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.local import Chat, Machine, Misuse, Query, User

from .conftest import Clock
from .helpers import call, callback, keyboard, refusal

EXPIRED = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"


def last(machine: Machine, kind: str) -> Any:
    return list(machine.world.queue.pending.values())[-1][kind]


async def pressed(machine: Machine, chat: Chat, ada: User) -> Query:
    markup = keyboard([callback("Next", "p:2")])
    sent = await call(machine, "sendMessage", chat_id=7, text="1", reply_markup=markup)
    return machine.press(chat, ada, sent["message_id"], "p:2")


async def test_a_press_reaches_the_bot_and_its_answer_the_person(
    machine: Machine, chat: Chat, ada: User
) -> None:
    query = await pressed(machine, chat, ada)
    update = last(machine, "callback_query")
    assert (update["id"], update["data"], update["from"]["id"]) == (query.id, "p:2", 7)
    assert update["message"]["text"] == "1"
    await call(machine, "answerCallbackQuery", callback_query_id=query.id, text="ok")
    answer = await machine.answer_to(query)
    assert (answer["text"], answer["show_alert"]) == ("ok", False)


async def test_callback_answers_that_are_refused(
    machine: Machine, chat: Chat, ada: User, clock: Clock
) -> None:
    query = await pressed(machine, chat, ada)

    async def answer(**params: Any) -> str:
        return await refusal(machine, "answerCallbackQuery", **params)

    assert await answer(callback_query_id="5") == EXPIRED
    assert "MESSAGE_TOO_LONG" in await answer(callback_query_id=query.id, text="x" * 201)
    assert "URL_INVALID" in await answer(callback_query_id=query.id, url="https://x.kz")
    await call(machine, "answerCallbackQuery", callback_query_id=query.id, text="x" * 200)
    assert await answer(callback_query_id=query.id) == EXPIRED
    late = await pressed(machine, chat, ada)
    clock.now += 31
    assert await answer(callback_query_id=late.id) == EXPIRED


async def test_people_press_only_what_they_see(machine: Machine, chat: Chat, ada: User) -> None:
    query = await pressed(machine, chat, ada)
    number = query.message_id or 0
    with pytest.raises(Misuse, match="has no button 'p:3'; it has: p:2"):
        machine.press(chat, ada, number, "p:3")
    machine.press(chat, ada, number, "p:3", stale=True)
    assert last(machine, "callback_query")["data"] == "p:3"
    machine.delete(chat, number)
    machine.press(chat, ada, number, "p:2", stale=True)
    assert last(machine, "callback_query")["message"]["date"] == 0


def article(result_id: str = "a", **more: Any) -> dict[str, Any]:
    words = {"message_text": "<b>gold</b>", "parse_mode": "HTML"}
    body = {"type": "article", "id": result_id, "title": "T", "input_message_content": words}
    return {**body, **more}


async def asked(machine: Machine, ada: User) -> tuple[asyncio.Task[Any], str]:
    task = asyncio.ensure_future(machine.inline(ada, "gold", "10"))
    await asyncio.sleep(0)
    update = last(machine, "inline_query")
    assert (update["query"], update["offset"]) == ("gold", "10")
    return task, update["id"]


async def test_inline_results_come_back_and_can_be_chosen(
    machine: Machine, chat: Chat, ada: User
) -> None:
    task, query_id = await asked(machine, ada)
    markup = keyboard([callback("More", "m")])
    await call(
        machine,
        "answerInlineQuery",
        inline_query_id=query_id,
        results=[article(reply_markup=markup)],
        next_offset="20",
        button={"text": "Help", "start_parameter": "in-line"},
    )
    answer = await task
    assert ([r["id"] for r in answer.results], answer.next_offset) == (["a"], "20")
    sent = machine.choose(chat, answer, "a")
    assert (sent.text, sent.sender, sent.extra["via_bot"]["id"]) == ("gold", ada, 424242)
    where = {"inline_message_id": sent.inline_id}
    assert await call(machine, "editMessageText", **where, text="silver") is True
    assert machine.transcript(chat)[-1].text == "silver"
    wrong = await refusal(machine, "editMessageText", inline_message_id="x", text="y")
    assert wrong == "400 Bad Request: MESSAGE_ID_INVALID"


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"results": [article("a"), article("a")]}, "RESULT_ID_DUPLICATE"),
        ({"results": [article(str(i)) for i in range(51)]}, "RESULTS_TOO_MUCH"),
        ({"results": [article("ә" * 33)]}, "RESULT_ID_INVALID"),
        ({"results": [article("")]}, "RESULT_ID_EMPTY"),
        ({"results": [], "next_offset": "x" * 65}, "NEXT_OFFSET_INVALID"),
        ({"results": [], "button": {"text": "x", "start_parameter": "a b"}}, "START_PARAM_INVALID"),
        ({"results": [], "button": {"text": "x"}}, "exactly one action"),
        ({"results": [{"type": "song", "id": "a"}]}, "unsupported type"),
        ({"results": [{"type": "article", "id": "a", "title": "T"}]}, "input_message_content"),
        ({"results": [{"type": "photo", "id": "a", "photo_url": "x"}]}, "thumbnail_url"),
        (
            {
                "results": [
                    article(input_message_content={"message_text": "<b>", "parse_mode": "HTML"})
                ]
            },
            "can't parse entities",
        ),
        (
            {"results": [article(reply_markup=keyboard([callback("x", "y" * 65)]))]},
            "BUTTON_DATA_INVALID",
        ),
    ],
)
async def test_inline_answers_that_are_refused(
    machine: Machine, ada: User, params: dict[str, Any], words: str
) -> None:
    task, query_id = await asked(machine, ada)
    said = await refusal(machine, "answerInlineQuery", inline_query_id=query_id, **params)
    assert words in said
    task.cancel()


async def test_inline_queries_expire(machine: Machine, ada: User, clock: Clock) -> None:
    task, query_id = await asked(machine, ada)
    clock.now += 16
    late = {"inline_query_id": query_id, "results": []}
    assert await refusal(machine, "answerInlineQuery", **late) == EXPIRED
    task.cancel()


async def test_a_guest_answers_once_where_it_was_summoned(machine: Machine, ada: User) -> None:
    group = machine.group(-9, "Strangers", with_bot=False)
    claim = machine.send_text(group, machine.user(8), "Kazakhstan won ten golds")
    assert not machine.world.queue.pending
    with pytest.raises(Misuse, match="@altyn_local_bot"):
        machine.guest_message(ada, group, "true?")
    query = machine.guest_message(ada, group, "@altyn_local_bot true?", reply_to=claim)
    update = last(machine, "guest_message")
    assert update["guest_query_id"] == query.id
    assert update["reply_to_message"]["text"] == "Kazakhstan won ten golds"
    given = {"guest_query_id": query.id, "result": article()}
    sent = await call(machine, "answerGuestQuery", **given)
    seen = machine.transcript(group)[-1]
    assert (seen.text, seen.from_bot, seen.reply_to) == ("gold", True, 2)
    assert await refusal(machine, "answerGuestQuery", **given) == EXPIRED
    assert await call(machine, "editMessageText", **sent, text="no") is True
    not_member = await refusal(machine, "sendMessage", chat_id=-9, text="x")
    assert not_member == "403 Forbidden: bot is not a member of the group chat"
