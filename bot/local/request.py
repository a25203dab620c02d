"""Door 1: python-telegram-bot talks to the machine in the same process, without a network."""

from __future__ import annotations

import asyncio
import re
from typing import Any
from urllib.parse import unquote

from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.local.errors import ConnectionCut
from bot.local.files import Upload
from bot.local.machine import Machine

_METHOD = re.compile(r".*/bot(?P<token>[^/]*)/(?P<name>\w+)")
_FILE = re.compile(r".*/file/bot(?P<token>[^/]*)/(?P<path>.+)")


class LocalRequest(BaseRequest):
    """Give one to `ApplicationBuilder.request` and one to `.get_updates_request`."""

    def __init__(self, machine: Machine, *, read_timeout: float | None = 5.0) -> None:
        self._machine = machine
        self._read_timeout = read_timeout

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer; long polling adds its own time to it."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close: the machine belongs to whoever made it."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Carry out one request; raises TimedOut and NetworkError as a network would."""
        download = _FILE.fullmatch(url) if method == "GET" else None
        if download:
            # The library quotes the whole path, the colon of the token included.
            token, path = (unquote(part) for part in download.groups())
            reply = self._machine.download(token, path)
            return reply.status, reply.body
        parts = _METHOD.fullmatch(url)
        if parts is None:
            raise NetworkError("no such address")
        wait = self._read_timeout if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        params = request_data.json_parameters if request_data else {}
        answer = self._machine.respond(
            parts["token"], parts["name"], params, _uploads(request_data)
        )
        try:
            reply = await asyncio.wait_for(answer, wait)
        except TimeoutError:
            raise TimedOut from None
        except ConnectionCut:
            raise NetworkError("connection cut") from None
        return reply.status, reply.body


def _uploads(request_data: RequestData | None) -> dict[str, Upload]:
    """The files of a multipart request, by part name."""
    if request_data is None or not request_data.contains_files:
        return {}
    uploads = {}
    for part, (name, content, mime) in request_data.multipart_data.items():
        body = content if isinstance(content, bytes) else content.read()
        uploads[part] = Upload(name, body, mime)
    return uploads
