"""Loading the whole store from YAML and from the cache, and one Games of it, beside a plain pickle.

python -m benchmarks.loading
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import DATA, alone, rss, table, timed
from bot.facts.cache import load_facts
from bot.facts.store import Store

ONE = "paris-2024"


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds of processor time, MiB that stay in use, and how many results there are."""

    milliseconds: float
    memory: float
    results: int


def _facts(folder: str, games: str | None) -> Measured:
    before = rss()
    store, took = timed(lambda: Store(load_facts(DATA, Path(folder), games)))
    return Measured(took, rss() - before, len(store.facts.results))


def _pickle(folder: str, _: str | None) -> Measured:
    before = rss()
    facts, took = timed(lambda: pickle.loads((Path(folder) / "plain").read_bytes()))
    return Measured(took, rss() - before, len(facts.results))


def _make_pickle(folder: str) -> None:
    facts = load_facts(DATA, Path(folder))
    (Path(folder) / "plain").write_bytes(pickle.dumps(facts, protocol=pickle.HIGHEST_PROTOCOL))


def main() -> None:
    """Measure each in a process of its own and print the table."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        steps: tuple[tuple[str, Callable[..., Measured], str | None], ...] = (
            ("all Games, from YAML", _facts, None),
            ("all Games, from the cache", _facts, None),
            (f"{ONE} alone, from YAML", _facts, ONE),
            (f"{ONE} alone, from the cache", _facts, ONE),
        )
        found = [(what, alone(measure, folder, games)) for what, measure, games in steps]
        alone(_make_pickle, folder)
        found.append(("all Games, from a plain pickle", alone(_pickle, folder, None)))
        rows = [
            (what, f"{got.milliseconds:.0f}", f"{got.memory:.0f}", got.results)
            for what, got in found
        ]
    print(table(("", "ms", "MiB", "results"), rows))


if __name__ == "__main__":
    main()
