"""The strict local Bot API: one state machine behind two doors.

The bot's door is `call` (and `respond`, which the in-process request and the HTTP server share);
the people's door are the methods taken from `bot.local.people`. Everything runs in one event
loop; what people do takes effect at once, and what the bot does about it can be awaited.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from bot.local.errors import BadGateway, BotApiError, ConnectionCut
from bot.local.faults import Fault, FaultKind, FaultPlan
from bot.local.files import Upload
from bot.local.flood import FloodGuard, FloodLimits
from bot.local.journal import Call, Journal
from bot.local.methods import METHODS, Method
from bot.local.params import Args, read_args
from bot.local.people import places, tapping, writing
from bot.local.people.host import chat_of
from bot.local.seen import Seen, seen, transcript
from bot.local.state import Chat, Json, Message, User
from bot.local.webhook import WebhookPolicy, WebhookSender
from bot.local.world import World

# Shaped like a real token, so that checks and redaction treat it as one.
LOCAL_TOKEN = "424242:LOCALxNOTxAxREALxTOKENx0123456789ab"  # noqa: S105 - opens nothing


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer, whichever door it goes through."""

    status: int
    body: bytes
    content_type: str = "application/json"


class Machine:
    """Telegram, as far as one bot can tell.

    `privacy` is BotFather's privacy mode for groups; `flood` turns flood control on; `clock`
    gives seconds since 1970 (tests may move it); `keep_calls` bounds the log of calls.
    """

    def __init__(
        self,
        *,
        token: str = LOCAL_TOKEN,
        username: str = "altyn_local_bot",
        privacy: bool = True,
        clock: Callable[[], float] = time.time,
        flood: FloodLimits | None = None,
        webhook: WebhookPolicy | None = None,
        keep_calls: int | None = None,
    ) -> None:
        self.token = token
        bot = User(int(token.partition(":")[0]), "Altyn", username=username, is_bot=True)
        self.world = World(bot=bot, clock=clock, privacy=privacy)
        self.world.book.users[bot.id] = bot
        self.journal = Journal(keep_calls)
        self.faults = FaultPlan()
        self._flood = FloodGuard(flood) if flood else None
        self._sender = WebhookSender(self.world, webhook or WebhookPolicy(), self._webhook_reply)
        self.world.on_webhook = self._sender.restart
        self.world.on_action = self.journal.mark_action

    async def __aenter__(self) -> Machine:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Stop posting to webhooks; needed only if one was set."""
        await self._sender.close()

    # What people do. See bot/local/people for each.
    user = places.user
    private_chat = places.private_chat
    group = places.group
    topic = places.topic
    block = places.block
    unblock = places.unblock
    add_bot = places.add_bot
    remove_bot = places.remove_bot
    mute_bot = places.mute_bot
    join = places.join
    leave = places.leave
    migrate = places.migrate
    say = writing.say
    start = writing.start
    send_text = writing.send_text
    send_photo = writing.send_photo
    send_sticker = writing.send_sticker
    send_voice = writing.send_voice
    send_location = writing.send_location
    edit_text = writing.edit_text
    delete = writing.delete
    forward = writing.forward
    press = tapping.press
    answer_to = tapping.answer_to
    inline = tapping.inline
    choose = tapping.choose
    guest_message = tapping.guest_message
    vote = tapping.vote
    react = tapping.react

    @property
    def bot(self) -> User:
        """The bot itself."""
        return self.world.bot

    def transcript(self, chat: Chat | int) -> list[Seen]:
        """The messages of a chat as they stand now, oldest first."""
        return transcript(chat_of(self, chat))

    def menu(self, chat: Chat | int, user: User) -> list[tuple[str, str]]:
        """The commands that the person's app offers in a chat, with their descriptions."""
        place = chat_of(self, chat)
        found = self.world.settings.commands_for(place, user, user.language_code[:2])
        return [(command["command"], command["description"]) for command in found]

    def calls(self, method: str | None = None) -> list[Call]:
        """The log: calls of one method, or all but the endless getUpdates."""
        if method is None:
            return [call for call in self.journal.since(0) if call.method != "getUpdates"]
        return [call for call in self.journal.since(0) if call.method == method]

    def on_call(self, listener: Callable[[Call], None]) -> Callable[[], None]:
        """Tell `listener` of every call after it was answered; returns what ends that."""
        return self.journal.listen(listener)

    def watch(self, since: int | None = None) -> AsyncIterator[Call]:
        """Calls as they happen, from index `since` on (default: from now on)."""
        return self.journal.watch(self.journal.total if since is None else since)

    def wait_for(
        self,
        predicate: Callable[[Call], bool],
        *,
        timeout: float = 5.0,
        since: int | None = None,
    ) -> Awaitable[Call]:
        """The first call that fits, from index `since` on.

        By default those count that came after the last thing a person did, so nothing is missed
        between doing and waiting. Raises TimeoutError.
        """
        cursor = self.journal.last_action if since is None else since

        def probe() -> Call | None:
            nonlocal cursor
            for call in self.journal.since(cursor):
                cursor = call.index + 1
                if predicate(call):
                    return call
            return None

        return self.journal.until(probe, timeout, "call that fits")

    def next_message(
        self, chat: Chat | int, *, after: Message | Seen | int | None = None, timeout: float = 5.0
    ) -> Awaitable[Seen]:
        """The bot's first message in a chat after another one (default: the last of a person)."""
        place = chat_of(self, chat)
        floor = after if isinstance(after, int) else after.message_id if after else None
        if floor is None:
            people = [m.message_id for m in place.messages.values() if m.sender is not self.bot]
            floor = max(people, default=0)

        def probe() -> Seen | None:
            for message in place.messages.values():
                if message.message_id > floor and message.sender is self.bot:
                    return seen(message)
            return None

        return self.journal.until(probe, timeout, f"message in chat {place.id}")

    async def idle(self, quiet: float = 0.05, within: float = 5.0) -> None:
        """Wait until the bot has taken every update and called nothing for `quiet` seconds."""
        deadline = time.monotonic() + within
        active, since = -1, time.monotonic()
        while self.world.queue.pending or time.monotonic() - since < quiet:
            if time.monotonic() > deadline:
                raise TimeoutError(f"the bot was not idle within {within} s")
            if self.journal.active != active:
                active, since = self.journal.active, time.monotonic()
            await asyncio.sleep(quiet / 10)

    def fault(self, kind: FaultKind, method: str | None = None, **rule: Any) -> Fault:
        """Make the next call fail; see bot.local.faults.Fault for `rule`."""
        return self.faults.add(Fault(kind, method, **rule))

    async def call(
        self,
        token: str,
        name: str,
        params: Mapping[str, Any] | None = None,
        files: Mapping[str, Upload] | None = None,
    ) -> Any:
        """Carry out a method and return its `result`; raises BotApiError like Telegram refuses."""
        if token != self.token:
            raise BotApiError(401, "Unauthorized")
        method = METHODS.get(name.lower())
        if method is None:
            raise BotApiError(404, "Not Found")
        params, files = params or {}, files or {}
        fault = self.faults.take(method.name, params.get("chat_id"))
        shown: Json = {**params, **{key: f"<{f.name}>" for key, f in files.items()}}
        result, error = None, None
        try:
            if fault and not fault.carries_out:
                await fault.strike()
            args = read_args(method.parameters, params, files)
            shown |= {k: v for k, v in args.values.items() if not isinstance(v, Upload)}
            result = await self._run(method, args)
            if fault:
                await fault.strike()
        except BotApiError as refusal:
            error = refusal
            raise
        finally:
            self._log(method.name, shown, result, error, fault)
        return result

    async def _run(self, method: Method, args: Args) -> Any:
        if self._flood:
            now = self.world.clock()
            self._flood.check(method.name, args.values.get("chat_id"), now)
        result = method.run(self.world, args)
        return await result if inspect.isawaitable(result) else result

    def _log(
        self,
        method: str,
        params: Json,
        result: Any,
        error: BotApiError | None,
        fault: Fault | None,
    ) -> None:
        kind = fault.kind if fault else ""
        now = self.world.clock()
        self.journal.record(Call(self.journal.total, now, method, params, result, error, kind))

    async def respond(
        self,
        token: str,
        name: str,
        params: Mapping[str, Any] | None = None,
        files: Mapping[str, Upload] | None = None,
    ) -> Reply:
        """Carry out a method and write the HTTP answer; raises only ConnectionCut."""
        try:
            result = await self.call(token, name, params, files)
        except BotApiError as refusal:
            return Reply(refusal.code, json.dumps(refusal.body()).encode())
        except BadGateway:
            page = b"<html><head><title>502 Bad Gateway</title></head></html>"
            return Reply(502, page, "text/html")
        return Reply(200, json.dumps({"ok": True, "result": result}).encode())

    def download(self, token: str, path: str) -> Reply:
        """A file by the `file_path` that getFile gave."""
        stored = self.world.files.at(path) if token == self.token else None
        if stored is None:
            refusal = BotApiError(404, "Not Found")
            return Reply(404, json.dumps(refusal.body()).encode())
        return Reply(200, stored.content, stored.mime)

    async def _webhook_reply(self, name: str, params: Json) -> None:
        """A method named in the answer to a delivery; nobody hears how it went."""
        try:
            await self.respond(self.token, name, params)
        except ConnectionCut:
            return
