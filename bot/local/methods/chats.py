"""Methods about chats, their members and files."""

from __future__ import annotations

from bot.local.checks import find_message, joined_chat, known_chat
from bot.local.errors import bad_request
from bot.local.fields import checked_object
from bot.local.methods.method import Method, method
from bot.local.params import Args
from bot.local.render import full_chat_json, member_json
from bot.local.state import PRESENT, Chat, Json
from bot.local.world import World

_MENU_BUTTONS = frozenset({"default", "commands", "web_app"})


def get_chat(world: World, args: Args) -> Json:
    """All about a chat that the bot knows."""
    chat = known_chat(world, args.chat_id())
    if chat.is_group and not chat.has(world.bot.id):
        return full_chat_json(joined_chat(world, args))
    return full_chat_json(chat)


def get_chat_member(world: World, args: Args) -> Json:
    """What somebody is in a chat; known people who never came are "left"."""
    chat = joined_chat(world, args)
    user = world.book.users.get(args.number("user_id"))
    if user is None:
        raise bad_request("invalid user_id specified")
    return member_json(user, chat.members.get(user.id, "left"))


def get_chat_administrators(world: World, args: Args) -> list[Json]:
    """The creator and the administrators of a group; bots only when asked for."""
    chat = _group(world, args)
    found = []
    for user_id, status in chat.members.items():
        user = world.book.users[user_id]
        if status in {"creator", "administrator"} and not user.is_bot:
            found.append(member_json(user, status))
    return found


def get_chat_member_count(world: World, args: Args) -> int:
    """How many people and bots are there."""
    chat = joined_chat(world, args)
    return 2 if chat.is_private else sum(status in PRESENT for status in chat.members.values())


def _group(world: World, args: Args) -> Chat:
    chat = joined_chat(world, args)
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    return chat


def leave_chat(world: World, args: Args) -> bool:
    """The bot walks out of a group."""
    chat = joined_chat(world, args)
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    chat.members[world.bot.id] = "left"
    return True


def set_chat_menu_button(world: World, args: Args) -> bool:
    """The button beside the text field, for one chat or for all."""
    button = checked_object(args.mapping("menu_button") or {"type": "default"}, "MenuButton")
    if button.get("type") not in _MENU_BUTTONS:
        raise bad_request("can't parse MenuButton: unsupported type specified")
    if args.has("chat_id"):
        _private(world, args).menu_button = button
    else:
        world.settings.menu_button = button
    return True


def get_chat_menu_button(world: World, args: Args) -> Json:
    """The button of one chat, or the common one."""
    own = _private(world, args).menu_button if args.has("chat_id") else None
    return own or world.settings.menu_button


def _private(world: World, args: Args) -> Chat:
    chat = known_chat(world, args.chat_id())
    if not chat.is_private:
        raise bad_request("chat is not private")
    return chat


def set_message_reaction(world: World, args: Args) -> bool:
    """At most one emoji of the bot under a message."""
    chat = joined_chat(world, args)
    message = find_message(chat, args.number("message_id"), "message to react not found")
    reactions = args.array("reaction") or []
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    emoji = checked_object(reactions[0], "ReactionType").get("emoji", "") if reactions else ""
    world.reactions[message.chat.id, message.message_id, world.bot.id] = emoji
    return True


def get_file(world: World, args: Args) -> Json:
    """Where to download a file."""
    return world.files.describe(args.text("file_id"))


METHODS: tuple[Method, ...] = (
    method("getChat", get_chat, "chat_id"),
    method("getChatMember", get_chat_member, "chat_id user_id"),
    method("getChatAdministrators", get_chat_administrators, "chat_id return_bots"),
    method("getChatMemberCount", get_chat_member_count, "chat_id"),
    method("leaveChat", leave_chat, "chat_id"),
    method("setChatMenuButton", set_chat_menu_button, "chat_id menu_button"),
    method("getChatMenuButton", get_chat_menu_button, "chat_id"),
    method("setMessageReaction", set_message_reaction, "chat_id message_id reaction is_big"),
    method("getFile", get_file, "file_id"),
)
