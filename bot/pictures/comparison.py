"""Delegations side by side."""

from __future__ import annotations

from bot.answers.speaker import Speaker
from bot.answers.text import capital, plain
from bot.facts.finding import Finding
from bot.facts.model import Medal
from bot.facts.query import Dim
from bot.pictures.content import Bars, Content, Count
from bot.pictures.wording import counted, line, of_lines, source


def comparison(finding: Finding, speaker: Speaker) -> Content | None:
    """The content of a comparison; none where the facts are missing for one of the compared."""
    colours = finding.query.colours
    colour = Medal(colours[0]) if colours else None
    counts = _counts(finding)
    if set(counts) != set(finding.query.values(Dim.NPC)):
        return None

    def worth(npc: str) -> int:
        return counts[npc].of(colour) if colour else counts[npc].total

    lines = tuple(
        line(speaker.npc(npc), counts[npc], speaker, colour)
        for npc in sorted(counts, key=lambda npc: (-worth(npc), npc))
    )
    games = ", ".join(speaker.games(games) for games in finding.query.values(Dim.GAMES))
    return Content(
        title=plain(speaker.say("picture-comparison")),
        subtitle=capital(plain(games)),
        sections=(Bars(lines, colour),),
        source=source(finding, speaker),
    )


def _counts(finding: Finding) -> dict[str, Count]:
    if finding.standings:
        return {standing.npc: of_lines((standing,)) for standing in finding.standings}
    return {group.key: counted(group.rows) for group in finding.groups}
