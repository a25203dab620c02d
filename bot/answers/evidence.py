"""What a verdict rests on: the facts, and how they are told in a line or two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.answers.lines import bout_line, counted, medal_count, row_line
from bot.answers.messages import Said
from bot.answers.speaker import Speaker
from bot.facts.finding import Finding
from bot.facts.model import Bout, Claim, Standing
from bot.facts.query import ANY_MEDAL, Dim, Filter, Op, Query
from bot.facts.rows import Row

_ROWS = 2
_COUNTED_ROWS = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """Results, counts, lines of tables (for their places or their medals) and claims."""

    rows: tuple[Row, ...] = ()
    counts: tuple[Finding, ...] = ()
    ranks: tuple[Standing, ...] = ()
    tallies: tuple[Standing, ...] = ()
    claims: tuple[Claim, ...] = ()
    bouts: tuple[tuple[Row, Bout], ...] = ()
    """Bouts, each with the result that it belongs to."""
    games: tuple[str, ...] = ()
    """The Games that tell that there is nothing."""


def told(evidence: Evidence, speaker: Speaker) -> list[str]:
    """The facts, each in a line."""
    rows = evidence.rows[:_ROWS]
    if rows and rows[0].medal:
        rows = tuple(row for row in rows if row.medal)  # a place beside a medal is no news
    lines = [row_line(row, speaker, games=True) for row in rows]
    lines = [*(bout_line(row, bout, speaker) for row, bout in evidence.bouts), *lines]
    for count in evidence.counts:
        lines += _count(count, speaker)
    lines += [_rank(line, speaker) for line in evidence.ranks]
    lines += [_tally(line, speaker) for line in evidence.tallies]
    lines += [speaker.name(claim.text) for claim in evidence.claims]
    return list(dict.fromkeys(lines))


def _count(found: Finding, speaker: Speaker) -> list[str]:
    query = found.query
    rest = [f for f in query.filters if f.dim is not Dim.MEDAL or query.target is not Dim.MEDAL]
    rest = [f for f in rest if f.dim is not Dim.MEDAL or f.values != (ANY_MEDAL,)]
    number = counted(found.number or 0, query, speaker)
    lines = [speaker.say("value", who=Said(speaker.scope(rest)), what=Said(number))]
    if query.target is Dim.MEDAL and 0 < len(found.rows) <= _COUNTED_ROWS:
        several = len({row.event.games for row in found.rows}) > 1
        lines += [row_line(row, speaker, games=several) for row in found.rows]
    return lines


def _rank(line: Standing, speaker: Speaker) -> str:
    if line.rank is None:
        return _tally(line, speaker)
    place = speaker.say("rank", who=speaker.npc(line.npc), place=Said(speaker.place(line.rank)))
    return f"{place} · {speaker.games(line.games)}"


def _tally(line: Standing, speaker: Speaker) -> str:
    who = Said(f"{speaker.npc(line.npc)}, {speaker.games(line.games)}")
    total = Said(medal_count(line.total, (), speaker))
    tally = Said(speaker.tally(line))
    return f"{who} — {speaker.say('total-tally', total=total, tally=tally)}"


def merged(pieces: Iterable[Evidence], speaker: Speaker) -> Finding:
    """All facts of several pieces as one finding, for its sources and its receipt."""
    held = list(pieces)
    games = speaker.store.facts.games
    rows = [row for e in held for row in e.rows[:_ROWS]]
    rows += [row for e in held for row, _ in e.bouts]
    rows += [row for e in held for count in e.counts for row in count.rows]
    lines = [s for e in held for s in (*e.ranks, *e.tallies)]
    lines += [s for e in held for count in e.counts for s in count.standings]
    telling = [g for e in held for g in e.games]
    telling += [g for e in held for c in e.counts if not c.rows for g in c.query.values(Dim.GAMES)]
    return Finding(
        _query(held),
        rows=tuple({row.result.id: row for row in rows}.values()),
        standings=tuple({(s.games, s.npc): s for s in lines}.values()),
        claims=tuple({c.id: c for e in held for c in e.claims}.values()),
        games=tuple(games[g] for g in dict.fromkeys(telling) if g in games and not rows),
    )


def _query(pieces: Iterable[Evidence]) -> Query:
    """The question whose answer tells more of the same: what a follow-up leans on."""
    for piece in pieces:
        if piece.counts:
            return piece.counts[0].query
        told = (*piece.rows, *(row for row, _ in piece.bouts))
        if told and told[0].result.athletes:
            who = Filter(Dim.ATHLETE, told[0].result.athletes[:1])
            return Query(Op.CARD, Dim.ATHLETE, (who,))
        if piece.ranks or piece.tallies:
            line = (*piece.ranks, *piece.tallies)[0]
            where = (Filter(Dim.GAMES, (line.games,)), Filter(Dim.NPC, (line.npc,)))
            return Query(Op.RANK, Dim.NPC, where)
    return Query(Op.CARD, Dim.GAMES)
