"""Misbehaviour on request: what Telegram and the network do on a bad day."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass
from typing import Literal, get_args

from bot.local.errors import (
    BadGateway,
    BotApiError,
    ConnectionCut,
    Misuse,
    forbidden,
    too_many_requests,
)

FaultKind = Literal[
    "flood",  # 429 with retry_after
    "server_error",  # 500
    "bad_gateway",  # 502 with a web page for a body
    "cut",  # the connection breaks before the call is carried out
    "lost",  # the call is carried out, but the answer never arrives
    "slow",  # the call is carried out, and answered after `delay` seconds
    "blocked",  # 403, as if the person had just blocked the bot
    "error",  # any other refusal: `code` and `description`
]


@dataclass(slots=True)
class Fault:
    """A rule: which calls go wrong, how, and how often.

    `method` and `chat_id` narrow it down; the first `skip` matching calls go well, then `times`
    fail (None: all of them), each with probability `chance`.
    """

    kind: FaultKind
    method: str | None = None
    chat_id: int | None = None
    times: int | None = 1
    skip: int = 0
    chance: float = 1.0
    retry_after: int = 1
    delay: float = 0.0
    code: int = 400
    description: str = "Bad Request: refused on request"
    hits: int = 0

    def __post_init__(self) -> None:
        if self.kind not in get_args(FaultKind):
            raise Misuse(f"unknown fault {self.kind!r}; known: {', '.join(get_args(FaultKind))}")

    @property
    def carries_out(self) -> bool:
        """Whether Telegram does what was asked, and only the answer suffers."""
        return self.kind in {"lost", "slow"}

    async def strike(self) -> None:
        """Raise what the caller is to see; a slow answer only waits."""
        if self.kind == "slow":
            await asyncio.sleep(self.delay)
            return
        raise self._error()

    def _error(self) -> Exception:
        if self.kind == "flood":
            return too_many_requests(self.retry_after)
        if self.kind == "server_error":
            return BotApiError(500, "Internal Server Error")
        if self.kind == "bad_gateway":
            return BadGateway()
        if self.kind == "blocked":
            return forbidden("bot was blocked by the user")
        if self.kind == "error":
            return BotApiError(self.code, self.description)
        return ConnectionCut()


class FaultPlan:
    """The rules in force. Random ones are repeatable: same seed, same calls, same faults."""

    def __init__(self) -> None:
        self.rules: list[Fault] = []
        self.seed(0)

    def seed(self, seed: int) -> None:
        """Begin another series of random faults."""
        self._random = random.Random(seed)  # noqa: S311 - it has to be repeatable, not secret

    def add(self, fault: Fault) -> Fault:
        """Put a rule in force; its `hits` tell how often it struck."""
        self.rules.append(fault)
        return fault

    def clear(self) -> None:
        """Drop all rules."""
        self.rules.clear()

    def take(self, method: str, chat_id: object) -> Fault | None:
        """The rule that strikes this call, counted; the oldest one wins."""
        for fault in self.rules:
            if fault.method and fault.method.lower() != method.lower():
                continue
            if fault.chat_id is not None and str(fault.chat_id) != str(chat_id):
                continue
            if self._strikes(fault):
                return fault
        return None

    def _strikes(self, fault: Fault) -> bool:
        if fault.times is not None and fault.hits >= fault.times:
            return False
        if fault.skip > 0:
            fault.skip -= 1
            return False
        if fault.chance < 1.0 and self._random.random() >= fault.chance:
            return False
        fault.hits += 1
        return True
