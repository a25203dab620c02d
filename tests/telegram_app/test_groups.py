"""Manners in groups: speak when spoken to, and to those who spoke."""

from __future__ import annotations

import pytest

from bot.local.machine import Machine
from bot.local.state import Chat, User
from tests.local.helpers import png
from tests.telegram_app.stage import Stage


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("/gold", "command gold"),
        ("/gold@altyn_local_bot", "command gold"),
        ("/GOLD@Altyn_Local_Bot judo", "command gold judo"),
        ("/nonsense@altyn_local_bot", "command nonsense"),
        ("@altyn_local_bot who won gold?", "message who won gold?"),
        ("@Altyn_Local_Bot, who won gold?", "message who won gold?"),
        ("who won gold, @altyn_local_bot?", "message who won gold, ?"),
        ("🥇🥇 @altyn_local_bot who won?", "message 🥇🥇 who won?"),
        ("@altyn_local_bot", "message"),
        ("@altyn_local_bot tell @bota who won", "message tell @bota who won"),
    ],
)
async def test_who_speaks_to_the_bot_is_answered(
    stage: Stage, group: Chat, ada: User, written: str, asked: str
) -> None:
    stage.machine.send_text(group, ada, written)
    await stage.settle()

    assert [said.strip() for said in stage.engine.asked] == [asked]


@pytest.mark.parametrize(
    "written",
    [
        "who won gold?",
        "hello everybody",
        "/gold@some_other_bot",
        "/ban spammer",
        "/gold @another_bot",
        "@another_bot /gold",
        "@another_bot who won gold?",
        "@bota who won gold?",
        "@bota ask @altyn_local_bot who won",
        "see @altyn_local_bot_fans",
        "my address is ada@altyn_local_bot",
        "/",
    ],
)
async def test_what_is_meant_for_others_is_left_alone(
    stage: Stage, group: Chat, ada: User, written: str
) -> None:
    stage.machine.send_text(group, ada, written)

    assert await stage.replies(group) == []
    assert stage.engine.asked == []


async def test_the_answer_replies_to_its_question(stage: Stage, group: Chat, ada: User) -> None:
    question = stage.machine.send_text(group, ada, "/gold")

    [reply] = await stage.replies(group)

    assert reply.reply_to == question.message_id


async def test_a_reply_to_the_bot_counts_as_speaking_to_it(
    stage: Stage, group: Chat, ada: User
) -> None:
    stage.machine.send_text(group, ada, "/gold")
    [first] = await stage.replies(group)

    stage.machine.send_text(group, ada, "and silver?", reply_to=first.message_id)

    assert (await stage.texts(group))[1] == "message and silver? after command gold"


async def test_a_reply_to_the_bot_that_names_somebody_else_is_for_them(
    stage: Stage, group: Chat, ada: User
) -> None:
    stage.machine.send_text(group, ada, "/gold")
    [first] = await stage.replies(group)

    stage.machine.send_text(group, ada, "@bota look at this", reply_to=first.message_id)

    assert len(await stage.replies(group)) == 1


async def test_a_reply_to_another_person_is_not_for_the_bot(
    stage: Stage, group: Chat, ada: User
) -> None:
    said = stage.machine.send_text(group, ada, "I was there")
    stage.machine.send_text(group, stage.machine.user(8, "Bota"), "really?", reply_to=said)

    assert await stage.replies(group) == []


async def test_members_of_a_group_have_conversations_of_their_own(
    stage: Stage, group: Chat, ada: User
) -> None:
    stage.machine.send_text(group, ada, "/gold")
    stage.machine.send_text(group, stage.machine.user(8, "Bota"), "/help")

    assert await stage.texts(group) == ["command gold after nothing", "command help after nothing"]


async def test_stickers_and_photos_among_people_are_none_of_its_business(
    stage: Stage, group: Chat, ada: User
) -> None:
    stage.machine.send_sticker(group, ada)
    stage.machine.send_photo(group, ada, png(8, 8), caption="look, gold!")
    stage.machine.join(group, stage.machine.user(8, "Bota"))

    assert await stage.replies(group) == []


async def test_in_a_forum_the_answer_stays_in_its_topic(stage: Stage, ada: User) -> None:
    forum = stage.machine.group(-1_000_000_000_009, "Forum", forum=True)
    judo = stage.machine.topic(forum, "Judo", ada)
    stage.machine.send_text(forum, ada, "/gold", thread=judo)

    [reply] = await stage.replies(forum)

    assert reply.thread == judo


async def test_pressing_a_button_in_a_forum_answers_in_its_topic(stage: Stage, ada: User) -> None:
    forum = stage.machine.group(-1_000_000_000_009, "Forum", forum=True)
    judo = stage.machine.topic(forum, "Judo", ada)
    stage.machine.send_text(forum, ada, "/gold", thread=judo)
    [reply] = await stage.replies(forum)

    stage.machine.press(forum, ada, reply.message_id, "why:1")

    assert [(one.text, one.thread) for one in await stage.replies(forum)][1] == (
        "press why:1 after command gold",
        judo,
    )


async def test_a_topic_that_the_bot_opened_makes_no_message_in_it_a_reply(
    stage: Stage, ada: User
) -> None:
    forum = stage.machine.group(-1_000_000_000_009, "Forum", forum=True)
    topic = stage.machine.topic(forum, "News", stage.machine.bot)
    stage.machine.send_text(forum, ada, "good morning", thread=topic, reply_to=topic)

    assert stage.engine.asked == []
    assert await stage.replies(forum) == []


async def test_the_conversation_goes_on_when_the_group_becomes_a_supergroup(
    stage: Stage, group: Chat, ada: User
) -> None:
    stage.machine.send_text(group, ada, "/gold")
    await stage.settle()

    bigger = stage.machine.migrate(group)
    stage.machine.send_text(bigger, ada, "/help")

    assert await stage.texts(bigger) == ["command help after command gold"]


async def test_an_answer_under_way_follows_the_group_to_its_new_place(
    stage: Stage, group: Chat, ada: User
) -> None:
    stage.machine.send_text(group, ada, "/gold")
    bigger = stage.machine.migrate(group)

    assert await stage.texts(bigger) == ["command gold after nothing"]


async def test_with_privacy_mode_commands_and_replies_still_arrive(stage: Stage, ada: User) -> None:
    async with Machine(privacy=True) as machine:
        private_stage = Stage(machine, stage.engine)
        await private_stage.application.initialize()
        fans, person = machine.group(-5, "Fans"), machine.user(7, "Ada")
        machine.send_text(fans, person, "hello")
        machine.send_text(fans, person, "/gold")

        assert await private_stage.texts(fans) == ["command gold after nothing"]
