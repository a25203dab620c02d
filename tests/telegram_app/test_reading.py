"""Messages that the local Bot API's people do not write, built by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Chat, Message, MessageEntity, PhotoSize, User

from bot.store.bounded import Bounded
from bot.telegram_app.other import first_of_album
from bot.telegram_app.reading import Asked, Wordless, Words, read

ME = User(42, "Altyn", is_bot=True, username="altyn_bot")
ADA = User(7, "Ada", is_bot=False)
ANONYMOUS = User(1087968824, "Group", is_bot=True, username="GroupAnonymousBot")
PRIVATE, GROUP = Chat(7, Chat.PRIVATE), Chat(-5, Chat.SUPERGROUP)


def asked(chat: Chat, text: str | None = None, sender: User = ADA, **more: Any) -> Asked | None:
    message = Message(1, datetime.now(UTC), chat, from_user=sender, text=text, **more)
    return read(message, ME, {"gold"})


def mention(user: User, length: int) -> dict[str, Any]:
    return {"entities": [MessageEntity(MessageEntity.TEXT_MENTION, 0, length, user=user)]}


def test_an_empty_text_is_still_words() -> None:
    assert asked(PRIVATE, "") == Words("")


def test_a_note_of_telegrams_is_met_with_silence() -> None:
    assert asked(PRIVATE, new_chat_title="New title") is None


def test_a_result_sent_through_a_bot_is_left_alone() -> None:
    assert asked(PRIVATE, "5 golds", via_bot=ME) is None


def test_a_post_that_lands_in_a_channels_group_is_left_alone() -> None:
    channel = Chat(-100, Chat.CHANNEL)
    more = {"sender_chat": channel, "is_automatic_forward": True}
    assert asked(GROUP, "@altyn_bot", sender=ANONYMOUS, **more) is None


def test_a_channel_is_left_alone() -> None:
    assert asked(Chat(-100, Chat.CHANNEL), "@altyn_bot who won?") is None


def test_an_anonymous_administrator_is_a_person() -> None:
    found = asked(GROUP, "Altyn who?", ANONYMOUS, sender_chat=GROUP, **mention(ME, 5))
    assert found == Words("who?")


def test_a_mention_without_a_username_counts() -> None:
    assert asked(GROUP, "Altyn, who won?", **mention(ME, 5)) == Words("who won?")
    assert asked(GROUP, "Bota, who won?", **mention(User(8, "Bota", False), 4)) is None


@pytest.mark.parametrize("album", [None, "17"])
def test_a_picture_is_wordless(album: str | None) -> None:
    photo = [PhotoSize("a", "b", 8, 8)]
    assert asked(PRIVATE, photo=photo, media_group_id=album) == Wordless(album)


def test_of_an_album_only_the_first_picture_is_answered() -> None:
    albums: Bounded[str, bool] = Bounded(9)
    pictures = [Wordless("17"), Wordless("17"), Wordless("18"), Wordless(None), Wordless(None)]

    assert [first_of_album(albums, one) for one in pictures] == [True, False, True, True, True]
