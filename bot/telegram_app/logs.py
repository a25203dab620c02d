"""Logs without secrets: nothing that looks like a bot's token gets into a record."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable
from types import TracebackType

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# Also as it stands in the addresses of requests, where the colon may be escaped.
_TOKEN = re.compile(r"\d{3,}(?::|%3A)[\w-]{30,}", re.IGNORECASE | re.ASCII)
_MASK = "[token]"

# What they say below these levels is not for a log: httpx and httpcore name the address of each
# request, which holds the token, telegram what people write, and aiosqlite what is remembered.
_LEAST = {
    "httpx": logging.WARNING,
    "httpcore": logging.WARNING,
    "telegram": logging.INFO,
    "aiosqlite": logging.INFO,
}

Redact = Callable[[str], str]


def redactor(secret: str | None = None) -> Redact:
    """A function that masks this secret, and whatever has the shape of a token."""

    def redact(text: str) -> str:
        text = _TOKEN.sub(_MASK, text)
        return text.replace(secret, _MASK) if secret else text

    return redact


class Redacting(logging.Filter):
    """Writes each record out in full, traceback included, and masks the secrets in it."""

    def __init__(self, redact: Redact) -> None:
        super().__init__()
        self._redact = redact
        self._formatter = logging.Formatter()

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, changed in place."""
        record.msg = self._redact(record.getMessage())
        record.args = None
        if record.exc_info:
            # A formatter writes this text in place of the traceback that it would make itself.
            record.exc_text = self._redact(self._formatter.formatException(record.exc_info))
        if record.stack_info:
            record.stack_info = self._redact(record.stack_info)
        return True


def install_logging(level: str, secret: str | None = None) -> None:
    """Log to stderr from ``level`` up, with the filter on every handler there is."""
    logging.basicConfig(level=level, format=_FORMAT, stream=sys.stderr)
    redacting = Redacting(redactor(secret))
    for handler in logging.getLogger().handlers:
        handler.addFilter(redacting)
    for name, least in _LEAST.items():
        logging.getLogger(name).setLevel(least)
    logging.captureWarnings(capture=True)
    sys.excepthook = _log_uncaught


def _log_uncaught(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Uncaught errors go the way of the log too, else their traceback is printed as it is."""
    logging.getLogger("bot").critical("Altyn stopped", exc_info=(kind, error, trace))
