from __future__ import annotations

from typing import Any

import pytest

from bot.local import BotApiError, Chat, Machine, User
from bot.local.files import Upload

from .conftest import Clock
from .helpers import call, callback, keyboard, picture, png, refusal


async def test_a_message_has_what_telegram_sets(machine: Machine, chat: Chat) -> None:
    sent = await call(machine, "sendMessage", chat_id=7, text="<b>Алтын</b>", parse_mode="HTML")
    assert sent == {
        "message_id": 1,
        "from": {
            "id": 424242,
            "is_bot": True,
            "first_name": "Altyn",
            "username": "altyn_local_bot",
        },
        "chat": {"id": 7, "first_name": "Ada", "username": "ada", "type": "private"},
        "date": 1_725_000_000,
        "text": "Алтын",
        "entities": [{"type": "bold", "offset": 0, "length": 5}],
    }


async def test_numbers_count_up_in_each_chat(machine: Machine, chat: Chat) -> None:
    machine.private_chat(machine.user(8), started=True)
    ids = [(await call(machine, "sendMessage", chat_id=7, text="x"))["message_id"] for _ in "ab"]
    other = await call(machine, "sendMessage", chat_id=8, text="x")
    assert (ids, other["message_id"]) == ([1, 2], 1)


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": ""}, "Bad Request: message text is empty"),
        ({}, "Bad Request: message text is empty"),
        ({"text": "  \n "}, "Bad Request: text must be non-empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "Bad Request: text must be non-empty"),
        ({"text": "x" * 4097}, "Bad Request: message is too long"),
        ({"text": "🥇" * 2049}, "Bad Request: message is too long"),
        ({"text": "x", "colour": "red"}, 'Bad Request: unknown parameter "colour"'),
        ({"text": "x", "disable_notification": "maybe"}, "expected a Boolean"),
        ({"text": "x", "message_thread_id": "one"}, "expected an Integer"),
        ({"text": "x", "entities": "{"}, "Bad Request: can't parse entities JSON object"),
        ({"text": "x", "entities": {}}, "Bad Request: can't parse entities: expected an Array"),
        ({"text": "x", "message_thread_id": 5}, "Bad Request: message thread not found"),
        (
            {"text": "x", "reply_parameters": {"message_id": 99}},
            "Bad Request: message to be replied not found",
        ),
    ],
)
async def test_texts_that_are_refused(
    machine: Machine, chat: Chat, params: dict[str, Any], words: str
) -> None:
    assert words in await refusal(machine, "sendMessage", chat_id=7, **params)


async def test_the_limit_counts_after_parsing(machine: Machine, chat: Chat) -> None:
    text = f"<b>{'x' * 4096}</b>"
    sent = await call(machine, "sendMessage", chat_id=7, text=text, parse_mode="HTML")
    assert len(sent["text"]) == 4096


async def test_who_can_be_written_to(machine: Machine, ada: User) -> None:
    async def send() -> str:
        return await refusal(machine, "sendMessage", chat_id=7, text="x")

    assert await send() == "403 Forbidden: bot can't initiate conversation with a user"
    machine.start(ada)
    await call(machine, "sendMessage", chat_id=7, text="x")
    machine.block(ada)
    assert await send() == "403 Forbidden: bot was blocked by the user"
    machine.unblock(ada)
    await call(machine, "sendMessage", chat_id=7, text="x")
    unknown = await refusal(machine, "sendMessage", chat_id=123456, text="x")
    assert unknown == "400 Bad Request: chat not found"
    assert await refusal(machine, "sendMessage", text="x") == "400 Bad Request: chat_id is empty"
    assert "chat not found" in await refusal(machine, "sendMessage", chat_id="@who", text="x")


