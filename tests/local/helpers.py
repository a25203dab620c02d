"""Small things that several tests of the local Bot API need."""

from __future__ import annotations

import json
import struct
import zlib
from typing import Any

import pytest

from bot.local import BotApiError, Machine
from bot.local.files import Upload


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\0" * width) * height)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def picture(width: int = 640, height: int = 480) -> Upload:
    return Upload("card.png", png(width, height), "image/png")


async def call(machine: Machine, method: str, /, *, files: Any = None, **params: Any) -> Any:
    """A call as a form would carry it: everything that is no text as JSON text."""
    form = {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in params.items()
    }
    return await machine.call(machine.token, method, form, files)


async def refusal(machine: Machine, method: str, /, **params: Any) -> str:
    """The code and the words with which a call is refused."""
    with pytest.raises(BotApiError) as caught:
        await call(machine, method, **params)
    return f"{caught.value.code} {caught.value.description}"


def keyboard(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def callback(text: str, data: str) -> dict[str, Any]:
    return {"text": text, "callback_data": data}
