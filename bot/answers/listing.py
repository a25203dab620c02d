"""Answers that list or count: who, which, how many, whether any."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answers.lines import (
    Lines,
    bold,
    counted,
    medal_count,
    none,
    rows,
    scope,
    tally,
)
from bot.answers.messages import Said
from bot.answers.speaker import Speaker
from bot.facts.finding import Finding, Group
from bot.facts.model import Gender
from bot.facts.query import ANY_MEDAL, NO_MEDAL, Dim


def listed(finding: Finding, speaker: Speaker) -> Lines:
    """What there is that meets the conditions."""
    query = finding.query
    if not finding.rows:
        return none(finding, speaker)
    if query.target in (Dim.SPORT, Dim.DAY, Dim.EVENT, Dim.GENDER, Dim.CLASS, Dim.WEIGHT):
        if query.target is Dim.EVENT:
            return [bold(_heading(finding, speaker)), *rows(finding.rows, speaker)]
        return [*_grouped(finding, speaker)]
    return [bold(_heading(finding, speaker)), *rows(finding.rows, speaker)]


def _heading(finding: Finding, speaker: Speaker) -> str:
    """How many of what: the understanding shown in the first line."""
    wanted = finding.query.values(Dim.MEDAL)
    text = scope(finding, speaker)
    if wanted and NO_MEDAL not in wanted:
        colours = [v for v in wanted if v != ANY_MEDAL]
        rest = speaker.scope(f for f in finding.query.filters if f.dim is not Dim.MEDAL)
        count = medal_count(len(finding.rows), colours, speaker)
        return f"{count} · {rest}"
    return text


def _grouped(finding: Finding, speaker: Speaker) -> Lines:
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


def count(finding: Finding, speaker: Speaker) -> Lines:
    """How many, and which where they are few."""
    query, number = finding.query, finding.number or 0
    text = counted(number, query, speaker)
    if query.number is not None:
        agrees = int(query.number) == number
        text = speaker.say("premise-right" if agrees else "premise-wrong", right=Said(text))
    if number == 0:
        return none(finding, speaker)
    rest = [f for f in query.filters if f.dim is not Dim.MEDAL or len(f.values) > 1 or f.negated]
    lines = [f"{bold(text)} · {speaker.scope(rest)}"]
    return [*lines, *_count_details(finding, speaker)]


def _count_details(finding: Finding, speaker: Speaker) -> Lines:
    if finding.standings:
        standing = finding.standings[0]
        if finding.query.target is Dim.MEDAL:
            return [speaker.tally(standing)]
        return []
    if finding.query.target is Dim.MEDAL:
        if len(finding.rows) <= 5:
            return rows(finding.rows, speaker)
        return [tally(finding.rows, speaker)]
    if finding.query.target is Dim.ATHLETE:
        if len(finding.groups) <= 5:
            return rows(finding.rows, speaker)
        return [_genders(finding.groups, speaker)]
    return [", ".join(speaker.value(finding.query.target, g.key) for g in finding.groups)]


def _genders(groups: Iterable[Group], speaker: Speaker) -> str:
    athletes = [speaker.store.facts.athletes[g.key].gender for g in groups]
    men, women = athletes.count(Gender.MEN), athletes.count(Gender.WOMEN)
    if not men or not women:
        return ""
    return speaker.say(
        "team-size",
        men=Said(speaker.say("count-men", n=men)),
        women=Said(speaker.say("count-women", n=women)),
    )


def exists(finding: Finding, speaker: Speaker) -> Lines:
    """Yes with the results, or no with the nearest."""
    if not finding.rows:
        return none(finding, speaker)
    return [bold(speaker.say("yes")), *rows(finding.rows, speaker)]
