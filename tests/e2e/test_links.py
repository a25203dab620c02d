"""Buttons and links of the whole program over HTTP, with the real facts."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlparse

from bot.local.machine import LOCAL_TOKEN, Machine
from bot.local.server import serve
from tests.e2e.processes import REAL, started


async def test_a_receipt_a_fact_behind_it_and_a_list_turned_in_place(tmp_path: Path) -> None:
    machine = Machine()
    ada = machine.user(7, "Ада", language_code="ru")
    async with serve(machine) as url:
        settings = {"TELEGRAM_TOKEN": LOCAL_TOKEN, "TELEGRAM_API_URL": url}
        async with started("run", home=tmp_path, module=REAL, **settings) as running:
            machine.say(ada, "/gold")
            answer = await machine.next_message(7, timeout=10)
            machine.press(7, ada, answer.message_id, answer.button("Почему?").data)
            receipt = await machine.next_message(7, after=answer)
            link = next(e["url"] for e in receipt.entities if e["type"] == "text_link")
            machine.start(ada, parse_qs(urlparse(link).query)["start"][0])
            fact = await machine.next_message(7, after=receipt)
            machine.say(ada, "/athlete")
            listed = await machine.next_message(7, after=fact)
            machine.press(7, ada, listed.message_id, listed.button("Следующая страница").data)
            await machine.wait_for(lambda call: call.method == "editMessageText")
            status, written = await running.end()

    turned = machine.transcript(7)[-1]
    assert link.startswith("https://t.me/altyn_local_bot?start=f_")
    assert "Давид Дегтярёв" in fact.text
    assert fact.button("Поделиться").action == "url"
    assert turned.message_id == listed.message_id
    assert turned.text.endswith("Страница 2 из 2")
    assert status == 0
    assert LOCAL_TOKEN not in written
