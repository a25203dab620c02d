"""The queue of updates: kept until acknowledged, handed to one reader at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from itertools import islice, takewhile

from bot.local.errors import conflict
from bot.local.limits import UPDATES_AT_ONCE
from bot.local.state import Json

# Types that a bot gets only when it asks for them by name.
_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
KNOWN_TYPES = _ON_REQUEST | {
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "managed_bot",
    "guest_message",
}

_SECOND_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
_WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active;"
    " use deleteWebhook to delete the webhook first"
)


class UpdateQueue:
    """Updates in the order they happened, by update_id."""

    def __init__(self, first_id: int = 1) -> None:
        self.pending: dict[int, Json] = {}
        self.allowed: frozenset[str] | None = None
        self.webhook_active = False
        self.pushed = 0
        self.on_push: Callable[[Json], None] | None = None
        self._next_id = first_id
        self._poll: asyncio.Future[None] | None = None

    def allow(self, types: Iterable[str]) -> None:
        """Deliver these types from now on; an empty list means the default again."""
        # Telegram skips names it does not know, so that older servers serve newer bots.
        self.allowed = frozenset(types) & KNOWN_TYPES or None

    def wants(self, kind: str) -> bool:
        """Whether the bot asked for updates of this type."""
        return kind not in _ON_REQUEST if self.allowed is None else kind in self.allowed

    def push(self, kind: str, payload: Json) -> Json | None:
        """Queue an update; None when the bot did not ask for its type."""
        if not self.wants(kind):
            return None
        update = {"update_id": self._next_id, kind: payload}
        self.pending[self._next_id] = update
        self._next_id += 1
        self.pushed += 1
        if self._poll and not self._poll.done():
            self._poll.set_result(None)
        if self.on_push:
            self.on_push(update)
        return update

    def confirm(self, offset: int) -> None:
        """Forget what lies before `offset`; a negative one keeps that many from the end."""
        if offset < 0:
            offset = min(list(self.pending)[offset:], default=self._next_id)
        # Ids only grow, so the look can stop at the first that stays.
        for update_id in list(takewhile(lambda known: known < offset, self.pending)):
            del self.pending[update_id]

    def drop(self, update_id: int) -> None:
        """Forget one update: a webhook took it."""
        self.pending.pop(update_id, None)

    def clear(self) -> None:
        """Forget everything (`drop_pending_updates`)."""
        self.pending.clear()

    def disturb(self, reason: str) -> None:
        """End a waiting getUpdates with a conflict."""
        if self._poll and not self._poll.done():
            self._poll.set_exception(conflict(reason))

    async def get(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """Acknowledge by `offset`, then give what is pending, waiting up to `seconds`."""
        if self.webhook_active:
            raise conflict(_WEBHOOK_ACTIVE)
        self.disturb(_SECOND_POLLER)
        if offset:
            self.confirm(offset)
        if not self.pending and seconds > 0:
            await self._wait(seconds)
        return list(islice(self.pending.values(), max(1, min(limit, UPDATES_AT_ONCE))))

    async def _wait(self, seconds: float) -> None:
        poll = asyncio.get_running_loop().create_future()
        self._poll = poll
        try:
            await asyncio.wait_for(poll, seconds)
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None
