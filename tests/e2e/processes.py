"""The bot as a process of its own."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.settings import PROJECT

FAKE = "tests.e2e.fake_bot"
REAL = "bot"


class Running:
    """A process that was started, and all that it wrote."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._readers = [
            asyncio.create_task(stream.read())
            for stream in (process.stdout, process.stderr)
            if stream
        ]

    async def ended(self, seconds: float = 10) -> tuple[int, str]:
        """Exit status and everything written, once it has ended by itself."""
        status = await asyncio.wait_for(self._process.wait(), seconds)
        written = await asyncio.gather(*self._readers)
        return status, b"".join(written).decode()

    async def end(self, number: int = signal.SIGTERM, seconds: float = 10) -> tuple[int, str]:
        """The same, after a signal."""
        self._process.send_signal(number)
        return await self.ended(seconds)


@asynccontextmanager
async def started(
    *arguments: str, home: Path, module: str = FAKE, **settings: str
) -> AsyncIterator[Running]:
    """A process with these settings in its environment, in a folder without .env of anybody's."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(PROJECT)}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        *arguments,
        cwd=home,
        env={**environment, **settings},
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
    )
    try:
        yield Running(process)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
