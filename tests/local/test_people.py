from __future__ import annotations

from typing import Any

import pytest

from bot.local import BotApiError, Machine, Misuse, User

from .helpers import call, png, refusal


def updates(machine: Machine) -> list[dict[str, Any]]:
    found = list(machine.world.queue.pending.values())
    machine.world.queue.clear()
    return [{k: v for k, v in update.items() if k != "update_id"} for update in found]


def heard(machine: Machine) -> list[str]:
    return [u["message"]["text"] for u in updates(machine) if "text" in u.get("message", {})]


def test_a_person_starts_the_bot(machine: Machine, ada: User) -> None:
    machine.start(ada, "f_gold-1")
    (update,) = updates(machine)
    message = update["message"]
    assert message["text"] == "/start f_gold-1"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"]["language_code"] == "kk"
    assert "language_code" not in message["chat"]


def test_edits_replies_quotes_and_forwards(machine: Machine, ada: User) -> None:
    first = machine.say(ada, "golds in 2024")
    machine.edit_text(7, ada, first, "silvers in 2024")
    machine.send_text(7, ada, "and?", reply_to=first, quote="2024")
    machine.forward(7, machine.user(7), first)
    _, edited, reply, forward = updates(machine)
    assert edited["edited_message"]["text"] == "silvers in 2024"
    assert edited["edited_message"]["edit_date"] == 1_725_000_000
    assert reply["message"]["reply_to_message"]["message_id"] == first.message_id
    assert reply["message"]["quote"]["position"] == 11
    assert forward["message"]["forward_origin"]["sender_user"]["id"] == 7


def test_pictures_stickers_voices_places(machine: Machine, ada: User) -> None:
    machine.private_chat(ada)
    machine.send_photo(7, ada, png(400, 300), caption="who is @this_one")
    machine.send_sticker(7, ada, "🥇")
    machine.send_voice(7, ada, 4)
    machine.send_location(7, ada, 43.2, 76.9)
    photo, sticker, voice, place = (u["message"] for u in updates(machine))
    assert photo["photo"][-1]["width"] == 400
    assert photo["caption_entities"][0]["type"] == "mention"
    assert (sticker["sticker"]["emoji"], voice["voice"]["duration"]) == ("🥇", 4)
    assert place["location"]["latitude"] == 43.2
    kinds = [seen.kind for seen in machine.transcript(7)]
    assert kinds == ["photo", "sticker", "voice", "location"]


def test_blocking_is_told_to_the_bot(machine: Machine, ada: User) -> None:
    machine.start(ada)
    machine.block(ada)
    with pytest.raises(Misuse, match="unblock"):
        machine.say(ada, "hello?")
    machine.unblock(ada)
    _, blocked, unblocked = updates(machine)
    assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert unblocked["my_chat_member"]["new_chat_member"]["status"] == "member"


async def test_privacy_mode_in_groups(machine: Machine, ada: User) -> None:
    group = machine.group(-5, "Fans")
    said = (await call(machine, "sendMessage", chat_id=-5, text="hi"))["message_id"]
    other = machine.send_text(group, machine.user(8), "chatter")
    for text in ("/gold", "/gold@Altyn_Local_Bot", "/gold@other_bot", "hey @altyn_local_bot"):
        machine.send_text(group, ada, text)
    machine.send_text(group, ada, "to the bot", reply_to=said)
    machine.send_text(group, ada, "to a human", reply_to=other)
    assert heard(machine) == [
        "/gold",
        "/gold@Altyn_Local_Bot",
        "hey @altyn_local_bot",
        "to the bot",
    ]


def test_without_privacy_or_as_administrator_the_bot_hears_all(ada: User) -> None:
    open_machine = Machine(privacy=False)
    group = open_machine.group(-5, "Fans")
    open_machine.send_text(group, open_machine.user(8), "chatter")
    assert heard(open_machine) == ["chatter"]
    machine = Machine()
    group = machine.group(-5, "Fans", with_bot=False)
    machine.send_text(group, machine.user(8), "before")
    machine.add_bot(group, machine.user(9), admin=True)
    machine.send_text(group, machine.user(8), "chatter")
    assert heard(machine) == ["chatter"]


