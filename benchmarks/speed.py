"""From a question to its answer, and from a cold start to the first: full store beside small.

python -m benchmarks.speed [FILE ...]

Times are processor time. The small store holds Kazakhstan's nine medals of Paris and is made anew.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.measure import DATA, PROJECT, alone, percentile, rss, table, timed
from benchmarks.small_store import cut_store

QUESTION = "who won gold in judo?"
STARTS = 5


@dataclass(frozen=True, slots=True)
class Speed:
    """One store. Times in milliseconds, memory in MiB."""

    athletes: int
    results: int
    times: tuple[float, ...]
    memory: float
    first: float
    """From a start without a cache of the facts to the first answer."""
    start: float
    """The same with the cache that the first start has left."""

    def figures(self) -> tuple[float, ...]:
        """What is compared, in the order of ``LABELS``."""
        return (
            self.athletes,
            self.results,
            percentile(self.times, 0.5),
            percentile(self.times, 0.99),
            self.memory,
            self.start,
            self.first,
        )


LABELS = (
    "athletes",
    "results",
    "question to answer, median ms",
    "question to answer, p99 ms",
    "memory of the engine, MiB",
    "start to first answer, ms",
    "the same at the first start of all, ms",
)


def ask_all(
    data: str, cache: str, asked: Sequence[tuple[str, str]]
) -> tuple[int, int, list[float], float]:
    """The sizes of a store, the time of each question, and the memory of the engine."""
    before = rss()
    from bot.answers.engine import Engine
    from bot.language.dialogue import Dialogue

    engine = Engine.load(Path(data), Path(cache))

    def ask(text: str, language: str) -> object:
        return engine.message(text, Dialogue(), hint=language, now=0.0)

    times = [timed(ask, text, language)[1] for text, language in asked]
    facts = engine.store.facts
    return len(facts.athletes), len(facts.results), times, rss() - before


def started(*command: str, **environment: str) -> float:
    """Milliseconds of processor time that a process takes from its start to its end."""
    used = _children()
    subprocess.run(
        [sys.executable, *command],
        cwd=PROJECT,
        env={**os.environ, **environment},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return 1000 * (_children() - used)


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def measure(data: Path, cache: Path, asked: Sequence[tuple[str, str]]) -> Speed:
    """Everything about one store. The cache folder must be empty."""
    command = ("-m", "bot", "ask", QUESTION)
    places = {"ALTYN_DATA": str(data), "ALTYN_CACHE": str(cache)}
    first = started(*command, **places)
    start = median(started(*command, **places) for _ in range(STARTS))
    athletes, results, times, memory = alone(ask_all, str(data), str(cache), asked)
    return Speed(athletes, results, tuple(times), memory, first, start)


def _questions(files: Sequence[Path]) -> list[tuple[str, str]]:
    from bot.answers.evaluate import read_cases

    cases = [case for file in files for case in read_cases(file)]
    return [(text, case["lang"]) for case in cases for text in case["turns"]]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", metavar="FILE", nargs="*", type=Path)
    files = parser.parse_args().files or sorted(PROJECT.glob("tests/questions/*.jsonl"))
    asked = _questions(files)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        small = measure(cut_store(folder / "data"), folder / "small", asked)
        full = measure(DATA, folder / "full", asked)
    rows = [
        (label, f"{few:,.1f}", f"{many:,.1f}", f"{many / few:.1f}" if few else "")
        for label, few, many in zip(LABELS, small.figures(), full.figures(), strict=True)
    ]
    bare = median(started("-c", "pass") for _ in range(STARTS))
    print(f"{len(asked)} messages\n")
    print(table(("", "nine medals", "all facts", "ratio"), rows))
    print(
        f"\nPython alone: {bare:.0f} ms; the bot's start takes {full.start / bare:.1f} times that."
    )


if __name__ == "__main__":
    main()
