"""What people type after the bot's name in any chat, on the local Bot API."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator

import pytest
from telegram import Update
from telegram import User as Person

from bot.answers.engine import Engine
from bot.answers.offers import PAGE
from bot.answers.reply import Reply
from bot.local.machine import Machine
from bot.local.people.tapping import InlineAnswer
from bot.local.state import Chat, User
from bot.telegram_app.order import PerChat
from tests.telegram_app.stage import Stage


@pytest.fixture
async def real(shipped: Engine) -> AsyncIterator[Stage]:
    """The application with the real engine."""
    async with Machine(privacy=False) as machine:
        stage = Stage(machine, shipped)
        await stage.application.initialize()
        yield stage
        await stage.application.shutdown()


async def typed(stage: Stage, person: User, text: str, offset: str = "") -> InlineAnswer:
    """What the bot offers for a text, after it handled everything."""
    answer = stage.machine.inline(person, text, offset)
    await stage.settle()
    return await answer


@pytest.mark.parametrize(
    ("code", "text", "title", "said", "button"),
    [
        ("en", "degt", "David Degtyarev", "David Degtyarev — Para powerlifting", "Ask Altyn"),
        ("ru", "дег", "Давид Дегтярёв", "Давид Дегтярёв — Пауэрлифтинг", "Спросить Алтына"),
        ("kk", "Жұм", "Нұрдәулет Жұмағали", "Нұрдәулет Жұмағали — Пара жүзу",
         "Алтынға сұрақ қою"),
    ],
)  # fmt: skip
async def test_a_chosen_offer_puts_the_answer_into_the_chat(
    real: Stage, code: str, text: str, title: str, said: str, button: str
) -> None:
    person = real.machine.user(7, "Ada", language_code=code)
    friends = real.machine.group(-9, "Friends", with_bot=False)
    answer = await typed(real, person, text)
    first = answer.results[0]

    real.machine.choose(friends, answer, first["id"])
    await real.settle()

    [message] = real.machine.transcript(friends)
    assert first["title"] == title
    assert first["description"]
    assert message.text.startswith(said)
    assert message.sender is person
    assert [entity["type"] for entity in message.entities] == ["bold", "italic"]
    [shown] = message.flat_buttons
    assert (shown.text, shown.action) == (button, "url")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "who won gold in judo"),
        ("en", "degt"),
        ("en", "Did Degtyarev win gold?"),
        ("ru", "золото"),
        ("ru", "сколько медалей у Китая"),
        ("kk", "дзюдо"),
        ("kk", ""),
    ],
)
async def test_the_link_below_a_sent_offer_opens_the_same_answer(
    real: Stage, code: str, text: str
) -> None:
    person = real.machine.user(7, "Ada", language_code=code)
    friend = real.machine.user(8, "Bota", language_code=code)
    friends = real.machine.group(-9, "Friends", with_bot=False)
    answer = await typed(real, person, text)
    real.machine.choose(friends, answer, answer.results[0]["id"])
    [sent] = real.machine.transcript(friends)
    [link] = sent.flat_buttons
    address, _, parameter = str(link.value).partition("?start=")

    real.machine.start(friend, parameter)
    [opened] = await real.texts(real.machine.private_chat(friend))

    assert address == "https://t.me/altyn_local_bot"
    assert opened in sent.text, "what was sent may have the question in front"


async def test_the_way_to_the_bot_leads_to_its_greeting(real: Stage) -> None:
    person = real.machine.user(7, "Ada", language_code="en")
    chat = real.machine.private_chat(person)
    real.machine.start(person, "ask")

    [text] = await real.texts(chat)

    assert text.startswith("Hello! I'm Altyn.")


async def test_pages_are_fetched_by_scrolling(real: Stage) -> None:
    person = real.machine.user(7, "Ada", language_code="en")
    first = await typed(real, person, "")
    second = await typed(real, person, "", first.next_offset)

    ids = [result["id"] for page in (first, second) for result in page.results]
    assert len(ids) == len(set(ids)) == 2 * PAGE
    assert all(len(one.encode()) <= 64 for one in ids)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Nothing found. Ask me in private"),
        ("ru", "Ничего не нашлось. Спросите меня лично"),
        ("kk", "Ештеңе табылмады. Жеке чатта сұраңыз"),
    ],
)
async def test_nothing_found_shows_the_way_to_the_bot(real: Stage, code: str, words: str) -> None:
    answer = await typed(real, real.machine.user(7, "Ada", language_code=code), "xyzzyq")

    assert answer.results == ()
    assert answer.button == {"text": words, "start_parameter": "ask"}


async def test_beyond_the_last_page_there_is_nothing_and_no_button(real: Stage) -> None:
    answer = await typed(real, real.machine.user(7, "Ada"), "degtyarev", "400")

    assert (answer.results, answer.next_offset, answer.button) == ((), "", None)


async def test_the_language_chosen_in_private_holds_in_any_chat(real: Stage) -> None:
    person = real.machine.user(7, "Ada", language_code="en")
    real.machine.say(person, "/language")
    chat = real.machine.private_chat(person)
    [menu] = await real.replies(chat)
    kazakh = next(b.data for b in menu.flat_buttons if b.text == "Қазақша")
    real.machine.press(chat, person, menu.message_id, str(kazakh))
    await real.settle()

    answer = await typed(real, person, "gold")

    assert answer.results[0]["title"] == "Алтын медальдар"
    assert answer.is_personal


async def test_what_depends_on_nobody_may_be_kept_for_all(real: Stage) -> None:
    person = real.machine.user(7, "Ada", language_code="kk")

    question = await typed(real, person, "who won gold")
    name = await typed(real, person, "degt")

    assert (question.is_personal, question.cache_time) == (False, 300)
    assert (name.is_personal, name.cache_time) == (True, 300)


@pytest.mark.parametrize("text", ["\u202e", "🥇" * 128, "\x00", "ﷺ" * 256, "<b>&amp;", "'\"\\"])
async def test_whatever_is_typed_is_answered(real: Stage, text: str) -> None:
    answer = await typed(real, real.machine.user(7, "Ada", language_code="ru"), text)

    assert len(answer.results) <= 50


async def test_trouble_shows_the_way_to_the_bot(
    stage: Stage, ada: User, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await typed(stage, ada, "boom")

    assert answer.results == ()
    assert answer.button is not None
    assert answer.button["start_parameter"] == "ask"
    assert answer.cache_time == 0
    assert "the engine broke" in caplog.text


async def test_offers_that_telegram_refuses_go_out_as_plain_text(
    stage: Stage, private: Chat, ada: User
) -> None:
    stage.engine.replies["?"] = Reply("<b>broken &amp; sent", True, "en")
    answer = await typed(stage, ada, "?")

    stage.machine.choose(private, answer, "1")

    assert stage.machine.transcript(private)[0].text == "broken & sent"


async def test_a_reply_too_long_for_a_message_is_cut(
    stage: Stage, private: Chat, ada: User
) -> None:
    stage.engine.replies["?"] = Reply("<b>" + "word " * 2000 + "</b>", True, "en")
    answer = await typed(stage, ada, "?")

    stage.machine.choose(private, answer, "1")

    assert 4000 < len(stage.machine.transcript(private)[0].text) <= 4096


async def test_a_query_too_old_to_answer_is_no_error(
    stage: Stage, ada: User, caplog: pytest.LogCaptureFixture
) -> None:
    now = stage.machine.world.clock()
    answer = stage.machine.inline(ada, "gold", timeout=0.2)
    stage.machine.world.clock = lambda: now + 3600
    with caplog.at_level(logging.INFO):
        await stage.settle()

    assert "answered too late" in caplog.text
    assert not [one for one in caplog.records if one.levelno > logging.INFO]
    with pytest.raises(TimeoutError):
        await answer


async def test_of_what_is_typed_letter_by_letter_only_the_last_is_worked_on(
    stage: Stage, ada: User
) -> None:
    bota = stage.machine.user(8, "Bota")
    typing = [stage.machine.inline(ada, "gold"[:size], timeout=0.2) for size in range(1, 5)]
    other = stage.machine.inline(bota, "judo")

    await stage.settle()
    answered = await asyncio.gather(*typing, other, return_exceptions=True)

    assert [type(one) for one in answered] == [*[TimeoutError] * 3, *[InlineAnswer] * 2]
    assert sorted(stage.engine.asked) == ["offers gold", "offers judo"]


async def test_typing_waits_for_no_question_in_private(stage: Stage, ada: User) -> None:
    stage.machine.private_chat(ada, started=True)
    stage.machine.fault("flood", "sendMessage", retry_after=1)
    stage.machine.say(ada, "slow")
    answer = stage.machine.inline(ada, "gold", timeout=0.5)
    handling = asyncio.create_task(stage.settle())

    assert (await answer).results[0]["title"] == "gold"
    await handling


async def test_a_message_sent_by_way_of_the_bot_gets_no_answer(
    stage: Stage, private: Chat, ada: User
) -> None:
    answer = await typed(stage, ada, "gold")
    stage.machine.choose(private, answer, "1")

    assert await stage.replies(private) == []


async def test_a_query_that_comes_twice_is_worked_on_once() -> None:
    processor, taken = PerChat(), []
    raw = {
        "id": "1",
        "from": {"id": 7, "is_bot": False, "first_name": "A"},
        "query": "",
        "offset": "",
    }
    update = Update.de_json({"update_id": 5, "inline_query": raw}, None)
    assert isinstance(update.effective_user, Person)

    async def work() -> None:
        taken.append(1)

    for _ in range(2):
        await processor.process_update(update, work())

    assert taken == [1]
