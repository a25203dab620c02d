"""One fact by itself, as a link in a receipt opens it: who, what, when, where, and who says so."""

from __future__ import annotations

from html import unescape

from bot.answers.about_games import dates
from bot.answers.codec import encode
from bot.answers.lines import bold, row_line
from bot.answers.links import fact_link
from bot.answers.messages import Said
from bot.answers.receipts import citation, table_line, title_line
from bot.answers.reply import Button, Reply
from bot.answers.speaker import Speaker
from bot.answers.suggestions import athlete, share
from bot.facts.keys import Fact, identifier_of
from bot.facts.model import Claim, Games, Result, Standing
from bot.facts.query import Dim, Op, Query, where
from bot.facts.rows import Row

Buttons = list[Button]

_PAIR = 2
"""So many athletes of a team the line of its result names already."""


def fact_reply(fact: Fact, speaker: Speaker) -> Reply:
    """The page of a fact, with buttons to what it is about and one to pass it on."""
    if isinstance(fact, Result):
        lines, buttons = _result(fact, speaker)
    elif isinstance(fact, Claim):
        lines, buttons = _claim(fact, speaker)
    elif isinstance(fact, Standing):
        lines, buttons = _standing(fact, speaker)
    else:
        lines, buttons = _games(fact, speaker)
    sources = [speaker.store.facts.sources[source] for source in fact.sources]
    lines += [f"<i>{_source_line(title_line(s, speaker), speaker)}</i>" for s in sources]
    buttons = [*buttons[:2], *share(fact_link(identifier_of(fact)), speaker)]
    return Reply(
        "\n".join(lines),
        True,
        speaker.language,
        tuple((button,) for button in buttons),
        tuple(citation(source) for source in sources),
    )


def _source_line(title: str, speaker: Speaker) -> str:
    return speaker.say("source", list=Said(title))


def _result(result: Result, speaker: Speaker) -> tuple[list[str], Buttons]:
    row = _row(result, speaker)
    lines = [bold(row_line(row, speaker))]
    if row.day:
        lines.append(speaker.say("fact-when", date=speaker.day(row.day, year=True)))
    venues = speaker.store.venues(row.event.games, row.event.sport)
    places = [speaker.name(venue.names) for venue in venues] if len(venues) == 1 else []
    where_held = ", ".join([*places, _held(row.event.games, speaker)])
    lines.append(speaker.say("fact-where", place=Said(where_held)))
    if row.event.team and len(result.athletes) > _PAIR:
        members = speaker.list(speaker.athlete(a) for a in result.athletes)
        lines.append(speaker.say("fact-team", list=Said(members)))
    buttons = [b for a in result.athletes[:1] if (b := athlete(a, speaker))]
    return lines, [*buttons, *_event(result.event, speaker)]


def _row(result: Result, speaker: Speaker) -> Row:
    """The result with its contest."""
    rows = speaker.store.table.select(where(event=result.event))
    return next(row for row in rows if row.result.id == result.id)


def _held(games: str, speaker: Speaker) -> str:
    """The Games and their country, where it is known: "Paris 2024, France"."""
    country = speaker.npc(speaker.store.facts.games[games].country or "")
    return f"{speaker.games(games)}, {country}" if country else speaker.games(games)


def _event(event: str, speaker: Speaker) -> Buttons:
    known = speaker.store.facts.events[event]
    data = encode("q", Query(Op.CARD, Dim.EVENT, where(event=event)))
    text = unescape(f"{speaker.sport_title(known.sport)}, {speaker.event(known)}")
    return [Button(text, data)] if data else []


def _claim(claim: Claim, speaker: Speaker) -> tuple[list[str], Buttons]:
    lines = [bold(speaker.name(claim.text))]
    if claim.games:
        lines.append(speaker.say("fact-where", place=Said(_held(claim.games, speaker))))
    buttons = [b for a in claim.athletes[:1] if (b := athlete(a, speaker))]
    return lines, [*buttons, *(_event(claim.event, speaker) if claim.event else [])]


def _standing(line: Standing, speaker: Speaker) -> tuple[list[str], Buttons]:
    lines = [bold(table_line(line, speaker))]
    if line.athletes:
        lines.append(speaker.say("count-athletes", n=line.athletes))
    query = Query(Op.CARD, Dim.MEDAL, where(games=line.games, npc=line.npc, medal="any"))
    data = encode("q", query)
    text = unescape(speaker.scope(where(npc=line.npc, games=line.games)))
    return lines, [Button(text, data)] if data else []


def _games(games: Games, speaker: Speaker) -> tuple[list[str], Buttons]:
    if not (games.opened and games.closed):
        lines = [bold(_held(games.id, speaker))]
    else:
        country = speaker.npc(games.country or "")
        place = ", ".join(p for p in (speaker.name(games.city), country) if p)
        lines = [bold(dates(games, Dim.DURATION, speaker))]
        lines.append(speaker.say("fact-where", place=Said(place)))
    data = encode("q", Query(Op.CARD, Dim.GAMES, where(games=games.id)))
    return lines, [Button(unescape(speaker.games(games.id)), data)] if data else []
