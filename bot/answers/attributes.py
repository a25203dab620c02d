"""Answers that give one attribute of athletes: the weight, the day, the result, the opponent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from bot.answers.lines import (
    MANY,
    PAGE,
    Detail,
    Lines,
    begin,
    bold,
    bout_line,
    none,
    page_line,
    row_line,
)
from bot.answers.messages import Said
from bot.answers.speaker import Speaker
from bot.facts.finding import Finding
from bot.facts.query import Dim
from bot.facts.rows import Row


def value(finding: Finding, speaker: Speaker) -> Lines:
    """The asked attribute of every athlete found; the first line is the direct answer."""
    if not finding.rows:
        return none(finding, speaker)
    size = len(finding.rows)
    if size > MANY:
        first = begin(finding.query.offset, size)
        finding = replace(finding, rows=finding.rows[first : first + PAGE])
    read = _READERS.get(finding.query.target, _results)
    lines = list(dict.fromkeys(read(finding, speaker)))
    lines = lines or [row_line(row, speaker) for row in finding.rows]
    if size > MANY:
        return [bold(lines[0]), *lines[1:], page_line(finding, size, speaker)]
    return [bold(lines[0]), *map(Detail, lines[1:])]


def _shown(finding: Finding, read: Callable[[Row], str], speaker: Speaker) -> Lines:
    """One line a result: who and what, the contest with it where there are several."""
    several = len(finding.rows) > 1
    lines = []
    for row in finding.rows:
        text = read(row)
        if text and several:
            text = f"{text} ({speaker.sport(row.event.sport)}, {speaker.event(row.event)})"
        if text:
            lines.append(speaker.say("value", who=speaker.who(row), what=Said(text)))
    return lines


def _category(finding: Finding, speaker: Speaker) -> Lines:
    """The weight and the class of each contest, or what else tells it from others."""
    return [
        speaker.say("value", who=speaker.who(row), what=Said(_told_apart(row, speaker)))
        for row in finding.rows
    ]


def _told_apart(row: Row, speaker: Speaker) -> str:
    classes = speaker.classes(row.event)
    if row.event.weight:
        weight = f"{speaker.weight(row.event.weight)} {classes}".strip()
        return f"{weight}, {speaker.sport(row.event.sport)}"
    return ", ".join(part for part in (classes, speaker.event(row.event)) if part)


def _results(finding: Finding, speaker: Speaker) -> Lines:
    return [row_line(row, speaker) for row in finding.rows]


def _mark(finding: Finding, speaker: Speaker) -> Lines:
    marked = [row for row in finding.rows if row.result.mark]
    lines = []
    for row in marked:
        rest = (
            f"{speaker.achieved(row)}, {speaker.sport(row.event.sport)}, {speaker.event(row.event)}"
        )
        what = Said(f"{speaker.mark(row)} — {rest}")
        lines.append(speaker.say("value", who=speaker.who(row), what=what))
    rest_rows = [row for row in finding.rows if not row.result.mark]
    return [*lines, *(row_line(row, speaker) for row in rest_rows)]


def _sport(finding: Finding, speaker: Speaker) -> Lines:
    return [
        speaker.say(
            "value",
            who=speaker.who(row),
            what=Said(
                f"{speaker.sport_title(row.event.sport)}, {speaker.event(row.event)}"
                f" — {speaker.achieved(row)}"
            ),
        )
        for row in finding.rows
    ]


def _born(finding: Finding, speaker: Speaker) -> Lines:
    lines = []
    for athlete in dict.fromkeys(a for row in finding.rows for a in row.result.athletes):
        born = speaker.store.facts.athletes[athlete].born
        if born:
            date_said = speaker.day(born, year=True)
            lines.append(speaker.say("born-of", who=speaker.athlete(athlete), date=date_said))
    return lines


def _age(finding: Finding, speaker: Speaker) -> Lines:
    """The age on the day of the result; nothing else is certain."""
    lines = []
    for row in finding.rows[:1]:
        alone = row.result.athletes[:1]
        born = speaker.store.facts.athletes[alone[0]].born if alone else None
        if born and row.day:
            age = speaker.say("age-years", n=years(born, row.day))
            lines.append(
                speaker.say(
                    "age-of",
                    who=speaker.who(row),
                    age=Said(age),
                    games=speaker.games(row.event.games),
                )
            )
            lines.append(speaker.say("born", date=speaker.day(born, year=True)))
    return lines


def years(born: date, day: date) -> int:
    """Full years between two days."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _day(finding: Finding, speaker: Speaker) -> Lines:
    return _shown(finding, lambda row: _dated(row, speaker), speaker)


def _dated(row: Row, speaker: Speaker) -> str:
    return f"{speaker.day(row.day)} — {speaker.achieved(row)}" if row.day else ""


def _opponent(finding: Finding, speaker: Speaker) -> Lines:
    lines = [bout_line(row, b, speaker) for row in finding.rows for b in row.result.bouts]
    return lines or _ahead(finding.rows[0], finding.along, speaker)


def met(finding: Finding, speaker: Speaker) -> Lines:
    """Whether one beat the other, and the bouts; where there are none, the places of both."""
    verdict = bold(speaker.say("yes" if finding.number else "no"))
    if finding.along:
        placed = sorted((*finding.rows, *finding.along), key=lambda r: r.result.place or 0)
        return [verdict, *(Detail(row_line(row, speaker), row) for row in placed)]
    return [verdict, *map(Detail, _opponent(finding, speaker))]


def _ahead(row: Row, ahead: tuple[Row, ...], speaker: Speaker) -> Lines:
    """Who stood higher in a contest of which no bouts are known."""
    what = Said(row_line(row, speaker))
    if not ahead:
        return [speaker.say("no-opponent", what=what)]
    names = Said(speaker.list(speaker.who_from_where(r) for r in ahead))
    return [speaker.say("ahead", who=speaker.who(row), others=names), what]


def _venue(finding: Finding, speaker: Speaker) -> Lines:
    lines = []
    for row in finding.rows:
        places = speaker.store.venues(row.event.games, row.event.sport)
        where = ", ".join(speaker.name(v.names) for v in places) or speaker.games(row.event.games)
        lines.append(
            speaker.say(
                "value",
                who=speaker.who(row),
                what=Said(f"{where}, {speaker.games(row.event.games)}"),
            )
        )
    return lines


def _country(finding: Finding, speaker: Speaker) -> Lines:
    athletes = speaker.store.facts.athletes
    named = finding.query.values(Dim.ATHLETE) or tuple(
        a for row in finding.rows for a in row.result.athletes
    )
    return [
        speaker.say("value", who=speaker.athlete(a), what=speaker.npc(athletes[a].npc))
        for a in dict.fromkeys(named)
    ]


_READERS: Mapping[Dim, Callable[[Finding, Speaker], Lines]] = {
    Dim.WEIGHT: _category,
    Dim.CLASS: _category,
    Dim.MEDAL: _results,
    Dim.PLACE: _results,
    Dim.MARK: _mark,
    Dim.SPORT: _sport,
    Dim.EVENT: _results,
    Dim.BORN: _born,
    Dim.AGE: _age,
    Dim.DAY: _day,
    Dim.OPPONENT: _opponent,
    Dim.VENUE: _venue,
    Dim.NPC: _country,
}
