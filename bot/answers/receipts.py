"""Receipts: the sources of an answer, the facts it used, and what was done with them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import islice

from bot.answers.lines import bold, row_line
from bot.answers.links import fact_link
from bot.answers.messages import Said
from bot.answers.reply import Cited
from bot.answers.speaker import Speaker
from bot.facts.finding import Finding
from bot.facts.keys import Fact, identifier_of
from bot.facts.model import Source, Standing
from bot.facts.store import Store

_SHOWN = 2
_FACTS = 10


def cited(finding: Finding, store: Store) -> tuple[Cited, ...]:
    """The sources of all facts used, the most used first."""
    return tuple(citation(store.facts.sources[s]) for s in finding.sources())


def citation(source: Source) -> Cited:
    """A source as a reply carries it."""
    return Cited(source.id, source.title, source.publisher, source.as_of.isoformat(), source.url)


def source_line(finding: Finding, speaker: Speaker) -> str:
    """The main sources in small print."""
    found = [speaker.store.facts.sources[s] for s in finding.sources()[:_SHOWN]]
    if not found:
        return ""
    said = [
        speaker.say("source-of", publisher=s.publisher, date=speaker.day(s.as_of, year=True))
        for s in found
    ]
    return f"<i>{speaker.say('source', list=Said('; '.join(said)))}</i>"


def receipt(finding: Finding, speaker: Speaker) -> list[str]:
    """The facts used, one a line, the operation, and the sources."""
    number, of = finding.number or 0, finding.of or 0
    lines = [bold(speaker.say("why-head"))]
    lines.append(speaker.say("why-operation", op=finding.query.op, n=number, of=of))
    facts = list(dict.fromkeys(islice(_facts(finding, speaker), _FACTS)))
    more = sum(1 for _ in finding.facts()) - len(facts)
    lines += [*facts, *([speaker.say("why-more", n=more)] if more > 0 else [])]
    found = [speaker.store.facts.sources[s] for s in finding.sources()]
    return [*lines, *(f"<i>{title_line(source, speaker)}</i>" for source in found)]


def _facts(finding: Finding, speaker: Speaker) -> Iterator[str]:
    """The facts of an answer, those of what it tells besides at the end."""
    for row in finding.results():
        yield _linked(row.result, row_line(row, speaker, games=True))
    for claim in (*finding.claims, *finding.disputed):
        yield _linked(claim, speaker.name(claim.text))
    for line in finding.standings:
        yield _linked(line, table_line(line, speaker))
    for games in finding.games:
        yield _linked(games, speaker.games(games.id))
    if finding.beside:
        yield from _facts(finding.beside, speaker)


def _linked(fact: Fact, text: str) -> str:
    """A fact as a link that opens it."""
    return f'<a href="start:{fact_link(identifier_of(fact))}">{text}</a>'


def table_line(line: Standing, speaker: Speaker) -> str:
    """A line of a medal table; the place follows where there is one."""
    text = f"{speaker.npc(line.npc)}: {speaker.tally(line)}, {speaker.games(line.games)}"
    return text + (f", {speaker.place(line.rank)}" if line.rank else "")


def title_line(source: Source, speaker: Speaker) -> str:
    """A source's title, which leads to its address where it has one, and its date."""
    title = escape(source.title, quote=False)
    if source.url:
        title = f'<a href="{escape(source.url)}">{title}</a>'
    day = speaker.day(source.as_of, year=True)
    return speaker.say("source-of", publisher=Said(title), date=day)
