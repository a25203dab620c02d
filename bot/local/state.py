"""The people, chats and messages of the machine."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from bot.local.errors import bad_request

Json = dict[str, Any]
ChatType = Literal["private", "group", "supergroup", "channel"]
# What a member may be, as the Bot API spells it.
Status = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]
PRESENT: frozenset[str] = frozenset({"creator", "administrator", "member", "restricted"})


@dataclass(slots=True, eq=False)
class User:
    """A person or a bot."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    is_bot: bool = False
    is_premium: bool = False


@dataclass(slots=True, eq=False)
class Chat:
    """A place for messages. Negative ids are groups; a private chat has the person's id."""

    id: int
    type: ChatType
    title: str = ""
    username: str = ""
    user: User | None = None
    is_forum: bool = False
    members: dict[int, Status] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict, repr=False)
    topics: dict[int, str] = field(default_factory=dict)
    last_id: int = 0
    started: bool = False
    blocked: bool = False
    bot_muted: bool = False
    migrated_to: int | None = None
    menu_button: Json | None = None
    keyboard: Json | None = None

    @property
    def is_private(self) -> bool:
        """Whether this is the chat of one person with the bot."""
        return self.type == "private"

    @property
    def is_group(self) -> bool:
        """Whether this is a group or supergroup."""
        return self.type in {"group", "supergroup"}

    def has(self, user_id: int) -> bool:
        """Whether that user or bot is in the chat now."""
        return self.members.get(user_id, "left") in PRESENT

    def next_id(self) -> int:
        """The number of the next message; numbers are never used again."""
        self.last_id += 1
        return self.last_id


@dataclass(slots=True, eq=False)
class Message:
    """A message as it stands now.

    `content` holds what depends on the kind (text, photo, poll, service fields) and `extra` the
    rest that goes out unchanged (quote, forward_origin, via_bot ...), both as the Bot API writes
    them.
    """

    message_id: int
    chat: Chat = field(repr=False)
    sender: User = field(repr=False)
    date: int
    content: Json
    reply_to: Message | None = field(default=None, repr=False)
    thread: int | None = None
    markup: Json | None = None
    extra: Json = field(default_factory=dict)
    edit_date: int | None = None
    inline_id: str = ""

    @property
    def text(self) -> str:
        """The text or the caption; empty for a message without words."""
        return str(self.content.get("text") or self.content.get("caption") or "")

    @property
    def entities(self) -> list[Json]:
        """The entities of the text or of the caption."""
        return list(self.content.get("entities") or self.content.get("caption_entities") or [])


@dataclass(slots=True, eq=False)
class Book:
    """Everybody and every chat that exists."""

    users: dict[int, User] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    # Messages sent through the bot in chats it need not be in, by inline_message_id.
    inline: dict[str, Message] = field(default_factory=dict)

    def find_chat(self, chat_id: int | str) -> Chat | None:
        """By id, or by @username."""
        if isinstance(chat_id, int):
            return self.chats.get(chat_id)
        name = chat_id.removeprefix("@").lower()
        named = (chat for chat in self.chats.values() if chat.username.lower() == name)
        return next(named, None) if name else None

    def chat(self, chat_id: int | str) -> Chat:
        """The chat, or Telegram's refusal."""
        found = self.find_chat(chat_id)
        if found is None:
            raise bad_request("chat not found")
        return found
