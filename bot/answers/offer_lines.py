"""The two lines by which an offer is chosen: what it is about, and the answer in short."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from html import escape

from bot.answers.messages import Said
from bot.answers.offer_entries import ATHLETES, Catalogue, Entry, Sort
from bot.answers.reply import Reply
from bot.answers.speaker import Speaker
from bot.answers.text import capital, plain
from bot.facts.model import Medal
from bot.facts.query import where
from bot.facts.rows import Row

TITLE = 80
DESCRIPTION = 100
"""So many characters at most: telephones show one line of the title, two of the description."""
_BARE = 8

_MEDALS = {medal: number for number, medal in enumerate(Medal)}
_COMMANDS = frozenset({"gold", "silver", "bronze", "medals", "rank", "team", "sports", "games"})
"""Ready questions that are commands too, and are called what the menu calls them."""


def of_answer(reply: Reply) -> tuple[str, str]:
    """The lines for a question that was typed: the answer itself, then its details."""
    first, *rest = spoken(reply) or [""]
    if len(first) <= _BARE and rest:
        # "Yes" alone says nothing to choose by.
        first = _joined((first, rest.pop(0)))
    return shortened(capital(first), TITLE), shortened(_joined(rest), DESCRIPTION)


def with_question(question: str, reply: Reply) -> Reply:
    """The message to send: a bare "yes" with its question, which nobody else in the chat saw."""
    first, *_ = spoken(reply) or [""]
    if len(first) > _BARE:
        return reply
    return replace(reply, html=f"<i>{escape(question.strip(), quote=False)}</i>\n{reply.html}")


def of_entry(entry: Entry, reply: Reply, catalogue: Catalogue, speaker: Speaker) -> tuple[str, str]:
    """The lines for an entry: its name, then the answer."""
    title = named(entry, catalogue, speaker)
    own = _SHORT.get(entry.sort)
    said = own(entry.id, speaker) if own else ""
    if not said:
        said = _joined(line for line in spoken(reply) if line != title)
    return shortened(capital(title), TITLE), shortened(capital(said), DESCRIPTION)


def of_today(entry: Entry, speaker: Speaker) -> tuple[str, str]:
    """The lines for the athlete of the day."""
    title = plain(speaker.say("offer-today", who=speaker.athlete(entry.id)))
    return shortened(title, TITLE), shortened(capital(_athlete(entry.id, speaker)), DESCRIPTION)


def named(entry: Entry, catalogue: Catalogue, speaker: Speaker) -> str:
    """What an entry is called in a language."""
    facts = catalogue.store.facts
    if entry.sort in ATHLETES:
        return plain(speaker.known_from(entry.id))
    if entry.sort is Sort.SPORT:
        return plain(speaker.sport_title(entry.id))
    if entry.sort is Sort.GAMES:
        return plain(speaker.games(entry.id))
    if entry.sort is Sort.COUNTRY:
        return plain(speaker.npc(entry.id))
    if entry.sort is Sort.DISCIPLINE:
        known = facts.disciplines[entry.id]
        return plain(f"{speaker.name(known.names)}, {speaker.sport(known.sport)}")
    if entry.sort is Sort.EVENT:
        event = facts.events[entry.id]
        return plain(f"{speaker.sport(event.sport)}, {speaker.event(event)}")
    key = f"command-{entry.id}" if entry.id in _COMMANDS else f"offer-{entry.id}"
    return plain(speaker.say(key))


def spoken(reply: Reply) -> list[str]:
    """The lines of a reply as they are read, without that of the sources."""
    lines = (line for line in reply.html.split("\n") if not line.startswith("<i>"))
    return [line for line in (plain(line).strip() for line in lines) if line]


def shortened(text: str, most: int) -> str:
    """The text, cut at a word where it is too long."""
    if len(text) <= most:
        return text
    cut, _, _ = text[:most].rpartition(" ")
    return f"{(cut or text[: most - 1]).rstrip(' ,·—:;')}…"


def _joined(lines: Iterable[str]) -> str:
    return " · ".join(lines)


def _athlete(athlete: str, speaker: Speaker) -> str:
    """The best an athlete did: "Gold 🥇, powerlifting, Paris 2024"."""
    rows = speaker.store.table.select(where(athlete=athlete))
    if not rows:
        return ""
    best = min(rows, key=lambda row: _worth(row, speaker))
    sport, games = speaker.sport(best.event.sport), speaker.games(best.event.games)
    return plain(f"{speaker.achieved(best)}, {sport}, {games}")


def _worth(row: Row, speaker: Speaker) -> tuple[bool, bool, int, int]:
    """Medals before places, those of the current Games before others, the newest first."""
    facts = speaker.store.facts
    place = _MEDALS[row.medal] if row.medal else row.result.place or 1_000
    elsewhere = row.event.games != facts.current
    return (row.medal is None, elsewhere, place, -facts.games[row.event.games].year)


def _country(npc: str, speaker: Speaker) -> str:
    """A country's medals and place at the current Games, or its medals at all."""
    store = speaker.store
    line = store.standing(store.facts.current, npc)
    if line is not None and line.total:
        place = f", {speaker.place(line.rank)}" if line.rank else ""
        games = speaker.games(store.facts.current)
        return plain(f"{games}: {speaker.tally(line)}{place}")
    return ""


def _games(games: str, speaker: Speaker) -> str:
    """What the home delegation won there, or who was first in the table."""
    store = speaker.store
    line = store.standing(games, store.facts.home) or next(iter(store.medal_table(games)), None)
    if line is None:
        return ""
    place = f", {speaker.place(line.rank)}" if line.rank else ""
    return plain(f"{speaker.npc(line.npc)}: {speaker.tally(line)}{place}")


def _event(event: str, speaker: Speaker) -> str:
    """Who won, and when."""
    rows = speaker.store.table.select(where(event=event, medal="gold"))
    if not rows:
        return ""
    games = speaker.games(rows[0].event.games)
    return plain(_joined((*_winners(rows, speaker), games)))


def _winners(rows: tuple[Row, ...], speaker: Speaker) -> Iterator[str]:
    for row in rows:
        won = Said(speaker.achieved(row))
        yield speaker.say("row", who=speaker.who_from_where(row), what=won)


_SHORT: Mapping[Sort, Callable[[str, Speaker], str]] = {
    **dict.fromkeys(ATHLETES, _athlete),
    Sort.COUNTRY: _country,
    Sort.GAMES: _games,
    Sort.EVENT: _event,
}
