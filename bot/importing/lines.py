"""Edits in a YAML file that leave everything else in it, remarks too, as a person wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from bot.facts.yaml_lines import Entry, parse_yaml

_PLAIN: Final = re.compile(r"[^\W\d_][\w .'()/&+-]*|\d+\.\d+ (?:kg|m|points|s)|\d+ kg", re.UNICODE)
_TAKEN: Final = frozenset(["true", "false", "null", "yes", "no", "on", "off", "y", "n"])
_WIDTH: Final = 100

Scalar = str | int | bool | date | tuple[str, ...]


@dataclass(slots=True)
class Document:
    """A file, with the edits that are to be made in it."""

    path: Path
    lines: list[str]
    top: Entry
    edits: list[tuple[int, int, list[str]]] = field(default_factory=list)
    """Index of a line, how many lines go from there, and what comes in their place."""

    @classmethod
    def read(cls, path: Path, header: Sequence[str]) -> Document:
        """The file, or a new one that begins with ``header``."""
        text = path.read_text(encoding="utf-8") if path.exists() else "\n".join(header) + "\n"
        entry, faults = parse_yaml(text, path.name)
        if faults:
            raise ValueError(f"{path.name} is faulty: {faults[0].what}")
        return cls(path, text.splitlines(), entry)

    def insert(self, index: int, lines: list[str]) -> None:
        """Put lines before the one at ``index``."""
        self.edits.append((index, 0, lines))

    def replace(self, index: int, number: int, lines: list[str]) -> None:
        """Put lines in the place of others."""
        self.edits.append((index, number, lines))

    def end_before(self, index: int) -> int:
        """The end of what stands before a line: remarks and blank lines there belong to it."""
        while index > 0 and (not self.lines[index - 1].strip() or self._is_remark(index - 1)):
            index -= 1
        return index

    def _is_remark(self, index: int) -> bool:
        return self.lines[index].lstrip().startswith("#")

    def edited(self) -> str | None:
        """The text with the edits made; ``None`` if there are none."""
        if not self.edits:
            return None
        # Of edits at one line, those that were asked for first stand first.
        numbered = sorted(enumerate(self.edits), key=lambda e: (e[1][0], e[0]), reverse=True)
        for _, (index, number, lines) in numbered:
            self.lines[index : index + number] = lines
        text = "\n".join(self.lines).rstrip("\n") + "\n"
        _, faults = parse_yaml(text, self.path.name)
        if faults:
            raise ValueError(f"{self.path} would be faulty: {faults[0]}")
        return text


def scalar(value: Scalar) -> str:
    """A value as YAML writes it, in quotes where it needs them."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(scalar, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    if _PLAIN.fullmatch(value) and value == value.strip() and value.casefold() not in _TAKEN:
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def flow(pairs: Sequence[tuple[str, Scalar]]) -> str:
    """A mapping on one line."""
    return "{" + ", ".join(f"{key}: {scalar(value)}" for key, value in pairs) + "}"


def item(pairs: Sequence[tuple[str, Scalar]], indent: str) -> list[str]:
    """A mapping in a list: on one line if there is room for it."""
    line = f"{indent}- {flow(pairs)}"
    if len(line) <= _WIDTH:
        return [line]
    return [
        row
        for index, (key, value) in enumerate(pairs)
        for row in pair(key, value, f"{indent}{'- ' if index == 0 else '  '}")
    ]


def pair(key: str, value: Scalar, indent: str) -> list[str]:
    """A key with its value; a long list stands on lines of its own."""
    line = f"{indent}{key}: {scalar(value)}"
    if len(line) <= _WIDTH or not isinstance(value, tuple):
        return [line]
    inner = indent.replace("-", " ") + "  "
    return [f"{indent}{key}:", *(f"{inner}- {scalar(one)}" for one in value)]
