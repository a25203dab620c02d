"""In which language the bot answers, with the real engine.

The order: what the person chose, the language of the message, what they spoke last, the language of
their Telegram, English.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import BotCommandScopeChat

from bot.answers.engine import Engine
from bot.local.journal import Call
from bot.local.machine import Machine
from bot.local.state import Chat, User
from bot.telegram_app.menu import publish_menu
from tests.telegram_app.stage import Stage

GOLD = {
    "en": "2 gold medals · Kazakhstan, Paris 2024",
    "ru": "2 золотые медали · Казахстан, Париж 2024",
    "kk": "2 алтын медаль · Қазақстан, Париж 2024",
}
ASKED = {"en": "Who won gold?", "ru": "Кто выиграл золото?", "kk": "Алтынды кім алды?"}
OWN_NAME = {"en": "English", "ru": "Русский", "kk": "Қазақша"}


@pytest.fixture
async def stage(engine: Engine) -> AsyncIterator[Stage]:
    async with Machine(privacy=False) as machine:
        stage = Stage(machine, engine)
        await stage.application.initialize()
        await publish_menu(engine, stage.application.bot)
        yield stage
        await stage.application.shutdown()


@pytest.fixture(params=["ru-RU", "kk", "de"])
def anybody(request: pytest.FixtureRequest, stage: Stage) -> User:
    return stage.machine.user(9, "Kim", language_code=request.param)


@pytest.fixture
def chat(stage: Stage, anybody: User) -> Chat:
    return stage.machine.private_chat(anybody, started=True)


async def choose(stage: Stage, chat: Chat, person: User, language: str) -> None:
    stage.machine.send_text(chat, person, "/language")
    shown = (await stage.replies(chat))[-1]
    stage.machine.press(chat, person, shown.message_id, shown.button(OWN_NAME[language]).data)
    await stage.settle()


async def first_line(stage: Stage, chat: Chat) -> str:
    return (await stage.texts(chat))[-1].split("\n")[0]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_a_message_is_answered_in_its_language(
    stage: Stage, chat: Chat, anybody: User, language: str
) -> None:
    stage.machine.say(anybody, ASKED[language])

    assert await first_line(stage, chat) == GOLD[language]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_a_choice_counts_for_everything_that_follows(
    stage: Stage, chat: Chat, anybody: User, language: str
) -> None:
    await choose(stage, chat, anybody, language)

    for asked in (*ASKED.values(), "/gold", "/gold Париж", "/Gold@altyn_local_bot"):
        stage.machine.say(anybody, asked)
        assert await first_line(stage, chat) == GOLD[language], asked


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_a_choice_counts_for_buttons_and_edits(
    stage: Stage, chat: Chat, anybody: User, language: str
) -> None:
    other = {"en": "ru", "ru": "kk", "kk": "en"}[language]
    question = stage.machine.say(anybody, ASKED[other])
    await stage.settle()
    answer = (await stage.replies(chat))[0]
    await choose(stage, chat, anybody, language)

    stage.machine.press(chat, anybody, answer.message_id, answer.flat_buttons[0].data)
    below = (await stage.deliver())[-1]
    stage.machine.edit_text(chat, anybody, question, f"{ASKED[other]}!")
    corrected = (await stage.deliver())[-1]

    assert (below.language, corrected.language) == (language, language)
    assert (await stage.texts(chat))[0].startswith(GOLD[language])


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_what_has_no_language_is_answered_in_the_one_spoken_last(
    stage: Stage, chat: Chat, anybody: User, language: str
) -> None:
    stage.machine.say(anybody, ASKED[language])
    await stage.settle()

    stage.machine.say(anybody, "/gold")
    assert await first_line(stage, chat) == GOLD[language]
    stage.machine.send_sticker(chat, anybody)
    assert (await stage.deliver())[-1].language == language


@pytest.mark.parametrize(
    ("code", "language"), [("ru-RU", "ru"), ("kk", "kk"), ("en-GB", "en"), ("de", "en"), ("", "en")]
)
async def test_somebody_new_is_answered_in_the_language_of_their_telegram(
    stage: Stage, code: str, language: str
) -> None:
    person = stage.machine.user(11, "Kim", language_code=code)
    stage.machine.say(person, "/gold")

    assert await first_line(stage, stage.machine.private_chat(person)) == GOLD[language]


async def test_letters_after_a_command_tell_the_language_names_in_latin_do_not(
    stage: Stage,
) -> None:
    person = stage.machine.user(11, "Kim", language_code="ru")
    chat = stage.machine.private_chat(person)
    stage.machine.say(person, "/sport judo")
    stage.machine.say(person, "/athlete Нұрдәулет Жұмағали")
    await stage.settle()

    assert [one.reply.language for one in stage.deliveries] == ["ru", "kk"]
    assert len(await stage.texts(chat)) == 2


async def test_the_menu_of_the_chat_follows_the_choice(
    stage: Stage, chat: Chat, anybody: User, engine: Engine
) -> None:
    before = stage.machine.menu(chat, anybody)

    await choose(stage, chat, anybody, "kk")
    assert stage.machine.menu(chat, anybody) == [
        (name, engine.description(name, "kk")) for name in engine.commands
    ]

    stage.machine.say(anybody, "/forget")
    await stage.settle()
    assert stage.machine.menu(chat, anybody) == before


async def test_in_a_group_the_menu_is_everybodys_and_stays(stage: Stage, engine: Engine) -> None:
    fans, kim = stage.machine.group(-5, "Fans"), stage.machine.user(11, "Kim")
    before = stage.machine.menu(fans, kim)

    await choose(stage, fans, kim, "kk")

    assert stage.machine.menu(fans, kim) == before
    stage.machine.send_text(fans, kim, "/gold")
    assert await first_line(stage, fans) == GOLD["kk"]


async def test_a_menu_that_cannot_be_set_harms_no_choice(
    stage: Stage, chat: Chat, anybody: User
) -> None:
    stage.machine.fault("error", "setMyCommands", times=None)

    await choose(stage, chat, anybody, "kk")

    stage.machine.say(anybody, "/gold")
    assert await first_line(stage, chat) == GOLD["kk"]


async def test_a_choice_is_forgotten_with_the_person(stage: Stage) -> None:
    person = stage.machine.user(11, "Kim", language_code="ru")
    chat = stage.machine.private_chat(person, started=True)
    await choose(stage, chat, person, "kk")
    for text in ("/forget", "/gold"):
        stage.machine.say(person, text)

    assert await first_line(stage, chat) == GOLD["ru"]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_privacy_says_what_is_kept_and_how_to_be_rid_of_it(
    stage: Stage, language: str
) -> None:
    person = stage.machine.user(11, "Kim", language_code=language)
    chat = stage.machine.private_chat(person)
    stage.machine.say(person, "/privacy")
    stage.machine.say(person, "/forget")

    said, done = await stage.replies(chat)

    assert "/forget" in said.text
    year = {"en": "a year", "ru": "год", "kk": "бір жыл"}[language]
    context = {"en": "half an hour", "ru": "полчаса", "kk": "жарты сағат"}[language]
    assert year in said.text
    assert context in said.text
    assert len(said.text) < 500
    gone = {"en": "forgotten everything", "ru": "забыл о вас всё", "kk": "бәрін ұмыттым"}[language]
    assert gone in done.text


async def test_after_a_new_start_the_menu_shows_what_is_new(
    stage: Stage, chat: Chat, anybody: User, engine: Engine
) -> None:
    await choose(stage, chat, anybody, "kk")
    stale = BotCommandScopeChat(chat.id)
    await stage.application.bot.set_my_commands([("start", "as it was")], scope=stale)

    again = Stage(stage.machine, engine, memory=stage.desk.memory)
    await again.application.initialize()
    stage.machine.say(anybody, "/gold")
    stage.machine.say(anybody, "/silver")
    await again.settle()

    assert len(stage.machine.menu(chat, anybody)) == len(engine.commands)
    chats = [call for call in stage.machine.calls("setMyCommands") if _of(call, chat)]
    assert len(chats) == 3, "by choice, by this test, and once after the start"
    await again.application.shutdown()


def _of(call: Call, chat: Chat) -> bool:
    return call.params.get("scope") == {"type": "chat", "chat_id": chat.id}
