"""A day of the Games: what was won, or what was achieved where nothing was."""

from __future__ import annotations

from bot.answers.speaker import Speaker
from bot.answers.text import plain
from bot.facts.finding import Finding
from bot.facts.query import Dim
from bot.pictures.content import Content, Items, Section, Table, Tally
from bot.pictures.wording import by, counted, everybody, item, source, where

NAMED = 12


def day(finding: Finding, speaker: Speaker) -> Content | None:
    """The content of a day; none without a date or where not all its medals are known."""
    date = finding.rows[0].day
    if date is None or finding.partial:
        return None
    count = counted(finding.rows)
    sections: list[Section] = [Tally(count)] if count.total else []
    sections.append(_results(finding, speaker))
    return Content(
        title=plain(speaker.day(date, year=True)),
        subtitle=where(finding, speaker),
        sections=tuple(sections),
        source=source(finding, speaker),
    )


def _results(finding: Finding, speaker: Speaker) -> Section:
    won = tuple(row for row in finding.rows if row.medal)
    rest = () if everybody(finding) and won else (r for r in finding.rows if not r.medal)
    if len(won) > NAMED:
        dim = Dim.NPC if everybody(finding) else Dim.SPORT
        return Table(by(dim, won, speaker))
    shown = (*won, *rest)
    return Items(tuple(item(row, speaker, sport=True, country=everybody(finding)) for row in shown))
