"""Cards: all about one athlete, sport, class, contest, team, or all the medals."""

from __future__ import annotations

from bot.answers.about_games import overview
from bot.answers.lines import MANY, Lines, bold, headline, row_line, rows, scope, tally
from bot.answers.messages import Said
from bot.answers.speaker import Speaker
from bot.facts.finding import Finding, Group
from bot.facts.model import Gender, Medal
from bot.facts.query import Dim
from bot.facts.rows import Row
from bot.facts.selecting import medal_key

_ROWS = 6
_OTHERS = 30
"""So many others at most are named in a row."""


def card(finding: Finding, speaker: Speaker) -> Lines:
    """The card that a finding is about."""
    if finding.query.values(Dim.ATHLETE):
        return _athletes(finding, speaker)
    if finding.query.target is Dim.CLASS:
        return _class(finding, speaker)
    if finding.query.target is Dim.NPC:
        return _team(finding, speaker)
    if finding.query.target is Dim.GAMES:
        return overview(finding, speaker)
    return _contests(finding, speaker)


def _athletes(finding: Finding, speaker: Speaker) -> Lines:
    lines: Lines = []
    for athlete in finding.query.values(Dim.ATHLETE):
        own = [row for row in finding.rows if athlete in row.result.athletes]
        lines += _athlete(athlete, own, finding, speaker)
    return lines


def _athlete(athlete: str, own: list[Row], finding: Finding, speaker: Speaker) -> Lines:
    sports = dict.fromkeys(row.event.sport for row in own)
    names = Said(", ".join(speaker.sport_title(sport) for sport in sports))
    who = speaker.known_from(athlete)
    lines = [bold(speaker.say("athlete-head", who=who, sport=names)) if sports else bold(who)]
    if len(own) > _ROWS:
        lines.append(tally(own, speaker))
    for row in own[:_ROWS]:
        parts = [speaker.achieved(row), speaker.event(row.event)]
        parts += [speaker.mark(row)] if row.result.mark else []
        parts += [speaker.day(row.day)] if row.day else []
        games = speaker.games(row.event.games)
        lines.append(speaker.say("athlete-in", games=games, what=Said(", ".join(parts))))
    lines += [speaker.name(c.text) for c in finding.claims if athlete in c.athletes]
    born = speaker.store.facts.athletes[athlete].born
    if born:
        lines.append(speaker.say("born", date=speaker.day(born, year=True)))
    return lines


def _class(finding: Finding, speaker: Speaker) -> Lines:
    """What a class means, and who of ours competes in it."""
    sports = finding.query.values(Dim.SPORT)
    lines: Lines = []
    for code in finding.query.values(Dim.CLASS):
        for known in speaker.store.facts.classifications.values():
            if known.code == code and (not sports or known.sport in sports):
                title = f"{speaker.class_of(code)}, {speaker.sport(known.sport)}"
                lines.append(f"{bold(title[:1].upper() + title[1:])}: {speaker.name(known.text)}")
    if not lines:
        codes = ", ".join(finding.query.values(Dim.CLASS))
        return [bold(speaker.say("no-such-class", code=codes))]
    if not finding.rows:
        return [*lines, speaker.say("class-none")]
    return [*lines, *(row_line(row, speaker) for row in finding.rows[:_ROWS])]


def _contests(finding: Finding, speaker: Speaker) -> Lines:
    """The results that meet the conditions: medals first, then how many others there were."""
    if not finding.rows:
        return [bold(speaker.say("none-found", scope=Said(scope(finding, speaker))))]
    won = [row for row in finding.rows if row.medal]
    rest = [row for row in finding.rows if not row.medal]
    lines = [_head(finding, _tallied(finding, won), speaker)]
    if len(won) > MANY:
        lines += rows(won, speaker, finding.query.offset)
        rest = []
    else:
        several = len({row.result.npc for row in won}) > 1
        sports = len({row.event.sport for row in won}) > 1
        games = len({row.event.games for row in won}) > 1
        lines += [row_line(r, speaker, sport=sports, games=games, country=several) for r in won]
    if len(rest) <= _ROWS:
        lines += [row_line(row, speaker, sport=False) for row in rest]
    else:
        names = dict.fromkeys(speaker.who(row) for row in rest)
        lines.append(speaker.say("others", list=Said(", ".join(list(names)[:_OTHERS]))))
    return lines + [row_line(row, speaker, sport=False) for row in finding.along]


def _tallied(finding: Finding, won: list[Row]) -> tuple[int, int, int]:
    """Gold, silver and bronze: by the tables where not all medallists are known."""
    if not finding.standings:
        return medal_key(Group("", tuple(won)))
    gold, silver, bronze = (
        sum(getattr(line, medal) for line in finding.standings) for medal in Medal
    )
    return gold, silver, bronze


def _head(finding: Finding, won: tuple[int, int, int], speaker: Speaker) -> str:
    gold, silver, bronze = won
    if sum(won) > 1:
        count = speaker.say("count-medals", n=sum(won), colour="any")
        tally = speaker.say("tally", gold=gold, silver=silver, bronze=bronze)
        text = speaker.say("total-tally", total=Said(count), tally=Said(tally))
        return f"{bold(text)} · {scope(finding, speaker)}"
    if not sum(won):
        return bold(speaker.say("nothing", scope=Said(scope(finding, speaker))))
    return headline(scope(finding, speaker))


def _team(finding: Finding, speaker: Speaker) -> Lines:
    """How big a team was, and in which sports."""
    if finding.standings:
        return _team_by_tables(finding, speaker)
    athletes = {a for row in finding.rows for a in row.result.athletes}
    genders = [speaker.store.facts.athletes[a].gender for a in athletes]
    sports = dict.fromkeys(row.event.sport for row in finding.rows)
    size = speaker.say("count-athletes", n=len(athletes))
    first = f"{size}, {speaker.say('count-sports', n=len(sports))}"
    split = speaker.say(
        "team-size",
        men=Said(speaker.say("count-men", n=genders.count(Gender.MEN))),
        women=Said(speaker.say("count-women", n=genders.count(Gender.WOMEN))),
    )
    by_sport = []
    for sport in sports:
        members = {a for r in finding.rows if r.event.sport == sport for a in r.result.athletes}
        by_sport.append(f"{speaker.sport(sport)} — {len(members)}")
    return [f"{bold(first)} · {scope(finding, speaker)}", split, ", ".join(by_sport)]


def _team_by_tables(finding: Finding, speaker: Speaker) -> Lines:
    """A team's medals, and its size and place where the Games are one."""
    lines, said = finding.standings, scope(finding, speaker)
    one = lines[0] if len(lines) == 1 else None
    if one and one.athletes:
        first = f"{bold(speaker.say('count-athletes', n=one.athletes))} · {said}"
    else:
        first = bold(said)
    gold, silver, bronze = _tallied(finding, [])
    place = f", {speaker.place(one.rank)}" if one and one.rank else ""
    return [
        first,
        speaker.say("tally", gold=gold, silver=silver, bronze=bronze) + place,
        *rows(finding.rows, speaker, finding.query.offset),
    ]
