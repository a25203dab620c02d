"""A strict local Bot API: what Telegram would do, without Telegram.

    machine = Machine()
    ada = machine.user(7, "Ada", language_code="en")
    machine.start(ada)

One state machine, two doors: `bot.local.request.LocalRequest` in the same process, and
`bot.local.server.serve` over HTTP on loopback.
"""

from __future__ import annotations

from bot.local.errors import BotApiError, Misuse
from bot.local.faults import Fault
from bot.local.flood import FloodLimits
from bot.local.journal import Call
from bot.local.machine import LOCAL_TOKEN, Machine
from bot.local.queries import Query
from bot.local.seen import Button, Seen
from bot.local.state import Chat, Message, User
from bot.local.webhook import WebhookPolicy

__all__ = [
    "LOCAL_TOKEN",
    "BotApiError",
    "Button",
    "Call",
    "Chat",
    "Fault",
    "FloodLimits",
    "Machine",
    "Message",
    "Misuse",
    "Query",
    "Seen",
    "User",
    "WebhookPolicy",
]
