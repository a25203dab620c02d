"""Inline mode of the whole program, over HTTP: what is typed, offered and sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.local.machine import LOCAL_TOKEN, Machine
from bot.local.server import serve
from tests.e2e.processes import REAL, started


@pytest.mark.parametrize(
    ("code", "letters", "title", "said"),
    [
        ("en", "degt", "David Degtyarev", "David Degtyarev — Para powerlifting"),
        ("ru", "дегт", "Давид Дегтярёв", "Давид Дегтярёв — Пауэрлифтинг"),
        ("kk", "шәм", "Ерғали Шәмей", "Ерғали Шәмей — Пара дзюдо"),
    ],
)
async def test_typed_letter_by_letter_chosen_and_sent(
    tmp_path: Path, code: str, letters: str, title: str, said: str
) -> None:
    machine = Machine()
    person = machine.user(7, "Ada", language_code=code)
    friends = machine.group(-9, "Friends", with_bot=False)
    async with serve(machine) as url:
        settings = {"TELEGRAM_TOKEN": LOCAL_TOKEN, "TELEGRAM_API_URL": url}
        async with started("run", home=tmp_path, module=REAL, **settings) as running:
            for size in range(len(letters) + 1):
                answer = await machine.inline(person, letters[:size], timeout=20)
                assert answer.results
            machine.choose(friends, answer, answer.results[0]["id"])
            status, written = await running.end()

    [message] = machine.transcript(friends)
    assert answer.results[0]["title"] == title
    assert message.text.startswith(said)
    assert message.sender is person
    assert status == 0
    assert "ERROR" not in written
    assert letters not in written, "what people type is not logged"


async def test_another_layout_and_pages_in_telegram(tmp_path: Path) -> None:
    machine = Machine()
    person = machine.user(7, "Ada", language_code="ru")
    async with serve(machine) as url:
        settings = {"TELEGRAM_TOKEN": LOCAL_TOKEN, "TELEGRAM_API_URL": url}
        async with started("run", home=tmp_path, module=REAL, **settings):
            relaid = await machine.inline(person, "ltun", timeout=20)
            first = await machine.inline(person, "д", timeout=20)
            second = await machine.inline(person, "д", first.next_offset, timeout=20)

    assert relaid.results[0]["title"] == "Давид Дегтярёв"
    assert not {r["id"] for r in first.results} & {r["id"] for r in second.results}
