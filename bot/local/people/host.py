"""What the functions of this package need of the machine whose methods they are."""

from __future__ import annotations

from typing import Protocol

from bot.local.entities import utf16_slice
from bot.local.errors import Misuse
from bot.local.journal import Journal
from bot.local.state import Chat, Message, User
from bot.local.world import World


class Host(Protocol):
    """A machine: its world, and the journal of the bot's calls."""

    world: World
    journal: Journal


def chat_of(host: Host, chat: Chat | int) -> Chat:
    """The chat behind an id."""
    if isinstance(chat, Chat):
        return chat
    found = host.world.book.chats.get(chat)
    if found is None:
        raise Misuse(f"there is no chat {chat}; make it with private_chat() or group()")
    return found


def user_of(host: Host, user: User | int) -> User:
    """The person behind an id."""
    if isinstance(user, User):
        return user
    found = host.world.book.users.get(user)
    if found is None:
        raise Misuse(f"there is no user {user}; make one with user()")
    return found


def message_of(chat: Chat, message: Message | int) -> Message:
    """The message behind a number, if it is still in the chat."""
    number = message if isinstance(message, int) else message.message_id
    found = chat.messages.get(number)
    if found is None:
        raise Misuse(f"there is no message {number} in chat {chat.id}")
    return found


def enter(chat: Chat, user: User) -> None:
    """Make sure that a person can act in a chat: it is theirs, or they join it."""
    if chat.is_private:
        if chat.user is not user:
            raise Misuse(f"chat {chat.id} belongs to somebody else")
        if chat.blocked:
            raise Misuse("the person has blocked the bot; unblock() comes first")
        chat.started = True
    elif chat.migrated_to is not None:
        raise Misuse(f"the group became supergroup {chat.migrated_to}")
    elif not chat.has(user.id):
        if chat.members.get(user.id) == "kicked":
            raise Misuse("the person was banned from the group")
        chat.members[user.id] = "member"


def hears(world: World, message: Message) -> bool:
    """Whether the bot gets to see a message: all in private, by privacy mode in groups."""
    chat = message.chat
    if chat.is_private:
        return True
    if not chat.has(world.bot.id):
        return False
    if not world.privacy or chat.members.get(world.bot.id) == "administrator":
        return True
    replied = message.reply_to
    to_bot = replied is not None and replied.sender is world.bot
    return to_bot or "via_bot" in message.extra or _addressed(world, message)


def _addressed(world: World, message: Message) -> bool:
    """Whether a command or a mention in the text means this bot."""
    name = f"@{world.bot.username}".lower()
    for entity in message.entities:
        words = utf16_slice(message.text, entity["offset"], entity["length"]).lower()
        if entity["type"] == "mention" and words == name:
            return True
        if entity["type"] == "bot_command" and ("@" not in words or words.endswith(name)):
            return True
    return False
