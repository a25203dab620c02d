"""Conversations of one person with the bot."""

from __future__ import annotations

import pytest

from bot.local.state import Chat, User
from tests.local.helpers import png
from tests.telegram_app.stage import Stage


async def test_a_question_is_answered_without_quoting_it(
    stage: Stage, private: Chat, ada: User
) -> None:
    stage.machine.say(ada, "who won gold?")

    [reply] = await stage.replies(private)

    assert reply.text == "message who won gold? after nothing"
    assert reply.entities[0]["type"] == "bold"
    assert [button.data for button in reply.flat_buttons] == ["why:1", "sport:judo"]
    assert reply.reply_to is None


async def test_a_follow_up_leans_on_what_was_said_before(
    stage: Stage, private: Chat, ada: User
) -> None:
    stage.machine.say(ada, "one")
    stage.machine.say(ada, "two")

    assert await stage.texts(private) == [
        "message one after nothing",
        "message two after message one",
    ]


async def test_two_people_have_conversations_of_their_own(
    stage: Stage, private: Chat, ada: User
) -> None:
    bota = stage.machine.user(8, "Bota")
    stage.machine.say(ada, "one")
    stage.machine.say(bota, "two")
    await stage.settle()

    assert await stage.texts(stage.machine.private_chat(bota)) == ["message two after nothing"]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("/gold", "command gold"),
        ("/Athlete FEDOSOVA", "command athlete FEDOSOVA"),
        ("/ATHLETE   Akmaral  Nauatbek ", "command athlete Akmaral  Nauatbek"),
        ("/bronze@SomeBot", "command bronze"),
        ("/nonsense", "command nonsense"),
        ("/start fact_7", "command start fact_7"),
        ("/athlete\nFedosova", "command athlete Fedosova"),
        ("tell me /gold", "message tell me /gold"),
        ("/", "message /"),
        ("/алтын", "message /алтын"),
    ],
)
async def test_commands_in_any_spelling_reach_the_engine(
    stage: Stage, private: Chat, ada: User, written: str, asked: str
) -> None:
    stage.machine.say(ada, written)
    await stage.settle()

    assert stage.engine.asked == [asked]


async def test_the_language_of_the_persons_telegram_is_a_hint(
    stage: Stage, private: Chat, ada: User
) -> None:
    stage.machine.say(ada, "кто?")
    await stage.settle()

    assert stage.deliveries[0].reply.language == "ru-RU"


async def test_stickers_photos_and_voices_get_a_word(
    stage: Stage, private: Chat, ada: User
) -> None:
    stage.machine.send_sticker(private, ada)
    stage.machine.send_voice(private, ada)
    stage.machine.send_location(private, ada, 48.8, 2.3)
    await stage.settle()

    assert stage.engine.asked == ["speechless"] * 3


async def test_the_caption_of_a_photo_is_a_question(stage: Stage, private: Chat, ada: User) -> None:
    stage.machine.send_photo(private, ada, png(8, 8), caption="who is this?")
    await stage.settle()

    assert stage.engine.asked == ["message who is this?"]


async def test_a_huge_message_is_answered(stage: Stage, private: Chat, ada: User) -> None:
    stage.machine.say(ada, "я" * 4096)

    replies = await stage.replies(private)

    assert "".join(reply.text for reply in replies).count("я") == 4096
    assert all(len(reply.text) <= 4096 for reply in replies)


async def test_messages_of_bots_are_ignored_so_that_no_two_talk_for_ever(
    stage: Stage, private: Chat, ada: User
) -> None:
    ada.is_bot = True
    stage.machine.say(ada, "hello, fellow bot")

    await stage.settle()

    assert stage.engine.asked == []


async def test_many_chats_at_once_each_keep_their_order(stage: Stage) -> None:
    people = [stage.machine.user(100 + number, "Fan") for number in range(10)]
    for word in ("a", "b", "c", "d"):
        for person in people:
            stage.machine.say(person, word)
    await stage.settle()

    for person in people:
        assert await stage.texts(stage.machine.private_chat(person)) == [
            "message a after nothing",
            "message b after message a",
            "message c after message b",
            "message d after message c",
        ]
