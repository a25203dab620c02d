"""Who there is and where: people, chats, topics, and the bot coming and going."""

from __future__ import annotations

from bot.local.errors import Misuse
from bot.local.people.host import Host, chat_of, user_of
from bot.local.posting import Draft, post
from bot.local.render import chat_json, member_json, message_json, user_json
from bot.local.state import Chat, Json, Message, Status, User

# Ids below this belong to supergroups.
_SUPERGROUPS = -1_000_000_000_000


def user(
    host: Host,
    user_id: int,
    first_name: str = "",
    *,
    last_name: str = "",
    username: str = "",
    language_code: str = "",
    is_premium: bool = False,
) -> User:
    """A person; asked for again, the same one, with the details given anew."""
    known = host.world.book.users.get(user_id)
    if known is None:
        known = User(user_id, first_name or f"Person {user_id}")
        host.world.book.users[user_id] = known
    known.first_name = first_name or known.first_name
    known.last_name = last_name or known.last_name
    known.username = username or known.username
    known.language_code = language_code or known.language_code
    known.is_premium = is_premium or known.is_premium
    return known


def private_chat(host: Host, user: User | int, *, started: bool = False) -> Chat:
    """The person's chat with the bot.

    Until the person writes there, the bot may not, unless `started` says that it was long ago.
    """
    person = user_of(host, user)
    chats = host.world.book.chats
    chat = chats.setdefault(person.id, Chat(id=person.id, type="private", user=person))
    chat.started = chat.started or started
    return chat


def group(
    host: Host,
    chat_id: int,
    title: str,
    *,
    forum: bool = False,
    username: str = "",
    with_bot: bool = True,
) -> Chat:
    """A group with the bot in it, or without.

    Forums, public groups and ids below -1,000,000,000,000 are supergroups.
    """
    if chat_id >= 0:
        raise Misuse("ids of groups are negative")
    if chat_id in host.world.book.chats:
        return host.world.book.chats[chat_id]
    big = forum or bool(username) or chat_id < _SUPERGROUPS
    chat = Chat(id=chat_id, type="supergroup" if big else "group", title=title, is_forum=forum)
    chat.username = username
    if with_bot:
        chat.members[host.world.bot.id] = "member"
    host.world.book.chats[chat_id] = chat
    return chat


def topic(host: Host, chat: Chat | int, name: str, user: User | int) -> int:
    """A new topic in a forum; the number is its message_thread_id."""
    place, person = chat_of(host, chat), user_of(host, user)
    if not place.is_forum:
        raise Misuse("only forums have topics")
    content = {"forum_topic_created": {"name": name, "icon_color": 0x6FB9F0}}
    number = place.last_id + 1
    place.topics[number] = name
    _service(host, place, person, content, thread=number)
    return number


def block(host: Host, user: User | int) -> None:
    """The person blocks the bot, which gets a my_chat_member."""
    chat = private_chat(host, user)
    chat.blocked = True
    _bot_status(host, chat, user_of(host, user), "member", "kicked")


def unblock(host: Host, user: User | int) -> None:
    """The person lets the bot write again."""
    chat = private_chat(host, user)
    chat.blocked, chat.started = False, True
    _bot_status(host, chat, user_of(host, user), "kicked", "member")


def add_bot(host: Host, chat: Chat | int, by: User | int, *, admin: bool = False) -> None:
    """Somebody brings the bot into a group, or makes it an administrator there."""
    place, person, bot = chat_of(host, chat), user_of(host, by), host.world.bot
    was_in, old = place.has(bot.id), place.members.get(bot.id, "left")
    new: Status = "administrator" if admin else "member"
    place.members.setdefault(person.id, "creator")
    place.members[bot.id] = new
    _bot_status(host, place, person, old, new)
    if not was_in:
        _service(host, place, person, {"new_chat_members": [user_json(bot)]})


def remove_bot(host: Host, chat: Chat | int, by: User | int) -> None:
    """Somebody throws the bot out of a group."""
    place, person, bot = chat_of(host, chat), user_of(host, by), host.world.bot
    old = place.members.get(bot.id, "left")
    if place.type == "group":
        _service(host, place, person, {"left_chat_member": user_json(bot)})
    place.members[bot.id] = "kicked"
    _bot_status(host, place, person, old, "kicked")


def mute_bot(host: Host, chat: Chat | int, muted: bool = True) -> None:
    """The group takes away the bot's right to write, or gives it back."""
    chat_of(host, chat).bot_muted = muted


def join(host: Host, chat: Chat | int, user: User | int, *, status: Status = "member") -> None:
    """A person enters a group; the bot sees the service message."""
    place, person = chat_of(host, chat), user_of(host, user)
    place.members[person.id] = status
    _service(host, place, person, {"new_chat_members": [user_json(person)]})


def leave(host: Host, chat: Chat | int, user: User | int) -> None:
    """A person leaves a group."""
    place, person = chat_of(host, chat), user_of(host, user)
    _service(host, place, person, {"left_chat_member": user_json(person)})
    place.members[person.id] = "left"


def migrate(host: Host, chat: Chat | int) -> Chat:
    """The group becomes a supergroup with another id; the old id is refused from now on."""
    old = chat_of(host, chat)
    if old.type != "group" or old.migrated_to is not None:
        raise Misuse("only a basic group can become a supergroup")
    new = Chat(id=_SUPERGROUPS + old.id, type="supergroup", title=old.title)
    new.members = dict(old.members)
    host.world.book.chats[new.id] = new
    bot = host.world.bot
    _service(host, old, bot, {"migrate_to_chat_id": new.id})
    _service(host, new, bot, {"migrate_from_chat_id": old.id})
    old.migrated_to = new.id
    return new


def _service(host: Host, chat: Chat, by: User, content: Json, thread: int | None = None) -> Message:
    """A message that the app writes by itself; bots in the chat see all of them."""
    message = post(host.world, chat, by, Draft(content, thread=thread))
    if chat.is_private or chat.has(host.world.bot.id):
        host.world.announce("message", message_json(message))
    return message


def _bot_status(host: Host, chat: Chat, by: User, old: Status, new: Status) -> None:
    bot = host.world.bot
    host.world.announce(
        "my_chat_member",
        {
            "chat": chat_json(chat),
            "from": user_json(by),
            "date": host.world.now(),
            "old_chat_member": member_json(bot, old),
            "new_chat_member": member_json(bot, new),
        },
    )
