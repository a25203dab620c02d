"""Simple answers kept short: a part of a phone's screen, and not long to listen to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.lines import MANY, Detail, Lines, tally
from bot.answers.messages import Said
from bot.answers.speaker import Speaker
from bot.answers.text import plain
from bot.facts.finding import Finding
from bot.facts.model import Medal
from bot.facts.query import Dim, Filter, Op, Query

SIMPLE = frozenset(Op) - {Op.LIST, Op.CARD, Op.TOP, Op.GAMES, Op.CLAIM}
"""What is asked in one question has one answer; lists and cards are as long as they are."""
_OF_MANY = frozenset({Op.COUNT, Op.EXISTS, Op.SHARE})
"""What may have many winners, of whom none is the answer more than another."""
_NAMING = frozenset({Op.BEST, Op.MOST, Op.LEAST, Op.ONLY})
"""What names all who are level before it tells of each."""
_SEVERAL = 2
LONGEST = 300
"""Characters of a simple answer, without its sources."""
_SPARE = 20
"""Room for saying how many more there are."""


def fitted(lines: Lines, finding: Finding, speaker: Speaker) -> tuple[Lines, int]:
    """A simple answer with as many details as there is room for, and how many are cut short.

    Where there is no room for what each won, there may be for who won.
    """
    details = [n for n, line in enumerate(lines) if isinstance(line, Detail)]
    beyond = max(0, len(finding.rows) - MANY) if finding.query.op is Op.EXISTS and details else 0
    long = length(lines) > LONGEST or beyond
    if finding.query.op not in SIMPLE or not details or not long:
        return lines, 0
    if len(details) == 1:
        # What is said of it besides is worth more than the result alone.
        return [line for line in lines if not isinstance(line, Detail)], 1
    by_medal = finding.query.op in _OF_MANY and not beyond
    told = _by_medal([lines[n] for n in details], speaker) if by_medal else []
    brief = [*lines[: details[0]], *told, *lines[details[-1] + 1 :]]
    if told and length(brief) <= LONGEST:
        return brief, len(details)
    return _cut(lines, details, beyond, finding, speaker)


def _by_medal(details: Lines, speaker: Speaker) -> Lines:
    """Who won, a line for each medal; nothing where somebody won more than one, or none."""
    rows = [line.row for line in details if isinstance(line, Detail) and line.row]
    who = speaker.who if len({row.result.npc for row in rows}) == 1 else speaker.who_from_where
    names: dict[Medal, list[str]] = {medal: [] for medal in Medal}
    for row in rows:
        if row.medal is None:
            return []
        names[row.medal].append(who(row))
    if len({name for listed in names.values() for name in listed}) < len(details):
        return []
    return [
        speaker.say("value", who=Said(speaker.say(f"emoji-{medal}")), what=Said(", ".join(listed)))
        for medal, listed in names.items()
        if listed
    ]


def _cut(
    lines: Lines, details: list[int], beyond: int, finding: Finding, speaker: Speaker
) -> tuple[Lines, int]:
    """The first details and how many more there are; of counted medals how many of each colour."""
    left, out, kept = list(lines), beyond, list(details)
    if finding.query.op is Op.COUNT and len({row.medal for row in finding.rows if row.medal}) > 1:
        left.insert(kept[0], tally(finding.rows, speaker))
        kept = [place + 1 for place in kept]
    while len(kept) > 1 and length(left) + _SPARE > LONGEST:
        left.pop(kept.pop())
        out += 1
    if finding.query.op not in _NAMING or len(finding.groups) < _SEVERAL:
        left.insert(kept[-1] + 1, speaker.say("why-more", n=out))
    return left, out


def length(lines: Sequence[str]) -> int:
    """Characters that a person reads."""
    return len(plain("\n".join(line for line in lines if line)))


def whole(finding: Finding) -> Query | None:
    """The question for all that a short answer leaves out; ``None`` where it is no one list."""
    query = finding.query
    if query.op in (Op.COMPARE, Op.NUMBER):
        return None
    if query.op in (Op.MOST, Op.LEAST, Op.BEST, Op.ONLY):
        if len(finding.groups) != 1 or query.target is Dim.MEDAL:
            return None
        query = query.having(Filter(query.target, (finding.groups[0].key,)))
    return replace(Query(Op.LIST, Dim.ATHLETE), filters=query.filters)
