"""Door 2: the machine over HTTP on loopback, for any Bot API client in any process.

`/bot<token>/<method>` and `/file/bot<token>/<path>` are Telegram's; `/control/<action>` is the
people's side, see `bot.local.control`.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from bot.local.control import act
from bot.local.errors import BotApiError, ConnectionCut, Misuse
from bot.local.files import Upload
from bot.local.limits import UPLOAD_BYTES
from bot.local.machine import Machine, Reply

_FORMS = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})


def application(machine: Machine) -> web.Application:
    """The routes of one machine."""
    app = web.Application(client_max_size=UPLOAD_BYTES + 1024 * 1024)

    async def method(request: web.Request) -> web.StreamResponse:
        return await _method(machine, request)

    async def download(request: web.Request) -> web.StreamResponse:
        parts = request.match_info
        return _response(machine.download(parts["token"], parts["path"]))

    async def control(request: web.Request) -> web.StreamResponse:
        return await _control(machine, request)

    app.router.add_route("*", "/bot{token}/{name}", method)
    app.router.add_get("/file/bot{token}/{path:.+}", download)
    app.router.add_post("/control/{action}", control)
    return app


@asynccontextmanager
async def serve(machine: Machine, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Serve until the block ends; gives the base URL, without a slash at its end.

    A client's base_url is `f"{url}/bot"`, its base_file_url `f"{url}/file/bot"`.
    """
    # A client that hangs up must free its long poll, hence the cancellation.
    runner = web.AppRunner(
        application(machine),
        handler_cancellation=True,
        access_log=None,
        shutdown_timeout=0.1,
    )
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        bound = runner.addresses[0][1]
        yield f"http://{host}:{bound}"
    finally:
        await machine.close()
        await runner.cleanup()


async def _method(machine: Machine, request: web.Request) -> web.StreamResponse:
    try:
        params, files = await _read(request)
    except web.HTTPRequestEntityTooLarge:
        return _refusal(BotApiError(413, "Request Entity Too Large"))
    except ValueError:
        return _refusal(BotApiError(400, "Bad Request: can't parse JSON object"))
    parts = request.match_info
    try:
        reply = await machine.respond(parts["token"], parts["name"], params, files)
    except ConnectionCut:
        if request.transport:
            request.transport.abort()
        return web.Response()
    return _response(reply)


async def _read(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Parameters from the query string and the body, whichever form it has."""
    params: dict[str, Any] = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json" and request.can_read_body:
        body = await request.json()
        if not isinstance(body, dict):
            raise ValueError("not an object")
        params |= body
    elif request.content_type in _FORMS:
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[name] = Upload(value.filename, value.file.read(), value.content_type)
            else:
                params[name] = value if isinstance(value, str) else bytes(value).decode()
    return params, files


def _refusal(error: BotApiError) -> web.Response:
    return web.json_response(error.body(), status=error.code)


def _response(reply: Reply) -> web.Response:
    headers = {"Content-Type": reply.content_type}
    if reply.status == 429:
        parameters = json.loads(reply.body).get("parameters", {})
        headers["Retry-After"] = str(parameters.get("retry_after", 1))
    return web.Response(status=reply.status, body=reply.body, headers=headers)


async def _control(machine: Machine, request: web.Request) -> web.StreamResponse:
    """One action of the people's side; 400 for misuse, 504 for waiting in vain."""
    body = await request.json() if request.can_read_body else {}
    try:
        result = await act(machine, request.match_info["action"], body)
    except TimeoutError as error:
        return web.json_response({"ok": False, "error": str(error)}, status=504)
    except (Misuse, BotApiError, LookupError) as error:
        return web.json_response({"ok": False, "error": str(error)}, status=400)
    return web.json_response({"ok": True, "result": result})
