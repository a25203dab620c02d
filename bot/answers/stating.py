"""Answers that state a claim, or what a number stands for."""

from __future__ import annotations

from bot.answers.lines import (
    Lines,
    bold,
    rows,
)
from bot.answers.messages import Said
from bot.answers.speaker import Speaker
from bot.facts.finding import Finding
from bot.facts.model import Claim
from bot.facts.query import EVERY, Dim
from bot.facts.telling import RECORD


def claim(finding: Finding, speaker: Speaker) -> Lines:
    """The claim of the asked kind, and others by their contest."""
    query = finding.query
    lead = finding.claims[0]
    text = bold(speaker.name(lead.text))
    record = lead.kind.startswith(RECORD)
    if query.number is not None and lead.value is not None and not record:
        word = speaker.say("yes" if query.number == lead.value else "no")
        text = f"{bold(word)}. {text}"
    elif query.yes_no and lead.kind != "record":  # of the world or of Asia: the text says which
        word = speaker.say("no" if _elsewhere(finding, lead, speaker) else "yes")
        text = f"{bold(word)}. {text}"
    others = (
        finding.claims[1:] if len(finding.claims) <= 3 and not lead.lead else finding.claims[1:2]
    )
    return [text, *(_aside(other, speaker) for other in others if other.event != lead.event)]


def _elsewhere(finding: Finding, lead: Claim, speaker: Speaker) -> bool:
    """Whether the claim is of other Games than those that the question names."""
    games = finding.query.values(Dim.GAMES)
    if games == (speaker.store.facts.current,):
        return False
    return bool(lead.games and games and EVERY not in games and lead.games not in games)


def _aside(told: Claim, speaker: Speaker) -> str:
    """A further claim of the kind, by its contest: it rests on less than the leading one."""
    event = speaker.store.facts.events.get(told.event or "")
    if event is None or told.lead:
        return speaker.name(told.text)
    value = f", {speaker.figure(str(told.value))} " if told.value is not None else ""
    return speaker.say("aside", event=speaker.event(event), value=value.strip(", "))


def number(finding: Finding, speaker: Speaker) -> Lines:
    """Everything that the number stands for."""
    lines = [bold(speaker.name(told.text)) for told in finding.claims[:3]]
    lines += [bold(line) for line in rows(finding.rows, speaker)]
    for standing in finding.standings:
        if finding.query.number == standing.rank:
            place = speaker.place(standing.rank or 0)
            lines.append(
                bold(speaker.say("rank", who=speaker.npc(standing.npc), place=Said(place)))
            )
    return lines
