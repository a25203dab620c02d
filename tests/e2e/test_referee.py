"""The referee as a guest, over HTTP, with the real facts."""

from __future__ import annotations

from pathlib import Path

from bot.local.machine import LOCAL_TOKEN, Machine
from bot.local.server import serve
from tests.e2e.processes import REAL, started


async def test_a_guest_settles_an_argument_in_a_chat_it_is_not_in(tmp_path: Path) -> None:
    machine = Machine()
    ann = machine.user(7, "Ann", language_code="kk")
    abroad = machine.group(-9, "Elsewhere", with_bot=False)
    said = machine.send_text(abroad, ann, "Қазақстан Парижде үш алтын алды")
    async with serve(machine) as url:
        settings = {"TELEGRAM_TOKEN": LOCAL_TOKEN, "TELEGRAM_API_URL": url}
        async with started("run", home=tmp_path, module=REAL, **settings) as running:
            machine.guest_message(ann, abroad, "@altyn_local_bot рас па?", reply_to=said)
            verdict = await machine.next_message(-9, timeout=20)
            status, _ = await running.end()

    assert verdict.text.startswith("Жоқ, рас емес ❌")
    assert "2 алтын медаль" in verdict.text
    assert status == 0
