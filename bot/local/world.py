"""Everything that exists in one place: what the bot's methods and the people act on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.local.files import FileStore
from bot.local.limits import DELETE_WITHIN
from bot.local.queries import QueryBook
from bot.local.settings import BotSettings
from bot.local.state import Book, Json, Message, User
from bot.local.updates import UpdateQueue


@dataclass(slots=True)
class WebhookState:
    """What setWebhook set, and how deliveries went."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    has_certificate: bool = False
    ip_address: str = ""
    last_error_date: int | None = None
    last_error: str = ""


@dataclass(slots=True, eq=False)
class World:
    """The whole state of the machine, plus its clock (seconds since 1970)."""

    bot: User
    clock: Callable[[], float]
    privacy: bool = True
    book: Book = field(default_factory=Book)
    files: FileStore = field(default_factory=FileStore)
    queue: UpdateQueue = field(default_factory=UpdateQueue)
    queries: QueryBook = field(default_factory=QueryBook)
    settings: BotSettings = field(default_factory=BotSettings)
    webhook: WebhookState = field(default_factory=WebhookState)
    # The emoji under a message, by chat, message and user; empty for a reaction taken back.
    reactions: dict[tuple[int, int, int], str] = field(default_factory=dict)
    polls: int = 0
    # Called after setWebhook and deleteWebhook, so that deliveries start or stop.
    on_webhook: Callable[[], None] = lambda: None
    # Called when a person does something, before the bot can know of it.
    on_action: Callable[[], None] = lambda: None

    def now(self) -> int:
        """The date to put on a message."""
        return int(self.clock())

    def announce(self, kind: str, payload: Json) -> Json | None:
        """Queue an update for the bot; None when it did not ask for that type."""
        self.on_action()
        return self.queue.push(kind, payload)

    def next_poll_id(self) -> int:
        """A number for a poll; Telegram's are long, and so are these."""
        self.polls += 1
        return 5_000_000_000_000_000 + self.polls

    def may_delete(self, message: Message) -> bool:
        """Young messages: its own, those of the person in a private chat, an admin's all."""
        chat = message.chat
        own = message.sender is self.bot or chat.is_private
        young = self.now() - message.date <= DELETE_WITHIN
        return young and (own or chat.members.get(self.bot.id) == "administrator")
