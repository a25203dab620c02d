"""Not faster than Telegram wants it: what it would refuse as a flood waits here for its turn.

The library's own limiter lets nothing through while one chat has to wait, and gives that up as soon
as another request is made. This one keeps a time for each message before it is sent, so that
messages leave in order, each as early as may be.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.store.bounded import Bounded
from bot.telegram_app.sending import LONGEST_WAIT

Limit = tuple[int, float]
"""How many messages in how many seconds."""
IN_A_CHAT: Limit = (3, 3.0)
"""One a second, and a little more at once, which Telegram lets pass."""
IN_A_GROUP: Limit = (20, 60.0)
EVERYWHERE: Limit = (30, 1.0)
CHATS = 10_000

_COUNTED = ("send", "edit", "forward", "copy")
_FREE = frozenset({"sendChatAction"})


class Windows:
    """When something may be done that is limited in one or several ways."""

    def __init__(self, *limits: Limit) -> None:
        self._kept = [(deque[float](maxlen=count), seconds) for count, seconds in limits]

    def next(self, now: float) -> float:
        """The earliest time from now on."""
        full = [(times, span) for times, span in self._kept if len(times) == times.maxlen]
        return max([now, *(times[0] + span for times, span in full)])

    def take(self, at: float) -> None:
        """Count one at that time."""
        for times, _ in self._kept:
            times.append(at)


class Pace(BaseRateLimiter[Any]):
    """Holds messages back within the limits of a chat, a group, and all chats together."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._all = Windows(EVERYWHERE)
        self._chats: Bounded[str, Windows] = Bounded(CHATS)

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to give back."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Any,  # noqa: ARG002 - the library passes it by name
    ) -> Any:
        """Send when it is time.

        Raises ``RetryAfter``, as Telegram would, for what would wait so long that it helps nobody.
        """
        chat = data.get("chat_id")
        if chat is not None and endpoint.startswith(_COUNTED) and endpoint not in _FREE:
            await self._turn(self._windows(str(chat)))
            await self._turn(self._all)
        return await callback(*args, **kwargs)

    async def _turn(self, windows: Windows) -> None:
        now = self._clock()
        at = windows.next(now)
        if at - now > LONGEST_WAIT:
            raise RetryAfter(round(at - now))
        windows.take(at)
        if at > now:
            await asyncio.sleep(at - now)

    def _windows(self, chat: str) -> Windows:
        known = self._chats.get(chat)
        if known is None:
            group = chat.startswith(("-", "@"))
            known = Windows(IN_A_CHAT, IN_A_GROUP) if group else Windows(IN_A_CHAT)
            self._chats.put(chat, known)
        return known
