"""From a finding to the lines of an answer, in a language.

The direct answer comes first, then a few lines of detail. One function for each operation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.answers.about_games import about_games
from bot.answers.attributes import value
from bot.answers.cards import card
from bot.answers.choosing import best, by_age, career, extreme, in_time, only
from bot.answers.lines import Lines, unknown
from bot.answers.listing import count, exists, listed
from bot.answers.measuring import compare, rank, share, top
from bot.answers.speaker import Speaker
from bot.answers.stating import claim, number
from bot.facts.finding import Finding
from bot.facts.query import Op


def compose(finding: Finding, speaker: Speaker) -> Lines:
    """The lines of the answer as HTML, the direct answer first."""
    if not finding.known:
        return unknown(finding, speaker)
    lines = _COMPOSERS[finding.query.op](finding, speaker)
    return [*lines, *(speaker.name(dispute.text) for dispute in finding.disputed)]


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
}
