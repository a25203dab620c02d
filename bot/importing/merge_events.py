"""Events and their results into ``games/<Games>/events/<sport>.yaml``.

What stands in a file wins over what a table says, and the difference is reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.facts.model import Facts
from bot.facts.yaml_lines import Entry
from bot.importing.events import EventFacts
from bot.importing.lines import Document, Scalar, item, pair, scalar
from bot.importing.names import slug
from bot.importing.report import Report
from bot.importing.roster import Known, Roster
from bot.importing.table import Entry as Row
from bot.importing.table import Gathered, Person

_WORTH: Mapping[str | None, int] = {"gold": 0, "silver": 1, "bronze": 2}
_LAST = 10_000
"""Where no place is known."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A result that a table states. ``athletes`` are identifiers."""

    npc: str
    athletes: tuple[str, ...]
    where: str
    source: str
    medal: str | None
    place: int | None
    day: date | None


@dataclass(slots=True)
class EventRows:
    """The rows of one event, and what the file has of it."""

    event: EventFacts
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Merger:
    """What every merge needs."""

    facts: Facts
    roster: Roster
    gathered: Gathered
    report: Report
    take: bool


def grouped(rows: Iterable[Row]) -> dict[tuple[str, str], dict[str, EventRows]]:
    """Games and sport to identifier of the event to its rows; medals before mere entries."""
    found: dict[tuple[str, str], dict[str, EventRows]] = defaultdict(dict)
    names: dict[tuple[str, str], str] = {}
    for row in sorted(rows, key=lambda row: (-_year(row.games), row.medal is None)):
        events = found[row.games, row.event.sport]
        local = row.event.local
        taken = events.get(local)
        if taken and row.medal and taken.event.name != row.event.name:
            local = names.setdefault(
                (row.games, row.event.name), slug(f"{row.event.sport} {row.event.name}")
            )
        events.setdefault(local, EventRows(row.event)).rows.append(row)
    return found


def merge_events(
    merger: Merger, document: Document, games: str, events: Mapping[str, EventRows]
) -> None:
    """Put the events of one sport at one Games into their file."""
    there = document.top.get("events")
    known = there if isinstance(there, Entry) else Entry(1)
    by_name = {str(e.get("name")): local for local, e in known.items() if isinstance(e, Entry)}
    inherited = document.top.get("sources")
    fresh: list[str] = []
    for local, rows in events.items():
        found = local if local in known else by_name.get(rows.event.name)
        entry = known.get(found) if found else None
        if isinstance(entry, Entry) and found:
            _merge_event(merger, document, games, found, entry, rows)
        else:
            source = rows.rows[0].source
            own = () if isinstance(inherited, list) and source in inherited else (source,)
            wanted = _wanted(merger, rows, Entry(1))
            fresh += [
                *([""] if known or fresh else []),
                *_new_event(merger, local, rows, wanted, own),
            ]
            merger.report.added["events"] += 1
            merger.report.added["results"] += len(wanted)
    if fresh:
        end = document.end_before(len(document.lines))
        document.insert(end, fresh)


def _wanted(merger: Merger, rows: EventRows, entry: Entry) -> list[Wanted]:
    """The results that the tables state of an event, each team once."""
    present = {a for result in _results(entry) for a in _athletes(result)}
    found: list[Wanted] = []
    entered: dict[str, list[Wanted]] = defaultdict(list)
    won: set[str] = set()
    team = _is_team(rows)
    # Full names come first: a name with initials may be one of them.
    for row in rows.rows:
        athletes = tuple(dict.fromkeys(_known(merger, row, p, present).id for p in row.people))
        day = row.day if row.day != row.final else None
        result = Wanted(row.npc, athletes, row.where, row.source, row.medal, row.place, day)
        if row.medal or row.place or not team:
            if row.medal or row.place or not won.issuperset(athletes):
                found.append(result)
            won.update(athletes)
        elif not won.issuperset(athletes):
            entered[row.npc].append(result)
    found.sort(key=lambda one: (_WORTH.get(one.medal, 3), one.place or _LAST))
    for npc, alone in entered.items():
        members = tuple(a for one in alone for a in one.athletes)
        found.append(Wanted(npc, members, alone[0].where, alone[0].source, None, None, None))
    return found


def _is_team(rows: EventRows) -> bool:
    return rows.event.team or any(len(row.people) > 1 for row in rows.rows)


def _known(merger: Merger, row: Row, said: Person, present: set[str]) -> Known:
    person = merger.gathered.fullest(row.games, row.npc, said)
    known = merger.roster.find(person, row.npc, row.games, row.event.sport, present)
    if known is None:
        known = merger.roster.add(person, row.npc, row.games, row.source)
    known.seen[row.games].add(row.event.sport)
    merger.roster.learn(known, person)
    return known


