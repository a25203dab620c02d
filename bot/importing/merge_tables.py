"""Medal tables and team sizes into ``games/<Games>/standings.yaml``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from pathlib import Path

from bot.facts.yaml_lines import Entry
from bot.importing.lines import Document, Scalar, item
from bot.importing.memory import Memory
from bot.importing.report import Report
from bot.importing.table import Line

_KEYS = ("rank", "gold", "silver", "bronze", "athletes", "men", "women")


def merge_tables(
    folder: Path, lines: Iterable[Line], report: Report, memory: Memory, *, take: bool
) -> list[Document]:
    """The files with new lines put in and missing numbers filled in; nothing is written yet."""
    tables: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        tables[line.games].append(line)
    documents = []
    for games, table in tables.items():
        document = _open(folder, games, table[0].source)
        _merge(document, games, table, report, () if take else memory.earlier, take=take)
        memory.keep(line.mark for line in table)
        documents.append(document)
    return documents


def _open(folder: Path, games: str, source: str) -> Document:
    header = [
        "# yaml-language-server: $schema=../../schema/standings.json",
        "# The medal table, best first. Equal medals share a rank.",
        "",
        f"sources: [{source}]",
        "standings:",
    ]
    return Document.read(folder / "games" / games / "standings.yaml", header)


def _merge(
    document: Document,
    games: str,
    table: list[Line],
    report: Report,
    brought: Collection[str],
    *,
    take: bool,
) -> None:
    there = document.top.get("standings")
    known = (
        {str(e["npc"]): e for e in there if isinstance(e, Entry)} if isinstance(there, list) else {}
    )
    end = document.end_before(len(document.lines))
    wanted: dict[str, dict[str, int]] = {}
    for line in table:
        if line.npc not in known and line.mark in brought:
            report.deleted.append(f"{games}: the line of {line.npc}")
            continue
        wanted.setdefault(line.npc, {}).update(line.numbers)
    for npc, numbers in wanted.items():
        if npc in known:
            _complete(document, games, known[npc], numbers, report, take=take)
        else:
            full = {"gold": 0, "silver": 0, "bronze": 0, **numbers}
            pairs: list[tuple[str, Scalar]] = [
                ("npc", npc),
                *((key, full[key]) for key in _KEYS if key in full),
            ]
            document.insert(end, item(pairs, "  "))
            report.added["lines of medal tables"] += 1


def _complete(
    document: Document,
    games: str,
    entry: Entry,
    numbers: dict[str, int],
    report: Report,
    *,
    take: bool,
) -> None:
    """Fill in the numbers that a line lacks; of those that differ the file keeps its own."""
    where = f"{games} ({document.path.name}:{entry.line})"
    gaps = {key: numbers[key] for key in _KEYS if key in numbers and key not in entry}
    other = {key: numbers[key] for key in _KEYS if key in numbers and key in entry}
    other = {key: number for key, number in other.items() if entry[key] != number}
    simple = set(entry) <= {"npc", *_KEYS} and document.lines[entry.line - 1].endswith("}")
    for key, number in other.items():
        said = f"{where}: {key} of {entry['npc']} is {entry[key]}, not {number}"
        (report.taken if take and simple else report.differences).append(said)
    if not simple:
        lacking = (f"{where}: {entry['npc']} lacks {key}, {n}" for key, n in gaps.items())
        report.differences.extend(lacking)
        return
    filled = gaps | (other if take else {})
    if filled:
        now = {**entry, **filled}
        pairs: list[tuple[str, Scalar]] = [("npc", str(entry["npc"]))]
        pairs += [(key, int(str(now[key]))) for key in _KEYS if key in now]
        document.replace(entry.line - 1, 1, item(pairs, "  "))
        report.added["numbers in medal tables"] += len(gaps)
