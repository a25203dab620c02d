"""A fault in the data, as a value: where it is, what is wrong, and what would be right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One mistake in one file.

    ``file`` is its path, beginning with the data folder's name; ``line`` counts from 1.
    """

    file: str
    line: int
    what: str
    hint: str = ""


class FactsError(Exception):
    """The data cannot be used. The message lists every fault with its file and line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(format_fault(fault) for fault in self.faults))


def format_fault(fault: Fault) -> str:
    """The fault on one line, as compilers print theirs, so that editors can jump to it."""
    hint = f" ({fault.hint})" if fault.hint else ""
    return f"{fault.file}:{fault.line}: {fault.what}{hint}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the known word nearest to ``word``; empty if none is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else ""
