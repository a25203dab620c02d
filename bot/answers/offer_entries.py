"""What can be offered for a beginning typed somewhere: everything that has a name, by rank.

The rank of an entry is its number: the medals and our own athletes come before sports, those before
the Games and countries, and strangers by what they won. It never changes, so that further pages go
on where the one before ended.
"""

from __future__ import annotations

import marshal
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Final, NamedTuple

from bot.facts.kept import Form
from bot.facts.model import Medal
from bot.facts.query import ANY_MEDAL, EVERY, Dim, Op, Query, where
from bot.facts.store import Store
from bot.language.lexicon import Lexicon
from bot.language.name_index import Names
from bot.language.normalize import tokenize
from bot.language.prefixes import Prefixes


class Sort(IntEnum):
    """What an entry is; the smaller come first."""

    MEDAL = 0
    """Our medals of a colour; as with ``READY`` the identifier is a key of ``Catalogue.ready``."""
    OURS = 1
    """An athlete of the home delegation at the current Games."""
    PAST = 2
    """An athlete of the home delegation at other Games."""
    SPORT = 3
    READY = 4
    """Another question that is often asked."""
    GAMES = 5
    COUNTRY = 6
    DISCIPLINE = 7
    STRANGER = 8
    EVENT = 9
    """A contest of the current Games."""


class Entry(NamedTuple):
    """One thing to offer. A tuple, since there are many thousands."""

    sort: Sort
    id: str


Words = Mapping[Entry, Iterable[str]]
"""What each entry is called, in any language."""
ATHLETES = frozenset({Sort.OURS, Sort.PAST, Sort.STRANGER})
_SORTS_OF = {
    Dim.ATHLETE: ATHLETES,
    Dim.SPORT: (Sort.SPORT,),
    Dim.DISCIPLINE: (Sort.DISCIPLINE,),
    Dim.NPC: (Sort.COUNTRY,),
    Dim.GAMES: (Sort.GAMES,),
}
_MEANT = {
    "medal.gold": Entry(Sort.MEDAL, "gold"),
    "medal.silver": Entry(Sort.MEDAL, "silver"),
    "medal.bronze": Entry(Sort.MEDAL, "bronze"),
    "medal.any": Entry(Sort.READY, "medals"),
    "medal.gold+kind.athlete": Entry(Sort.READY, "champions"),
    "kind.rank": Entry(Sort.READY, "rank"),
    "sup.top": Entry(Sort.READY, "table"),
    "sup.young": Entry(Sort.READY, "youngest"),
    "kind.team": Entry(Sort.READY, "team"),
    "kind.sport": Entry(Sort.READY, "sports"),
    "kind.games": Entry(Sort.READY, "games"),
}
"""By which meanings in the lexicons ready questions are found."""
_NAMED = {"sport": Sort.SPORT, "npc": Sort.COUNTRY, "discipline": Sort.DISCIPLINE}
_STARTS = (*{concept.partition(".")[0] for concept in _MEANT}, *_NAMED)
_SHORTEST = 3
"""Words of a lexicon that are shorter stand in its phrases for the grammar alone."""
_WORTH = {Medal.GOLD: 10**4, Medal.SILVER: 10**2, Medal.BRONZE: 1}
_HERE = 10**6
"""How many times what it is worth elsewhere a medal is worth at the current Games."""


