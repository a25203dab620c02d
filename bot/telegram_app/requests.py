"""How the bot reaches Telegram over HTTP."""

from __future__ import annotations

import logging
from typing import Any

from telegram import Update
from telegram.request import BaseRequest

from bot.telegram_app.http import AiohttpRequest

log = logging.getLogger(__name__)


class UpdatesRequest(AiohttpRequest):
    """Fetches updates; one that cannot be understood does not hold up those behind it.

    The library fails for the whole batch, and fails again for ever, since the batch is never
    acknowledged. Here such an update is emptied but for its number.
    """

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Parse an answer of Telegram's, and check each update in it."""
        answer = BaseRequest.parse_json_payload(payload)
        updates = answer.get("result")
        if isinstance(updates, list):
            answer["result"] = [_sound(update) for update in updates]
        return answer


def _sound(raw: dict[str, Any]) -> dict[str, Any]:
    try:
        Update.de_json(dict(raw), None)
    except Exception:
        log.exception("Update %s cannot be understood and is passed over", raw.get("update_id"))
        return {"update_id": raw["update_id"]}
    return raw


def for_sending() -> BaseRequest:
    """The request for everything but updates."""
    return AiohttpRequest(128, read_timeout=15, pool_timeout=10)


def for_updates() -> BaseRequest:
    """The request for updates. A second connection, for the first may hang unnoticed."""
    return UpdatesRequest(2, read_timeout=10)
