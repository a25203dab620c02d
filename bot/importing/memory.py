"""What earlier imports brought, so that what a person has deleted since stays deleted.

``data/import/brought.txt`` holds a mark for every row that was ever brought. A row whose mark is
there and which the files lack has been taken out by hand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from hashlib import blake2s
from pathlib import Path
from typing import Final

FILE: Final = Path("import") / "brought.txt"

_HEADER: Final = (
    "# Marks of the rows that imports brought, written by `python -m bot import`. A row that is",
    "# marked here and stands in no file has been deleted by hand, and is not brought again.",
)


def mark_of(*parts: str | None) -> str:
    """A short mark for what a row says."""
    text = "|".join(part or "" for part in parts)
    return blake2s(text.encode(), digest_size=5).hexdigest()


@dataclass(slots=True)
class Memory:
    """The marks of earlier imports, and those of this one."""

    earlier: frozenset[str]
    now: set[str] = field(default_factory=set)

    def all_known(self, marks: Collection[str]) -> bool:
        """Whether earlier imports brought every one of these rows."""
        return bool(marks) and self.earlier.issuperset(marks)

    def keep(self, marks: Iterable[str]) -> None:
        """Remember rows that are in the files now, or were deleted from them."""
        self.now.update(marks)

    def text(self) -> str | None:
        """The file anew; ``None`` if nothing is to be added to it."""
        if self.now <= self.earlier:
            return None
        return "\n".join((*_HEADER, *sorted(self.earlier | self.now))) + "\n"


def load_memory(folder: Path) -> Memory:
    """The marks of a data folder; none where nothing was ever brought."""
    path = folder / FILE
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return Memory(frozenset(line for line in lines if line and not line.startswith("#")))
