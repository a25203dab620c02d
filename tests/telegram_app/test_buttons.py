"""Pressed buttons."""

from __future__ import annotations

from bot.local.state import Chat, User
from tests.telegram_app.stage import Stage


async def test_a_press_is_answered_below_and_the_button_stops_spinning(
    stage: Stage, private: Chat, ada: User
) -> None:
    stage.machine.say(ada, "who?")
    [reply] = await stage.replies(private)

    query = stage.machine.press(private, ada, reply.message_id, "why:1")

    assert (await stage.texts(private))[1] == "press why:1 after message who?"
    assert query.answer is not None


async def test_a_button_that_is_gone_still_gets_a_reply(
    stage: Stage, private: Chat, ada: User
) -> None:
    said = stage.machine.say(ada, "who?")
    await stage.settle()
    stage.machine.delete(private, said)

    query = stage.machine.press(private, ada, 999, "from:last:year", stale=True)

    assert (await stage.texts(private))[-1] == "press from:last:year after message who?"
    assert query.answer is not None


async def test_a_query_too_old_to_acknowledge_still_gets_a_reply(
    stage: Stage, private: Chat, ada: User
) -> None:
    stage.machine.say(ada, "who?")
    [reply] = await stage.replies(private)
    stage.machine.fault("error", "answerCallbackQuery", description="Bad Request: query is too old")

    stage.machine.press(private, ada, reply.message_id, "why:1")

    assert len(await stage.replies(private)) == 2


async def test_the_one_who_presses_in_a_group_is_answered_in_their_conversation(
    stage: Stage, group: Chat, ada: User
) -> None:
    stage.machine.send_text(group, ada, "/gold")
    [reply] = await stage.replies(group)

    stage.machine.press(group, stage.machine.user(8, "Bota"), reply.message_id, "why:1")

    [_, answer] = await stage.replies(group)
    assert answer.text == "press why:1 after nothing"
    assert answer.reply_to == reply.message_id


async def test_an_update_delivered_twice_is_answered_once(
    stage: Stage, private: Chat, ada: User
) -> None:
    stage.machine.say(ada, "who?")
    bot = stage.application.bot
    [update] = await bot.get_updates(timeout=0)
    processor, handle = stage.application.update_processor, stage.application.process_update

    await processor.process_update(update, handle(update))
    await processor.process_update(update, handle(update))

    assert stage.engine.asked == ["message who?"]
