"""Words that the pictures share: results in a line, where they come from, medals counted."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answers.messages import Said
from bot.answers.speaker import Speaker
from bot.answers.text import capital, plain
from bot.facts.finding import Finding, Group
from bot.facts.model import Medal, Standing
from bot.facts.query import EVERY, Dim
from bot.facts.rows import Row
from bot.facts.selecting import grouped, medal_key
from bot.pictures.content import Count, Item, Line

_SOURCES = 2


def unbroken(text: str) -> str:
    """Text that stays on one line."""
    return text.replace(" ", _NO_BREAK)


_NO_BREAK = "\N{NO-BREAK SPACE}"


def counted(rows: Iterable[Row]) -> Count:
    """The medals among rows."""
    return Count(*medal_key(Group("", tuple(rows))))


def of_lines(lines: Iterable[Standing]) -> Count:
    """The medals of lines of tables together."""
    listed = tuple(lines)
    gold, silver, bronze = (sum(getattr(line, medal) for line in listed) for medal in Medal)
    return Count(gold, silver, bronze)


def tallied(finding: Finding) -> Count:
    """The medals of a finding: by the tables where not all medallists are known."""
    return of_lines(finding.standings) if finding.standings else counted(finding.rows)


def item(row: Row, speaker: Speaker, *, sport: bool, country: bool) -> Item:
    """A result by who achieved it."""
    parts = [speaker.achieved(row, emoji=False)]
    parts += [speaker.sport(row.event.sport)] if sport else []
    parts += [speaker.event(row.event)]
    parts += [speaker.mark(row)] if row.result.mark else []
    who = speaker.who_from_where(row) if country else speaker.who(row)
    return Item(row.medal, row.result.place, plain(who), plain(", ".join(p for p in parts if p)))


def by(dim: Dim, rows: tuple[Row, ...], speaker: Speaker) -> tuple[Line, ...]:
    """Medals by sport or delegation, as medal tables are ordered."""
    groups = sorted(grouped(rows, dim), key=lambda g: (*(-n for n in medal_key(g)), g.key))
    return tuple(
        line(speaker.value(dim, group.key), Count(*medal_key(group)), speaker) for group in groups
    )


def line(name: str, count: Count, speaker: Speaker, colour: Medal | None = None) -> Line:
    """The medals of a sport, a delegation, a Games, in figures and in words."""
    number = count.of(colour) if colour else count.total
    total = speaker.say("count-medals", n=number, colour=colour or "any")
    words = "" if colour else in_words(count, speaker)
    return Line(capital(plain(name)), count, plain(total), words)


def in_words(count: Count, speaker: Speaker) -> str:
    """So many of gold, of silver, of bronze."""
    return plain(speaker.say("tally", gold=count.gold, silver=count.silver, bronze=count.bronze))


def where(finding: Finding, speaker: Speaker) -> str:
    """Whose results, at which Games."""
    query = finding.query
    npcs = [speaker.npc(npc) for npc in query.values(Dim.NPC)]
    games = [speaker.games(games) for games in query.values(Dim.GAMES)]
    return capital(plain(", ".join((*npcs, *games))))


def everybody(finding: Finding) -> bool:
    """Whether the results of all delegations are meant."""
    return EVERY in finding.query.values(Dim.NPC)


def source(finding: Finding, speaker: Speaker) -> str:
    """The main sources, with the days that they speak of."""
    found = [speaker.store.facts.sources[s] for s in finding.sources()[:_SOURCES]]
    listed = "; ".join(
        speaker.say(
            "source-of", publisher=s.publisher, date=unbroken(speaker.day(s.as_of, year=True))
        )
        for s in found
    )
    return plain(speaker.say("source", list=Said(listed))) if listed else ""
