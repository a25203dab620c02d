"""“Altyn is typing” for those who wait."""

from __future__ import annotations

import pytest

from bot.local.state import Chat, User
from bot.telegram_app import typing_sign
from tests.telegram_app.stage import Stage


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typing_sign, "MOMENT", 0.02)


async def test_a_slow_answer_shows_that_the_bot_is_at_it(
    stage: Stage, ada: User, impatient: None
) -> None:
    forum = stage.machine.group(-1_000_000_000_009, "Forum", forum=True)
    judo = stage.machine.topic(forum, "Judo", ada)
    stage.machine.fault("slow", "sendMessage", delay=0.2)
    stage.machine.send_text(forum, ada, "/gold", thread=judo)
    await stage.settle()

    [call] = stage.machine.calls("sendChatAction")
    assert call.params == {"chat_id": forum.id, "action": "typing", "message_thread_id": judo}


async def test_a_quick_answer_shows_nothing(stage: Stage, private: Chat, ada: User) -> None:
    stage.machine.say(ada, "who?")
    await stage.settle()

    assert stage.machine.calls("sendChatAction") == []


async def test_that_it_cannot_be_shown_harms_nothing(
    stage: Stage, private: Chat, ada: User, impatient: None
) -> None:
    stage.machine.fault("slow", "sendMessage", delay=0.2)
    stage.machine.fault("error", "sendChatAction", times=None)
    stage.machine.say(ada, "who?")

    assert await stage.texts(private) == ["message who? after nothing"]
    assert len(stage.machine.calls("sendChatAction")) == 1
