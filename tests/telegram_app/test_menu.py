from __future__ import annotations

import pytest

from bot.local.state import Chat, User
from bot.telegram_app.menu import publish_menu
from tests.telegram_app.stage import Stage


async def test_the_menu_speaks_the_persons_language(stage: Stage, private: Chat, ada: User) -> None:
    await publish_menu(stage.engine, stage.application.bot)

    assert stage.machine.menu(private, ada)[0] == ("start", "start in ru")
    german = stage.machine.user(9, "Kim", language_code="de")
    assert stage.machine.menu(stage.machine.private_chat(german), german)[0] == (
        "start",
        "start in en",
    )


async def test_a_menu_that_is_there_already_is_not_set_again(stage: Stage) -> None:
    await publish_menu(stage.engine, stage.application.bot)
    once = len(stage.machine.calls("setMyCommands"))
    await publish_menu(stage.engine, stage.application.bot)

    assert len(stage.machine.calls("setMyCommands")) == once > 0


async def test_a_menu_that_cannot_be_set_is_noted(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.machine.fault("error", "setMyCommands", times=None)

    await publish_menu(stage.engine, stage.application.bot)

    assert "menu of commands was not updated" in caplog.text
