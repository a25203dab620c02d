"""Pictures in chats: after the words, never in their way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest

from bot.answers.engine import Engine
from bot.answers.pictured import Kind, Spec
from bot.answers.reply import Reply
from bot.facts.query import Dim, Op, Query, where
from bot.local.machine import LOCAL_TOKEN, Machine
from bot.local.seen import Seen
from bot.local.server import serve
from bot.local.state import Chat, User
from bot.pictures.picture import Sketch, sketch
from bot.store.memory import Key
from bot.telegram_app.application import ALLOWED_UPDATES, build, process
from bot.telegram_app.desk import Desk
from bot.telegram_app.pictures import AT_ONCE, Exhibit, Gallery, gallery_of
from bot.telegram_app.requests import for_sending
from bot.telegram_app.sending import Place
from tests.fake_engine import FakeEngine
from tests.telegram_app.stage import Stage, opened

JUDO = Spec(Kind.SPORT, Query(Op.CARD, Dim.SPORT, where(sport="judo")))
SWIMMING = Spec(Kind.SPORT, Query(Op.CARD, Dim.SPORT, where(sport="swimming")))
REPLIES = {
    "judo": Reply("<b>All of judo</b>", True, "en", picture=JUDO),
    "swimming": Reply("<b>All of swimming</b>", True, "en", picture=SWIMMING),
    "/gold": Reply("<b>All gold</b>", True, "en", picture=JUDO),
    "card:judo": Reply("<b>The card of judo</b>", True, "en", picture=JUDO),
}


@dataclass
class Hand:
    """Draws with the real facts; counts its pictures, and fails when it is told to."""

    engine: Engine
    drawn: int = 0
    broken: bool = False

    def __call__(self, spec: Spec, language: str) -> Sketch | None:
        if self.broken:
            raise RuntimeError("the pencil broke")
        self.drawn += 1
        return sketch(spec, self.engine.speakers[language])


@pytest.fixture
def hand(engine: Engine) -> Hand:
    return Hand(engine)


@pytest.fixture
async def stage(hand: Hand) -> AsyncIterator[Stage]:
    async with opened(FakeEngine(replies=dict(REPLIES)), Gallery(hand)) as stage:
        yield stage


@pytest.fixture
def ada(stage: Stage) -> User:
    return stage.machine.user(7, "Ada", username="ada", language_code="en")


def kinds(messages: list[Seen]) -> list[str]:
    return [message.kind for message in messages]


async def test_the_words_come_first_then_the_picture(
    stage: Stage, private: Chat, ada: User
) -> None:
    stage.machine.say(ada, "judo")

    text, photo = await stage.replies(private)

    assert (text.kind, text.text) == ("text", "All of judo")
    assert photo.kind == "photo"
    assert photo.text.startswith("Picture: Para judo. Kazakhstan, Paris 2024\n1 gold, 1 silver")
    assert (
        photo.content["photo"][-1]["width"] == 1280 or photo.content["photo"][-1]["height"] == 1280
    )
    [call] = stage.machine.calls("sendPhoto")
    assert call.params["disable_notification"]


async def test_an_answer_without_a_picture_stays_alone(
    stage: Stage, private: Chat, ada: User
) -> None:
    stage.machine.say(ada, "who won gold?")

    assert kinds(await stage.replies(private)) == ["text"]


async def test_the_second_time_telegram_is_told_which_picture(
    stage: Stage, private: Chat, ada: User
) -> None:
    stage.machine.say(ada, "judo")
    await stage.settle()
    stage.machine.say(ada, "judo")

    assert kinds(await stage.replies(private)) == ["text", "photo"] * 2
    first, second = stage.machine.calls("sendPhoto")
    assert first.params["photo"] == "<altyn.png>"
    assert second.params["photo"] == first.result["photo"][-1]["file_id"]


async def test_a_picture_that_telegram_forgot_is_uploaded_again(
    stage: Stage, private: Chat, ada: User
) -> None:
    stage.machine.say(ada, "judo")
    await stage.settle()
    stage.machine.fault("error", "sendPhoto", code=400, description="Bad Request: wrong file id")
    stage.machine.say(ada, "judo")

    assert kinds(await stage.replies(private)) == ["text", "photo"] * 2
    assert stage.machine.calls("sendPhoto")[-1].params["photo"] == "<altyn.png>"


@pytest.mark.parametrize("code", [400, 403, 429, 500])
async def test_a_picture_that_telegram_refuses_leaves_the_words_alone(
    stage: Stage, private: Chat, ada: User, code: int, caplog: pytest.LogCaptureFixture
) -> None:
    stage.machine.fault("error", "sendPhoto", code=code, description="No", times=5)
    stage.machine.say(ada, "judo")

    assert [message.text for message in await stage.replies(private)] == ["All of judo"]
    assert "A picture was not sent" in caplog.text


async def test_a_picture_that_cannot_be_drawn_leaves_the_words_alone(
    stage: Stage, private: Chat, ada: User, hand: Hand, caplog: pytest.LogCaptureFixture
) -> None:
    hand.broken = True
    stage.machine.say(ada, "judo")

    assert [message.text for message in await stage.replies(private)] == ["All of judo"]
    assert "the pencil broke" in caplog.text
    assert len(stage.deliveries) == 1


async def test_who_asks_on_gets_no_late_picture(stage: Stage, private: Chat, ada: User) -> None:
    gallery, bot = stage.desk.gallery, stage.application.bot
    assert gallery
    first, second = (
        Exhibit(Key(7, 7), (7, number), Place(7), REPLIES[text])
        for number, text in ((1, "judo"), (2, "swimming"))
    )
    gallery.show(bot, first)
    gallery.show(bot, replace(second, reply=replace(second.reply, picture=None)))

    assert await stage.replies(private) == []


async def test_of_two_pictures_the_later_one_is_sent(
    stage: Stage, private: Chat, ada: User
) -> None:
    gallery, bot = stage.desk.gallery, stage.application.bot
    assert gallery
    for number, text in ((1, "judo"), (2, "swimming")):
        gallery.show(bot, Exhibit(Key(7, 7), (7, number), Place(7), REPLIES[text]))

    [photo] = await stage.replies(private)

    assert photo.text.startswith("Picture: Para swimming")


async def test_the_end_waits_for_no_slow_picture(stage: Stage, private: Chat, ada: User) -> None:
    gallery, bot = stage.desk.gallery, stage.application.bot
    assert gallery
    stage.machine.fault("slow", "sendPhoto", delay=60.0)
    gallery.show(bot, Exhibit(Key(7, 7), (7, 1), Place(7), REPLIES["judo"]))

    # far less than Telegram takes to answer
    async with asyncio.timeout(30):
        await gallery.close(within=0.1)
        await gallery.settled()


async def test_in_a_rush_answers_do_without(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    people = [stage.machine.user(100 + n, f"Fan {n}") for n in range(AT_ONCE + 5)]
    chats = [stage.machine.private_chat(person, started=True) for person in people]
    for person in people:
        stage.machine.say(person, "judo")

    await stage.settle()

    said = [kinds([m for m in stage.machine.transcript(c) if m.from_bot]) for c in chats]
    assert all("text" in one for one in said)
    assert sum("photo" in one for one in said) == AT_ONCE
    assert "an answer does without" in caplog.text


async def test_groups_get_pictures_for_commands_alone(stage: Stage, group: Chat, ada: User) -> None:
    stage.machine.send_text(group, ada, "@altyn_local_bot judo")
    assert kinds(await stage.replies(group)) == ["text"]

    command = stage.machine.send_text(group, ada, "/gold")
    *_, text, photo = await stage.replies(group)

    assert (text.kind, photo.kind) == ("text", "photo")
    assert text.reply_to == photo.reply_to == command.message_id


async def test_a_picture_stays_in_the_topic(stage: Stage, ada: User) -> None:
    forum = stage.machine.group(-9, "Forum", forum=True)
    topic = stage.machine.topic(forum, "Judo", ada)
    stage.machine.send_text(forum, ada, "/gold", thread=topic)

    text, photo = await stage.replies(forum)

    assert photo.thread == text.thread is not None


async def test_a_pressed_button_shows_its_picture_in_private(
    stage: Stage, private: Chat, ada: User
) -> None:
    stage.machine.say(ada, "hello")
    [hello] = await stage.replies(private)
    stage.machine.press(private, ada, hello.message_id, "card:judo", stale=True)

    assert kinds(await stage.replies(private)) == ["text", "text", "photo"]


async def test_an_edit_changes_the_picture_in_its_place(
    stage: Stage, private: Chat, ada: User
) -> None:
    question = stage.machine.say(ada, "judo")
    _, before = await stage.replies(private)

    stage.machine.edit_text(private, ada, question, "swimming")
    text, after = await stage.replies(private)

    assert text.text == "All of swimming"
    assert after.message_id == before.message_id
    assert after.text.startswith("Picture: Para swimming")
    assert after.content["photo"][-1]["file_id"] != before.content["photo"][-1]["file_id"]


async def test_an_edit_takes_an_outdated_picture_away(
    stage: Stage, private: Chat, ada: User
) -> None:
    question = stage.machine.say(ada, "judo")
    await stage.settle()

    stage.machine.edit_text(private, ada, question, "who won gold?")

    assert kinds(await stage.replies(private)) == ["text"]


async def test_an_edit_may_bring_a_picture(stage: Stage, private: Chat, ada: User) -> None:
    question = stage.machine.say(ada, "juda")
    await stage.settle()

    stage.machine.edit_text(private, ada, question, "judo")

    assert kinds(await stage.replies(private)) == ["text", "photo"]


async def test_an_edit_of_an_older_question_brings_none(
    stage: Stage, private: Chat, ada: User
) -> None:
    question = stage.machine.say(ada, "juda")
    await stage.settle()
    stage.machine.say(ada, "and silver?")
    await stage.settle()

    stage.machine.edit_text(private, ada, question, "judo")

    assert kinds(await stage.replies(private)) == ["text", "text"]


async def test_a_picture_that_is_forgotten_stays_as_it_is(
    stage: Stage, private: Chat, ada: User
) -> None:
    question = stage.machine.say(ada, "judo")
    await stage.settle()
    assert stage.desk.gallery
    stage.desk.gallery.forget(Key(private.id, ada.id))

    stage.machine.edit_text(private, ada, question, "who won gold?")

    assert kinds(await stage.replies(private)) == ["text", "photo"]


QUESTIONS = [
    ("en", "/medals", "9 medals", "Picture: Kazakhstan, Paris 2024"),
    ("ru", "Расскажи про Дегтярёва", "Давид Дегтярёв", "На картинке: Давид Дегтярёв"),
    ("kk", "Қазақстан мен Өзбекстанды салыстыр", "Көбірек", "Суретте: Медальдарды салыстыру"),
]


@pytest.mark.parametrize(("language", "question", "words", "caption"), QUESTIONS)
async def test_over_http_with_the_facts_that_are_shipped(
    engine: Engine, language: str, question: str, words: str, caption: str
) -> None:
    machine = Machine()
    ada = machine.user(7, "Ada", language_code=language)
    async with serve(machine) as url:
        desk = Desk(engine, gallery=gallery_of(engine))
        app = build(desk, LOCAL_TOKEN, request=for_sending(), api_url=url)
        await app.initialize()
        machine.say(ada, question)
        [update] = await app.bot.get_updates(allowed_updates=ALLOWED_UPDATES)
        await process(app, update)
        # the words are there before the picture is
        assert [m.kind for m in machine.transcript(7) if m.from_bot] == ["text"]
        async with asyncio.timeout(20):
            assert desk.gallery
            await desk.gallery.settled()
        await app.shutdown()

    text, photo = [message for message in machine.transcript(7) if message.from_bot]
    assert words in text.text
    assert photo.kind == "photo"
    assert photo.text.startswith(caption)
    file = machine.world.files.get(photo.content["photo"][-1]["file_id"])
    assert file.content.startswith(b"\x89PNG")
