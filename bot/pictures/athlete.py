"""The card of an athlete: the results, and what is said of them."""

from __future__ import annotations

from bot.answers.speaker import Speaker
from bot.answers.text import capital, plain
from bot.facts.finding import Finding
from bot.facts.query import Dim
from bot.facts.rows import Row
from bot.pictures.content import Content, Item, Items, Note, Section, Tally
from bot.pictures.wording import counted, source, unbroken

_MEDALS = 2
"""From so many medals on they are counted."""


def athlete(finding: Finding, speaker: Speaker) -> Content:
    """The content of an athlete's card."""
    who = finding.query.values(Dim.ATHLETE)[0]
    known = speaker.store.facts.athletes[who]
    count = counted(finding.rows)
    sections: list[Section] = [Tally(count)] if count.total >= _MEDALS else []
    sections.append(Items(tuple(_item(row, speaker) for row in finding.rows)))
    sections += [Note(plain(speaker.name(claim.text))) for claim in finding.claims]
    if known.born:
        born = speaker.say("born", date=speaker.day(known.born, year=True))
        sections.append(Note(plain(born)))
    sports = dict.fromkeys(row.event.sport for row in finding.rows)
    about = [*(speaker.sport_title(sport) for sport in sports), speaker.npc(known.npc)]
    return Content(
        title=plain(speaker.athlete(who)),
        subtitle=plain(", ".join(about)),
        sections=tuple(sections),
        source=source(finding, speaker),
    )


def _item(row: Row, speaker: Speaker) -> Item:
    """A result by where it was achieved."""
    parts = [speaker.achieved(row, emoji=False), speaker.event(row.event)]
    parts += [speaker.mark(row)] if row.result.mark else []
    parts += [unbroken(speaker.day(row.day))] if row.day else []
    games = capital(plain(speaker.games(row.event.games)))
    return Item(row.medal, row.result.place, games, plain(", ".join(p for p in parts if p)))
