"""What goes wrong, as types: Telegram's refusals, broken networks, impossible users."""

from __future__ import annotations

from typing import Any


class BotApiError(Exception):
    """A refusal by the Bot API: an HTTP-like code, Telegram's words, response parameters."""

    def __init__(
        self, code: int, description: str, parameters: dict[str, Any] | None = None
    ) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = parameters or {}

    def body(self) -> dict[str, Any]:
        """The JSON body that Telegram would send with this error."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.parameters:
            body["parameters"] = self.parameters
        return body


class ConnectionCut(Exception):
    """The connection broke: the caller gets no answer at all."""


class BadGateway(Exception):
    """A proxy in front of Telegram answered 502 with a web page instead of JSON."""


class Misuse(ValueError):
    """A person was asked to do what a Telegram app would not let a person do."""


def bad_request(reason: str, parameters: dict[str, Any] | None = None) -> BotApiError:
    """A 400 with Telegram's prefix; `reason` is the rest of the description."""
    return BotApiError(400, f"Bad Request: {reason}", parameters)


def forbidden(reason: str) -> BotApiError:
    """A 403 with Telegram's prefix."""
    return BotApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> BotApiError:
    """A 409 with Telegram's prefix."""
    return BotApiError(409, f"Conflict: {reason}")


def too_many_requests(retry_after: int) -> BotApiError:
    """A 429 that tells how many seconds to wait."""
    return BotApiError(
        429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after}
    )
