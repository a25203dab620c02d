"""What a bot tells Telegram about itself: commands, names, descriptions, menu, rights."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.local.errors import bad_request
from bot.local.fields import checked_object
from bot.local.render import admin_rights
from bot.local.state import Book, Chat, Json, User

ScopeKey = tuple[str, int | None, int | None]
_DEFAULT: ScopeKey = ("default", None, None)
_PLAIN_SCOPES = frozenset(
    {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
)
_CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})


@dataclass(slots=True)
class BotSettings:
    """Everything is kept by language; the empty language is for everybody else."""

    commands: dict[tuple[ScopeKey, str], list[Json]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_button: Json = field(default_factory=lambda: {"type": "commands"})
    rights: dict[bool, Json] = field(
        default_factory=lambda: {False: admin_rights(), True: admin_rights()}
    )
    profile_photo: str = ""

    def commands_for(self, chat: Chat, user: User, language: str) -> list[Json]:
        """The commands that a person's app shows in a chat, by Telegram's order of scopes."""
        for scope in _scopes_seen(chat, user):
            for code in dict.fromkeys((language, "")):
                if found := self.commands.get((scope, code)):
                    return found
        return []


def scope_key(scope: Json | None, book: Book) -> ScopeKey:
    """The scope parameter as a key; refuses scopes that don't exist."""
    if scope is None:
        return _DEFAULT
    scope = checked_object(scope, "BotCommandScope")
    kind = scope.get("type")
    if kind in _PLAIN_SCOPES:
        return str(kind), None, None
    if kind not in _CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    chat = book.chat(scope.get("chat_id", ""))
    member = scope.get("user_id") if kind == "chat_member" else None
    if kind == "chat_member" and not isinstance(member, int):
        raise bad_request("can't parse BotCommandScope: user_id is required")
    return str(kind), chat.id, member


def _scopes_seen(chat: Chat, user: User) -> list[ScopeKey]:
    """From the narrowest scope to the widest."""
    if chat.is_private:
        return [("chat", chat.id, None), ("all_private_chats", None, None), _DEFAULT]
    scopes: list[ScopeKey] = [("chat_member", chat.id, user.id)]
    is_admin = chat.members.get(user.id) in {"creator", "administrator"}
    if is_admin:
        scopes.append(("chat_administrators", chat.id, None))
    scopes.append(("chat", chat.id, None))
    if is_admin:
        scopes.append(("all_chat_administrators", None, None))
    return [*scopes, ("all_group_chats", None, None), _DEFAULT]
