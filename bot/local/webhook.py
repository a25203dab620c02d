"""Posts updates to the bot's webhook: in order within a chat, side by side between chats."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass

import aiohttp

from bot.local.state import Json
from bot.local.world import World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a name


@dataclass(frozen=True, slots=True)
class WebhookPolicy:
    """How failed deliveries are repeated, in seconds. Telegram begins with about a second."""

    first_delay: float = 0.05
    factor: float = 2.0
    longest_delay: float = 5.0
    answer_within: float = 30.0


class WebhookSender:
    """One lane per chat; a lane is a queue with a task that empties it."""

    def __init__(
        self,
        world: World,
        policy: WebhookPolicy,
        on_reply: Callable[[str, Json], Awaitable[object]],
    ) -> None:
        self._world = world
        self._policy = policy
        self._on_reply = on_reply
        self._lanes: dict[Hashable, deque[Json]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(1)
        self._session: aiohttp.ClientSession | None = None

    def restart(self) -> None:
        """Follow setWebhook and deleteWebhook; what was not delivered begins anew."""
        self._cancel()
        if not self._world.webhook.url:
            return
        self._slots = asyncio.Semaphore(self._world.webhook.max_connections)
        self._world.queue.on_push = self._add
        for update in list(self._world.queue.pending.values()):
            self._add(update)

    async def close(self) -> None:
        """Stop delivering; updates stay pending."""
        self._cancel()
        if self._session:
            await self._session.close()
            self._session = None

    def _cancel(self) -> None:
        self._world.queue.on_push = None
        for task in self._tasks:
            task.cancel()
        self._tasks.clear()
        self._lanes.clear()

    def _add(self, update: Json) -> None:
        key = lane_of(update)
        lane = self._lanes.get(key)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[key] = deque([update])
        task = asyncio.create_task(self._run(key))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, key: Hashable) -> None:
        lane = self._lanes[key]
        while lane:
            await self._deliver(lane[0])
            lane.popleft()
        del self._lanes[key]

    async def _deliver(self, update: Json) -> None:
        """Post one update until the bot takes it."""
        delay = self._policy.first_delay
        while update["update_id"] in self._world.queue.pending:
            async with self._slots:
                problem = await self._post(update)
            if not problem:
                self._world.queue.drop(update["update_id"])
                return
            self._world.webhook.last_error = problem
            self._world.webhook.last_error_date = self._world.now()
            await asyncio.sleep(delay)
            delay = min(delay * self._policy.factor, self._policy.longest_delay)

    async def _post(self, update: Json) -> str:
        """What went wrong, in Telegram's words; empty if nothing did."""
        state = self._world.webhook
        headers = {"Content-Type": "application/json"}
        if state.secret:
            headers[SECRET_HEADER] = state.secret
        self._session = self._session or aiohttp.ClientSession()
        timeout = aiohttp.ClientTimeout(total=self._policy.answer_within)
        try:
            async with self._session.post(
                state.url, data=json.dumps(update), headers=headers, timeout=timeout, ssl=False
            ) as response:
                body = await response.read()
        except TimeoutError:
            return "Read timeout expired"
        except aiohttp.ClientConnectorError:
            return "Connection refused"
        except aiohttp.ClientError:
            return "Connection reset by peer"
        if not 200 <= response.status < 300:
            return f"Wrong response from the webhook: {response.status} {response.reason}"
        await self._reply(body)
        return ""

    async def _reply(self, body: bytes) -> None:
        """Carry out the method that a bot may name in its answer to the delivery."""
        try:
            reply = json.loads(body) if body else None
        except ValueError:
            return
        if isinstance(reply, dict) and isinstance(reply.get("method"), str):
            await self._on_reply(reply.pop("method"), reply)


def lane_of(update: Json) -> Hashable:
    """What must stay in order with this update: its chat, or else its person."""
    payload = next(value for key, value in update.items() if key != "update_id")
    message = payload.get("message")
    chat = payload.get("chat") or (message or {}).get("chat")
    if chat:
        return "chat", chat["id"]
    person = payload.get("from") or payload.get("user") or {}
    return "user", person.get("id", update["update_id"])
