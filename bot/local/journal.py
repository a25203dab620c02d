"""The log of everything the bot called, and ways to wait for it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.local.errors import BotApiError
from bot.local.state import Json

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the bot: what it asked, and what it got."""

    index: int
    at: float
    method: str
    params: Json
    result: Any = None
    error: BotApiError | None = None
    # The fault that struck, if one did: its kind.
    fault: str = ""

    @property
    def ok(self) -> bool:
        """Whether Telegram did what was asked."""
        return self.error is None and self.fault not in {"cut", "bad_gateway"}

    @property
    def chat_id(self) -> int | str | None:
        """The chat it was about, if it named one."""
        value: int | str | None = self.params.get("chat_id")
        return value

    @property
    def text(self) -> str:
        """The text or caption that was sent, markup and all."""
        return str(self.params.get("text") or self.params.get("caption") or "")


class Journal:
    """Calls in order. `keep` bounds the memory of long load tests; None keeps all."""

    def __init__(self, keep: int | None = None) -> None:
        self._calls: deque[Call] = deque(maxlen=keep)
        self.total = 0
        self.active = 0  # calls that do something: all but getUpdates
        self.last_action = 0
        self._listeners: list[Callable[[Call], None]] = []
        self._waiting: set[asyncio.Future[None]] = set()

    def record(self, call: Call) -> None:
        """Add a call, and tell everybody who listens or waits."""
        self._calls.append(call)
        self.total += 1
        self.active += call.method != "getUpdates"
        for listener in list(self._listeners):
            listener(call)
        self.pulse()

    def pulse(self) -> None:
        """Let everybody who waits look again."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    def mark_action(self) -> None:
        """A person did something: calls from here on may be the answer to it."""
        self.last_action = self.total

    def since(self, index: int) -> Iterable[Call]:
        """The calls from that index on that are still kept."""
        first = self.total - len(self._calls)
        for position in range(max(0, index - first), len(self._calls)):
            yield self._calls[position]

    def listen(self, listener: Callable[[Call], None]) -> Callable[[], None]:
        """Call `listener` after each call; the function returned ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    async def until(self, probe: Callable[[], T | None], seconds: float, what: str) -> T:
        """What `probe` finds, as soon as it finds something; looks after each call."""
        deadline = asyncio.get_running_loop().time() + seconds
        while (found := probe()) is None:
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0 or not await self._pulsed(left):
                raise TimeoutError(f"no {what} within {seconds} s; {self._recent()}")
        return found

    async def _pulsed(self, seconds: float) -> bool:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            done, _ = await asyncio.wait({future}, timeout=seconds)
            return bool(done)
        finally:
            self._waiting.discard(future)

    def _recent(self) -> str:
        names = [f"{c.method}{'' if c.ok else ' (failed)'}" for c in list(self._calls)[-5:]]
        return f"the last calls were: {', '.join(names) or 'none'}"

    async def watch(self, index: int) -> AsyncIterator[Call]:
        """Every call from that index on, as it happens; ends when the loop over it does."""
        while True:
            for call in list(self.since(index)):
                index = call.index + 1
                yield call
            while self.total <= index:
                await self._pulsed(3600)
