"""The people's side for tests in another process: actions by name, JSON in, JSON out.

An action is a method of the machine with its arguments as a JSON object; chats, users and
messages are given by number. What comes back is turned into JSON by its type.
"""

from __future__ import annotations

import base64
import inspect
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from bot.local.errors import Misuse
from bot.local.faults import Fault
from bot.local.journal import Call
from bot.local.machine import Machine
from bot.local.people.host import chat_of, message_of
from bot.local.people.tapping import InlineAnswer
from bot.local.queries import Query
from bot.local.render import chat_json, message_json, user_json
from bot.local.seen import Seen
from bot.local.state import Chat, Json, Message, User

_PLAIN = frozenset(
    {
        "user",
        "private_chat",
        "group",
        "topic",
        "block",
        "unblock",
        "add_bot",
        "remove_bot",
        "mute_bot",
        "join",
        "leave",
        "migrate",
        "say",
        "start",
        "send_text",
        "send_sticker",
        "send_voice",
        "send_location",
        "edit_text",
        "delete",
        "press",
        "inline",
        "guest_message",
        "vote",
        "react",
        "transcript",
        "next_message",
        "idle",
        "fault",
    }
)


async def act(machine: Machine, action: str, body: Json) -> Any:
    """Carry out an action and give its result as JSON; raises Misuse for what can't be done."""
    if action in _PLAIN:
        run = getattr(machine, action)
    elif action in _SPECIAL:
        run = _SPECIAL[action]
        body = {"machine": machine, **body}
    else:
        raise Misuse(
            f"unknown action {action!r}; known: {', '.join(sorted(_PLAIN | set(_SPECIAL)))}"
        )
    try:
        inspect.signature(run).bind(**body)
    except TypeError as error:
        raise Misuse(f"{action}: {error}") from None
    result = run(**body)
    return to_json(await result if inspect.isawaitable(result) else result)


def to_json(value: Any) -> Any:
    """Any result of the machine as JSON."""
    if isinstance(value, list | tuple):
        return [to_json(item) for item in value]
    for kind, write in _WRITERS.items():
        if isinstance(value, kind):
            return write(value)
    return value


def _seen_json(value: Seen) -> Json:
    body = {name: getattr(value, name) for name in Seen.__slots__ if name != "sender"}
    body["sender"] = user_json(value.sender)
    body["buttons"] = [[asdict(button) for button in row] for row in value.buttons]
    return body


def _call_json(value: Call) -> Json:
    body = {name: getattr(value, name) for name in Call.__slots__}
    return {**body, "ok": value.ok, "error": value.error.body() if value.error else None}


def _query_json(value: Query) -> Json:
    return {"query_id": value.id, "kind": value.kind, "answered": value.answer is not None}


def _inline_json(value: InlineAnswer) -> Json:
    body = {name: getattr(value, name) for name in InlineAnswer.__slots__ if name != "query"}
    return {**body, "query_id": value.query.id}


_WRITERS: dict[type, Callable[[Any], Any]] = {
    Message: message_json,
    Chat: chat_json,
    User: user_json,
    Seen: _seen_json,
    Call: _call_json,
    Query: _query_json,
    InlineAnswer: _inline_json,
    Fault: asdict,
}


def _send_photo(machine: Machine, chat: int, user: int, picture: str, **rest: Any) -> Message:
    """Send a photo given in base64."""
    return machine.send_photo(chat, user, base64.b64decode(picture), **rest)


def _forward(machine: Machine, chat: int, user: int, from_chat: int, message: int) -> Message:
    original = message_of(chat_of(machine, from_chat), message)
    return machine.forward(chat, user, original)


def _query(machine: Machine, query_id: str) -> Query:
    found = machine.world.queries.get(query_id)
    if found is None:
        raise Misuse(f"there is no query {query_id}")
    return found


async def _answer_to(machine: Machine, query_id: str, timeout: float = 5.0) -> Json:  # noqa: ASYNC109
    given = await machine.answer_to(_query(machine, query_id), timeout=timeout)
    return {name: value for name, value in given.items() if name != "outcomes"}


def _choose(machine: Machine, chat: int, query_id: str, result_id: str) -> Message:
    answer = InlineAnswer(_query(machine, query_id), (), "", None, 0, False)
    return machine.choose(chat, answer, result_id)


def _calls(machine: Machine, method: str | None = None, since: int = 0) -> list[Call]:
    return [call for call in machine.calls(method) if call.index >= since]


async def _wait_for(
    machine: Machine,
    method: str,
    chat_id: int | None = None,
    since: int | None = None,
    timeout: float = 5.0,  # noqa: ASYNC109 - the word of the protocol
) -> Call:
    def fits(call: Call) -> bool:
        here = chat_id is None or str(call.chat_id) == str(chat_id)
        return call.method == method and here

    return await machine.wait_for(fits, timeout=timeout, since=since)


def _state(machine: Machine) -> Json:
    queue = machine.world.queue
    return {
        "pending_updates": len(queue.pending),
        "pushed_updates": queue.pushed,
        "calls": machine.journal.total,
        "allowed_updates": sorted(queue.allowed or ()),
        "webhook_url": machine.world.webhook.url,
    }


def _clear_faults(machine: Machine) -> None:
    machine.faults.clear()


_SPECIAL: dict[str, Callable[..., Any]] = {
    "send_photo": _send_photo,
    "forward": _forward,
    "answer_to": _answer_to,
    "choose": _choose,
    "calls": _calls,
    "wait_for": _wait_for,
    "state": _state,
    "clear_faults": _clear_faults,
}
