"""The check of the referee's words: each file has the parts that it needs, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.facts.fault import Fault, did_you_mean
from bot.facts.yaml_lines import Entry, read_yaml
from bot.language.referee_words import HEAD, ROLES

NEEDED = ("ask", "before", "after", "filler", "negation", "join", "colour")
"""Without these a language has no referee."""


def referee_faults(folder: Path) -> Iterator[Fault]:
    """All faults of the referee's words in a folder of lexicons."""
    for path in sorted((folder / "referee").glob("*.y*ml")):
        name = "/".join(path.parts[-4:])
        entry, faults = read_yaml(path, name)
        yield from faults or _of(entry, name, path.stem)


def _of(entry: Entry, name: str, code: str) -> Iterator[Fault]:
    known = (*HEAD, *ROLES)
    for key, line in entry.lines.items():
        if key not in known:
            yield Fault(name, line, f"there is no part {key!r}", did_you_mean(key, known))
    if entry.get("language") != code:
        yield Fault(name, 1, f"the language is not {code!r}", "it is that of the file's name")
    for role in NEEDED:
        if role not in entry:
            yield Fault(name, 1, f"{role!r} is missing", "copy the part from en.yaml")
