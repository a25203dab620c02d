from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.local import BotApiError, Chat, Machine, User

from .helpers import call, refusal


async def ids(machine: Machine, **params: Any) -> list[int]:
    return [u["update_id"] for u in await call(machine, "getUpdates", **params)]


async def test_updates_come_again_until_they_are_acknowledged(machine: Machine, ada: User) -> None:
    for text in "abc":
        machine.say(ada, text)
    assert await ids(machine) == [1, 2, 3]
    assert await ids(machine, limit=2) == [1, 2]
    assert await ids(machine, offset=3) == [3]
    assert await ids(machine) == [3]
    assert await ids(machine, offset=4) == []
    assert await ids(machine) == []


async def test_a_negative_offset_keeps_the_last(machine: Machine, ada: User) -> None:
    for text in "abc":
        machine.say(ada, text)
    assert await ids(machine, offset=-1) == [3]
    assert await ids(machine) == [3]


async def test_long_polling_ends_with_the_first_update(machine: Machine, ada: User) -> None:
    poll = asyncio.ensure_future(ids(machine, timeout=30))
    await asyncio.sleep(0)
    machine.say(ada, "x")
    assert await asyncio.wait_for(poll, 1) == [1]
    assert await ids(machine, offset=2, timeout=0) == []


async def test_a_second_poller_cuts_off_the_first(machine: Machine, ada: User) -> None:
    first = asyncio.ensure_future(call(machine, "getUpdates", timeout=30))
    await asyncio.sleep(0)
    second = asyncio.ensure_future(ids(machine, timeout=30))
    with pytest.raises(BotApiError) as caught:
        await first
    assert caught.value.code == 409
    assert caught.value.description == (
        "Conflict: terminated by other getUpdates request;"
        " make sure that only one bot instance is running"
    )
    machine.say(ada, "x")
    assert await second == [1]


async def test_polling_is_refused_while_a_webhook_is_set(machine: Machine) -> None:
    poll = asyncio.ensure_future(call(machine, "getUpdates", timeout=30))
    await asyncio.sleep(0)
    await call(machine, "setWebhook", url="https://x.kz/hook")
    with pytest.raises(BotApiError, match="terminated by setWebhook request"):
        await poll
    assert await refusal(machine, "getUpdates") == (
        "409 Conflict: can't use getUpdates method while webhook is active;"
        " use deleteWebhook to delete the webhook first"
    )
    await call(machine, "deleteWebhook")
    assert await ids(machine) == []


async def test_allowed_updates_are_remembered(machine: Machine, ada: User, chat: Chat) -> None:
    await ids(machine, allowed_updates=["callback_query"])
    machine.say(ada, "lost")
    await ids(machine)
    machine.say(ada, "lost as well")
    await ids(machine, allowed_updates=[])
    machine.say(ada, "heard")
    (update,) = await call(machine, "getUpdates")
    assert update["message"]["text"] == "heard"


async def test_pending_updates_can_be_dropped(machine: Machine, ada: User) -> None:
    machine.say(ada, "x")
    await call(machine, "deleteWebhook", drop_pending_updates=True)
    assert await ids(machine) == []


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"url": "http://x.kz/"}, "An HTTPS URL must be provided"),
        ({"url": "https://x.kz:444/"}, "only on ports 80, 88, 443 or 8443"),
        ({"url": "https://x.kz/", "secret_token": "a b"}, "unallowed characters"),
        ({"url": "https://x.kz/", "secret_token": "a" * 257}, "too long"),
    ],
)
async def test_webhooks_that_are_refused(
    machine: Machine, params: dict[str, str], words: str
) -> None:
    assert words in await refusal(machine, "setWebhook", **params)


async def test_token_and_method_are_checked(machine: Machine) -> None:
    with pytest.raises(BotApiError, match="401 Unauthorized"):
        await machine.call("1:wrong", "getMe")
    assert await refusal(machine, "flyToMoon") == "404 Not Found"
    assert await call(machine, "GETME") == await call(machine, "getMe")
