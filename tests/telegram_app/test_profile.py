"""What the bot says of itself wherever Telegram shows it."""

from __future__ import annotations

import pytest

from bot.local.state import Chat, User
from bot.telegram_app.menu import IN_GROUPS, publish_menu
from bot.telegram_app.profile import publish_profile
from tests.telegram_app.stage import Stage


async def test_the_profile_speaks_every_language(stage: Stage) -> None:
    await publish_profile(stage.engine, stage.application.bot)

    bot = stage.application.bot
    for code, language in (("ru", "ru"), ("en", "en"), ("de", "en"), (None, "en")):
        name = await bot.get_my_name(language_code=code)
        about = await bot.get_my_short_description(language_code=code)
        described = await bot.get_my_description(language_code=code)
        assert name.name == f"name in {language}"
        assert about.short_description == f"about in {language}"
        assert described.description == f"description in {language}"


async def test_what_is_there_already_is_not_set_again(stage: Stage) -> None:
    for _ in range(2):
        await publish_profile(stage.engine, stage.application.bot)

    # The English one is what everybody gets already.
    assert len(stage.machine.calls("setMyName")) == 2


async def test_a_name_that_may_not_be_set_keeps_nothing_else_back(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.machine.fault("flood", "setMyName", retry_after=3600, times=None)

    await publish_profile(stage.engine, stage.application.bot)

    assert "profile was not updated (name)" in caplog.text
    described = await stage.application.bot.get_my_description(language_code="ru")
    assert described.description == "description in ru"


async def test_a_group_is_offered_fewer_commands(stage: Stage, group: Chat, ada: User) -> None:
    await publish_menu(stage.engine, stage.application.bot)

    offered = [name for name, _ in stage.machine.menu(group, ada)]
    private = stage.machine.menu(stage.machine.private_chat(ada), ada)
    assert offered == [name for name in IN_GROUPS if name in stage.engine.commands]
    assert len(offered) < len(private)
    assert ("help", "help in ru") in stage.machine.menu(group, ada)
