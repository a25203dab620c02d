"""What is offered is called in all languages; athletes and ready questions apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from bot.answers.offer_entries import Entry, Sort, Words
from bot.answers.speaker import Speaker
from bot.facts.model import Event, Games
from bot.facts.store import Store


def words_of_all(store: Store, speakers: Mapping[str, Speaker]) -> Words:
    """The words of sports, Games, countries and contests; the best known come first."""
    facts = store.facts
    found: dict[Entry, Iterable[str]] = {}
    for sport in _sports(store):
        known = facts.sports[sport]
        found[Entry(Sort.SPORT, sport)] = (*known.names.values(), *known.short.values())
    for games in sorted(facts.games.values(), key=lambda g: (g.id != facts.current, -g.year)):
        found[Entry(Sort.GAMES, games.id)] = _games_words(games)
    for npc in _countries(store):
        names = [unescape(speaker.npc(npc)) for speaker in speakers.values()]
        found[Entry(Sort.COUNTRY, npc)] = (*names, *facts.delegations[npc].aliases, npc)
    for discipline in facts.disciplines.values():
        found[Entry(Sort.DISCIPLINE, discipline.id)] = tuple(discipline.names.values())
    for event in _events(store):
        found[Entry(Sort.EVENT, event.id)] = tuple(_event_words(event, store))
    return found


def _sports(store: Store) -> list[str]:
    """By what the home delegation won in them at the current Games, then by taking part."""
    facts = store.facts
    won = [store.event_of(result).sport for result in store.medals(facts.current, facts.home)]
    there = set(store.sports_at(facts.current, facts.home))
    held = {event.sport for event in store.events(facts.current)}
    return sorted(facts.sports, key=lambda s: (-won.count(s), s not in there, s not in held))


def _games_words(games: Games) -> Iterator[str]:
    yield from games.city.values()
    yield from games.names.values()
    yield str(games.year)


def _countries(store: Store) -> list[str]:
    """Our own first, then by the medal table of the current Games."""
    facts = store.facts
    ranked = [line.npc for line in store.medal_table(facts.current)]
    known = dict.fromkeys((facts.home, *ranked, *facts.delegations))
    return [npc for npc in known if npc in facts.delegations]


def _events(store: Store) -> list[Event]:
    """The contests of the current Games, those with our own athletes first."""
    facts = store.facts
    ours = {result.event for result in store.team_results(facts.current, facts.home)}
    return sorted(store.events(facts.current), key=lambda event: event.id not in ours)


def _event_words(event: Event, store: Store) -> Iterator[str]:
    """What a contest is called: its official name, its sport and discipline, its classes."""
    facts = store.facts
    yield event.name
    yield from facts.sports[event.sport].names.values()
    discipline = facts.disciplines.get(event.discipline or "")
    yield from discipline.names.values() if discipline else ()
    yield from (*event.classes, *event.codes)
