"""From a finding to the lines of an answer, in a language.

The direct answer comes first, then a few lines of detail. One function for each operation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from bot.answers.speaker import Speaker
from bot.answers.messages import Said
from bot.facts.finding import Finding, Group
from bot.facts.model import Gender, Medal, Standing
from bot.facts.query import ANY_MEDAL, EVERY, NO_MEDAL, Dim, Filter, Op, Query
from bot.facts.rows import Row
from bot.facts.run import compared, medal_key

Lines = list[str]
MANY = 12
"""More rows than this are told by sport."""


def compose(finding: Finding, speaker: Speaker) -> Lines:
    """The lines of the answer as HTML, the direct answer first."""
    if not finding.known:
        return _unknown(finding, speaker)
    lines = _COMPOSERS[finding.query.op](finding, speaker)
    return [*lines, *(speaker.name(claim.text) for claim in finding.disputed)]


def scope(finding: Finding, speaker: Speaker) -> str:
    """What the question was understood to be about."""
    filters = [f for f in finding.query.filters if not _implied(f, finding)]
    return Said(speaker.scope(filters))


def _implied(condition: Filter, finding: Finding) -> bool:
    return condition.dim is Dim.MEDAL and condition.values == (ANY_MEDAL,)


def bold(text: str) -> str:
    """The direct answer."""
    return f"<b>{text}</b>"


def _unknown(finding: Finding, speaker: Speaker) -> Lines:
    games = finding.query.values(Dim.GAMES)
    if games and not any(g in speaker.store.facts.games or g == EVERY for g in games):
        return [bold(speaker.say("unknown-games"))]
    lines = [bold(speaker.say("unknown", scope=Said(scope(finding, speaker))).strip())]
    if finding.nearest:
        lines += _rows(finding.nearest[:3], speaker)
    return lines


# --- rows ----------------------------------------------------------------------------------------


def row_line(row: Row, speaker: Speaker, *, sport: bool = True, games: bool = False) -> str:
    """One result: who, what, in which contest."""
    parts = [speaker.achieved(row)]
    if sport:
        parts.append(speaker.sport(row.event.sport))
    parts.append(speaker.event(row.event))
    if row.result.mark:
        parts.append(speaker.mark(row))
    if games:
        parts.append(speaker.games(row.event.games))
    return speaker.say("row", who=speaker.who(row), what=Said(", ".join(p for p in parts if p)))


def _rows(rows: Iterable[Row], speaker: Speaker) -> Lines:
    listed = list(rows)
    if len(listed) > MANY or sum(len(r.result.athletes) for r in listed if r.event.team) > 1:
        if len(listed) > MANY:
            return _by_sport(listed, speaker)
    several = len({row.event.games for row in listed}) > 1
    return [row_line(row, speaker, games=several) for row in listed]


def _by_sport(rows: list[Row], speaker: Speaker) -> Lines:
    found: dict[str, dict[str, None]] = {}
    for row in rows:
        found.setdefault(row.event.sport, {}).update(dict.fromkeys(row.result.athletes))
    return [
        speaker.say(
            "value",
            who=Said(f"{speaker.sport_title(sport)} ({len(athletes)})"),
            what=Said(", ".join(speaker.athlete(a) for a in athletes)),
        )
        for sport, athletes in found.items()
    ]


def _list(finding: Finding, speaker: Speaker) -> Lines:
    query = finding.query
    if not finding.rows:
        return _none(finding, speaker)
    head = _premise(finding, speaker)
    if query.target in (Dim.SPORT, Dim.DAY, Dim.EVENT, Dim.GENDER, Dim.CLASS, Dim.WEIGHT):
        if query.target is Dim.EVENT:
            return [*head, bold(_heading(finding, speaker)), *_rows(finding.rows, speaker)]
        return [*head, *_grouped(finding, speaker)]
    return [*head, bold(_heading(finding, speaker)), *_rows(finding.rows, speaker)]


def _premise(finding: Finding, speaker: Speaker) -> Lines:
    return []


def _heading(finding: Finding, speaker: Speaker) -> str:
    """How many of what: the understanding shown in the first line."""
    wanted = finding.query.values(Dim.MEDAL)
    text = scope(finding, speaker)
    if wanted and NO_MEDAL not in wanted:
        colours = [v for v in wanted if v != ANY_MEDAL]
        rest = speaker.scope(f for f in finding.query.filters if f.dim is not Dim.MEDAL)
        count = _medal_count(len(finding.rows), colours, speaker)
        return f"{count} · {rest}"
    return text


def _medal_count(number: int, colours: list[str], speaker: Speaker) -> str:
    return speaker.say("count-medals", n=number, colour=colours[0] if len(colours) == 1 else "any")


def _grouped(finding: Finding, speaker: Speaker) -> Lines:
    medals = any(group.medals for group in finding.groups)
    names = [speaker.value(finding.query.target, g.key) for g in finding.groups]
    count = _counted(len(names), finding.query, speaker)
    lines = [bold(f"{count}: {', '.join(names)}")]
    if medals and finding.query.values(Dim.MEDAL) and len(names) <= 6:
        lines += [_group_line(group, finding.query.target, speaker) for group in finding.groups]
    return lines


def _group_line(group: Group, dim: Dim, speaker: Speaker) -> str:
    who = Said(speaker.value(dim, group.key))
    names = [speaker.who(row) + f" ({speaker.achieved(row, emoji=False)})" for row in group.rows]
    return speaker.say("value", who=who, what=Said(", ".join(names)))


_COUNTED = {
    Dim.ATHLETE: "count-athletes",
    Dim.SPORT: "count-sports",
    Dim.EVENT: "count-events",
    Dim.DAY: "count-days",
    Dim.NPC: "count-countries",
}


def _counted(number: int, query: Query, speaker: Speaker) -> str:
    if query.target is Dim.MEDAL:
        return _medal_count(number, [v for v in query.values(Dim.MEDAL) if v != ANY_MEDAL], speaker)
    gender = query.values(Dim.GENDER)
    if query.target is Dim.ATHLETE and len(gender) == 1 and gender[0] != Gender.MIXED:
        return speaker.say(f"count-{gender[0]}", n=number)
    key = _COUNTED.get(query.target)
    return speaker.say(key, n=number) if key else str(number)


def _none(finding: Finding, speaker: Speaker) -> Lines:
    """Nothing meets the conditions; what comes nearest."""
    said = scope(finding, speaker)
    medals = bool(finding.query.values(Dim.MEDAL)) and not finding.query.values(Dim.ATHLETE)
    first = speaker.say("nothing" if medals else "none-found", scope=Said(said))
    if finding.query.yes_no or finding.query.values(Dim.ATHLETE):
        first = speaker.say("no")
    nearest = finding.nearest[:4]
    return [bold(first), *_rows(nearest, speaker)]


# --- counting ------------------------------------------------------------------------------------


def _count(finding: Finding, speaker: Speaker) -> Lines:
    query, number = finding.query, finding.number or 0
    text = _counted(number, query, speaker)
    if query.number is not None:
        agrees = int(query.number) == number
        text = speaker.say("premise-right" if agrees else "premise-wrong", right=Said(text))
    if number == 0:
        return _none(finding, speaker)
    rest = [f for f in query.filters if f.dim is not Dim.MEDAL or len(f.values) > 1 or f.negated]
    lines = [f"{bold(text)} · {speaker.scope(rest)}"]
    return [*lines, *_count_details(finding, speaker)]


def _count_details(finding: Finding, speaker: Speaker) -> Lines:
    if finding.standings:
        standing = finding.standings[0]
        if finding.query.target is Dim.MEDAL:
            return [speaker.tally(standing)]
        return []
    if finding.query.target is Dim.MEDAL:
        if len(finding.rows) <= 5:
            return _rows(finding.rows, speaker)
        return [_tally(finding.rows, speaker)]
    if finding.query.target is Dim.ATHLETE:
        if len(finding.groups) <= 5:
            return _rows(finding.rows, speaker)
        return [_genders(finding.groups, speaker)]
    return [", ".join(speaker.value(finding.query.target, g.key) for g in finding.groups)]


def _tally(rows: Iterable[Row], speaker: Speaker) -> str:
    gold, silver, bronze = medal_key(Group("", tuple(rows)))
    return speaker.say("tally", gold=gold, silver=silver, bronze=bronze)


def _genders(groups: Iterable[Group], speaker: Speaker) -> str:
    athletes = [speaker.store.facts.athletes[g.key].gender for g in groups]
    men, women = athletes.count(Gender.MEN), athletes.count(Gender.WOMEN)
    if not men or not women:
        return ""
    return speaker.say(
        "team-size",
        men=Said(speaker.say("count-men", n=men)),
        women=Said(speaker.say("count-women", n=women)),
    )


def _exists(finding: Finding, speaker: Speaker) -> Lines:
    if not finding.rows:
        return _none(finding, speaker)
    return [bold(speaker.say("yes")), *_rows(finding.rows, speaker)]


# --- choosing ------------------------------------------------------------------------------------


def _extreme(finding: Finding, speaker: Speaker) -> Lines:
    if not finding.groups:
        return _none(finding, speaker)
    if finding.query.target is Dim.WEIGHT:
        return [bold(line) for line in _rows(finding.rows, speaker)]
    number = finding.number or 0
    names = [speaker.value(finding.query.target, g.key) for g in finding.groups]
    colours = [v for v in finding.query.values(Dim.MEDAL) if v != ANY_MEDAL]
    count = _medal_count(number, colours, speaker)
    key = "most-each" if len(names) > 1 else "most"
    first = speaker.say(key, who=Said(", ".join(names)), count=Said(count))
    lines = [bold(first)]
    if len(finding.groups) == 1:
        lines += _rows(finding.groups[0].rows, speaker)
    if finding.query.op is Op.LEAST and finding.query.target is Dim.SPORT:
        lines += _empty_sports(finding, speaker)
    return lines


def _empty_sports(finding: Finding, speaker: Speaker) -> Lines:
    games, npc = finding.query.first(Dim.GAMES) or "", finding.query.first(Dim.NPC) or ""
    won = {row.event.sport for row in finding.rows}
    rest = [s for s in speaker.store.sports_at(games, npc) if s not in won]
    if not rest:
        return []
    return [speaker.say("least-none", who=Said(", ".join(speaker.sport(s) for s in rest)))]


def _best(finding: Finding, speaker: Speaker) -> Lines:
    if not finding.groups:
        return _none(finding, speaker)
    names = [speaker.value(finding.query.target, g.key) for g in finding.groups]
    lines = [bold(", ".join(names))]
    if finding.query.target is Dim.ATHLETE:
        for group in finding.groups[:3]:
            lines += _rows(group.rows, speaker)
            lines += [
                speaker.name(claim.text)
                for claim in speaker.store.claims_about(group.key)
                if claim.kind == "first-double-champion"
            ]
        return lines
    tally = _tally(finding.groups[0].rows, speaker)
    return [*lines, tally, *_rows(finding.groups[0].rows[:5], speaker)]


def _only(finding: Finding, speaker: Speaker) -> Lines:
    if not finding.groups:
        return _none(finding, speaker)
    names = [speaker.value(finding.query.target, g.key) for g in finding.groups]
    return [bold(", ".join(names)), *_rows(finding.rows, speaker)]


def _in_time(finding: Finding, speaker: Speaker) -> Lines:
    if not finding.rows:
        return _none(finding, speaker)
    day = finding.rows[0].day
    first = speaker.day(day) if day else ""
    return [bold(first), *_rows(finding.rows, speaker)]


def _career(finding: Finding, speaker: Speaker) -> Lines:
    if not finding.rows:
        return _none(finding, speaker)
    colours = [v for v in finding.query.values(Dim.MEDAL) if v != ANY_MEDAL]
    who = Said(speaker.list(speaker.athlete(a) for a in finding.query.values(Dim.ATHLETE)))
    count = Said(_medal_count(len(finding.rows), colours, speaker))
    first = speaker.say("career", who=who, count=count)
    if finding.query.number is not None:
        agrees = int(finding.query.number) == len(finding.rows)
        first = speaker.say("premise-right" if agrees else "premise-wrong", right=Said(first))
    lines = [bold(first)]
    lines += [row_line(row, speaker, games=True) for row in finding.rows]
    return [*lines, *(speaker.name(claim.text) for claim in finding.claims)]


def _by_age(finding: Finding, speaker: Speaker) -> Lines:
    lines: Lines = []
    for group in finding.groups:
        born = speaker.store.facts.athletes[group.key].born
        if born:
            lines.append(bold(speaker.say("born-of", who=speaker.athlete(group.key), date=speaker.day(born, year=True))))
        lines += _rows(group.rows[:3], speaker)
    return lines or _none(finding, speaker)


# --- measuring -----------------------------------------------------------------------------------


def _share(finding: Finding, speaker: Speaker) -> Lines:
    part, whole = finding.number or 0, finding.of or 0
    if not whole:
        return _unknown(finding, speaker)
    colours = [v for v in finding.query.values(Dim.MEDAL) if v != ANY_MEDAL]
    first = speaker.say(
        "share",
        percent=speaker.percent(part, whole),
        part=part,
        whole=Said(_medal_count(whole, [], speaker)),
        total=whole,
    )
    if finding.query.yes_no:
        first = f"{speaker.say('yes' if part == whole else 'no')}. {first}"
    rest = speaker.scope(f for f in finding.query.filters if f.dim is not Dim.MEDAL or colours)
    return [bold(first), rest, *(_rows(finding.rows, speaker) if part <= 5 else [])]


def _compare(finding: Finding, speaker: Speaker) -> Lines:
    dim = compared(finding.query)
    if finding.standings:
        return _compare_standings(finding.standings, speaker)
    if dim is Dim.ATHLETE:
        return _compare_athletes(finding, speaker)
    assert dim is not None
    colours = [v for v in finding.query.values(Dim.MEDAL) if v != ANY_MEDAL] if dim is not Dim.MEDAL else []
    sizes = [(g, len(g.rows)) for g in finding.groups]
    most = max(size for _, size in sizes)
    ahead = [g for g, size in sizes if size == most]
    lines = [bold(_verdict(finding, ahead, dim, speaker))]
    for group, size in sorted(sizes, key=lambda pair: -pair[1]):
        shown = [group.key] if dim is Dim.MEDAL else colours
        name = Said(speaker.value(dim, group.key))
        lines.append(speaker.say("compare-line", who=name, count=Said(_medal_count(size, shown, speaker))))
    if len(sizes) == 2 and len(ahead) == 1:
        lines.append(speaker.say("compare-difference", n=abs(sizes[0][1] - sizes[1][1])))
    return lines


def _verdict(finding: Finding, ahead: list[Group], dim: Dim, speaker: Speaker) -> str:
    query = finding.query
    if len(ahead) == len(finding.groups):
        text = speaker.say("compare-same")
        return f"{speaker.say('no')}. {text}" if query.yes_no and query.more is not None else text
    text = speaker.say("compare-more", who=Said(", ".join(speaker.value(dim, g.key) for g in ahead)))
    if not query.yes_no or query.more is None:
        return text
    first_ahead = ahead[0].key == finding.groups[0].key
    return f"{speaker.say('yes' if first_ahead is query.more else 'no')}. {text}"


def _compare_standings(standings: tuple[Standing, ...], speaker: Speaker) -> Lines:
    ranked = sorted(standings, key=lambda s: (-s.total, s.npc))
    lines = [bold(speaker.say("compare-more", who=speaker.npc(ranked[0].npc)))]
    for standing in ranked:
        total = _medal_count(standing.total, [], speaker)
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
    return [bold(first), *(line for g in order for line in _rows(g.rows[:2], speaker))]


def _rank(finding: Finding, speaker: Speaker) -> Lines:
    standing = finding.standings[0]
    who = speaker.npc(standing.npc)
    place = speaker.say("place", n=standing.rank or 0)
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
    return [bold(first), f"{speaker.tally(standing)} · {speaker.games(standing.games)}"]


def _top(finding: Finding, speaker: Speaker) -> Lines:
    lines = [
        speaker.say(
            "top-line", n=s.rank or 0, who=speaker.npc(s.npc), tally=Said(speaker.tally(s))
        )
        for s in finding.standings
    ]
    return [bold(lines[0]), *lines[1:]]


# --- about one thing -----------------------------------------------------------------------------


def _value(finding: Finding, speaker: Speaker) -> Lines:
    if not finding.rows:
        return _none(finding, speaker)
    from bot.answers.attributes import attribute

    return attribute(finding, speaker)


def _card(finding: Finding, speaker: Speaker) -> Lines:
    from bot.answers.cards import card

    return card(finding, speaker)


def _claim(finding: Finding, speaker: Speaker) -> Lines:
    query = finding.query
    lead = finding.claims[0]
    text = bold(speaker.name(lead.text))
    if query.number is not None and lead.value is not None:
        word = speaker.say("yes" if query.number == lead.value else "no")
        text = f"{bold(word)}. {text}"
    elif query.yes_no:
        text = f"{bold(speaker.say('yes'))}. {text}"
    others = finding.claims[1:] if len(finding.claims) <= 3 and not lead.lead else finding.claims[1:2]
    return [text, *(_aside(claim, speaker) for claim in others if claim.event != lead.event)]


def _aside(claim: object, speaker: Speaker) -> str:
    """A further claim of the kind, by its contest: it rests on less than the leading one."""
    from bot.facts.model import Claim

    assert isinstance(claim, Claim)
    event = speaker.store.facts.events.get(claim.event or "")
    if event is None or claim.lead:
        return speaker.name(claim.text)
    value = f", {claim.value} " if claim.value is not None else ""
    return speaker.say("aside", event=speaker.event(event), value=value.strip(", "))


def _games(finding: Finding, speaker: Speaker) -> Lines:
    from bot.answers.about_games import about_games

    return about_games(finding, speaker)


def _number(finding: Finding, speaker: Speaker) -> Lines:
    lines = [bold(speaker.name(claim.text)) for claim in finding.claims[:3]]
    lines += [bold(line) for line in _rows(finding.rows, speaker)]
    for standing in finding.standings:
        if finding.query.number == standing.rank:
            place = speaker.say("place", n=standing.rank or 0)
            lines.append(bold(speaker.say("rank", who=speaker.npc(standing.npc), place=Said(place))))
    return lines


def today() -> date:
    """The day on which sources are quoted; a seam for tests."""
    return date.today()


_COMPOSERS: Mapping[Op, Callable[[Finding, Speaker], Lines]] = {
    Op.LIST: _list,
    Op.COUNT: _count,
    Op.EXISTS: _exists,
    Op.VALUE: _value,
    Op.MOST: _extreme,
    Op.LEAST: _extreme,
    Op.ONLY: _only,
    Op.BEST: _best,
    Op.FIRST: _in_time,
    Op.LAST: _in_time,
    Op.YOUNGEST: _by_age,
    Op.OLDEST: _by_age,
    Op.CAREER: _career,
    Op.SHARE: _share,
    Op.COMPARE: _compare,
    Op.RANK: _rank,
    Op.ABOVE: _rank,
    Op.TOP: _top,
    Op.CARD: _card,
    Op.CLAIM: _claim,
    Op.GAMES: _games,
    Op.NUMBER: _number,
}
