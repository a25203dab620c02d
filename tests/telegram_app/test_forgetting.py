"""Forgetting a person who wishes it, and surviving a new start until then."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.language.dialogue import EMPTY, Dialogue
from bot.local.machine import Machine
from bot.local.state import Chat, User
from bot.store.here import MemoryHere
from bot.store.memory import Key, MemoryFailed
from bot.store.steady import open_memory
from tests.fake_engine import TROUBLE, FakeEngine
from tests.telegram_app.stage import Stage


async def test_everything_is_forgotten_in_all_chats(
    stage: Stage, private: Chat, group: Chat, ada: User
) -> None:
    stage.machine.send_text(group, ada, "/gold")
    stage.machine.say(ada, "who?")
    await stage.settle()

    stage.machine.say(ada, "/forget")
    await stage.settle()

    assert await stage.desk.memory.recall(Key(7, 7)) == EMPTY
    assert await stage.desk.memory.recall(Key(-5, 7)) == EMPTY
    stage.machine.say(ada, "and silver?")
    assert (await stage.texts(private))[-1] == "message and silver? after nothing"


async def test_others_are_not_forgotten(stage: Stage, group: Chat, ada: User) -> None:
    bota = stage.machine.user(8, "Bota")
    stage.machine.send_text(group, bota, "/gold")
    stage.machine.send_text(group, ada, "/forget")
    stage.machine.send_text(group, bota, "/help")

    assert (await stage.texts(group))[-1] == "command help after command gold"


async def test_an_edit_of_what_was_forgotten_leans_on_nothing(
    stage: Stage, private: Chat, ada: User
) -> None:
    stage.machine.say(ada, "one")
    second = stage.machine.say(ada, "two")
    stage.machine.say(ada, "/forget")
    await stage.settle()

    stage.machine.edit_text(private, ada, second, "three")

    assert (await stage.texts(private))[-1] == "message three after nothing"


async def test_an_edit_may_be_the_wish_to_be_forgotten(
    stage: Stage, private: Chat, ada: User
) -> None:
    said = stage.machine.say(ada, "forget")
    await stage.settle()

    stage.machine.edit_text(private, ada, said, "/forget")

    assert await stage.texts(private) == ["command forget after nothing"]
    assert await stage.desk.memory.recall(Key(7, 7)) == EMPTY


async def test_who_cannot_be_forgotten_is_not_told_so(ada: User) -> None:
    class Stubborn(MemoryHere):
        async def forget_person(self, user_id: int) -> None:
            raise MemoryFailed("disk full")

    async with Machine() as machine:
        stage = Stage(machine, FakeEngine(), memory=Stubborn())
        await stage.application.initialize()
        person = machine.user(8, "Bota")
        machine.say(person, "/forget")

        assert await stage.texts(machine.private_chat(person)) == [TROUBLE]


def by_anonymous(group: int, text: str, number: int = 77) -> dict[str, Any]:
    """What an administrator who stays anonymous writes: a command."""
    chat = {"id": group, "type": "supergroup", "title": "Fans"}
    return {
        "update_id": 900_000 + number,
        "message": {
            "message_id": number,
            "date": 1,
            "chat": chat,
            "from": {"id": 1087968824, "is_bot": True, "first_name": "Group"},
            "sender_chat": chat,
            "text": text,
            "entities": [{"type": "bot_command", "offset": 0, "length": len(text)}],
        },
    }


async def test_anonymous_administrators_of_two_groups_are_not_the_same_person(
    stage: Stage, group: Chat
) -> None:
    stage.machine.group(-6, "Others")
    await stage.give(by_anonymous(-5, "/gold", 1))
    await stage.give(by_anonymous(-6, "/gold", 2))

    await stage.give(by_anonymous(-6, "/forget", 3))

    assert (await stage.desk.memory.recall(Key(-5, -5))).athletes == ("command gold",)
    assert await stage.desk.memory.recall(Key(-6, -6)) == EMPTY


async def test_the_choice_of_an_anonymous_administrator_changes_no_menu(
    stage: Stage, group: Chat
) -> None:
    await stage.desk.memory.keep(Key(-5, -5), Dialogue(chosen="ru"))

    await stage.give(by_anonymous(-5, "/gold"))
    await stage.give(by_anonymous(-5, "/forget", 78))

    assert stage.machine.calls("setMyCommands") == []
    assert stage.machine.calls("deleteMyCommands") == []


async def test_a_new_start_goes_on_with_the_conversation_and_answers_nothing_twice(
    tmp_path: Path,
) -> None:
    async with Machine() as machine:
        ada = machine.user(7, "Ada")
        chat = machine.private_chat(ada, started=True)
        for text in ("one", "two"):
            memory = await open_memory(tmp_path / "state.sqlite3")
            stage = Stage(machine, FakeEngine(), memory=memory)
            await stage.application.initialize()
            # Telegram was never told that the first was answered, so it comes again.
            machine.say(ada, text)
            await stage.settle()
            await stage.application.shutdown()
            await memory.close()

        assert [one.text for one in machine.transcript(chat) if one.from_bot] == [
            "message one after nothing",
            "message two after message one",
        ]
