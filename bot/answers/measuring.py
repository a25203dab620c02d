"""Answers that measure: shares, comparisons, places in the medal table."""

from __future__ import annotations

from bot.answers.lines import (
    Lines,
    bold,
    headed,
    medal_count,
    rows,
    says_sport,
    tally,
    unknown,
)
from bot.answers.messages import Said
from bot.answers.speaker import Speaker
from bot.facts.comparing import compared
from bot.facts.finding import Finding, Group
from bot.facts.model import Medal, Standing
from bot.facts.query import Dim, Op


def share(finding: Finding, speaker: Speaker) -> Lines:
    """What part of the medals, in percent."""
    part, whole = finding.number or 0, finding.of or 0
    if not whole:
        return unknown(finding, speaker)
    colours = finding.query.colours
    first = speaker.say(
        "share",
        percent=speaker.percent(part, whole),
        part=part,
        whole=Said(medal_count(whole, [], speaker)),
        total=whole,
    )
    if finding.query.yes_no:
        first = f"{speaker.say('yes' if part == whole else 'no')}. {first}"
    rest = speaker.scope(f for f in finding.query.filters if f.dim is not Dim.MEDAL or colours)
    others = speaker.say("share-rest", n=whole - part) if part else ""
    told = says_sport(finding.query)
    shown = rows(finding.rows, speaker, sport=not told) if part <= 5 else []
    return [bold(first), rest, others, *shown]


def compare(finding: Finding, speaker: Speaker) -> Lines:
    """Who has more, or the better medal."""
    dim = compared(finding.query)
    if finding.standings:
        return _compare_standings(finding, speaker)
    if dim is Dim.ATHLETE:
        return _compare_athletes(finding, speaker)
    if dim is None:
        return unknown(finding, speaker)
    colours = finding.query.colours if dim is not Dim.MEDAL else []
    sizes = [(g, len(g.rows)) for g in finding.groups]
    most = max(size for _, size in sizes)
    ahead = [g for g, size in sizes if size == most]
    lines = [headed(_verdict(finding, ahead, dim, speaker), finding, speaker, dim)]
    for group, size in sorted(sizes, key=lambda pair: -pair[1]):
        shown = [group.key] if dim is Dim.MEDAL else colours
        name = Said(speaker.value(dim, group.key))
        said = medal_count(size, shown, speaker)
        if dim in (Dim.NPC, Dim.GAMES) and not colours:
            won = tally(group.rows, speaker)
            said = speaker.say("total-tally", total=Said(said), tally=Said(won))
        lines.append(speaker.say("compare-line", who=name, count=Said(said)))
    if sum(size for _, size in sizes) <= _FEW and dim is not Dim.MEDAL:
        lines += [line for group, _ in sizes for line in rows(group.rows, speaker)]
    if len(sizes) == 2 and len(ahead) == 1:
        lines.append(speaker.say("compare-difference", n=abs(sizes[0][1] - sizes[1][1])))
    return lines


_FEW = 4
"""No more results than this are told one by one in a comparison."""


def _verdict(finding: Finding, ahead: list[Group], dim: Dim, speaker: Speaker) -> str:
    query = finding.query
    if len(ahead) == len(finding.groups):
        text = speaker.say("compare-same")
        return f"{speaker.say('no')}. {text}" if query.yes_no and query.more is not None else text
    text = speaker.say(
        "compare-more", who=Said(", ".join(speaker.value(dim, g.key) for g in ahead))
    )
    if not query.yes_no or query.more is None:
        return text
    first_ahead = ahead[0].key == finding.groups[0].key
    return f"{speaker.say('yes' if first_ahead is query.more else 'no')}. {text}"


def _compare_standings(finding: Finding, speaker: Speaker) -> Lines:
    standings = finding.standings
    ranked = sorted(standings, key=lambda s: (-s.total, s.npc))
    first = speaker.say("compare-more", who=speaker.npc(ranked[0].npc))
    lines = [headed(first, finding, speaker, Dim.NPC)]
    for standing in ranked:
        total = medal_count(standing.total, [], speaker)
        text = speaker.say("total-tally", total=Said(total), tally=Said(speaker.tally(standing)))
        who = speaker.npc(standing.npc)
        if len({s.games for s in standings}) > 1:
            who = Said(f"{who}, {speaker.games(standing.games)}")
        lines.append(speaker.say("compare-line", who=who, count=Said(text)))
    return lines


_WORTH = {Medal.GOLD: 0, Medal.SILVER: 1, Medal.BRONZE: 2}


