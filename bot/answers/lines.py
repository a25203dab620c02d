"""Lines that answers are made of: results, counts, what was understood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Self

from bot.answers.messages import Said
from bot.answers.speaker import Speaker
from bot.answers.text import capital
from bot.facts.finding import Finding, Group
from bot.facts.model import Bout, Gender, Medal
from bot.facts.query import ANY_MEDAL, EVERY, Dim, Filter, Op, Query
from bot.facts.rows import Row
from bot.facts.selecting import medal_key

Lines = list[str]


class Detail(str):
    """A line that a short answer may leave out: one result of several, and which it is."""

    __slots__ = ("row",)
    row: Row | None

    def __new__(cls, text: str, row: Row | None = None) -> Self:
        """The line of a row, or of something else."""
        made = super().__new__(cls, text)
        made.row = row
        return made


MANY = 12
"""More athletes than this are told by sport."""
PAGE = 8
"""So many of a long list of medals are told at once."""
_ALONE = 3
_CROWD = 60
"""Of more athletes than this only the numbers are told."""


def bold(text: str) -> str:
    """The direct answer."""
    return f"<b>{text}</b>"


def scope(finding: Finding, speaker: Speaker) -> str:
    """What the question was understood to be about."""
    filters = [f for f in finding.query.filters if not _implied(f)]
    return Said(speaker.scope(filters))


def headline(said: str) -> str:
    """What a message begins with, in bold, and with a capital."""
    return bold(capital(said))


def headed(first: str, finding: Finding, speaker: Speaker, *leave: Dim) -> str:
    """A direct answer with what it is about: whose results, at which Games."""
    said = speaker.scope(f for f in finding.query.filters if f.dim not in (Dim.MEDAL, *leave))
    return f"{bold(first)} · {said}" if said else bold(first)


def _implied(condition: Filter) -> bool:
    return condition.dim is Dim.MEDAL and condition.values == (ANY_MEDAL,)


def unknown(finding: Finding, speaker: Speaker) -> Lines:
    """The facts do not say; the nearest that they do."""
    games = finding.query.values(Dim.GAMES)
    if games and not any(g in speaker.store.facts.games or g == EVERY for g in games):
        return [bold(speaker.say("unknown-games"))]
    lines = [bold(speaker.say("unknown", scope=Said(scope(finding, speaker))).strip())]
    if finding.nearest:
        lines += rows(finding.nearest[:3], speaker)
    return [*lines, *(speaker.name(claim.text) for claim in finding.claims[:2])]


def row_line(
    row: Row, speaker: Speaker, *, sport: bool = True, games: bool = False, country: bool = True
) -> str:
    """One result: who, what, in which contest; a stranger with the country."""
    parts = [speaker.achieved(row)]
    if sport:
        parts.append(speaker.sport(row.event.sport))
    parts.append(speaker.event(row.event))
    if row.result.mark:
        parts.append(speaker.mark(row))
    if games:
        parts.append(speaker.games(row.event.games))
    who = speaker.who_from_where(row) if country else speaker.who(row)
    return speaker.say("row", who=who, what=Said(", ".join(p for p in parts if p)))


def rows(rows: Iterable[Row], speaker: Speaker, offset: int = 0, *, sport: bool = True) -> Lines:
    """Results, one a line: many medals a page at a time, many athletes by sport.

    Without ``sport`` where it has been said.
    """
    listed = list(rows)
    if len(listed) > MANY and not all(row.medal for row in listed):
        return _by_sport(listed, speaker)
    held = {row.event.games for row in listed}
    # one or two results of other Games than the current are told with the Games
    several = len(held) > 1 or (len(listed) < _ALONE and held != {speaker.store.facts.current})
    country = len(listed) == 1 or len({row.result.npc for row in listed}) > 1
    offset = begin(offset, len(listed))
    shown = listed[offset : offset + PAGE] if len(listed) > MANY else listed
    lines: Lines = [
        Detail(row_line(row, speaker, sport=sport, games=several, country=country), row)
        for row in shown
    ]
    if len(listed) > MANY:
        first, last = offset + 1, offset + len(shown)
        lines.append(speaker.say("page", first=first, last=last, all=len(listed)))
    return lines


def says_sport(query: Query) -> bool:
    """Whether the conditions, said above the results, name their one sport."""
    return len(query.values(Dim.SPORT)) == 1


def tied(names: Sequence[str], speaker: Speaker) -> str:
    """All that are level, or of very many the first and how many more."""
    if len(names) <= _LEVEL:
        return ", ".join(names)
    first = names[: _LEVEL - 1]
    listed = Said(", ".join(first))
    return speaker.say("list-more", list=listed, n=len(names) - len(first))


_LEVEL = 6


def page_line(finding: Finding, size: int, speaker: Speaker) -> str:
    """Which of all results these are."""
    first = begin(finding.query.offset, size) + 1
    return speaker.say("page", first=first, last=first + len(finding.rows) - 1, all=size)


def begin(offset: int, size: int) -> int:
    """Where a page begins; past the end it is the first."""
    return offset if offset < size else 0


def pages(finding: Finding) -> tuple[int | None, int | None]:
    """Where the previous and the next page of a long list begin; ``None`` if there is none."""
    card = finding.query.op is Op.CARD
    size = sum(row.medal is not None for row in finding.rows) if card else len(finding.rows)
    if size <= MANY or not _paged(finding):
        return None, None
    offset = begin(finding.query.offset, size)
    before, following = max(0, offset - PAGE), offset + PAGE
    return (before if offset else None), (following if following < size else None)


GROUPED = frozenset({Dim.SPORT, Dim.DAY, Dim.GENDER, Dim.CLASS, Dim.WEIGHT})
"""What is listed by name, each with who is in it, and never by pages."""
COUNTRIES = 6
"""More countries than this are named without their results."""
_WHOLE = frozenset({Dim.CLASS, Dim.GAMES})
"""Cards of these have one page."""


def _paged(finding: Finding) -> bool:
    """Whether the answer shows a page of the results, not all of them or their number."""
    query = finding.query
    if query.op is Op.VALUE:
        return True
    if query.op is Op.CARD:
        team = query.target is Dim.NPC and not finding.standings
        return not team and query.target not in _WHOLE and not query.values(Dim.ATHLETE)
    if not all(row.medal for row in finding.rows):
        return False
    if query.op is Op.LIST and query.target is Dim.NPC:
        return len(finding.groups) <= COUNTRIES
    return query.op is Op.LIST and query.target not in GROUPED


def _by_sport(rows: list[Row], speaker: Speaker) -> Lines:
    """Athletes by sport; of very many their numbers."""
    found: dict[str, dict[str, None]] = {}
    for row in rows:
        found.setdefault(row.event.sport, {}).update(dict.fromkeys(row.result.athletes))
    if sum(map(len, found.values())) > _CROWD:
        sizes = (f"{speaker.sport(sport)} — {len(athletes)}" for sport, athletes in found.items())
        return [", ".join(sizes)]
    return [
        Detail(
            speaker.say(
                "value",
                who=Said(f"{speaker.sport_title(sport)} ({len(athletes)})"),
                what=Said(", ".join(speaker.athlete(a) for a in athletes)),
            )
        )
        for sport, athletes in found.items()
    ]


def medal_count(number: int, colours: Sequence[str], speaker: Speaker) -> str:
    """So many medals, of a colour where only one is asked for."""
    return speaker.say("count-medals", n=number, colour=colours[0] if len(colours) == 1 else "any")


_COUNTED = {
    Dim.ATHLETE: "count-athletes",
    Dim.SPORT: "count-sports",
    Dim.EVENT: "count-events",
    Dim.DAY: "count-days",
    Dim.NPC: "count-countries",
    Dim.GAMES: "count-games",
}


def counted(number: int, query: Query, speaker: Speaker) -> str:
    """So many of what is counted."""
    if query.target is Dim.MEDAL:
        return medal_count(number, query.colours, speaker)
    gender = query.values(Dim.GENDER)
    if query.target is Dim.ATHLETE and len(gender) == 1 and gender[0] != Gender.MIXED:
        return speaker.say(f"count-{gender[0]}", n=number)
    key = _COUNTED.get(query.target)
    return speaker.say(key, n=number) if key else str(number)


def none(finding: Finding, speaker: Speaker) -> Lines:
    """Nothing meets the conditions; what comes nearest."""
    said = scope(finding, speaker)
    medals = bool(finding.query.values(Dim.MEDAL)) and not finding.query.values(Dim.ATHLETE)
    first = speaker.say("nothing" if medals else "none-found", scope=Said(said))
    if finding.query.values(Dim.ATHLETE):
        first = speaker.say("no")
    elif finding.query.yes_no:
        first = _denied(first, speaker.say("no"))
    # that somebody took part is no news where medals were asked for
    nearest = [row for row in finding.nearest if row.medal or row.result.place][:4]
    return [bold(first), *rows(nearest, speaker)]


def _denied(said: str, no: str) -> str:
    """With "no" before it, unless it begins with that word: "No medals: ..."."""
    return said if said.split(maxsplit=1)[0].strip(".,:") == no else f"{no}. {said}"


def tally(rows: Iterable[Row], speaker: Speaker) -> str:
    """Gold, silver and bronze among rows."""
    gold, silver, bronze = medal_key(Group("", tuple(rows)))
    return speaker.say("tally", gold=gold, silver=silver, bronze=bronze)


def won(rows: Iterable[Row], speaker: Speaker) -> str:
    """As :func:`tally`, without the colours that were not won."""
    counted = zip(Medal, medal_key(Group("", tuple(rows))), strict=True)
    parts = (
        speaker.say("tally-part", medal=Said(speaker.say(f"medal-{medal}")), n=number)
        for medal, number in counted
        if number
    )
    return Said(", ".join(parts))


def bout_line(row: Row, bout: Bout, speaker: Speaker) -> str:
    """One bout: who beat whom, at which stage."""
    known = bout.opponent in speaker.store.facts.athletes
    opponent = speaker.athlete(bout.opponent) if known else speaker.npc(bout.opponent)
    stage = speaker.say(f"stage-{bout.stage}")
    if bout.score:
        stage = f"{stage}, {bout.score}"
    key = "bout-won" if bout.won else "bout-lost"
    return speaker.say(key, who=speaker.who(row), opponent=opponent, stage=Said(stage))
