"""Answers that choose: the most, the best, the first, the youngest, a whole career."""

from __future__ import annotations

from bot.answers.lines import (
    MANY,
    Detail,
    Lines,
    bold,
    headed,
    medal_count,
    none,
    row_line,
    rows,
    says_sport,
    scope,
    tally,
    tied,
)
from bot.answers.listing import agrees_with
from bot.answers.measuring import top
from bot.answers.messages import Said
from bot.answers.speaker import Speaker
from bot.facts.finding import Finding
from bot.facts.query import Dim, Op

_SHOWN = 8
"""Of more results than this only the number is told."""


def extreme(finding: Finding, speaker: Speaker) -> Lines:
    """What has the most or the fewest, ties included."""
    if finding.standings:
        return top(finding, speaker)
    if not finding.groups:
        return none(finding, speaker)
    if finding.query.target is Dim.WEIGHT:
        first, *others = rows(finding.rows, speaker)
        return [bold(first), *others]
    number = finding.number or 0
    names = [speaker.value(finding.query.target, g.key) for g in finding.groups]
    colours = finding.query.colours
    count = medal_count(number, colours, speaker)
    key = "most-each" if len(names) > 1 else "most"
    first = speaker.say(key, who=Said(tied(names, speaker)), count=Said(count))
    lines = [headed(first, finding, speaker)]
    if len(finding.groups) == 1 and len(finding.groups[0].rows) <= _SHOWN:
        lines += rows(finding.groups[0].rows, speaker, sport=_unsaid(finding))
    lines += [speaker.name(claim.text) for claim in finding.claims]
    if finding.query.op is Op.LEAST and finding.query.target is Dim.SPORT:
        lines += _empty_sports(finding, speaker)
    return lines


def _empty_sports(finding: Finding, speaker: Speaker) -> Lines:
    games, npc = finding.query.first(Dim.GAMES) or "", finding.query.first(Dim.NPC) or ""
    won = {row.event.sport for row in finding.rows}
    rest = [s for s in speaker.store.sports_at(games, npc) if s not in won]
    if not rest:
        return []
    return [speaker.say("least-none", who=Said(tied([speaker.sport(s) for s in rest], speaker)))]


def best(finding: Finding, speaker: Speaker) -> Lines:
    """The best by gold, then silver, then bronze."""
    if finding.standings:
        return top(finding, speaker)
    if not finding.groups:
        return none(finding, speaker)
    names = [speaker.value(finding.query.target, g.key) for g in finding.groups]
    if finding.query.target is Dim.ATHLETE:
        lines = [headed(tied(names, speaker), finding, speaker)]
        for group in finding.groups[:3]:
            lines += rows(group.rows[:_SHOWN], speaker, sport=_unsaid(finding))
            told = (claim for claim in finding.claims if group.key in claim.athletes)
            lines += [speaker.name(claim.text) for claim in told]
        return lines
    won = f"{tally(finding.groups[0].rows, speaker)} · {scope(finding, speaker)}"
    best_rows = rows(finding.groups[0].rows[:5], speaker, sport=_unsaid(finding))
    return [bold(tied(names, speaker)), won, *best_rows]


def _unsaid(finding: Finding) -> bool:
    """Whether the sport of the results has yet to be said."""
    return not says_sport(finding.query) and finding.query.target is not Dim.SPORT


def only(finding: Finding, speaker: Speaker) -> Lines:
    """What won nothing but the asked colour."""
    if not finding.groups:
        return none(finding, speaker)
    names = [speaker.value(finding.query.target, g.key) for g in finding.groups]
    return [headed(tied(names, speaker), finding, speaker), *rows(finding.rows, speaker)]


def in_time(finding: Finding, speaker: Speaker) -> Lines:
    """What came on the first or the last day."""
    if not finding.rows:
        return none(finding, speaker)
    day, games = finding.rows[0].day, finding.rows[0].event.games
    current = games == speaker.store.facts.current
    first = speaker.day(day, year=not current) if day else speaker.games(games)
    return [headed(first, finding, speaker), *rows(finding.rows, speaker)]


def career(finding: Finding, speaker: Speaker) -> Lines:
    """All medals of a life, with what is said of them."""
    if not finding.rows:
        return none(finding, speaker)
    colours = finding.query.colours
    who = Said(speaker.list(speaker.athlete(a) for a in finding.query.values(Dim.ATHLETE)))
    count = Said(medal_count(len(finding.rows), colours, speaker))
    first = speaker.say("career", who=who, count=count)
    if finding.query.number is not None:
        agrees = agrees_with(finding.query, len(finding.rows))
        first = speaker.say("premise-right" if agrees else "premise-wrong", right=Said(first))
    lines = [bold(first)]
    lines += [
        Detail(row_line(row, speaker, games=True, country=False)) for row in finding.rows[:MANY]
    ]
    return [*lines, *(speaker.name(claim.text) for claim in finding.claims)]


def by_age(finding: Finding, speaker: Speaker) -> Lines:
    """The youngest or the oldest."""
    lines: Lines = []
    for group in finding.groups:
        born = speaker.store.facts.athletes[group.key].born
        if born:
            day = speaker.day(born, year=True)
            first = speaker.say("born-of", who=speaker.athlete(group.key), date=day)
            lines.append(headed(first, finding, speaker))
        lines += rows(group.rows[:3], speaker)
    return lines or none(finding, speaker)
