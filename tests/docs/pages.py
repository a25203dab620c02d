"""The pages of the documentation, and what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.settings import PROJECT

PAGES = (
    *(PROJECT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    PROJECT / "data" / "README.md",
    *sorted((PROJECT / "docs").rglob("*.md")),
)
_FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its page, the word after the fence, its lines."""

    page: str
    kind: str
    lines: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.page}: {next(iter(self.lines), '')}"


def name(page: Path) -> str:
    return page.relative_to(PROJECT).as_posix()


def text(page: Path) -> str:
    return page.read_text("utf-8")


def prose(page: Path) -> str:
    """The page without its fenced blocks."""
    return _FENCE.sub("", text(page))


def blocks(kind: str) -> list[Block]:
    """All fenced blocks of a kind."""
    return [block for page in PAGES for block in _blocks(page) if block.kind == kind]


def spans(page: Path) -> list[str]:
    """What stands in backticks."""
    return re.findall(r"`([^`\n]+)`", prose(page))


def table(page: Path, heading: str) -> list[list[str]]:
    """The rows of the first table under a heading, its head first."""
    _, _, after = text(page).partition(f"## {heading}\n")
    rows = [line for line in after.split("\n## ")[0].split("\n") if line.startswith("|")]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return [row for row in cells if set(row[0]) != {"-"}]


def _blocks(page: Path) -> Iterator[Block]:
    for match in _FENCE.finditer(text(page)):
        lines = tuple(line.removeprefix(match[1]) for line in match[3].rstrip("\n").split("\n"))
        yield Block(name(page), match[2], lines)