async def test_replies_carry_the_answered_message_and_the_quote(
    machine: Machine, ada: User
) -> None:
    asked = machine.say(ada, "who won 🥇 gold?")
    reply = {"message_id": asked.message_id, "quote": "gold"}
    sent = await call(machine, "sendMessage", chat_id=7, text="x", reply_parameters=reply)
    assert sent["reply_to_message"]["text"] == "who won 🥇 gold?"
    assert sent["quote"] == {"text": "gold", "position": 11, "is_manual": True}
    wrong = await refusal(
        machine, "sendMessage", chat_id=7, text="x", reply_parameters={**reply, "quote": "silver"}
    )
    assert wrong == "400 Bad Request: QUOTE_TEXT_INVALID"
    gone = {"message_id": 999, "allow_sending_without_reply": True}
    sent = await call(machine, "sendMessage", chat_id=7, text="x", reply_parameters=gone)
    assert "reply_to_message" not in sent


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([[callback("x", "a" * 65)]], "BUTTON_DATA_INVALID"),
        ([[callback("x", "ә" * 33)]], "BUTTON_DATA_INVALID"),
        ([[callback("x", "")]], "BUTTON_DATA_INVALID"),
        ([[{"text": "x"}]], "Text buttons are unallowed in the inline keyboard"),
        ([[{**callback("x", "a"), "url": "http://x.kz"}]], "exactly one action"),
        ([[callback(" ", "a")]], "Text of the button must be non-empty"),
        ([[{"callback_data": "a"}]], 'Can\'t find field "text"'),
        ([[{"text": "x", "url": "no url"}]], "is invalid: Wrong HTTP URL"),
        ([[{**callback("x", "a"), "style": "gold"}]], "invalid button style"),
        ([[{**callback("x", "a"), "colour": "gold"}]], 'unknown field "colour"'),
        ([[{"text": "x", "copy_text": {"text": ""}}]], "BUTTON_COPY_TEXT_INVALID"),
        ([[{"text": "x", "web_app": {"url": "http://x.kz"}}]], "Only HTTPS links are allowed"),
        ([[callback("x", "a")] * 9], "reply markup is too long"),
        ([[callback("x", "a")]] * 101, "reply markup is too long"),
    ],
)
async def test_keyboards_that_are_refused(
    machine: Machine, chat: Chat, rows: list[list[Any]], words: str
) -> None:
    markup = keyboard(*rows)
    said = await refusal(machine, "sendMessage", chat_id=7, text="x", reply_markup=markup)
    assert said.startswith("400 Bad Request: ")
    assert words in said


async def test_keyboards_at_the_limits_pass(machine: Machine, chat: Chat) -> None:
    rows = [[callback(f"{i}", "ә" * 32)] * 8 for i in range(12)] + [[callback("x", "y")] * 4]
    sent = await call(machine, "sendMessage", chat_id=7, text="x", reply_markup=keyboard(*rows))
    assert sent["reply_markup"]["inline_keyboard"] == rows
    seen = machine.transcript(chat)[-1]
    assert len(seen.flat_buttons) == 100
    assert seen.buttons[0][0].data == "ә" * 32
    not_json = await refusal(machine, "sendMessage", chat_id=7, text="x", reply_markup="{")
    assert not_json == "400 Bad Request: can't parse reply keyboard markup JSON object"


async def test_reply_keyboards_stay_with_the_chat(machine: Machine, chat: Chat) -> None:
    markup = {"keyboard": [["Gold", {"text": "Silver"}]]}
    sent = await call(machine, "sendMessage", chat_id=7, text="x", reply_markup=markup)
    assert "reply_markup" not in sent
    assert chat.keyboard == markup
    removed = {"remove_keyboard": True}
    await call(machine, "sendMessage", chat_id=7, text="x", reply_markup=removed)
    assert chat.keyboard is None


async def test_photos_have_the_sizes_of_the_real_file(machine: Machine, chat: Chat) -> None:
    files = {"photo": picture(1600, 800)}
    caption = {"caption": "<i>c</i>", "parse_mode": "HTML"}
    sent = await call(machine, "sendPhoto", files=files, chat_id=7, **caption)
    sizes = [(size["width"], size["height"]) for size in sent["photo"]]
    assert sizes == [(90, 45), (320, 160), (800, 400), (1280, 640)]
    assert (sent["caption"], sent["caption_entities"][0]["type"]) == ("c", "italic")
    again = await call(machine, "sendPhoto", chat_id=7, photo=sent["photo"][-1]["file_id"])
    assert again["photo"] == sent["photo"]


async def test_an_attached_part_may_have_any_name(machine: Machine, chat: Chat) -> None:
    files = {"p1": picture()}
    sent = await call(machine, "sendPhoto", files=files, chat_id=7, photo="attach://p1")
    assert sent["photo"][-1]["width"] == 640
    lost = await refusal(machine, "sendPhoto", chat_id=7, photo="attach://p2")
    assert lost == "400 Bad Request: can't find the file attach://p2"


@pytest.mark.parametrize(
    ("upload", "words"),
    [
        (Upload("x.png", b"no picture"), "IMAGE_PROCESS_FAILED"),
        (Upload("x.png", b""), "file must be non-empty"),
        (Upload("x.png", png(2100, 100)), "PHOTO_INVALID_DIMENSIONS"),
        (Upload("x.png", png(9000, 1001)), "PHOTO_INVALID_DIMENSIONS"),
        (Upload("x.png", png(8, 8) + b"\0" * 10 * 1024 * 1024), "is too big for a photo"),
    ],
)
async def test_photos_that_are_refused(
    machine: Machine, chat: Chat, upload: Upload, words: str
) -> None:
    with pytest.raises(BotApiError, match=words):
        await call(machine, "sendPhoto", files={"photo": upload}, chat_id=7)


