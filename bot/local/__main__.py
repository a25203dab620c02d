"""`python -m bot.local`: the local Bot API on a port, until interrupted."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys

from bot.local.flood import FloodLimits
from bot.local.machine import LOCAL_TOKEN, Machine
from bot.local.server import serve


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m bot.local", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    parser.add_argument("--port", type=int, default=8081, help="0 takes any free port")
    parser.add_argument("--token", default=LOCAL_TOKEN, help="the only token that is let in")
    parser.add_argument("--username", default="altyn_local_bot", help="the bot's username")
    parser.add_argument("--no-privacy", action="store_true", help="see all messages in groups")
    parser.add_argument("--flood", action="store_true", help="enforce Telegram's flood limits")
    parser.add_argument("--keep-calls", type=int, help="forget older calls than that many")
    return parser.parse_args(given)


async def run(options: argparse.Namespace) -> None:
    """Serve until SIGINT or SIGTERM; the first line printed is the URL."""
    machine = Machine(
        token=options.token,
        username=options.username,
        privacy=not options.no_privacy,
        flood=FloodLimits() if options.flood else None,
        keep_calls=options.keep_calls,
    )
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    async with serve(machine, options.host, options.port) as url:
        sys.stdout.write(f"{url}\n")
        sys.stdout.flush()
        await stopped.wait()


if __name__ == "__main__":
    asyncio.run(run(arguments()))
