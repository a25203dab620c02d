"""Answers that list or count: who, which, how many, whether any."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.answers.lines import (
    COUNTRIES,
    GROUPED,
    MANY,
    Lines,
    bold,
    counted,
    headline,
    medal_count,
    none,
    row_line,
    rows,
    says_sport,
    scope,
    tally,
)
from bot.answers.messages import Said
from bot.answers.speaker import Speaker
from bot.facts.finding import Finding, Group
from bot.facts.model import Gender
from bot.facts.query import NO_MEDAL, Dim, Query


def listed(finding: Finding, speaker: Speaker) -> Lines:
    """What there is that meets the conditions."""
    query = finding.query
    if finding.standings:
        of = replace(query, target=Dim.MEDAL) if query.values(Dim.MEDAL) else query
        rest = speaker.scope(f for f in query.filters if f.dim is not Dim.MEDAL)
        first = f"{bold(counted(finding.number or 0, of, speaker))} · {rest}"
        return [first, *rows(finding.rows, speaker, query.offset)]
    if not finding.rows:
        return none(finding, speaker)
    if query.target in GROUPED:
        return [*_grouped(finding, speaker)]
    if query.target is Dim.NPC:
        return _countries(finding, speaker)
    if len(finding.rows) == 1:
        return [bold(row_line(finding.rows[0], speaker, games=True))]
    return [headline(_heading(finding, speaker)), *rows(finding.rows, speaker, query.offset)]


def _countries(finding: Finding, speaker: Speaker) -> Lines:
    """The countries in one line, then the results."""
    names = [speaker.npc(group.key) for group in finding.groups]
    if len(names) > COUNTRIES:
        text = f"{counted(len(names), finding.query, speaker)} · {_heading(finding, speaker)}"
        return [bold(text), ", ".join(names)]
    return [
        bold(", ".join(names)),
        scope(finding, speaker),
        *rows(finding.rows, speaker, finding.query.offset),
    ]


def _heading(finding: Finding, speaker: Speaker) -> str:
    """How many of what: the understanding shown in the first line."""
    wanted = finding.query.values(Dim.MEDAL)
    if wanted and NO_MEDAL not in wanted:
        rest = speaker.scope(f for f in finding.query.filters if f.dim is not Dim.MEDAL)
        count = medal_count(len(finding.rows), finding.query.colours, speaker)
        return f"{count} · {rest}"
    return scope(finding, speaker)


def _grouped(finding: Finding, speaker: Speaker) -> Lines:
    if finding.query.target is Dim.DAY:
        finding = replace(finding, groups=tuple(sorted(finding.groups, key=lambda g: g.key)))
    medals = any(group.medals for group in finding.groups)
    names = [speaker.value(finding.query.target, g.key) for g in finding.groups]
    count = counted(len(names), finding.query, speaker)
    lines = [bold(f"{count}: {', '.join(names)}")]
    if medals and finding.query.values(Dim.MEDAL) and len(names) <= 6:
        lines += [_group_line(group, finding.query.target, speaker) for group in finding.groups]
    return lines


def _group_line(group: Group, dim: Dim, speaker: Speaker) -> str:
    who = Said(speaker.value(dim, group.key))
    names = [speaker.who(row) + f" ({speaker.achieved(row, emoji=False)})" for row in group.rows]
    return speaker.say("value", who=who, what=Said(", ".join(names)))


def agrees_with(query: Query, number: int) -> bool:
    """Whether the stated number, or that it is more or fewer, is so."""
    stated = query.number or 0
    if query.more is None:
        return int(stated) == number
    return number > stated if query.more else number < stated


def count(finding: Finding, speaker: Speaker) -> Lines:
    """How many, and which where they are few."""
    query, number = finding.query, finding.number or 0
    text = counted(number, query, speaker)
    if query.number is not None:
        agrees = agrees_with(query, number)
        text = speaker.say("premise-right" if agrees else "premise-wrong", right=Said(text))
    if number == 0 and query.number is None:
        return none(finding, speaker)
    rest = [f for f in query.filters if f.dim is not Dim.MEDAL or len(f.values) > 1 or f.negated]
    lines = [f"{bold(text)} · {speaker.scope(rest)}"]
    if not number and query.values(Dim.ATHLETE):
        return [*lines, *rows([row for row in finding.nearest if row.medal][:2], speaker)]
    return [*lines, *_count_details(finding, speaker)]


def _count_details(finding: Finding, speaker: Speaker) -> Lines:
    if finding.standings:
        return _from_tables(finding, speaker)
    if finding.query.target is Dim.GAMES:
        return [", ".join(speaker.games(group.key) for group in finding.groups)]
    if finding.query.target is Dim.MEDAL:
        if len(finding.rows) <= 5:
            return _short_rows(finding, speaker)
        return [tally(finding.rows, speaker)] if _several_colours(finding) else []
    if finding.query.target is Dim.ATHLETE:
        if len(finding.groups) <= 5:
            return _short_rows(finding, speaker)
        return [_genders(finding.groups, speaker)]
    named = ", ".join(speaker.value(finding.query.target, g.key) for g in finding.groups)
    return [named] if len(named) <= _NAMED else []


_NAMED = 200
"""Things whose names are longer together than this are counted without being named."""


def _short_rows(finding: Finding, speaker: Speaker) -> Lines:
    return rows(finding.rows, speaker, sport=not says_sport(finding.query))


def _several_colours(finding: Finding) -> bool:
    return len({row.medal for row in finding.rows}) > 1


def _from_tables(finding: Finding, speaker: Speaker) -> Lines:
    lines = finding.standings
    if finding.query.target is Dim.GAMES:
        held = sorted(lines, key=lambda line: speaker.store.facts.games[line.games].year)
        return [", ".join(speaker.games(line.games) for line in held)]
    if finding.query.target is Dim.MEDAL:
        sums = [sum(getattr(s, colour) for s in lines) for colour in ("gold", "silver", "bronze")]
        return [speaker.say("tally", gold=sums[0], silver=sums[1], bronze=sums[2])]
    if finding.query.target is Dim.ATHLETE and len(finding.query.values(Dim.GENDER)) > 1:
        return [_sizes(line.men, line.women, speaker) for line in lines if line.men and line.women]
    return []


def _sizes(men: int, women: int, speaker: Speaker) -> str:
    return speaker.say(
        "team-size",
        men=Said(speaker.say("count-men", n=men)),
        women=Said(speaker.say("count-women", n=women)),
    )


def _genders(groups: Iterable[Group], speaker: Speaker) -> str:
    athletes = [speaker.store.facts.athletes[g.key].gender for g in groups]
    men, women = athletes.count(Gender.MEN), athletes.count(Gender.WOMEN)
    if not men or not women:
        return ""
    return _sizes(men, women, speaker)


def exists(finding: Finding, speaker: Speaker) -> Lines:
    """Yes with the results, or no with the nearest."""
    if not finding.rows:
        return none(finding, speaker)
    medals = all(row.medal for row in finding.rows)
    shown = finding.rows[:MANY] if medals else finding.rows
    return [bold(speaker.say("yes")), *rows(shown, speaker)]
