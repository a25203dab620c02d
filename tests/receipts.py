"""Whether a reply says anything that is not in the facts it used, its question or its reckoning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from html import unescape

from bot.answers.compose import compose
from bot.answers.engine import Engine
from bot.answers.speaker import Speaker
from bot.facts.finding import Finding
from bot.facts.model import Gender, Medal
from bot.facts.query import Dim
from bot.facts.rows import Row

_NUMBER = re.compile(r"\d{1,3}(?:[\u00a0\u202f ,]\d{3})+(?!\d)|\d+(?:[.,:]\d+)*")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_LONGEST = 6
"""Words of the longest name looked for."""


@dataclass(slots=True)
class Allowed:
    """What a reply may name and number."""

    numbers: set[str] = field(default_factory=set)
    athletes: set[str] = field(default_factory=set)
    npcs: set[str] = field(default_factory=set)
    sports: set[str] = field(default_factory=set)
    games: set[str] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)

    def count(self, *numbers: int | None) -> None:
        """Let numbers be said."""
        self.numbers.update(str(number) for number in numbers if number is not None)

    def digits(self, *texts: object) -> None:
        """Let all numbers within texts be said."""
        for text in texts:
            self.numbers.update(_numbers(str(text)))

    def day(self, day: date | None) -> None:
        """Let a date be said."""
        if day:
            self.count(day.day, day.year)


def _numbers(text: str) -> Iterator[str]:
    for match in _NUMBER.finditer(text):
        number = _bare(match.group())
        yield number
        if not re.fullmatch(r"\d+(\.\d+)?", number):
            yield from re.split(r"[.:]", number)


def _bare(number: str) -> str:
    """A number without what parts its thousands."""
    if re.fullmatch(r"\d{1,3}(?:[\u00a0\u202f ,]\d{3})+", number):
        return re.sub(r"\D", "", number)
    return number.replace(",", ".")


class Names:
    """The names of the facts in one language, looked up by their words."""

    def __init__(self, engine: Engine, speaker: Speaker) -> None:
        facts = engine.store.facts
        self._known: dict[tuple[str, ...], set[tuple[str, str]]] = {}
        for athlete in facts.athletes:
            self._add(speaker.athlete(athlete), "athlete", athlete)
        for npc in facts.delegations:
            self._add(speaker.npc(npc), "npc", npc)
        for sport in facts.sports:
            self._add(speaker.sport(sport), "sport", sport)
            self._add(speaker.sport_title(sport), "sport", sport)
        for games in facts.games.values():
            self._add(speaker.name(games.city), "games", games.id)

    def _add(self, name: str, kind: str, identifier: str) -> None:
        words = _words(unescape(name))
        if words and (len(words) > 1 or kind != "athlete"):
            self._known.setdefault(words, set()).add((kind, identifier))

    def within(self, text: str) -> Iterator[tuple[str, set[tuple[str, str]]]]:
        """The names in a text, the longest at each place, with whose they may be."""
        words, place = _words(text), 0
        while place < len(words):
            for size in range(min(_LONGEST, len(words) - place), 0, -1):
                found = self._known.get(words[place : place + size])
                if found:
                    yield " ".join(words[place : place + size]), found
                    break
            else:
                size = 1
            place += size


def _words(text: str) -> tuple[str, ...]:
    return tuple(match.group().rstrip(".").casefold() for match in _WORD.finditer(text))


def unfounded(finding: Finding, engine: Engine, language: str, names: Names) -> list[str]:
    """The numbers and names of the composed answer that nothing stands behind."""
    speaker = engine.speakers[language]
    lines = [line for line in compose(finding, speaker) if line]
    allowed = Allowed()
    _allow(finding, engine, language, allowed)
    text = unescape(re.sub(r"</?[bi]>", "", "\n".join(lines)))
    for told in sorted(allowed.texts, key=len, reverse=True):
        text = text.replace(told, " ")
    return [*_strange_numbers(text, allowed), *_strange_names(text, allowed, names)]


def _strange_numbers(text: str, allowed: Allowed) -> Iterator[str]:
    for match in _NUMBER.finditer(text):
        number = _bare(match.group())
        if number not in allowed.numbers and number.rstrip("0").rstrip(".") not in allowed.numbers:
            line = text[: match.end()].rpartition("\n")[2] + text[match.end() :].partition("\n")[0]
            yield f"the number {match.group()} in {line!r}"


def _strange_names(text: str, allowed: Allowed, names: Names) -> Iterator[str]:
    may = {"athlete": allowed.athletes, "npc": allowed.npcs, "sport": allowed.sports,
           "games": allowed.games}  # fmt: skip
    for line in text.split("\n"):
        for name, bearers in names.within(line):
            if not any(identifier in may[kind] for kind, identifier in bearers):
                yield f"the name {name} in {line!r}"


def _allow(finding: Finding, engine: Engine, language: str, allowed: Allowed) -> None:
    facts, speaker = engine.store.facts, engine.speakers[language]
    for row in finding.results():
        _allow_row(row, engine, allowed)
    for claim in (*finding.claims, *finding.disputed):
        allowed.texts.append(unescape(speaker.name(claim.text)))
        allowed.digits(claim.value)
        if claim.event:
            _allow_event(claim.event, engine, allowed)
    for line in finding.standings:
        allowed.npcs.add(line.npc)
        allowed.games.add(line.games)
        allowed.count(line.gold, line.silver, line.bronze, line.total, line.rank)
        allowed.count(line.athletes, line.men, line.women)
        allowed.count((line.rank or 1) - 1)
        if line.games in facts.games:
            allowed.count(facts.games[line.games].year)
        if line.note:
            allowed.texts.append(unescape(speaker.name(line.note)))
    for games in finding.games:
        _allow_games(games.id, engine, language, allowed)
    _allow_query(finding, engine, language, allowed)
    _allow_reckoning(finding, allowed, engine)
    if finding.beside:
        _allow(finding.beside, engine, language, allowed)


def _allow_row(row: Row, engine: Engine, allowed: Allowed) -> None:
    facts = engine.store.facts
    result = row.result
    _allow_event(row.event.id, engine, allowed)
    allowed.npcs.add(result.npc)
    allowed.count(result.place)
    allowed.day(row.day)
    if result.mark:
        allowed.digits(result.mark.text, result.mark.value)
    for athlete in result.athletes:
        _allow_athlete(athlete, engine, allowed)
        born = facts.athletes[athlete].born
        if born and row.day:
            early = (row.day.month, row.day.day) < (born.month, born.day)
            allowed.count(row.day.year - born.year - early)
    for bout in result.bouts:
        allowed.digits(bout.score)
        if bout.opponent in facts.athletes:
            _allow_athlete(bout.opponent, engine, allowed)
        allowed.npcs.add(bout.opponent)


def _allow_athlete(athlete: str, engine: Engine, allowed: Allowed) -> None:
    known = engine.store.facts.athletes[athlete]
    allowed.athletes.add(athlete)
    allowed.npcs.add(known.npc)
    allowed.day(known.born)


def _allow_event(event: str, engine: Engine, allowed: Allowed) -> None:
    known = engine.store.facts.events[event]
    allowed.sports.add(known.sport)
    allowed.games.add(known.games)
    allowed.count(known.distance, known.legs, engine.store.facts.games[known.games].year)
    allowed.digits(*known.classes, *known.codes, known.weight, known.name)
    discipline = engine.store.facts.disciplines.get(known.discipline or "")
    if discipline:  # some have cities and countries in their names: the Columbia round
        allowed.texts += discipline.names.values()


def _allow_games(games: str, engine: Engine, language: str, allowed: Allowed) -> None:
    known = engine.store.facts.games.get(games)
    if known is None:
        return
    speaker = engine.speakers[language]
    allowed.games.add(games)
    allowed.npcs.add(known.country or "")
    allowed.count(known.year, known.edition)
    allowed.day(known.opened)
    allowed.day(known.closed)
    if known.opened and known.closed:
        allowed.count((known.closed - known.opened).days + 1)
    allowed.digits(*known.names.values())
    for venue in known.venues:
        allowed.texts.append(unescape(speaker.name(venue.names)))
        allowed.texts += [unescape(speaker.name(venue.landmark))] if venue.landmark else []


def _allow_query(finding: Finding, engine: Engine, language: str, allowed: Allowed) -> None:
    query = finding.query
    allowed.npcs.add(engine.store.facts.home)
    for condition in query.filters:
        for value in condition.values:
            _allow_value(condition.dim, value, engine, language, allowed)
    allowed.digits(query.number, query.limit, query.offset)


def _allow_value(dim: Dim, value: str, engine: Engine, language: str, allowed: Allowed) -> None:
    facts, speaker = engine.store.facts, engine.speakers[language]
    allowed.digits(value)
    if dim is Dim.DAY:
        allowed.count(int(value[-2:]))
    elif dim is Dim.GAMES:
        _allow_games(value, engine, language, allowed)
    elif dim is Dim.NPC:
        allowed.npcs.add(value)
    elif dim is Dim.SPORT:
        allowed.sports.add(value)
    elif dim is Dim.ATHLETE and value in facts.athletes:
        _allow_athlete(value, engine, allowed)
    elif dim is Dim.EVENT and value in facts.events:
        _allow_event(value, engine, allowed)
    elif dim is Dim.DISCIPLINE and value in facts.disciplines:
        allowed.sports.add(facts.disciplines[value].sport)
        allowed.texts += facts.disciplines[value].names.values()
    elif dim is Dim.CLASS:
        known = [c for c in facts.classifications.values() if c.code == value]
        allowed.texts += [unescape(speaker.name(c.text)) for c in known]
        allowed.sports |= {c.sport for c in known}


def _allow_reckoning(finding: Finding, allowed: Allowed, engine: Engine) -> None:
    """What an operation makes of the facts: counts, tallies, ranks, shares, differences."""
    allowed.count(finding.number, finding.of, (finding.of or 0) - (finding.number or 0))
    allowed.count(len(finding.groups), len(finding.standings), 0)
    allowed.count(*range(1, len(finding.standings) + 1))
    sizes = [len(group.rows) for group in finding.groups]
    allowed.count(*sizes, *(abs(a - b) for a in sizes for b in sizes if len(sizes) == 2))
    for rows in (finding.rows, finding.nearest, *(group.rows for group in finding.groups)):
        _allow_tally(rows, allowed)
        _allow_team(rows, engine, allowed)
    for colour in ("gold", "silver", "bronze"):
        allowed.count(sum(getattr(line, colour) for line in finding.standings))
    if finding.of:
        exact = 100 * (finding.number or 0) / finding.of
        allowed.numbers |= {str(round(exact)), f"{exact:.1f}"}
    first, last = finding.query.offset + 1, finding.query.offset + 8
    allowed.count(first, min(last, len(finding.rows)))


def _allow_tally(rows: Iterable[Row], allowed: Allowed) -> None:
    listed = list(rows)
    won = Counter(row.medal for row in listed if row.medal)
    allowed.count(len(listed), won.total(), len(listed) - won.total())
    allowed.count(*(won[medal] for medal in Medal))


def _allow_team(rows: Iterable[Row], engine: Engine, allowed: Allowed) -> None:
    """How many athletes, of either gender, in each sport."""
    athletes: set[str] = set()
    by_sport: dict[str, set[str]] = {}
    for row in rows:
        athletes.update(row.result.athletes)
        by_sport.setdefault(row.event.sport, set()).update(row.result.athletes)
    allowed.count(len(athletes), len(by_sport), *map(len, by_sport.values()))
    genders = Counter(engine.store.facts.athletes[athlete].gender for athlete in athletes)
    allowed.count(genders[Gender.MEN], genders[Gender.WOMEN])
