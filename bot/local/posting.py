"""Putting a message into a chat: its number, its date, its place in a thread."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.local.errors import bad_request
from bot.local.state import Chat, Json, Message, User
from bot.local.world import World


@dataclass(frozen=True, slots=True)
class Draft:
    """What a message is made of before it has a number; the fields are those of Message."""

    content: Json
    reply_to: Message | None = None
    thread: int | None = None
    markup: Json | None = None
    extra: Json = field(default_factory=dict)


def post(world: World, chat: Chat, sender: User, draft: Draft) -> Message:
    """Add a message to a chat, from the bot or from a person."""
    thread = thread_of(chat, draft.thread, draft.reply_to)
    message = Message(
        message_id=chat.next_id(),
        chat=chat,
        sender=sender,
        date=world.now(),
        content=draft.content,
        reply_to=draft.reply_to,
        thread=thread,
        markup=draft.markup,
        extra=dict(draft.extra),
    )
    chat.messages[message.message_id] = message
    return message


def thread_of(chat: Chat, thread: int | None, reply_to: Message | None) -> int | None:
    """The thread a message lands in; refuses threads that are not there.

    In a forum that is a topic. In other supergroups replies form threads named after their first
    message, which is why bots meet a message_thread_id outside forums.
    """
    nearby = reply_to if reply_to and reply_to.chat is chat else None
    if chat.is_forum:
        if thread is None:
            return nearby.thread if nearby else None
        known = thread in chat.topics
    elif chat.type == "supergroup":
        if thread is None:
            return (nearby.thread or nearby.message_id) if nearby else None
        known = thread in chat.messages
    else:
        known = thread is None
    if not known:
        raise bad_request("message thread not found")
    return thread
