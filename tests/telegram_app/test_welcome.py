"""A bot comes into a group: one line, once."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from bot.local.state import Chat, User
from tests.telegram_app.stage import Stage

WELCOME = "welcome from altyn_local_bot in ru-RU"


def came_into(group: Chat) -> dict[str, Any]:
    """Telegram says that the bot is in a group now, as it does after a group has grown."""
    bot = {"id": 424242, "is_bot": True, "first_name": "Altyn"}
    return {
        "update_id": 900_000,
        "my_chat_member": {
            "chat": {"id": group.id, "type": group.type, "title": group.title},
            "from": {"id": 7, "is_bot": False, "first_name": "Ada"},
            "date": 1,
            "old_chat_member": {"status": "left", "user": bot},
            "new_chat_member": {"status": "member", "user": bot},
        },
    }


@pytest.fixture
def fans(stage: Stage) -> Chat:
    """A group that the bot is not in yet."""
    return stage.machine.group(-6, "Fans", with_bot=False)


async def test_a_group_is_welcomed_once_in_the_language_of_who_invited(
    stage: Stage, fans: Chat, ada: User
) -> None:
    stage.machine.add_bot(fans, ada)
    await stage.settle()
    stage.machine.add_bot(fans, ada, admin=True)

    assert await stage.texts(fans) == [WELCOME]


async def test_the_start_that_comes_with_an_invitation_adds_nothing(
    stage: Stage, fans: Chat, ada: User
) -> None:
    stage.machine.add_bot(fans, ada)
    stage.machine.send_text(fans, ada, "/start@altyn_local_bot")
    stage.machine.send_text(fans, ada, "/gold")

    assert await stage.texts(fans) == [WELCOME, "command gold after nothing"]


async def test_a_start_in_a_group_that_knows_the_bot_is_answered(
    stage: Stage, group: Chat, ada: User
) -> None:
    stage.machine.send_text(group, ada, "/start@altyn_local_bot")

    assert await stage.texts(group) == ["command start after nothing"]


async def test_a_group_that_invites_it_again_is_welcomed_again(
    stage: Stage, fans: Chat, ada: User
) -> None:
    for _ in range(2):
        stage.machine.add_bot(fans, ada)
        await stage.settle()
        stage.machine.remove_bot(fans, ada)
        await stage.settle()

    assert await stage.texts(fans) == [WELCOME, WELCOME]


async def test_a_group_that_grows_into_a_supergroup_is_not_welcomed_again(
    stage: Stage, group: Chat, ada: User
) -> None:
    bigger = stage.machine.migrate(group)
    await stage.settle()

    await stage.give(came_into(bigger))

    assert await stage.texts(bigger) == []


async def test_where_it_may_not_write_it_is_silent(
    stage: Stage, fans: Chat, ada: User, caplog: pytest.LogCaptureFixture
) -> None:
    stage.machine.mute_bot(fans)
    with caplog.at_level(logging.WARNING, "bot.telegram_app.errors"):
        stage.machine.add_bot(fans, ada)

        assert await stage.texts(fans) == []
    assert "not answered" not in caplog.text


async def test_who_opens_a_private_chat_is_no_group(stage: Stage, ada: User) -> None:
    stage.machine.block(ada)
    stage.machine.unblock(ada)

    assert await stage.texts(stage.machine.private_chat(ada)) == []


async def test_a_group_that_took_away_the_right_to_write_is_no_trouble(
    stage: Stage, group: Chat, ada: User, caplog: pytest.LogCaptureFixture
) -> None:
    stage.machine.mute_bot(group)
    stage.machine.send_text(group, ada, "/gold")

    assert await stage.replies(group) == []
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


async def test_a_group_that_removed_the_bot_is_forgotten(
    stage: Stage, group: Chat, ada: User
) -> None:
    stage.machine.send_text(group, ada, "/gold")
    await stage.settle()
    stage.machine.remove_bot(group, ada)
    await stage.settle()
    stage.machine.add_bot(group, ada)
    stage.machine.send_text(group, ada, "/help")

    assert (await stage.texts(group))[-1] == "command help after nothing"
