"""What is imported when, since that is most of the time to the first answer."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.settings import PROJECT


def imported(module: str) -> set[str]:
    """The packages in memory after importing a module in a process of its own."""
    code = f"import {module}, sys; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("bot.cli", {"telegram", "httpx", "aiohttp", "yaml", "rapidfuzz", "pydantic", "asyncio"}),
        ("bot.console.asking", {"telegram", "httpx", "aiohttp", "prompt_toolkit"}),
        ("bot.console.jsonl", {"prompt_toolkit"}),
        ("bot.console.serving", {"prompt_toolkit"}),
    ],
)
def test_a_command_imports_only_what_it_needs(module: str, heavy: set[str]) -> None:
    assert imported(module) & heavy == set()