async def test_captions_and_file_ids_that_are_refused(machine: Machine, chat: Chat) -> None:
    photo = (await call(machine, "sendPhoto", files={"photo": picture()}, chat_id=7))["photo"]
    long = await refusal(
        machine, "sendPhoto", chat_id=7, photo=photo[0]["file_id"], caption="x" * 1025
    )
    assert long == "400 Bad Request: message caption is too long"
    assert "wrong file identifier" in await refusal(machine, "sendPhoto", chat_id=7, photo="AgAC")
    assert "there is no photo in the request" in await refusal(machine, "sendPhoto", chat_id=7)
    as_document = await refusal(machine, "sendDocument", chat_id=7, document=photo[0]["file_id"])
    assert as_document == "400 Bad Request: can't use file of type Photo as Document"


async def test_documents_can_be_downloaded_again(machine: Machine, chat: Chat) -> None:
    upload = Upload("facts.yaml", b"a: 1", "application/yaml")
    sent = await call(machine, "sendDocument", files={"document": upload}, chat_id=7)
    assert sent["document"]["file_name"] == "facts.yaml"
    described = await call(machine, "getFile", file_id=sent["document"]["file_id"])
    reply = machine.download(machine.token, described["file_path"])
    assert (reply.status, reply.body) == (200, b"a: 1")
    assert machine.download("1:wrong", described["file_path"]).status == 404
    assert "wrong file identifier" in await refusal(machine, "getFile", file_id="x")


async def test_chat_actions(machine: Machine, chat: Chat) -> None:
    assert await call(machine, "sendChatAction", chat_id=7, action="typing") is True
    wrong = await refusal(machine, "sendChatAction", chat_id=7, action="dancing")
    assert wrong == "400 Bad Request: wrong parameter action in request"
    assert machine.transcript(chat) == []


async def test_forwards_and_copies(machine: Machine, ada: User) -> None:
    asked = machine.say(ada, "gold")
    where = {"chat_id": 7, "from_chat_id": 7, "message_id": asked.message_id}
    forwarded = await call(machine, "forwardMessage", **where)
    assert forwarded["forward_origin"]["sender_user"]["id"] == 7
    assert await call(machine, "copyMessage", **where) == {"message_id": 3}
    missing = await refusal(machine, "forwardMessage", **{**where, "message_id": 50})
    assert missing == "400 Bad Request: message to forward not found"


async def test_deleting(machine: Machine, ada: User, clock: Clock) -> None:
    old = machine.say(ada, "old")
    clock.now += 49 * 3600
    new = machine.say(ada, "new")
    assert await call(machine, "deleteMessage", chat_id=7, message_id=new.message_id) is True
    again = await refusal(machine, "deleteMessage", chat_id=7, message_id=new.message_id)
    assert again == "400 Bad Request: message to delete not found"
    too_old = await refusal(machine, "deleteMessage", chat_id=7, message_id=old.message_id)
    assert too_old == "400 Bad Request: message can't be deleted"
    group = machine.group(-5, "Fans")
    other = machine.send_text(group, ada, "mine")
    foreign = await refusal(machine, "deleteMessage", chat_id=-5, message_id=other.message_id)
    assert foreign == "400 Bad Request: message can't be deleted"
    assert await call(machine, "deleteMessages", chat_id=7, message_ids=[1, 99]) is True


async def test_a_quiz(machine: Machine, ada: User, chat: Chat) -> None:
    quiz = {
        "chat_id": 7,
        "question": "How many golds?",
        "options": [{"text": "1"}, {"text": "2"}],
        "type": "quiz",
        "is_anonymous": False,
    }
    sent = await call(
        machine,
        "sendPoll",
        **quiz,
        correct_option_ids=[1],
        explanation="<b>two</b>",
        explanation_parse_mode="HTML",
    )
    poll = sent["poll"]
    assert (poll["type"], poll["correct_option_ids"], poll["explanation"]) == ("quiz", [1], "two")
    machine.vote(chat, ada, sent["message_id"], [1])
    answer = list(machine.world.queue.pending.values())[-1]["poll_answer"]
    assert (answer["user"]["id"], answer["option_ids"]) == (7, [1])
    closed = await call(machine, "stopPoll", chat_id=7, message_id=sent["message_id"])
    assert closed["is_closed"] is True
    assert closed["options"][1]["voter_count"] == 1
    assert "at least one correct option" in await refusal(machine, "sendPoll", **quiz)
    for wrong, words in (
        ({"correct_option_ids": [2]}, "wrong correct option ID"),
        ({"correct_option_ids": [0], "options": [{"text": "1"}]}, "at least 2"),
        ({"correct_option_ids": [0], "options": [{"text": "1"}] * 13}, "more than 12"),
        ({"correct_option_ids": [0], "question": "x" * 301}, "must not exceed 300"),
        ({"correct_option_ids": [0], "explanation": "x" * 201}, "must not exceed 200"),
        ({"correct_option_ids": [0], "explanation": "a\nb\nc\nd"}, "2 line feeds"),
    ):
        assert words in await refusal(machine, "sendPoll", **{**quiz, **wrong})
