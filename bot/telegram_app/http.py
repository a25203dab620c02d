"""Requests to Telegram over aiohttp, which takes a fraction of what the library's own client does.

The errors are those of the library: ``TimedOut`` when an answer is late, ``NetworkError`` when the
connection fails. No address is ever in their messages, since addresses hold the token.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from urllib.request import getproxies

import httpx
from aiohttp import (
    ClientConnectionError,
    ClientError,
    ClientSession,
    ClientTimeout,
    DummyCookieJar,
    FormData,
    TCPConnector,
)
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

_CONNECT = 5.0
_WRITE, _UPLOAD = 5.0, 20.0
_FORM = "application/x-www-form-urlencoded"


class AiohttpRequest(BaseRequest):
    """At most ``connections`` at once; times are in seconds.

    ``read_timeout`` is for the answer, once it is Telegram's turn; ``pool_timeout`` for a
    connection to become free.
    """

    def __init__(
        self, connections: int, *, read_timeout: float = 5.0, pool_timeout: float = 1.0
    ) -> None:
        self._connections = connections
        self._read = read_timeout
        self._pool = pool_timeout
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer; long polling adds its own time to it."""
        return self._read

    async def initialize(self) -> None:
        """Open what the connections are kept in; again after :meth:`shutdown`."""
        if self._session is None:
            self._session = ClientSession(
                # The certificates that the library's own client trusts.
                connector=TCPConnector(limit=self._connections, ssl=httpx.create_ssl_context()),
                cookie_jar=DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                # Otherwise a file of passwords is looked for at each request.
                trust_env=bool(getproxies()),
            )

    async def shutdown(self) -> None:
        """Close all connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Carry out one request; gives the status and the body of the answer."""
        if self._session is None:
            raise RuntimeError("this request is not initialized")
        uploads = request_data is not None and request_data.contains_files
        timeout = _timeout(
            _given(pool_timeout, self._pool),
            _given(connect_timeout, _CONNECT),
            _given(write_timeout, _UPLOAD if uploads else _WRITE),
            _given(read_timeout, self._read),
        )
        try:
            async with self._session.request(
                method,
                URL(url, encoded=True),
                data=_body(request_data),
                headers=None if uploads or request_data is None else {"Content-Type": _FORM},
                timeout=timeout,
                allow_redirects=False,
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError as late:
            raise TimedOut from late
        except ClientError as trouble:
            raise NetworkError(_told(trouble)) from trouble


def _given(seconds: Any, otherwise: float) -> float | None:
    """What a call asks for, ``None`` being no limit, or what is usual."""
    return otherwise if seconds is BaseRequest.DEFAULT_NONE else seconds


def _timeout(
    pool: float | None, connect: float | None, write: float | None, read: float | None
) -> ClientTimeout:
    """The limits as aiohttp has them: it knows none for writing, so all together has one."""
    parts = (pool, connect, write, read)
    limits = [part for part in parts if part is not None]
    return ClientTimeout(
        total=sum(limits) if len(limits) == len(parts) else None,
        connect=None if pool is None or connect is None else pool + connect,
        sock_connect=connect,
        sock_read=read,
    )


def _body(data: RequestData | None) -> bytes | FormData | None:
    """A form, in parts where files go along."""
    if data is None:
        return None
    if not data.contains_files:
        return urlencode(data.json_parameters).encode()
    form = FormData(data.json_parameters, quote_fields=False)
    for part, (name, content, kind) in data.multipart_data.items():
        form.add_field(part, content, filename=name, content_type=kind)
    return form


def _told(trouble: ClientError) -> str:
    """What happened; only what went wrong on the way to a host is told without the address."""
    kind = type(trouble).__name__
    return f"{kind}: {trouble}" if isinstance(trouble, ClientConnectionError) else kind
