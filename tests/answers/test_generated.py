"""Whatever is written, the bot answers, and with nothing that Telegram refuses.

``ALTYN_GENERATED`` sets how many messages are made; ``make fuzz`` makes a hundred thousand.
"""

from __future__ import annotations

import asyncio
import logging
import os
from itertools import islice

import pytest

from bot.answers.engine import Engine
from bot.answers.evaluate import read_cases
from bot.local.entities import plain_text, utf16_length
from bot.local.limits import MESSAGE_TEXT
from bot.local.machine import Machine
from bot.local.request import LocalRequest
from bot.settings import PROJECT
from bot.telegram_app.application import ALLOWED_UPDATES, build, process
from bot.telegram_app.desk import Desk
from tests.generated import messages

MANY = int(os.environ.get("ALTYN_GENERATED", "2000"))
SEED = os.environ.get("ALTYN_SEED", "altyn")
_AT_ONCE = 50
_PARTS = 4
"""The messages are made in so many parts, so that workers share them."""


def questions() -> list[str]:
    files = sorted((PROJECT / "tests" / "questions").glob("*.jsonl"))
    return [turn for file in files for case in read_cases(file)[::7] for turn in case["turns"]]


def sendable(text: str) -> bool:
    """Whether Telegram's apps let it be sent."""
    return 1 <= utf16_length(plain_text(text).text) <= MESSAGE_TEXT


@pytest.mark.parametrize("part", range(_PARTS))
async def test_every_message_is_answered_with_what_telegram_takes(
    engine: Engine, part: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    every = messages(engine, questions(), f"{SEED} {part}")
    made = islice((text for text in every if sendable(text)), MANY // _PARTS)
    async with Machine(keep_calls=10 * _AT_ONCE) as machine:
        request = LocalRequest(machine)
        application = build(
            Desk(engine), machine.token, request=request, get_updates_request=request
        )
        async with application:
            offset, last = None, -1
            while texts := list(islice(made, _AT_ONCE)):
                for number, text in enumerate(texts):
                    language = ("en", "ru", "kk", "")[number % 4]
                    person = machine.user(1000 + number, "Ada", language_code=language)
                    chat = machine.private_chat(person, started=True)
                    machine.send_text(chat, person, text)
                updates = await application.bot.get_updates(
                    offset=offset, timeout=0, allowed_updates=ALLOWED_UPDATES
                )
                await asyncio.gather(*(process(application, update) for update in updates))
                offset = updates[-1].update_id + 1
                sent = [c for c in machine.calls("sendMessage") if c.index > last]
                last = sent[-1].index
                assert all(call.ok for call in sent), [c.text for c in sent if not c.ok]
                assert len({call.chat_id for call in sent}) == len(texts)
    assert not caplog.records, [record.getMessage() for record in caplog.records]
