"""The whole program with the real facts: what a newcomer tries first."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from bot.local.machine import LOCAL_TOKEN, Machine
from bot.local.server import serve
from tests.e2e.processes import REAL, started

WINNERS = ("Degtyarev", "Nauatbek")


async def test_who_won_gold_in_the_terminal(tmp_path: Path) -> None:
    async with started("chat", "--jsonl", home=tmp_path, module=REAL) as running:
        line = {"chat": 7, "text": "who won gold?", "language_code": "en"}
        answer = json.loads(await running.exchange(json.dumps(line)))

    assert answer["answered"] is True
    assert all(winner in answer["text"] for winner in WINNERS)
    assert answer["sources"]


async def test_who_won_gold_in_telegram(tmp_path: Path) -> None:
    machine = Machine()
    ada = machine.user(7, "Ada", language_code="en")
    async with serve(machine) as url:
        settings = {"TELEGRAM_TOKEN": LOCAL_TOKEN, "TELEGRAM_API_URL": url}
        async with started("run", home=tmp_path, module=REAL, **settings) as running:
            machine.say(ada, "who won gold?")
            answer = await machine.next_message(7, timeout=10)
            status, written = await running.end()

    assert all(winner in answer.text for winner in WINNERS)
    assert status == 0
    assert LOCAL_TOKEN not in written


@pytest.mark.parametrize("question", ["/gold", "/Gold", "/gold@altyn_bot"])
async def test_commands_may_be_asked_too(tmp_path: Path, question: str) -> None:
    async with started("ask", question, home=tmp_path, module=REAL) as running:
        _, written = await running.ended()

    assert all(winner in written for winner in WINNERS)


@pytest.mark.parametrize("extra", [[], ["--json"]])
async def test_a_single_question_is_answered(tmp_path: Path, extra: list[str]) -> None:
    async with started("ask", "who won gold?", *extra, home=tmp_path, module=REAL) as running:
        status, written = await running.ended()

    assert status == 0
    assert all(winner in written for winner in WINNERS)


async def test_facts_once_read_are_not_read_again(tmp_path: Path) -> None:
    spent = []
    for _ in range(2):
        begin = time.perf_counter()
        async with started(
            "ask", "who won gold?", home=tmp_path, module=REAL, ALTYN_CACHE=str(tmp_path / "cache")
        ) as running:
            await running.ended(seconds=120)
        spent.append(time.perf_counter() - begin)

    first, second = spent
    assert second < first / 2


async def test_the_data_are_sound(tmp_path: Path) -> None:
    async with started("check", home=tmp_path, module=REAL) as running:
        status, written = await running.ended(60)

    assert (status, written) == (0, "The data are sound.\n")
