"""The methods of the Bot API that this machine knows, by name in lower case."""

from __future__ import annotations

from bot.local.methods import answering, chats, editing, polls, profile, sending, updates
from bot.local.methods.method import Method

__all__ = ["METHODS", "Method"]

# Telegram takes method names in any case.
METHODS: dict[str, Method] = {
    known.name.lower(): known
    for module in (updates, sending, polls, editing, answering, profile, chats)
    for known in module.METHODS
}
