"""``python -m bot chat --jsonl`` as a process."""

from __future__ import annotations

import json
from pathlib import Path

from tests.e2e.processes import started


async def test_each_line_is_answered_before_the_next_is_written(tmp_path: Path) -> None:
    async with started("chat", "--jsonl", home=tmp_path) as running:
        for number in range(3):
            answer = json.loads(
                await running.exchange(json.dumps({"chat": number, "text": "кім?"}))
            )
            assert answer["text"] == "message кім? after nothing"
        assert "error" in json.loads(await running.exchange("nonsense"))

        running.close_input()
        assert await running.ended() == (0, "")


async def test_the_encoding_of_the_terminal_does_not_matter(tmp_path: Path) -> None:
    settings = {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    async with started("chat", "--jsonl", home=tmp_path, **settings) as running:
        answer = json.loads(await running.exchange('{"chat": 1, "text": "Қазақстан 🥇"}'))

    assert answer["text"] == "message Қазақстан 🥇 after nothing"