def ready_questions(home: str) -> dict[str, Query]:
    """The questions that are often asked, in the order of their use."""
    champions = where(games=EVERY, npc=home, medal="gold")
    return {
        "gold": Query(Op.LIST, Dim.ATHLETE, where(medal="gold")),
        "medals": Query(Op.CARD, Dim.MEDAL, where(medal=ANY_MEDAL)),
        "rank": Query(Op.RANK, Dim.NPC),
        "table": Query(Op.TOP, Dim.NPC, limit=10),
        "best": Query(Op.CLAIM, Dim.MEDAL, claim="best-games"),
        "champions": Query(Op.LIST, Dim.ATHLETE, champions),
        "total": Query(Op.COUNT, Dim.MEDAL, where(games=EVERY, npc=home, medal=ANY_MEDAL)),
        "youngest": Query(Op.YOUNGEST, Dim.ATHLETE, where(medal=ANY_MEDAL)),
        "silver": Query(Op.LIST, Dim.ATHLETE, where(medal="silver")),
        "bronze": Query(Op.LIST, Dim.ATHLETE, where(medal="bronze")),
        "team": Query(Op.CARD, Dim.NPC),
        "sports": Query(Op.LIST, Dim.SPORT),
        "games": Query(Op.CARD, Dim.GAMES),
    }


@dataclass(frozen=True)
class Catalogue:
    """All entries by rank, and how they are found by their beginnings."""

    store: Store
    ready: Mapping[str, Query]
    entries: tuple[Entry, ...]
    ranks: Mapping[Entry, int]
    prefixes: Prefixes

    def same(self, query: Query) -> Entry | None:
        """The ready question that asks just this, if there is one."""
        return next((often(key) for key, ready in self.ready.items() if ready == query), None)

    def query(self, entry: Entry) -> Query:
        """The question that an entry stands for."""
        if entry.sort in (Sort.MEDAL, Sort.READY):
            return self.ready[entry.id]
        if entry.sort in ATHLETES:
            return Query(Op.CARD, Dim.ATHLETE, where(athlete=entry.id))
        if entry.sort is Sort.GAMES:
            return Query(Op.CARD, Dim.GAMES, where(games=entry.id))
        if entry.sort is Sort.COUNTRY:
            return Query(Op.CARD, Dim.NPC, where(npc=entry.id))
        if entry.sort is Sort.EVENT:
            event = self.store.facts.events[entry.id]
            told = where(event=event.id, sport=event.sport, games=event.games)
            return Query(Op.CARD, Dim.EVENT, told)
        if entry.sort is Sort.SPORT:
            return Query(Op.CARD, Dim.SPORT, where(sport=entry.id, **self._scope(entry)))
        return Query(Op.CARD, Dim.EVENT, where(discipline=entry.id, **self._scope(entry)))

    def _scope(self, entry: Entry) -> dict[str, str]:
        """Where there is something to tell: our part now, anybody's now, our part ever, or all."""
        key = "sport" if entry.sort is Sort.SPORT else "discipline"
        home, current = self.store.facts.home, self.store.facts.current
        for games, scope in ((current, {}), (EVERY, {"games": EVERY})):
            for npc, whose in ((home, {}), (EVERY, {"npc": EVERY})):
                rows = where(**{key: entry.id}, games=games, npc=npc)
                if self.store.table.select(rows):
                    return {**scope, **whose}
        return {}

    def named(self, dim: Dim, value: str) -> Entry | None:
        """The entry of a value of a dimension, if there is one."""
        made = (Entry(sort, value) for sort in _SORTS_OF.get(dim, ()))
        return next((entry for entry in made if entry in self.ranks), None)


@dataclass(frozen=True, slots=True)
class Index:
    """Entries by rank, and for each beginning of theirs who has it: what is slow to gather."""

    entries: tuple[Entry, ...]
    bearers: Mapping[str, tuple[int, ...]]


def make_catalogue(store: Store, index: Index) -> Catalogue:
    """Everything to offer."""
    ranks = {entry: rank for rank, entry in enumerate(index.entries)}
    tiers = bytes(entry.sort for entry in index.entries)
    ready = ready_questions(store.facts.home)
    return Catalogue(store, ready, index.entries, ranks, Prefixes(index.bearers, tiers))