def _new_event(
    merger: Merger, local: str, rows: EventRows, wanted: Sequence[Wanted], sources: tuple[str, ...]
) -> list[str]:
    team = _is_team(rows)
    lines = [f"  {local}:"]
    for name, value in _facts_of(rows, team=team):
        lines += pair(name, value, "    ")
    if _shared(merger, rows.event, wanted):
        lines += pair("tie", True, "    ")
    elif lacking := _lacking(wanted):
        lines += pair("irregular", f"No {lacking} medallist is named in the source.", "    ")
    if sources:
        lines += pair("sources", sources, "    ")
    lines.append("    results:")
    for one in wanted:
        lines += _line(merger, one, "      ", team=team, sources=())
    return lines


def _facts_of(rows: EventRows, *, team: bool) -> list[tuple[str, Scalar]]:
    event = rows.event
    days = [row.final for row in rows.rows if row.final]
    said: list[tuple[str, Scalar | None]] = [
        ("name", event.name),
        ("gender", event.gender),
        ("discipline", event.discipline),
        ("distance", event.distance),
        ("legs", event.legs or None),
        ("classes", event.classes or None),
        ("codes", event.codes or None),
        ("weight", event.weight),
        ("team", True if team else None),
        ("date", max(days) if days else None),
    ]
    return [(name, value) for name, value in said if value is not None]


def _shared(merger: Merger, event: EventFacts, wanted: Sequence[Wanted]) -> bool:
    """Whether a medal was given more often than the sport usually gives it."""
    sport = merger.facts.sports.get(event.sport)
    usual = {"gold": 1, "silver": 1, "bronze": sport.bronzes if sport else 1}
    won = [one.medal for one in wanted if one.medal]
    return any(won.count(medal) > most for medal, most in usual.items())


def _lacking(wanted: Sequence[Wanted]) -> str:
    """Which medals the tables do not give, where they give others."""
    won = {one.medal for one in wanted if one.medal}
    return " or ".join(medal for medal in ("gold", "silver", "bronze") if won and medal not in won)


def _line(
    merger: Merger, one: Wanted, indent: str, *, team: bool, sources: tuple[str, ...]
) -> list[str]:
    for athlete in one.athletes:
        merger.roster.people[athlete].used = True
    said: list[tuple[str, Scalar | None]] = [
        ("medal", one.medal),
        ("place", one.place if not one.medal else None),
        ("npc", one.npc),
        ("athletes" if team else "athlete", one.athletes if team else one.athletes[0]),
        ("status", None if one.medal or one.place else "entered"),
        ("date", one.day),
        ("sources", sources or None),
    ]
    pairs = [(name, value) for name, value in said if value is not None and value != ()]
    return item(pairs, indent)


def _merge_event(
    merger: Merger, document: Document, games: str, local: str, entry: Entry, rows: EventRows
) -> None:
    where = f"{games}/{local}"
    team = entry.get("team") is True
    _merge_facts(merger, document, where, entry, _facts_of(rows, team=_is_team(rows)))
    wanted = _wanted(merger, rows, entry)
    pairs, left = _matched(_results(entry), wanted)
    for result, one in pairs:
        _compare(merger, document, where, result, one, team=team)
    if not left:
        return
    own = entry.get("sources") or document.top.get("sources")
    lines: list[str] = []
    for one in left:
        sources = () if isinstance(own, list) and one.source in own else (one.source,)
        lines += _line(merger, one, "      ", team=team, sources=sources)
    merger.report.added["results"] += len(left)
    document.insert(_end_of_results(document, entry), lines)


def _results(entry: Entry) -> list[Entry]:
    results = entry.get("results")
    return [r for r in results if isinstance(r, Entry)] if isinstance(results, list) else []


def _athletes(result: Entry) -> tuple[str, ...]:
    team = result.get("athletes")
    if isinstance(team, list):
        return tuple(map(str, team))
    return (str(result["athlete"]),) if result.get("athlete") else ()


def _matched(
    there: Sequence[Entry], wanted: Sequence[Wanted]
) -> tuple[list[tuple[Entry, Wanted]], list[Wanted]]:
    """Which result of the file is which of the table; the surest matches are made first."""
    tests = (
        lambda r, w: bool(w.athletes) and set(w.athletes) == set(_athletes(r)),
        lambda r, w: bool(set(w.athletes) & set(_athletes(r))) and w.medal == r.get("medal"),
        lambda r, w: bool(set(w.athletes) & set(_athletes(r))),
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


def _compare(
    merger: Merger, document: Document, where: str, result: Entry, one: Wanted, *, team: bool
) -> None:
    there = _athletes(result)
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
    new = _line(merger, one, indent, team=team, sources=())
    kept = [(name, result[name]) for name in ("mark", "sources") if name in result]
    if kept and len(new) == 1:
        extra = ", ".join(f"{name}: {scalar(_as_scalar(value))}" for name, value in kept)
        new = [new[0].removesuffix("}") + f", {extra}}}"]
    document.replace(index, 1, new)
    merger.report.added["results completed"] += 1


def _as_scalar(value: object) -> Scalar:
    return tuple(map(str, value)) if isinstance(value, list) else str(value)


def _end_of_results(document: Document, entry: Entry) -> int:
    """Where the next result of an event goes: after the last one that the file has."""
    results = _results(entry)
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


def _year(games: str) -> int:
    return int(games.rpartition("-")[2])
