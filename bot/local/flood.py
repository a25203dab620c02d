"""Telegram's flood control, for load tests: off unless asked for."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from dataclasses import dataclass

from bot.local.errors import too_many_requests

# Methods that put something into a chat; only these are counted.
_COUNTED = ("send", "edit", "forward", "copy")
_FREE = frozenset({"sendchataction"})


@dataclass(frozen=True, slots=True)
class FloodLimits:
    """How many messages pass in how many seconds.

    The defaults are Telegram's published figures; a chat gets three seconds' worth as a burst,
    since short bursts are let through.
    """

    chat: tuple[int, float] = (3, 3.0)
    group: tuple[int, float] = (20, 60.0)
    overall: tuple[int, float] = (30, 1.0)


class FloodGuard:
    """Counts in sliding windows and refuses with 429 and the seconds to wait."""

    def __init__(self, limits: FloodLimits) -> None:
        self.limits = limits
        self._sent: defaultdict[object, deque[float]] = defaultdict(deque)

    def check(self, method: str, chat_id: object, now: float) -> None:
        """Count one call, or refuse it."""
        name = method.lower()
        if not name.startswith(_COUNTED) or name in _FREE or chat_id is None:
            return
        is_group = str(chat_id).startswith(("-", "@"))
        windows = [
            ("all", self.limits.overall),
            (chat_id, self.limits.group if is_group else self.limits.chat),
        ]
        waits = [self._wait(key, limit, seconds, now) for key, (limit, seconds) in windows]
        if max(waits) > 0:
            raise too_many_requests(math.ceil(max(waits)))
        for key, _ in windows:
            self._sent[key].append(now)

    def _wait(self, key: object, limit: int, seconds: float, now: float) -> float:
        sent = self._sent[key]
        while sent and sent[0] <= now - seconds:
            sent.popleft()
        return sent[0] + seconds - now if len(sent) >= limit else 0.0
