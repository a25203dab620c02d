"""How often the bot is right: figures measured on question files, kept with the data and told.

``python -m bot evaluate FILES --record`` measures them and writes them down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

RIGHT, ASKED, REFUSED, WRONG, INVENTED = "right", "asked", "refused", "wrong", "invented"
VERDICTS = (RIGHT, ASKED, REFUSED, WRONG, INVENTED)
"""``asked``: refused, but with a question back. ``invented``: answered what no fact says."""

_NOTE = "# How often the bot is right, as measured by: python -m bot evaluate FILES --record\n\n"


@dataclass(frozen=True, slots=True)
class Accuracy:
    """The figures of one measurement, by language."""

    day: date
    counts: Mapping[str, Mapping[str, int]]

    def all(self, verdict: str) -> int:
        """The number of questions with a verdict in all languages."""
        return sum(counts.get(verdict, 0) for counts in self.counts.values())

    @property
    def questions(self) -> int:
        """How many questions were asked."""
        return sum(map(self.all, VERDICTS))


def measured(verdicts: Iterable[tuple[str, str]], day: date) -> Accuracy:
    """The figures of questions, each given as its language and the verdict."""
    counts: dict[str, Counter[str]] = {}
    for language, verdict in verdicts:
        counts.setdefault(language, Counter())[verdict] += 1
    return Accuracy(day, counts)


def write(accuracy: Accuracy, path: Path) -> None:
    """Write the figures down."""
    counts = {
        language: {verdict: found.get(verdict, 0) for verdict in VERDICTS}
        for language, found in sorted(accuracy.counts.items())
    }
    path.parent.mkdir(exist_ok=True)
    text = yaml.safe_dump({"measured": accuracy.day, "questions": counts}, sort_keys=False)
    path.write_text(_NOTE + text, "utf-8")


def place(data: Path) -> Path:
    """Where among the data the figures are written down."""
    return data / "measured" / "accuracy.yaml"


def read(path: Path) -> Accuracy | None:
    """The figures written down; ``None`` where there are none."""
    if not path.exists():
        return None
    raw = yaml.safe_load(path.read_text("utf-8"))
    return Accuracy(raw["measured"], raw["questions"])
