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
        assert process.stdout
        assert process.stderr
        self._stdout = process.stdout
        # Read all the time, else a talkative process would wait for its reader.
        self._written, self._heard = b"", asyncio.Event()
        self._errors = asyncio.create_task(self._read(process.stderr))

    async def _read(self, stream: asyncio.StreamReader) -> bytes:
        while piece := await stream.read(4096):
            self._written += piece
            self._heard.set()
        return self._written

    async def said(self, text: str, seconds: float = 30) -> None:
        """Wait until the process has written this to its errors."""
        async with asyncio.timeout(seconds):
            while text.encode() not in self._written:
                self._heard.clear()
                await self._heard.wait()

    async def exchange(self, line: str, seconds: float = 10) -> str:
        """Write a line and read the one that comes back."""
        assert self._process.stdin
        self._process.stdin.write(line.encode() + b"\n")
        return (await asyncio.wait_for(self._stdout.readline(), seconds)).decode()

    def close_input(self) -> None:
        """Tell the process that nothing more comes."""
        assert self._process.stdin
        self._process.stdin.close()

    async def ended(self, seconds: float = 10) -> tuple[int, str]:
        """Exit status and everything written, once it has ended by itself."""
        reading = asyncio.gather(self._stdout.read(), self._errors, self._process.wait())
        out, errors, status = await asyncio.wait_for(reading, seconds)
        return status, (out + errors).decode()

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
    if "ALTYN_CACHE" in os.environ:
        environment["ALTYN_CACHE"] = os.environ["ALTYN_CACHE"]
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
