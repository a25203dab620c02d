"""A delegation's medals, Games after Games."""

from __future__ import annotations

from bot.answers.speaker import Speaker
from bot.answers.text import capital, plain
from bot.facts.finding import Finding
from bot.facts.query import EVERY, Dim, Op
from bot.pictures.content import MANY, Bars, Content, Note, Section, Tally
from bot.pictures.wording import line, of_lines, source, unbroken

_FEW = 5
"""More Games than this are drawn close to each other."""


def by_games(finding: Finding, speaker: Speaker) -> Content | None:
    """The content of the bars; none with fewer than two Games, or where a table is missing.

    Only the lines of medal tables count here: of them it is known that they are whole.
    """
    store, query = speaker.store, finding.query
    npc, asked = query.values(Dim.NPC)[0], query.values(Dim.GAMES)
    if npc == EVERY:
        return None
    table = sorted(store.standings(asked, (npc,)), key=lambda s: store.facts.games[s.games].year)
    held = store.editions(asked)
    took_part = {games for games in held if store.team_results(games, npc)}
    if len(table) < _SEVERAL or not took_part <= {s.games for s in table}:
        return None
    lines = tuple(line(speaker.games(s.games), of_lines((s,)), speaker) for s in table if s.total)
    if not lines:
        return None
    together = query.op is not Op.COMPARE and len(lines) <= MANY
    sections: list[Section] = [Tally(of_lines(table))] if together else []
    sections.append(Bars(lines, dense=len(lines) > _FEW))
    without = [unbroken(capital(plain(speaker.games(s.games)))) for s in table if not s.total]
    if without:
        sections.append(Note(plain(speaker.say("picture-without", games=", ".join(without)))))
    return Content(
        title=capital(plain(speaker.npc(npc))),
        subtitle=plain(speaker.say("picture-by-games")),
        sections=tuple(sections),
        source=source(Finding(query, standings=tuple(table)), speaker),
    )


_SEVERAL = 2
