"""New athletes into ``athletes/<NPC>.yaml``, in the order of their identifiers."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from bot.facts.yaml_lines import Entry
from bot.importing.lines import Document, Scalar, flow, pair
from bot.importing.report import Report
from bot.importing.roster import Known


def merge_people(folder: Path, people: Iterable[Known], report: Report) -> list[Document]:
    """The files with the new athletes put in; nothing is written yet."""
    teams: dict[str, list[Known]] = defaultdict(list)
    for known in people:
        if (known.new and known.used) or (known.learnt and not known.new):
            teams[known.npc].append(known)
    documents = []
    for npc, members in sorted(teams.items()):
        members.sort(key=lambda known: known.id)
        document = Document.read(folder / "athletes" / f"{npc}.yaml", _header(npc, members))
        fresh = [known for known in members if known.new]
        # First, as a new athlete may come right after the lines that another one lacks.
        _complete(document, [known for known in members if not known.new])
        _insert(document, fresh)
        report.added["athletes"] += len(fresh)
        report.added["athletes completed"] += len(members) - len(fresh)
        documents.append(document)
    return documents


def _header(npc: str, members: list[Known]) -> list[str]:
    sources = sorted({source for known in members for source in known.sources})
    usual = max(sources, default="", key=lambda s: sum(s in known.sources for known in members))
    return [
        "# yaml-language-server: $schema=../schema/athletes.json",
        "",
        f"npc: {npc}",
        f"sources: [{usual}]",
        "athletes:",
    ]


def _insert(document: Document, members: list[Known]) -> None:
    there = document.top.get("athletes")
    known = there if isinstance(there, Entry) else Entry(1)
    order = sorted(known)
    inherited = document.top.get("sources")
    usual = tuple(map(str, inherited)) if isinstance(inherited, list) else ()
    end = document.end_before(len(document.lines))
    for member in members:
        position = bisect_left(order, member.id)
        index = end
        if position < len(order):
            index = document.end_before(known.lines[order[position]] - 1)
            # A remark right above an athlete is about that athlete.
        document.insert(index, _record(member, usual))


def _complete(document: Document, members: list[Known]) -> None:
    """Add the lines that athletes of the file lack."""
    there = document.top.get("athletes")
    for member in members:
        entry = there.get(member.id) if isinstance(there, Entry) else None
        if isinstance(entry, Entry):
            after = max(entry.lines.get(name, 0) for name in ("names", "official", "gender"))
            for name, value in member.learnt.items():
                document.insert(after, pair(name, value, "    "))


def _record(known: Known, usual: tuple[str, ...]) -> list[str]:
    lines = [f"  {known.id}:", f"    names: {flow([('en', known.said)])}"]
    said: list[tuple[str, Scalar | None]] = [
        ("official", known.official),
        ("gender", known.gender),
        ("born", known.born),
        ("sources", known.sources if not set(known.sources) <= set(usual) else None),
    ]
    for name, value in said:
        if value is not None:
            lines += pair(name, value, "    ")
    return lines