def make_index(store: Store, lexicons: Mapping[str, Lexicon], names: Names, words: Words) -> Index:
    """Gather everything; ``words`` are the names of all but athletes and ready questions."""
    ready = ready_questions(store.facts.home)
    athletes = _athletes(store)
    entries = tuple(sorted((*map(often, ready), *words, *athletes), key=lambda entry: entry.sort))
    ranks = {entry: rank for rank, entry in enumerate(entries)}
    bearers: dict[str, list[int]] = defaultdict(list)
    for entry, spoken in words.items():
        for said in spoken:
            for key in _keys(said):
                bearers[key].append(ranks[entry])
    for entry, key in _from_lexicons(lexicons, store.facts.home):
        if entry in ranks:
            bearers[key].append(ranks[entry])
    by_id = {entry.id: ranks[entry] for entry in athletes}
    numbers = [by_id[athlete] for athlete in names.ids]
    for key, borne in names.parts.items():
        bearers[key] += [numbers[n] for n in borne]
    listed = {key: tuple(sorted(set(ranked))) for key, ranked in bearers.items()}
    return Index(entries, listed)


def _dump(index: Index) -> bytes:
    return marshal.dumps(([(int(e.sort), e.id) for e in index.entries], dict(index.bearers)))


def _load(body: bytes) -> Index:
    entries, bearers = marshal.loads(body)  # noqa: S302 - our own file, in the user's own folder
    sorts = {int(sort): sort for sort in Sort}
    return Index(tuple(Entry(sorts[sort], named) for sort, named in entries), bearers)


INDEXED: Final = Form(_dump, _load)
"""How an index is kept: quicker to read than a pickle."""


@lru_cache(maxsize=2048)
def _keys(said: str) -> tuple[str, ...]:
    return tuple(token.skeleton for token in tokenize(said))


def often(key: str) -> Entry:
    """The entry of a ready question."""
    return Entry(Sort.MEDAL if key in tuple(Medal) else Sort.READY, key)


def _athletes(store: Store) -> list[Entry]:
    """Athletes by what they won: at the current Games, then at all."""
    facts = store.facts
    here = {event.id for event in store.events(facts.current)}
    worth: Counter[str] = Counter()
    started: set[str] = set()
    for result in facts.results:
        now = result.event in here
        if now:
            started.update(result.athletes)
        if result.medal:
            gained = _WORTH[result.medal] * (_HERE if now else 1)
            for athlete in result.athletes:
                worth[athlete] += gained
    ordered = sorted(facts.athletes, key=lambda athlete: -worth[athlete])
    return [Entry(_sort(store, athlete, athlete in started), athlete) for athlete in ordered]


def _sort(store: Store, athlete: str, here: bool) -> Sort:
    if store.facts.athletes[athlete].npc != store.facts.home:
        return Sort.STRANGER
    return Sort.OURS if here else Sort.PAST


def _from_lexicons(lexicons: Mapping[str, Lexicon], home: str) -> Iterator[tuple[Entry, str]]:
    """The words by which sports, countries and ready questions are asked for."""
    for phrase in (p for lexicon in lexicons.values() for p in lexicon.phrases):
        if not phrase.concepts[0].startswith(_STARTS):
            continue
        entry = _meant("+".join(phrase.concepts), home)
        if entry:
            words = [w.skeleton for w in phrase.words if len(w.text) >= _SHORTEST]
            yield from ((entry, word) for word in _telling(words, entry.sort))


def _telling(words: list[str], sort: Sort) -> list[str]:
    """The words of a phrase by which an entry is found: not those that say other things too."""
    if sort is Sort.MEDAL:
        return words if len(words) == 1 else []
    return words[-1:] if sort is Sort.READY else words


def _meant(meaning: str, home: str) -> Entry | None:
    """What a meaning of the lexicons is an entry for."""
    if meaning == "npc.home":
        return Entry(Sort.COUNTRY, home)
    kind, _, value = meaning.partition(".")
    return Entry(_NAMED[kind], value) if kind in _NAMED else _MEANT.get(meaning)
