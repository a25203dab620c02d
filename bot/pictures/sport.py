"""The card of a sport: how a delegation, or everybody, did in it at a Games."""

from __future__ import annotations

from bot.answers.speaker import Speaker
from bot.answers.text import plain
from bot.facts.finding import Finding
from bot.facts.query import Dim
from bot.facts.rows import Row
from bot.pictures.content import Content, Item, Items, Note, Section, Table, Tally
from bot.pictures.wording import by, counted, everybody, item, source, where

NAMED = 12


def sport(finding: Finding, speaker: Speaker) -> Content | None:
    """The content of a sport's card; none where the results of everybody are not all known."""
    if everybody(finding) and finding.partial:
        return None
    count = counted(finding.rows)
    sections: list[Section] = [Tally(count)] if count.total else []
    sections.append(_results(finding, speaker))
    if finding.partial:
        sections.append(Note(plain(speaker.say("partial"))))
    return Content(
        title=plain(speaker.sport_title(finding.query.values(Dim.SPORT)[0])),
        subtitle=where(finding, speaker),
        sections=tuple(sections),
        source=source(finding, speaker),
    )


def _results(finding: Finding, speaker: Speaker) -> Section:
    won = tuple(row for row in finding.rows if row.medal)
    rest = tuple(row for row in finding.rows if not row.medal)
    if everybody(finding) and len(won) > NAMED:
        return Table(by(Dim.NPC, won, speaker))
    shown = won if everybody(finding) and won else (*won, *rest)
    return Items(tuple(_item(row, speaker, country=everybody(finding)) for row in shown))


def _item(row: Row, speaker: Speaker, *, country: bool) -> Item:
    return item(row, speaker, sport=False, country=country)
