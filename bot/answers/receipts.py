"""Receipts: the sources of an answer, the facts it used, and what was done with them."""

from __future__ import annotations

from bot.answers.lines import bold, row_line
from bot.answers.messages import Said
from bot.answers.reply import Cited
from bot.answers.speaker import Speaker
from bot.facts.finding import Finding
from bot.facts.model import Source
from bot.facts.store import Store

_SHOWN = 2
_FACTS = 10


def cited(finding: Finding, store: Store) -> tuple[Cited, ...]:
    """The sources of all facts used, the most used first."""
    return tuple(_cited(store.facts.sources[s]) for s in finding.sources())


def _cited(source: Source) -> Cited:
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
    facts = [row_line(row, speaker, games=True) for row in finding.results()]
    facts += [speaker.name(claim.text) for claim in (*finding.claims, *finding.disputed)]
    facts += [f"{speaker.npc(s.npc)}: {speaker.tally(s)}" for s in finding.standings]
    lines += facts[:_FACTS]
    if len(facts) > _FACTS:
        lines.append(speaker.say("why-more", n=len(facts) - _FACTS))
    for source in (speaker.store.facts.sources[s] for s in finding.sources()):
        day = speaker.day(source.as_of, year=True)
        lines.append(f"<i>{Said(speaker.say('source-of', publisher=source.title, date=day))}</i>")
    return lines
