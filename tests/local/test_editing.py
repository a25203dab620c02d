from __future__ import annotations

from bot.local import Chat, Machine, User

from .helpers import call, callback, keyboard, picture, refusal

NOT_MODIFIED = (
    "400 Bad Request: message is not modified: specified new message content and reply markup"
    " are exactly the same as a current content and reply markup of the message"
)


async def test_an_edit_replaces_text_and_keyboard(machine: Machine, chat: Chat) -> None:
    markup = keyboard([callback("Next", "p:2")])
    sent = await call(machine, "sendMessage", chat_id=7, text="1", reply_markup=markup)
    where = {"chat_id": 7, "message_id": sent["message_id"]}
    edited = await call(machine, "editMessageText", **where, text="<b>2</b>", parse_mode="HTML")
    assert (edited["text"], edited["edit_date"]) == ("2", 1_725_000_000)
    assert "reply_markup" not in edited
    seen = machine.transcript(chat)[0]
    assert (seen.text, seen.edited, seen.buttons) == ("2", True, ())


async def test_an_edit_that_changes_nothing_is_refused(machine: Machine, chat: Chat) -> None:
    markup = keyboard([callback("Next", "p:2")])
    sent = await call(machine, "sendMessage", chat_id=7, text="1", reply_markup=markup)
    where = {"chat_id": 7, "message_id": sent["message_id"]}
    same = {**where, "text": "1", "reply_markup": markup}
    assert await refusal(machine, "editMessageText", **same) == NOT_MODIFIED
    assert await refusal(machine, "editMessageReplyMarkup", **where, reply_markup=markup) == (
        NOT_MODIFIED
    )
    await call(machine, "editMessageReplyMarkup", **where)
    assert await refusal(machine, "editMessageReplyMarkup", **where) == NOT_MODIFIED


async def test_what_can_not_be_edited(machine: Machine, ada: User) -> None:
    asked = machine.say(ada, "mine")
    photo = await call(machine, "sendPhoto", files={"photo": picture()}, chat_id=7)
    text = await call(machine, "sendMessage", chat_id=7, text="x")

    async def edit(method: str, message_id: int, **params: object) -> str:
        return await refusal(machine, method, chat_id=7, message_id=message_id, **params)

    missing = await edit("editMessageText", 99, text="y")
    assert missing == "400 Bad Request: message to edit not found"
    foreign = await edit("editMessageText", asked.message_id, text="y")
    assert foreign == "400 Bad Request: message can't be edited"
    wordless = await edit("editMessageText", photo["message_id"], text="y")
    assert wordless == "400 Bad Request: there is no text in the message to edit"
    uncaptioned = await edit("editMessageCaption", text["message_id"], caption="y")
    assert uncaptioned == "400 Bad Request: there is no caption in the message to edit"
    long = await edit("editMessageText", text["message_id"], text="y" * 4097)
    assert long == "400 Bad Request: MESSAGE_TOO_LONG"
    reply_keyboard = await edit(
        "editMessageText", text["message_id"], text="y", reply_markup={"keyboard": [["x"]]}
    )
    assert reply_keyboard == "400 Bad Request: inline keyboard expected"


async def test_captions_and_media(machine: Machine, chat: Chat) -> None:
    sent = await call(machine, "sendPhoto", files={"photo": picture()}, chat_id=7, caption="a")
    where = {"chat_id": 7, "message_id": sent["message_id"]}
    caption = {"caption": "<b>b</b>", "parse_mode": "HTML"}
    edited = await call(machine, "editMessageCaption", **where, **caption)
    assert (edited["caption"], edited["photo"]) == ("b", sent["photo"])
    media = {"type": "photo", "media": "attach://new", "caption": "c"}
    edited = await call(
        machine, "editMessageMedia", files={"new": picture(100, 50)}, **where, media=media
    )
    assert (edited["photo"][-1]["width"], edited["caption"]) == (100, "c")
    edited = await call(machine, "editMessageCaption", **where)
    assert "caption" not in edited
    text = await call(machine, "sendMessage", chat_id=7, text="x")
    turned = await call(
        machine,
        "editMessageMedia",
        files={"new": picture()},
        chat_id=7,
        message_id=text["message_id"],
        media=media,
    )
    assert turned["photo"]
    assert "text" not in turned
