"""What an import did, and what it could not do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Report:
    """Lines for the editor. ``unplaced`` are rows of the tables that found no place."""

    unplaced: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    """What earlier imports brought and the files no longer have."""
    taken: list[str] = field(default_factory=list)
    added: Counter[str] = field(default_factory=Counter)

    def lines(self) -> list[str]:
        """The whole report."""
        parts = [f"not placed: {line}" for line in self.unplaced]
        parts += [f"the file says otherwise: {line}" for line in self.differences]
        parts += [f"deleted here, not brought again: {line}" for line in self.deleted]
        parts += [f"taken from the table: {line}" for line in self.taken]
        added = ", ".join(
            f"{number} {what}" for what, number in sorted(self.added.items()) if number
        )
        return [*parts, f"added: {added or 'nothing'}"]
