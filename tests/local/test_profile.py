from __future__ import annotations

from typing import Any

import pytest

from bot.local import Chat, Machine, User

from .helpers import call, picture, refusal

GOLD = [{"command": "gold", "description": "Gold medals"}]


async def test_commands_are_kept_by_scope_and_language(
    machine: Machine, chat: Chat, ada: User
) -> None:
    kazakh = [{"command": "altyn", "description": "Алтын медальдар"}]
    private = {"type": "all_private_chats"}
    await call(machine, "setMyCommands", commands=GOLD)
    await call(machine, "setMyCommands", commands=kazakh, scope=private, language_code="kk")
    assert await call(machine, "getMyCommands") == GOLD
    assert await call(machine, "getMyCommands", scope=private) == []
    assert await call(machine, "getMyCommands", scope=private, language_code="kk") == kazakh
    assert machine.menu(chat, ada) == [("altyn", "Алтын медальдар")]
    assert machine.menu(chat, machine.user(8, language_code="en")) == [("gold", "Gold medals")]
    assert machine.menu(machine.group(-5, "Fans"), ada) == [("gold", "Gold medals")]
    await call(machine, "deleteMyCommands", scope=private, language_code="kk")
    assert machine.menu(chat, ada) == [("gold", "Gold medals")]


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"commands": [{"command": "Gold", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "/gold", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "g" * 33, "description": "x"}]}, "BOT_COMMAND_INVALID"),
        (
            {"commands": [{"command": "gold", "description": ""}]},
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        (
            {"commands": [{"command": "gold", "description": "x" * 257}]},
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        ({"commands": GOLD * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": GOLD, "language_code": "kaz"}, "language code"),
        ({"commands": GOLD, "scope": {"type": "nobody"}}, "BotCommandScope"),
        ({"commands": GOLD, "scope": {"type": "chat", "chat_id": 99}}, "chat not found"),
    ],
)
async def test_commands_that_are_refused(
    machine: Machine, params: dict[str, Any], words: str
) -> None:
    assert words in await refusal(machine, "setMyCommands", **params)


@pytest.mark.parametrize(
    ("name", "field", "limit"),
    [
        ("Name", "name", 64),
        ("Description", "description", 512),
        ("ShortDescription", "short_description", 120),
    ],
)
async def test_names_and_descriptions(machine: Machine, name: str, field: str, limit: int) -> None:
    await call(machine, f"setMy{name}", **{field: "x" * limit})
    await call(machine, f"setMy{name}", **{field: "Алтын", "language_code": "kk"})
    assert await call(machine, f"getMy{name}", language_code="kk") == {field: "Алтын"}
    assert await call(machine, f"getMy{name}", language_code="en") == {field: "x" * limit}
    assert "too long" in await refusal(machine, f"setMy{name}", **{field: "x" * (limit + 1)})


async def test_picture_menu_button_and_rights(machine: Machine, chat: Chat) -> None:
    photo = {"type": "static", "photo": "attach://p"}
    assert await call(machine, "setMyProfilePhoto", files={"p": picture()}, photo=photo)
    assert machine.world.settings.profile_photo
    await call(machine, "removeMyProfilePhoto")
    assert not machine.world.settings.profile_photo
    await call(machine, "setChatMenuButton", chat_id=7, menu_button={"type": "default"})
    assert await call(machine, "getChatMenuButton", chat_id=7) == {"type": "default"}
    assert await call(machine, "getChatMenuButton") == {"type": "commands"}
    await call(machine, "setMyDefaultAdministratorRights", rights={"can_pin_messages": True})
    rights = await call(machine, "getMyDefaultAdministratorRights")
    assert (rights["can_pin_messages"], rights["can_manage_chat"]) == (True, False)


async def test_get_me(machine: Machine) -> None:
    me = await call(machine, "getMe")
    assert (me["id"], me["username"], me["is_bot"]) == (424242, "altyn_local_bot", True)
    assert (me["supports_guest_queries"], me["can_read_all_group_messages"]) == (True, False)


async def test_chats_and_members(machine: Machine, chat: Chat, ada: User) -> None:
    group = machine.group(-5, "Fans")
    machine.add_bot(group, ada, admin=True)
    assert (await call(machine, "getChat", chat_id=7))["first_name"] == "Ada"
    assert "chat not found" in await refusal(machine, "getChat", chat_id=machine.user(8).id)
    member = await call(machine, "getChatMember", chat_id=-5, user_id=7)
    assert (member["status"], member["user"]["id"]) == ("creator", 7)
    me = await call(machine, "getChatMember", chat_id=-5, user_id=424242)
    assert (me["status"], me["can_delete_messages"]) == ("administrator", True)
    assert "user_id" in await refusal(machine, "getChatMember", chat_id=-5, user_id=99)
    admins = await call(machine, "getChatAdministrators", chat_id=-5)
    assert [admin["user"]["id"] for admin in admins] == [7]
    assert await call(machine, "getChatMemberCount", chat_id=-5) == 2
    assert await call(machine, "leaveChat", chat_id=-5) is True
    left = await refusal(machine, "sendMessage", chat_id=-5, text="x")
    assert left == "403 Forbidden: bot is not a member of the group chat"
