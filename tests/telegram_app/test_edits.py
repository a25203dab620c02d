"""Edited messages."""

from __future__ import annotations

from dataclasses import replace

from bot.language.dialogue import EMPTY
from bot.local.state import Chat, User
from tests.fake_engine import WHY
from tests.telegram_app.stage import Stage


async def test_an_edit_corrects_the_reply_in_its_place(
    stage: Stage, private: Chat, ada: User
) -> None:
    question = stage.machine.say(ada, "who won gould?")
    [before] = await stage.replies(private)

    stage.machine.edit_text(private, ada, question, "who won gold?")

    [after] = await stage.replies(private)
    assert after.message_id == before.message_id
    assert after.text == "message who won gold? after nothing"
    assert after.edited


async def test_what_follows_an_edit_leans_on_the_correction(
    stage: Stage, private: Chat, ada: User
) -> None:
    question = stage.machine.say(ada, "gould")
    await stage.settle()
    stage.machine.edit_text(private, ada, question, "gold")
    await stage.settle()

    stage.machine.say(ada, "and silver?")

    assert (await stage.texts(private))[1] == "message and silver? after message gold"


async def test_editing_an_older_message_leaves_the_later_conversation_alone(
    stage: Stage, private: Chat, ada: User
) -> None:
    first = stage.machine.say(ada, "one")
    stage.machine.say(ada, "two")
    await stage.settle()

    stage.machine.edit_text(private, ada, first, "uno")
    await stage.settle()
    stage.machine.say(ada, "three")

    assert await stage.texts(private) == [
        "message uno after nothing",
        "message two after message one",
        "message three after message two",
    ]


async def test_an_edit_may_be_edited_again(stage: Stage, private: Chat, ada: User) -> None:
    question = stage.machine.say(ada, "one")
    await stage.settle()
    for text in ("two", "three"):
        stage.machine.edit_text(private, ada, question, text)
        await stage.settle()

    assert await stage.texts(private) == ["message three after nothing"]


async def test_an_edit_that_changes_no_word_changes_nothing(
    stage: Stage, private: Chat, ada: User
) -> None:
    question = stage.machine.say(ada, "one")
    await stage.settle()
    stage.machine.edit_text(private, ada, question, "one")
    await stage.settle()

    assert stage.engine.asked == ["message one"]


async def test_an_edit_with_the_same_answer_is_no_error(
    stage: Stage, private: Chat, ada: User
) -> None:
    same = stage.engine.message("x", EMPTY, hint=None, now=0).reply
    stage.engine.replies |= {"one": same, "uno": same}
    question = stage.machine.say(ada, "one")
    await stage.settle()
    stage.machine.edit_text(private, ada, question, "uno")

    [reply] = await stage.replies(private)

    assert reply.text == "message x after nothing"
    assert len(reply.flat_buttons) == len(WHY[0])


async def test_a_reply_that_was_deleted_is_sent_anew(
    stage: Stage, private: Chat, ada: User
) -> None:
    question = stage.machine.say(ada, "one")
    [reply] = await stage.replies(private)
    stage.machine.delete(private, reply.message_id)

    stage.machine.edit_text(private, ada, question, "two")

    assert await stage.texts(private) == ["message two after nothing"]


async def test_a_reply_of_several_messages_shrinks_to_what_is_right(
    stage: Stage, private: Chat, ada: User
) -> None:
    usual = stage.engine.message("x", EMPTY, hint=None, now=0).reply
    stage.engine.replies["long"] = replace(usual, html="word " * 1000)
    question = stage.machine.say(ada, "long")
    [first, _] = await stage.replies(private)

    stage.machine.edit_text(private, ada, question, "short")

    [reply] = await stage.replies(private)
    assert (reply.message_id, reply.text) == (first.message_id, "message short after nothing")
    assert len(reply.flat_buttons) == len(WHY[0])


async def test_a_reply_grows_to_several_messages_and_the_last_has_the_buttons(
    stage: Stage, private: Chat, ada: User
) -> None:
    usual = stage.engine.message("x", EMPTY, hint=None, now=0).reply
    stage.engine.replies["long"] = replace(usual, html="word " * 1000)
    question = stage.machine.say(ada, "short")
    [before] = await stage.replies(private)

    stage.machine.edit_text(private, ada, question, "long")

    [first, last] = await stage.replies(private)
    assert first.message_id == before.message_id
    assert (len(first.flat_buttons), len(last.flat_buttons)) == (0, len(WHY[0]))


async def test_a_command_edited_to_a_question_and_back_is_one_reply(
    stage: Stage, private: Chat, ada: User
) -> None:
    said = stage.machine.say(ada, "/gold")
    seen = []
    for text in ("who won gold?", "/gold", "/silver in judo"):
        await stage.settle()
        stage.machine.edit_text(private, ada, said, text)
        seen += await stage.texts(private)

    assert seen == [
        "message who won gold? after nothing",
        "command gold after nothing",
        "command silver in judo after nothing",
    ]


async def test_a_group_message_that_comes_to_address_the_bot_is_answered(
    stage: Stage, group: Chat, ada: User
) -> None:
    said = stage.machine.send_text(group, ada, "@altyn_locl_bot who won?")
    assert await stage.replies(group) == []

    stage.machine.edit_text(group, ada, said, "@altyn_local_bot who won?")

    assert await stage.texts(group) == ["message who won? after nothing"]


async def test_an_edit_of_something_long_past_is_left_alone(
    stage: Stage, group: Chat, ada: User
) -> None:
    said = stage.machine.send_text(group, ada, "good morning")
    await stage.settle()
    said.date -= 3600

    stage.machine.edit_text(group, ada, said, "/gold")

    assert await stage.replies(group) == []
