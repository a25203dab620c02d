"""Edited questions: the reply is put right where it stands."""

from __future__ import annotations

from tests.conversations.phone import Phone, labels
from tests.telegram_app.stage import Stage

GOLD = {"en": "Who won gold?", "ru": "Кто выиграл золото?", "kk": "Алтынды кім алды?"}
SILVER = {"en": "Who won silver?", "ru": "Кто выиграл серебро?", "kk": "Күмісті кім алды?"}
ALL = {
    "en": "gold medals of all countries in Paris",
    "ru": "золото всех стран в Париже",
    "kk": "Париждегі барлық елдердің алтыны",
}


async def test_text_and_buttons_change_together(phone: Phone) -> None:
    expected = await phone.say(SILVER[phone.language])
    said = phone.write(GOLD[phone.language])
    before = await phone.last()

    after = (await phone.edit(said, SILVER[phone.language]))[-1]

    assert after.message_id == before.message_id
    assert (after.text, labels(after)) == (expected.text, labels(expected))


async def test_a_question_becomes_a_command_and_a_question_again(phone: Phone) -> None:
    said = phone.write(GOLD[phone.language])
    first = await phone.last()

    [command] = await phone.edit(said, "/silver")
    assert (command.message_id, command.text == first.text) == (first.message_id, False)

    [back] = await phone.edit(said, GOLD[phone.language])
    assert (back.text, labels(back)) == (first.text, labels(first))


async def test_a_page_that_was_turned_is_corrected_all_the_same(phone: Phone) -> None:
    said = phone.write(ALL[phone.language])
    page = await phone.press(await phone.last(), phone.word("button-next"))

    [after] = await phone.edit(said, GOLD[phone.language])

    assert after.message_id == page.message_id
    assert phone.word("button-next") not in labels(after)


async def test_markup_that_telegram_refuses_goes_out_as_plain_text(
    phone: Phone, stage: Stage
) -> None:
    stage.machine.fault("error", "sendMessage", description="Bad Request: can't parse entities")

    reply = await phone.say(GOLD[phone.language])

    assert reply.entities == ()
    assert "<" not in reply.text
    assert len(labels(reply)) == 3


async def test_buttons_that_telegram_refuses_do_not_keep_the_answer_back(
    phone: Phone, stage: Stage
) -> None:
    for _ in range(2):
        stage.machine.fault("error", "sendMessage", description="Bad Request: BUTTON_URL_INVALID")

    reply = await phone.say("/athlete Degtyarev")

    assert reply.text
    assert labels(reply) == []
