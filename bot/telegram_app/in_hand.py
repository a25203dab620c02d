"""The updates in hand, and how far they may be acknowledged.

Telegram is told one number, and counts everything before it as received. So an update that takes
its time holds back those behind it, though they are handled meanwhile.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from telegram import Update

PATIENCE = 2.0
"""Seconds that an update may hold back the acknowledgement of those behind it."""

Work = Callable[[Update], asyncio.Task[None]]


@dataclass(frozen=True, slots=True)
class _Held:
    task: asyncio.Task[None]
    since: float
    waits: bool


class InHand:
    """Updates that are fetched and not yet acknowledged."""

    def __init__(
        self, patience: float = PATIENCE, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._patience = patience
        self._clock = clock
        self._held: dict[int, _Held] = {}
        self.offset: int | None = None
        """The number of the first update to be fetched; those before it are acknowledged."""

    def begin(self, updates: Iterable[Update], work: Work) -> list[asyncio.Task[None]]:
        """Begin to work on those that are new: what is not acknowledged comes again."""
        begun = []
        for update in updates:
            if update.update_id not in self._held:
                # What somebody types is of no use to anybody after a restart: the next letter is
                # on its way. So it is never waited for.
                held = _Held(work(update), self._clock(), update.inline_query is None)
                self._held[update.update_id] = held
                begun.append(held.task)
        return begun

    def unsettled(self) -> set[asyncio.Task[None]]:
        """What there is to wait for before everything in hand may be acknowledged."""
        return {held.task for held in self._held.values() if self._holds_back(held)}

    def acknowledge(self) -> None:
        """Move the offset up to the first update that is still to be waited for."""
        for number in sorted(self._held):
            if self._holds_back(self._held[number]):
                self.offset = number
                return
            self.offset = number + 1
            del self._held[number]

    def _holds_back(self, held: _Held) -> bool:
        late = self._clock() - held.since >= self._patience
        return held.waits and not held.task.done() and not late
