"""Long answers turn their pages in the same message; questions are answered below."""

from __future__ import annotations

import pytest

from bot.local.state import Chat
from tests.conversations.phone import Clock, Phone, labels
from tests.telegram_app.stage import Stage

ALL_GOLD = {
    "en": "gold medals of all countries in Paris",
    "ru": "золото всех стран в Париже",
    "kk": "Париждегі барлық елдердің алтыны",
}
ARCHERY = {
    "en": "all archery medals of all countries in Paris",
    "ru": "все медали всех стран в стрельбе из лука в Париже",
    "kk": "Париждегі барлық елдердің садақ атудан медальдары",
}
GOLD = {"en": "Who won gold?", "ru": "Кто выиграл золото?", "kk": "Алтынды кім алды?"}


async def test_the_next_page_takes_the_place_of_the_first_and_the_first_comes_back(
    phone: Phone,
) -> None:
    first = await phone.say(ALL_GOLD[phone.language])
    assert phone.word("button-previous") not in labels(first)

    second = await phone.press(first, phone.word("button-next"))

    assert second.message_id == first.message_id
    assert second.text != first.text
    assert {phone.word("button-next"), phone.word("button-previous")} < set(labels(second))

    again = await phone.press(second, phone.word("button-previous"))

    assert (again.text, labels(again)) == (first.text, labels(first))
    assert len(await phone.all()) == 1


async def test_pages_can_be_turned_to_and_fro_as_fast_as_one_likes(phone: Phone) -> None:
    page = await phone.say(ALL_GOLD[phone.language])
    seen = []
    for label in ("button-next", "button-previous", "button-next", "button-next"):
        page = await phone.press(page, phone.word(label))
        seen.append(page.text)

    assert seen[0] == seen[2]
    assert len(set(seen)) == 3


async def test_the_last_page_has_no_next(phone: Phone) -> None:
    page = await phone.say(ARCHERY[phone.language])
    pages = [page]
    while phone.word("button-next") in labels(page) and len(pages) < 20:
        page = await phone.press(page, phone.word("button-next"))
        pages.append(page)

    assert len(pages) > 2
    assert phone.word("button-next") not in labels(pages[-1])
    assert len({one.text for one in pages}) == len(pages)


async def test_a_card_turns_both_ways_too(phone: Phone) -> None:
    china = {"en": "China", "ru": "Китай", "kk": "Қытай"}[phone.language]
    first = await phone.say(f"/medals {china}")
    second = await phone.press(first, phone.word("button-next"))

    back = await phone.press(second, phone.word("button-previous"))

    assert len(labels(second)) == 3
    assert (back.text, labels(back)) == (first.text, labels(first))


async def test_a_new_question_is_answered_below_and_what_was_said_stays(phone: Phone) -> None:
    first = await phone.say(GOLD[phone.language])

    await phone.press(first, phone.word("button-all"))

    stays, below = await phone.all()
    assert (stays.text, stays.edited) == (first.text, False)
    assert below.message_id > first.message_id


async def test_every_answer_offers_at_most_three_questions(phone: Phone) -> None:
    for text in (GOLD[phone.language], ALL_GOLD[phone.language], "/medals", "/rank", "/team",
                 "/games", "/athlete Degtyarev", "/sport judo", "/gold tokyo"):  # fmt: skip
        reply = await phone.say(text)

        assert 1 <= len(labels(reply)) <= 3, text
        assert all(any(letter.isalpha() for letter in label) for label in labels(reply))


@pytest.mark.parametrize("presses", [2, 3])
async def test_a_double_press_gives_one_answer(phone: Phone, presses: int) -> None:
    first = await phone.say(GOLD[phone.language])
    data = first.button(phone.word("button-why")).data

    queries = [phone.tap(first, data) for _ in range(presses)]

    assert len(await phone.all()) == 2
    assert all(query.answer is not None for query in queries)


async def test_the_same_button_pressed_later_is_answered_again(phone: Phone, clock: Clock) -> None:
    first = await phone.say(GOLD[phone.language])
    await phone.press(first, phone.word("button-why"))

    clock.now += 60
    await phone.press(first, phone.word("button-why"))

    assert len(await phone.all()) == 3


async def test_a_page_whose_message_is_gone_comes_below(phone: Phone, stage: Stage) -> None:
    first = await phone.say(ALL_GOLD[phone.language])
    data = first.button(phone.word("button-next")).data
    stage.machine.delete(phone.chat, first.message_id)

    query = phone.tap(first.message_id, data, stale=True)

    [page] = await phone.all()
    assert phone.word("button-previous") in labels(page)
    assert query.answer is not None


async def test_anybody_in_a_group_may_press_and_is_answered_in_their_language(
    stage: Stage,
) -> None:
    group: Chat = stage.machine.group(-5, "Fans")
    ada = stage.machine.user(7, "Ada", language_code="en")
    bota = stage.machine.user(8, "Бота", language_code="kk")
    stage.machine.send_text(group, ada, "/gold")
    [asked] = await stage.replies(group)

    stage.machine.press(group, bota, asked.message_id, asked.button("Why?").data)

    [_, answer] = await stage.replies(group)
    assert answer.text.startswith("Неге олай деп айттым")
    assert answer.reply_to == asked.message_id
