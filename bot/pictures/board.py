"""The medal board: a delegation's medals at a Games, and who won them."""

from __future__ import annotations

from bot.answers.lines import medal_count
from bot.answers.speaker import Speaker
from bot.answers.text import plain
from bot.facts.finding import Finding
from bot.facts.query import Dim
from bot.pictures.content import Content, Items, Note, Section, Table, Tally
from bot.pictures.wording import by, everybody, item, source, tallied, where

NAMED = 12
"""Of more medals than this the numbers in each sport are shown, not the names."""


def board(finding: Finding, speaker: Speaker) -> Content | None:
    """The content of a medal board; none where the medals of everybody are not all known."""
    if everybody(finding) and finding.partial:
        return None
    count = tallied(finding)
    sections: list[Section] = [Tally(count), _winners(finding, speaker)]
    if finding.partial:
        sections.append(Note(plain(speaker.say("partial"))))
    return Content(
        title=where(finding, speaker),
        subtitle=plain(medal_count(count.total, [], speaker)),
        sections=tuple(sections),
        source=source(finding, speaker),
    )


def _winners(finding: Finding, speaker: Speaker) -> Section:
    won = tuple(row for row in finding.rows if row.medal)
    if everybody(finding):
        return Table(by(Dim.NPC, won, speaker))
    if len(won) > NAMED:
        return Table(by(Dim.SPORT, won, speaker))
    return Items(tuple(item(row, speaker, sport=True, country=False) for row in won))