def _compare_athletes(finding: Finding, speaker: Speaker) -> Lines:
    def worth(group: Group) -> int:
        return min((_WORTH[r.medal] for r in group.rows if r.medal), default=3)

    order = sorted(finding.groups, key=worth)
    best = [g for g in order if worth(g) == worth(order[0])]
    if len(best) == 1:
        first = speaker.say("better", who=speaker.athlete(best[0].key))
    else:
        first = speaker.say("compare-same")
    return [bold(first), *(line for g in order for line in rows(g.rows[:2], speaker))]


def rank(finding: Finding, speaker: Speaker) -> Lines:
    """The place in the medal table, or how many are above."""
    if finding.number is None:
        return [_unplaced(standing, speaker) for standing in finding.standings]
    if finding.query.more is not None and len(finding.standings) > 1:
        return _higher(finding, speaker)
    standing = finding.standings[0]
    who = speaker.npc(standing.npc)
    place = speaker.place(standing.rank or 0)
    if finding.query.op is Op.ABOVE:
        first = speaker.say("rank-above", n=finding.number or 0, who=who, place=Said(place))
    else:
        first = speaker.say("rank", who=who, place=Said(place))
        if finding.query.limit:
            inside = (standing.rank or 999) <= finding.query.limit
            key = "premise-right" if inside else "premise-wrong"
            first = speaker.say(key, right=Said(first))
        stated = finding.query.number
        if stated is not None and finding.query.yes_no:
            key = "premise-right" if int(stated) == standing.rank else "premise-wrong"
            first = speaker.say(key, right=Said(first))
    lines = [bold(first), f"{speaker.tally(standing)} · {speaker.games(standing.games)}"]
    return lines + [line for other in finding.standings[1:] for line in _placed(other, speaker)]


def _placed(standing: Standing, speaker: Speaker) -> Lines:
    place = Said(speaker.place(standing.rank or 0))
    told = speaker.say("rank", who=speaker.npc(standing.npc), place=place)
    return [bold(told), f"{speaker.tally(standing)} · {speaker.games(standing.games)}"]


def _higher(finding: Finding, speaker: Speaker) -> Lines:
    """Which of several delegations stands higher in the medal table."""
    order = sorted(finding.standings, key=lambda s: s.rank or 0)
    best = [s for s in order if s.rank == order[0].rank]
    text = speaker.say("compare-same")
    if len(best) == 1:
        text = speaker.say("higher", who=speaker.npc(best[0].npc))
    if finding.query.yes_no:
        first, second = (s.rank or 0 for s in finding.standings[:2])
        right = first < second if finding.query.more else first > second
        text = f"{speaker.say('yes' if right else 'no')}. {text}"
    return [bold(text), *(line for s in order for line in _placed(s, speaker))]


def _unplaced(standing: Standing, speaker: Speaker) -> str:
    """A delegation without a place: it won nothing, or is listed without one."""
    who, games = speaker.npc(standing.npc), speaker.games(standing.games)
    if standing.note:
        return f"{bold(who)}: {speaker.tally(standing)}. {speaker.name(standing.note)}"
    return bold(speaker.say("no-rank", who=who, games=games))


def top(finding: Finding, speaker: Speaker) -> Lines:
    """The leading countries, numbered where they are several."""
    standings = finding.standings
    if finding.query.target is Dim.ATHLETE:
        return _teams(standings, speaker)
    if len(standings) == 1:
        line = standings[0]
        return [bold(speaker.npc(line.npc)), f"{speaker.tally(line)} · {speaker.games(line.games)}"]
    return [bold(speaker.games(standings[0].games)), *_table(finding, speaker)]


def _teams(standings: tuple[Standing, ...], speaker: Speaker) -> Lines:
    """The biggest teams."""
    lines = []
    for standing in standings:
        size = Said(speaker.say("count-athletes", n=standing.athletes or 0))
        lines.append(speaker.say("compare-line", who=speaker.npc(standing.npc), count=size))
    return [bold(lines[0]), *lines[1:], speaker.games(standings[0].games)]


def _table(finding: Finding, speaker: Speaker) -> Lines:
    """The lines by the official places; counted through where others than gold decide."""
    standings = finding.standings
    official = not finding.query.values(Dim.MEDAL) and any(s.rank for s in standings)
    lines = []
    for number, standing in enumerate(standings, 1):
        place = standing.rank if official else number
        tally = Said(speaker.tally(standing))
        who = speaker.npc(standing.npc)
        key = "top-line" if place else "top-unplaced"
        lines.append(speaker.say(key, n=place or 0, who=who, tally=tally))
    return lines
