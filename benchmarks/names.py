"""Finding a misspelt name in a list of a thousand to a million: time, memory, and right names.

python -m benchmarks.names [SIZE ...] [--only TEXT]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.measure import DATA, alone, percentile, rss, share, table, timed
from benchmarks.name_finders import FINDERS, LookUp
from benchmarks.name_list import made_names, misspelt
from bot.facts.cache import load_facts

SIZES = (1_000, 10_000, 100_000, 1_000_000)
ASKED = 500
SECONDS = 15.0
"""No contender is asked for longer than this with each number of typos; see ``asked``."""
LONGEST = {"Altyn: NameFinder": 100_000}
"""Contenders whose index takes minutes to build for longer lists."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One contender on one list. Times of look-ups in milliseconds, memory in MiB."""

    seconds_to_build: float
    memory: float
    times: tuple[float, ...]
    right: tuple[tuple[int, int], ...]
    """Right names and names asked, with one typo and with two."""


def measure(finder: str, names: Sequence[str]) -> Measured:
    """Build a contender's index and ask it for misspelt names."""
    before = rss()
    look_up, build = timed(FINDERS[finder], names)
    memory = rss() - before
    times: list[float] = []
    right = tuple(_ask(look_up, names, typos, times) for typos in (1, 2))
    return Measured(build / 1000, memory, tuple(times), right)


def _ask(look_up: LookUp, names: Sequence[str], typos: int, times: list[float]) -> tuple[int, int]:
    end = time.monotonic() + SECONDS
    right = asked = 0
    for name, text in misspelt(names, typos, ASKED):
        found, took = timed(look_up, text)
        times.append(took)
        right += found == name
        asked += 1
        if time.monotonic() > end:
            break
    return right, asked


def _row(finder: str, size: int, got: Measured) -> list[object]:
    return [
        f"{size:,}",
        finder,
        f"{got.seconds_to_build:.2f} s",
        f"{got.memory:.1f} MiB",
        f"{percentile(got.times, 0.5):.3f}",
        f"{percentile(got.times, 0.99):.3f}",
        *(share(*pair) for pair in got.right),
        len(got.times),
    ]


def main() -> None:
    """Print the table, a row as each is measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", metavar="SIZE", type=int, nargs="*", default=SIZES)
    parser.add_argument("--only", metavar="TEXT", default="", help="contenders with this in them")
    asked = parser.parse_args()
    heads = ("names", "by", "build", "memory", "median ms", "p99 ms", "right, 1 typo",
             "right, 2 typos", "asked")  # fmt: skip
    print(table(heads, []), flush=True)
    facts = load_facts(DATA)
    for size in asked.sizes:
        names = made_names(facts, size)
        for finder in FINDERS:
            fits = size <= LONGEST.get(finder, size)
            if fits and asked.only.casefold() in finder.casefold():
                row = _row(finder, size, alone(measure, finder, names))
                print(table(heads, [row]).splitlines()[-1], flush=True)


if __name__ == "__main__":
    main()
