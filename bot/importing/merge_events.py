"""Events and their results into ``games/<Games>/events/<sport>.yaml``.

What stands in a file wins over what a table says, and the difference is reported.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.facts.yaml_lines import Entry
from bot.importing.lines import Document, Scalar, pair, scalar
from bot.importing.merge_results import compare, end_of_results, matched
from bot.importing.new_events import facts_of, new_event, result_lines
from bot.importing.wanted import EventRows, Merger, is_team, results_of, wanted_results


def merge_events(
    merger: Merger, document: Document, games: str, events: Mapping[str, EventRows]
) -> None:
    """Put the events of one sport at one Games into their file."""
    there = document.top.get("events")
    known = there if isinstance(there, Entry) else Entry(1)
    by_name = {str(e.get("name")): local for local, e in known.items() if isinstance(e, Entry)}
    inherited = document.top.get("sources")
    bronzes = _bronzes(merger, document)
    fresh: list[str] = []
    for local, rows in events.items():
        found = local if local in known else by_name.get(rows.event.name)
        entry = known.get(found) if found else None
        if isinstance(entry, Entry) and found:
            _merge_event(merger, document, games, found, entry, rows)
        else:
            source = rows.rows[0].source
            own = () if isinstance(inherited, list) and source in inherited else (source,)
            wanted = wanted_results(merger, rows, Entry(1))
            wanted = merger.still_wanted(f"{games}/{local}", wanted)
            if not wanted:
                continue
            fresh += [
                *([""] if known or fresh else []),
                *new_event(merger, local, rows, wanted, own, bronzes),
            ]
            merger.report.added["events"] += 1
            merger.report.added["results"] += len(wanted)
    if fresh:
        end = document.end_before(len(document.lines))
        document.insert(end, fresh)


def _bronzes(merger: Merger, document: Document) -> int:
    """How many bronzes an event of this file usually gives."""
    here = document.top.get("bronzes")
    sport = merger.facts.sports.get(str(document.top.get("sport")))
    if isinstance(here, int):
        return here
    return sport.bronzes if sport else 1


def _merge_event(
    merger: Merger, document: Document, games: str, local: str, entry: Entry, rows: EventRows
) -> None:
    where = f"{games}/{local}"
    team = entry.get("team") is True
    _merge_facts(merger, document, where, entry, facts_of(rows, team=is_team(rows)))
    wanted = wanted_results(merger, rows, entry)
    pairs, left = matched(results_of(entry), wanted)
    for result, one in pairs:
        compare(merger, document, where, result, one, team=team)
    left = merger.still_wanted(where, left)
    if not left:
        return
    own = entry.get("sources") or document.top.get("sources")
    lines: list[str] = []
    for one in left:
        sources = () if isinstance(own, list) and one.source in own else (one.source,)
        lines += result_lines(merger, one, "      ", team=team, sources=sources)
    merger.report.added["results"] += len(left)
    document.insert(end_of_results(document, entry), lines)


def _merge_facts(
    merger: Merger,
    document: Document,
    where: str,
    entry: Entry,
    said: Sequence[tuple[str, Scalar]],
) -> None:
    """Fill in what the file lacks of an event; report where it says otherwise."""
    after = entry.lines.get("name", entry.line)
    for name, value in said:
        there = entry.get(name)
        if there is None:
            document.insert(after, pair(name, value, "    "))
            merger.report.added["lines of events"] += 1
        elif name != "name" and _plain(there) != _plain(value):
            index = entry.lines[name] - 1
            _differ(merger, document, f"{where}: {name}", index, there, value, "    ")
        after = max(after, entry.lines.get(name, 0))


def _plain(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return [str(one) for one in value]
    return str(value)


def _differ(
    merger: Merger,
    document: Document,
    what: str,
    index: int,
    there: object,
    value: Scalar,
    indent: str,
) -> None:
    """The file keeps what it says, unless the table is to be taken and the value is on a line."""
    name = what.rpartition(" ")[2]
    line = document.lines[index]
    if merger.take and line.strip().startswith(f"{name}:") and not line.rstrip().endswith(":"):
        merger.report.taken.append(f"{what} {scalar(value)} instead of {there}")
        document.replace(index, 1, pair(name, value, indent))
    else:
        merger.report.differences.append(f"{what} is {there}, not {scalar(value)}")
