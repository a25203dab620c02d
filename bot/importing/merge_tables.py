"""Medal tables and team sizes into ``games/<Games>/standings.yaml``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from bot.facts.yaml_lines import Entry
from bot.importing.lines import Document, Scalar, item
from bot.importing.report import Report
from bot.importing.table import Line

_KEYS = ("rank", "gold", "silver", "bronze", "athletes", "men", "women")


def merge_tables(folder: Path, lines: Iterable[Line], report: Report) -> list[Document]:
    """The files with new lines put in and missing numbers filled in; nothing is written yet."""
    tables: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        tables[line.games].append(line)
    return [_merge(folder, games, table, report) for games, table in tables.items()]


def _merge(folder: Path, games: str, table: list[Line], report: Report) -> Document:
    header = [
        "# yaml-language-server: $schema=../../schema/standings.json",
        "# The medal table, best first. Equal medals share a rank.",
        "",
        f"sources: [{table[0].source}]",
        "standings:",
    ]
    document = Document.read(folder / "games" / games / "standings.yaml", header)
    there = document.top.get("standings")
    known = (
        {str(e["npc"]): e for e in there if isinstance(e, Entry)} if isinstance(there, list) else {}
    )
    end = document.end_before(len(document.lines))
    wanted: dict[str, dict[str, int]] = {}
    for line in table:
        wanted.setdefault(line.npc, {}).update(line.numbers)
    for npc, numbers in wanted.items():
        if npc in known:
            _compare(document, games, known[npc], numbers, report)
        else:
            full = {"gold": 0, "silver": 0, "bronze": 0, **numbers}
            pairs: list[tuple[str, Scalar]] = [
                ("npc", npc),
                *((key, full[key]) for key in _KEYS if key in full),
            ]
            document.insert(end, item(pairs, "  "))
            report.added["lines of medal tables"] += 1
    return document


def _compare(
    document: Document, games: str, entry: Entry, numbers: dict[str, int], report: Report
) -> None:
    for key in _KEYS:
        if key in numbers and key in entry and entry[key] != numbers[key]:
            report.differences.append(
                f"{games} ({document.path.name}:{entry.line}): {key} of {entry['npc']} is"
                f" {entry[key]}, not {numbers[key]}"
            )
