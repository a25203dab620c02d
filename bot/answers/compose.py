"""From a finding to the lines of an answer, in a language.

The direct answer comes first, then a few lines of detail. One function for each operation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.answers.about_games import about_games
from bot.answers.attributes import met, value
from bot.answers.cards import card
from bot.answers.choosing import best, by_age, career, extreme, in_time, only
from bot.answers.lines import Lines, medal_count, row_line, unknown, won
from bot.answers.listing import count, exists, listed
from bot.answers.measuring import compare, rank, share, top
from bot.answers.messages import Said
from bot.answers.speaker import Speaker
from bot.answers.stating import claim, number
from bot.answers.text import capital
from bot.facts.finding import Finding
from bot.facts.query import EVERY, Dim, Op


def compose(finding: Finding, speaker: Speaker) -> Lines:
    """The lines of the answer as HTML, the direct answer first."""
    if not finding.known:
        return unknown(finding, speaker)
    lines = _COMPOSERS[finding.query.op](finding, speaker)
    lines += [speaker.name(dispute.text) for dispute in finding.disputed]
    return [*lines, *_beyond(finding, speaker)]


def _beyond(finding: Finding, speaker: Speaker) -> Lines:
    """Our own part in others' contests, others' part in our question, and what may be missing."""
    lines = [speaker.say("ours", what=Said(row_line(row, speaker))) for row in finding.ours[:3]]
    if finding.beside and finding.beside.query.op is Op.COUNT:
        everything = finding.beside
        colours = everything.query.colours
        said = Said(medal_count(everything.number or 0, colours, speaker))
        lines.append(capital(speaker.say("compare-line", who=speaker.games(EVERY), count=said)))
    elif finding.beside and finding.beside.standings:
        line = finding.beside.standings[0]
        who, medals = speaker.npc(line.npc), Said(speaker.tally(line))
        lines.append(speaker.say("everybody", who=who, tally=medals))
    elif finding.beside and finding.beside.query.values(Dim.ATHLETE):
        everything = finding.beside
        who = Said(speaker.athlete(everything.query.values(Dim.ATHLETE)[0]))
        colours = everything.query.colours
        said = Said(medal_count(len(everything.rows), colours, speaker))
        lines.append(speaker.say("career", who=who, count=said))
    elif finding.beside:
        groups = finding.beside.groups
        names = ", ".join(speaker.value(finding.beside.query.target, g.key) for g in groups[:3])
        lines.append(
            speaker.say("everybody", who=Said(names), tally=Said(won(groups[0].rows, speaker)))
        )
    if finding.partial:
        lines.append(speaker.say("partial"))
    return lines


_COMPOSERS: Mapping[Op, Callable[[Finding, Speaker], Lines]] = {
    Op.LIST: listed,
    Op.COUNT: count,
    Op.EXISTS: exists,
    Op.VALUE: value,
    Op.MOST: extreme,
    Op.LEAST: extreme,
    Op.ONLY: only,
    Op.BEST: best,
    Op.FIRST: in_time,
    Op.LAST: in_time,
    Op.YOUNGEST: by_age,
    Op.OLDEST: by_age,
    Op.CAREER: career,
    Op.SHARE: share,
    Op.COMPARE: compare,
    Op.RANK: rank,
    Op.ABOVE: rank,
    Op.TOP: top,
    Op.CARD: card,
    Op.CLAIM: claim,
    Op.GAMES: about_games,
    Op.NUMBER: number,
    Op.MET: met,
}