async def test_the_bot_comes_and_goes(machine: Machine, ada: User) -> None:
    group = machine.group(-5, "Fans", with_bot=False)
    machine.add_bot(group, ada)
    machine.remove_bot(group, ada)
    member, joined, left, kicked = updates(machine)
    assert member["my_chat_member"]["old_chat_member"]["status"] == "left"
    assert joined["message"]["new_chat_members"][0]["id"] == 424242
    assert left["message"]["left_chat_member"]["id"] == 424242
    assert kicked["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    said = await refusal(machine, "sendMessage", chat_id=-5, text="x")
    assert said == "403 Forbidden: bot was kicked from the group chat"


async def test_a_group_becomes_a_supergroup(machine: Machine, ada: User) -> None:
    group = machine.group(-5, "Fans")
    new = machine.migrate(group)
    out, into = updates(machine)
    assert out["message"]["migrate_to_chat_id"] == new.id == -1_000_000_000_005
    assert into["message"]["migrate_from_chat_id"] == -5
    with pytest.raises(BotApiError) as caught:
        await call(machine, "sendMessage", chat_id=-5, text="x")
    assert caught.value.parameters == {"migrate_to_chat_id": new.id}
    sent = await call(machine, "sendMessage", chat_id=new.id, text="x")
    assert sent["chat"]["type"] == "supergroup"


async def test_topics_keep_together(machine: Machine, ada: User) -> None:
    forum = machine.group(-100, "Forum", forum=True)
    medals = machine.topic(forum, "Medals", ada)
    asked = machine.send_text(forum, ada, "/gold", thread=medals)
    message = updates(machine)[-1]["message"]
    assert (message["message_thread_id"], message["is_topic_message"]) == (medals, True)
    reply = {"message_id": asked.message_id}
    sent = await call(machine, "sendMessage", chat_id=-100, text="x", reply_parameters=reply)
    assert sent["message_thread_id"] == medals
    wrong = await refusal(machine, "sendMessage", chat_id=-100, text="x", message_thread_id=77)
    assert wrong == "400 Bad Request: message thread not found"


async def test_replies_in_supergroups_form_threads_too(machine: Machine, ada: User) -> None:
    group = machine.group(-1_000_000_000_001, "Big")
    first = machine.send_text(group, ada, "/gold")
    machine.send_text(group, ada, "/silver", reply_to=first)
    message = updates(machine)[-1]["message"]
    assert message["message_thread_id"] == first.message_id
    assert "is_topic_message" not in message


async def test_a_muted_bot(machine: Machine) -> None:
    group = machine.group(-5, "Fans")
    machine.mute_bot(group)
    said = await refusal(machine, "sendMessage", chat_id=-5, text="x")
    assert said == "400 Bad Request: not enough rights to send text messages to the chat"


def test_reactions_come_only_on_request_and_to_administrators(machine: Machine, ada: User) -> None:
    said = machine.say(ada, "gold")
    machine.react(7, ada, said, "👍")
    assert len(updates(machine)) == 1
    machine.world.queue.allow(["message", "message_reaction"])
    machine.react(7, ada, said, "🔥")
    (update,) = updates(machine)
    assert update["message_reaction"]["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    group = machine.group(-5, "Fans")
    in_group = machine.send_text(group, ada, "/gold")
    machine.react(group, ada, in_group, "👍")
    assert "message_reaction" not in updates(machine)[-1]


def test_people_can_do_only_what_apps_let_them(machine: Machine, ada: User) -> None:
    machine.say(ada, "x")
    with pytest.raises(Misuse, match="belongs to somebody else"):
        machine.send_text(7, machine.user(8), "x")
    with pytest.raises(Misuse, match="1 to 4096"):
        machine.say(ada, " ")
    with pytest.raises(Misuse, match="there is no chat 99"):
        machine.send_text(99, ada, "x")
    with pytest.raises(Misuse, match="no message 50"):
        machine.send_text(7, ada, "x", reply_to=50)
