"""Buttons that are forged, damaged, of another version or another's: a kind word, never a fault."""

from __future__ import annotations

import logging

import pytest

from bot.answers.codec import LIMIT
from tests.conversations.phone import Phone, labels

FORGED = (
    "", "0", "\x00", "🥇" * 16, "a" * LIMIT, "0q:aJ;Kgold", "2q:aJ;Kgold", "1z:aJ", "1q:", "1q:zz",
    "1q:sJ;Jnobody", "1q:sJ;J=aaaaaaaaaa", "1q:aJ;O99-99", "1q:aJ;Kplatinum", "1q:dZ", "1q:hJ;#NaN",
    "1q:aJ;#1e999999", "1q:aJ;Gx", "1b:", "1b:x", "1b:a~", "1b:a~ЪЪ", "1b:E=nosuch", "1b:C=XXX",
    "1b:m@999", "1b:g=paris@0", "1o:zzz", "1p:aJ;Kgold;@999999", "1w:", "1w:aJ;B", "1e:", "1e:²",
    "1l:xx", "1c:nonsense", "1q:aJ;Aparis-2024;B*;Kgold;@-8", "1q:aJ;A*;B*;C*;J*",
)  # fmt: skip


@pytest.mark.parametrize("data", [data for data in FORGED if data])
async def test_a_forged_button_gets_a_reply_and_stops_spinning(
    phone: Phone, data: str, caplog: pytest.LogCaptureFixture
) -> None:
    first = await phone.say("/gold")
    with caplog.at_level(logging.ERROR):
        query = phone.tap(first, data, stale=True)
        reply = await phone.last()

    assert query.answer is not None
    assert reply.text
    assert reply.text != phone.word("trouble")
    assert not caplog.records


@pytest.mark.parametrize("data", ["0q:aJ;Kgold", "9q:sJ;Jdavid-degtyarev", "1q:sJ;Jnobody", "1b:x"])
async def test_a_button_that_says_nothing_any_more_offers_examples(phone: Phone, data: str) -> None:
    first = await phone.say("/gold")
    phone.tap(first, data, stale=True)

    reply = await phone.last()

    assert reply.text == phone.word("expired")
    assert labels(reply) == [phone.word(f"example-{number}") for number in (1, 2, 3)]


async def test_a_button_of_an_old_message_works(phone: Phone) -> None:
    first = await phone.say("/gold")
    data = first.button(phone.word("button-why")).data
    for text in ("/silver", "/bronze", "/team"):
        await phone.say(text)

    phone.tap(99_999, data, stale=True)

    assert phone.word("why-head") in (await phone.last()).text
