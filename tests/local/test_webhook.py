from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from telegram import Update
from telegram.ext import ApplicationBuilder

from bot.local import Machine, User, WebhookPolicy
from bot.local.request import LocalRequest

from .echo import add_handlers
from .helpers import call

Answer = Callable[[dict[str, Any]], web.Response]


@pytest.fixture
async def machine() -> AsyncIterator[Machine]:
    policy = WebhookPolicy(first_delay=0.01, longest_delay=0.02, answer_within=0.5)
    async with Machine(webhook=policy) as machine:
        yield machine


@asynccontextmanager
async def listening(handler: Any) -> AsyncIterator[str]:
    """A web server that hands every delivery to `handler`; gives its address."""
    app = web.Application()
    app.router.add_post("/hook", handler)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    finally:
        await runner.cleanup()


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(3):
        while not condition():  # noqa: ASYNC110 - what is looked at sends no events
            await asyncio.sleep(0.005)


async def test_updates_are_posted_with_the_secret(machine: Machine, ada: User) -> None:
    seen: list[tuple[str, str, str]] = []

    async def hook(request: web.Request) -> web.Response:
        update = await request.json()
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        seen.append((request.headers["Content-Type"], secret, update["message"]["text"]))
        return web.Response()

    machine.say(ada, "before")
    async with listening(hook) as url:
        await call(machine, "setWebhook", url=url, secret_token="s3cret")
        machine.say(ada, "after")
        await until(lambda: len(seen) == 2)
        await until(lambda: not machine.world.queue.pending)
    assert seen == [
        ("application/json", "s3cret", "before"),
        ("application/json", "s3cret", "after"),
    ]
    info = await call(machine, "getWebhookInfo")
    assert (info["url"], info["pending_update_count"]) == (url, 0)


async def test_a_chat_stays_in_order_through_failures_and_others_go_on(
    machine: Machine, ada: User
) -> None:
    done: list[str] = []
    failures = 3

    async def hook(request: web.Request) -> web.Response:
        nonlocal failures
        text = (await request.json())["message"]["text"]
        if text == "a1" and failures:
            failures -= 1
            return web.Response(status=500)
        done.append(text)
        return web.Response()

    other = machine.user(8)
    async with listening(hook) as url:
        await call(machine, "setWebhook", url=url)
        for text in ("a1", "a2", "a3"):
            machine.say(ada, text)
        machine.say(other, "b1")
        await until(lambda: len(done) == 4)
    assert done[0] == "b1"
    assert done[1:] == ["a1", "a2", "a3"]
    info = await call(machine, "getWebhookInfo")
    assert info["last_error_message"].startswith("Wrong response from the webhook: 500")


async def test_a_webhook_that_is_away_gets_everything_later(machine: Machine, ada: User) -> None:
    await call(machine, "setWebhook", url="http://127.0.0.1:9/hook")
    machine.say(ada, "x")
    await until(lambda: bool(machine.world.webhook.last_error))
    assert (await call(machine, "getWebhookInfo"))["pending_update_count"] == 1
    await call(machine, "deleteWebhook")
    (update,) = await call(machine, "getUpdates")
    assert update["message"]["text"] == "x"


async def test_a_bot_may_answer_in_the_response(machine: Machine, ada: User) -> None:
    async def hook(request: web.Request) -> web.Response:
        return web.json_response({"method": "sendMessage", "chat_id": 7, "text": "at once"})

    async with listening(hook) as url:
        await call(machine, "setWebhook", url=url)
        machine.say(ada, "x")
        assert (await machine.next_message(7)).text == "at once"


async def test_deliveries_run_side_by_side_up_to_the_limit(machine: Machine) -> None:
    running = highest = 0

    async def hook(request: web.Request) -> web.Response:
        nonlocal running, highest
        running += 1
        highest = max(highest, running)
        await asyncio.sleep(0.01)
        running -= 1
        return web.Response()

    async with listening(hook) as url:
        await call(machine, "setWebhook", url=url, max_connections=3)
        for number in range(1, 13):
            machine.say(machine.user(number), "x")
        await until(lambda: not machine.world.queue.pending)
    assert highest == 3


async def test_a_bot_of_the_library_behind_a_webhook(machine: Machine, ada: User) -> None:
    app = ApplicationBuilder().token(machine.token).request(LocalRequest(machine)).updater(None)
    bot = app.build()
    add_handlers(bot)

    async def hook(request: web.Request) -> web.Response:
        await bot.update_queue.put(Update.de_json(await request.json(), bot.bot))
        return web.Response()

    async with listening(hook) as url, bot:
        await bot.start()
        await bot.bot.set_webhook(url, allowed_updates=Update.ALL_TYPES, secret_token="x")
        machine.start(ada)
        assert (await machine.next_message(7)).text == "Hello"
        await bot.stop()
