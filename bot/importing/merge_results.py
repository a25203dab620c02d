"""The results of a table beside those that a file has: which is which, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence

from bot.facts.yaml_lines import Entry
from bot.importing.lines import Document, Scalar, scalar
from bot.importing.new_events import result_lines
from bot.importing.wanted import Merger, Wanted, athletes_of, results_of


def matched(
    there: Sequence[Entry], wanted: Sequence[Wanted]
) -> tuple[list[tuple[Entry, Wanted]], list[Wanted]]:
    """Which result of the file is which of the table; the surest matches are made first."""
    tests = (
        lambda r, w: bool(w.athletes) and set(w.athletes) == set(athletes_of(r)),
        lambda r, w: bool(set(w.athletes) & set(athletes_of(r))) and w.medal == r.get("medal"),
        lambda r, w: bool(set(w.athletes) & set(athletes_of(r))),
        lambda r, w: bool(w.medal) and w.npc == r.get("npc") and w.medal == r.get("medal"),
        lambda r, w: bool(w.medal) and w.medal == r.get("medal"),
    )
    open_there, open_wanted = list(there), list(wanted)
    pairs: list[tuple[Entry, Wanted]] = []
    for test in tests:
        for one in tuple(open_wanted):
            match = next((r for r in open_there if test(r, one)), None)
            if match is not None:
                open_there = [r for r in open_there if r is not match]
                open_wanted.remove(one)
                pairs.append((match, one))
    return pairs, open_wanted


def compare(
    merger: Merger, document: Document, where: str, result: Entry, one: Wanted, *, team: bool
) -> None:
    """Complete a result of the file; report where the table says otherwise."""
    there = athletes_of(result)
    place = f"{where} ({document.path.name}:{result.line})"
    said: list[tuple[str, object, Scalar | None]] = [
        ("npc", result.get("npc"), one.npc),
        ("medal", result.get("medal"), one.medal),
        ("place", result.get("place"), one.place),
        ("date", result.get("date"), one.day),
    ]
    if one.athletes and there and set(there) != set(one.athletes) and (one.medal or not team):
        said.append(("athletes" if team else "athlete", there, one.athletes))
    changed = [(name, old, new) for name, old, new in said if new is not None and old != new]
    missing = one.athletes if team and not there else ()
    if result.get("status") == "entered" and (one.medal or one.place):
        changed.append(("status", "entered", ""))
    if not changed and not missing:
        return
    contradiction = any(old is not None and old != "entered" for _, old, _ in changed)
    struck = result.get("status") == "disqualified" and one.medal
    if (contradiction or struck) and not merger.take:
        merger.report.differences.extend(
            f"{place}: {name} is {old}, not {scalar(new)}" for name, old, new in changed
        )
        return
    _rewrite(merger, document, result, one, team=team)


def _rewrite(merger: Merger, document: Document, result: Entry, one: Wanted, *, team: bool) -> None:
    """The result as the table has it, with whatever else a one-line result of the file has."""
    index = result.line - 1
    line = document.lines[index]
    if not line.strip().startswith("- {") or not line.rstrip().endswith("}"):
        merger.report.differences.append(
            f"{document.path.name}:{result.line}: has several lines; correct it by hand"
            f" ({one.where})"
        )
        return
    indent = line[: len(line) - len(line.lstrip())]
    new = result_lines(merger, one, indent, team=team, sources=())
    kept = [(name, result[name]) for name in ("mark", "sources") if name in result]
    if kept and len(new) == 1:
        extra = ", ".join(f"{name}: {scalar(_as_scalar(value))}" for name, value in kept)
        new = [new[0].removesuffix("}") + f", {extra}}}"]
    document.replace(index, 1, new)
    merger.report.added["results completed"] += 1


def _as_scalar(value: object) -> Scalar:
    return tuple(map(str, value)) if isinstance(value, list) else str(value)


def end_of_results(document: Document, entry: Entry) -> int:
    """Where the next result of an event goes: after the last one that the file has."""
    results = results_of(entry)
    if not results:
        return entry.lines.get("results", entry.line)
    last = results[-1]
    index = last.line
    indent = len(document.lines[last.line - 1]) - len(document.lines[last.line - 1].lstrip())
    while index < len(document.lines):
        line = document.lines[index]
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        index += 1
    return document.end_before(index)
