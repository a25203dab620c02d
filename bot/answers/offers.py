"""Offers: what may be meant by what somebody types anywhere, each with its message ready to send.

The answer to what was typed comes first if it is a question that is understood, then everything
that has a name which begins so. The same text gets the same offers in the same order, so that
further pages go on where the one before ended.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b

from bot.answers import offer_lines
from bot.answers.links import GREETING, link_to
from bot.answers.offer_entries import (
    Catalogue,
    Entry,
    Index,
    Sort,
    make_catalogue,
    make_index,
    often,
)
from bot.answers.offer_language import by_letters, in_question, may_be_relaid
from bot.answers.offer_words import words_of_all
from bot.answers.reply import Reply
from bot.answers.turns import Turns
from bot.facts.model import Medal
from bot.facts.query import Dim, Op, Query
from bot.language.dialogue import Dialogue
from bot.language.lexicon import Lexicon
from bot.language.name_index import Names
from bot.language.normalize import Token, relaid, tokenize
from bot.language.parse import Parser
from bot.language.reading import Kind, Reading

PAGE = 8
"""So many offers come at once: more than a telephone shows. Telegram takes 50."""
LONGEST = 256
"""Characters of a query that are read; Telegram sends no more."""
_MOST = 200
_GUESSED = 5
_WORDS = 6
_QUESTION = 3
"""With fewer letters nothing is a question yet, but for classes such as J2."""
_ALONE = 2
"""So many letters the last word must have to be looked up by itself."""
_FIRM = 0.9
"""A word that is understood less surely than this may be the beginning of another."""
_KEPT = 4_096
_DAY = 86_400
_TODAY_AT = 5
_CARDS = frozenset({Dim.ATHLETE, Dim.SPORT, Dim.EVENT, Dim.NPC, Dim.GAMES})
_NAMED = (Dim.ATHLETE, Dim.SPORT, Dim.DISCIPLINE, Dim.NPC, Dim.GAMES)


Keep = Callable[[Callable[[], Index]], Index]


@dataclass(frozen=True, slots=True)
class Offer:
    """A message that a person can choose to send.

    ``id`` is 1 to 64 bytes, the same for the same offer in the same language. ``title`` and
    ``description`` are plain text, the latter perhaps empty. ``start`` is the start parameter that
    opens the same answer in private (:mod:`bot.answers.links`).
    """

    id: str
    title: str
    description: str
    reply: Reply
    start: str = GREETING


@dataclass(frozen=True, slots=True)
class Offers:
    """One page of offers. ``next_offset`` is empty on the last one.

    ``personal`` says that another person might get other words for the same text. ``invitation`` is
    what to say where there are no offers.
    """

    offers: tuple[Offer, ...]
    next_offset: str
    language: str
    personal: bool
    invitation: str


@dataclass(frozen=True, slots=True)
class Asker:
    """Whose offers they are: the language chosen, if any, and the one to take in doubt."""

    chosen: str | None
    preferred: str


class Offering:
    """Makes offers from one store, in the languages that there are. Nothing of a person is kept."""

    def __init__(
        self, turns: Turns, parser: Parser, lexicons: Mapping[str, Lexicon], names: Names
    ) -> None:
        self._turns = turns
        self._parser = parser
        self._lexicons = lexicons
        self._names = names
        self.keep: Keep = lambda make: make()
        """Gives what is made, or what was kept of that; gathering takes some tenths of a second."""
        self._answer = lru_cache(maxsize=_KEPT)(self._answered)
        self._offer_of = lru_cache(maxsize=_KEPT)(self._made_of)
        self._told = lru_cache(maxsize=_KEPT)(self._language_told)

    @cached_property
    def catalogue(self) -> Catalogue:
        """Everything to offer, gathered when it is first asked for."""
        return make_catalogue(self._turns.store, self.keep(self._index))

    def _index(self) -> Index:
        store = self._turns.store
        words = words_of_all(store, self._turns.speakers)
        return make_index(store, self._lexicons, self._names, words)

    def offers(self, text: str, asker: Asker, offset: str, now: float) -> Offers:
        """A page of offers; ``offset`` is empty or what the page before gave as the next one."""
        text = text[:LONGEST]
        start = int(offset) if offset.isdecimal() and offset.isascii() else 0
        start = min(start, 2 * _MOST)
        likely, mine = by_letters(text, asker.preferred, self._lexicons)
        reading = self._reading(text, asker.chosen or likely)
        language, personal = (asker.chosen, True) if asker.chosen else (likely, mine)
        if not asker.chosen and reading and reading.kind is Kind.QUERY:
            language = in_question(text, reading.language, likely, self._lexicons)
            personal = self._told(text) != language
        made = self._sequence(text, reading, language, now)
        found = [offer for _, offer in zip(range(start + PAGE + 1), made, strict=False)]
        following = str(start + PAGE) if len(found) > start + PAGE else ""
        invitation = self._turns.speakers[language].say("offer-none")
        page = tuple(found[start : start + PAGE])
        return Offers(page, following, language, personal, invitation)

    def rehearse(self) -> Iterator[None]:
        """Make what most people will be offered, a little at each step, so that it is there."""
        for entry in self.catalogue.entries:
            if entry.sort > Sort.READY:
                return
            for language in self._turns.speakers:
                self._offer_of(entry, language)
                yield

    # --- what is meant ---

    def _reading(self, text: str, preferred: str) -> Reading | None:
        """What is asked; nothing where the words are rather the beginnings of names."""
        if sum(c.isalnum() for c in text) < _QUESTION and not any(c.isdigit() for c in text):
            return None
        reading = self._parser.read(text, Dialogue(), now=0.0, preferred=preferred)
        words = tokenize(text)[:_WORDS]
        guessed = bool(words) and not _firm(reading, words[-1])
        return None if guessed and self.catalogue.prefixes.find(words, 1) else reading

    def _language_told(self, text: str) -> str | None:
        """The language that a text is in whoever writes it; none if it may be in several."""
        found = (self._parser.language(text, preferred) for preferred in self._turns.speakers)
        told = next(found)
        return told if all(language == told for language in found) else None

    # --- what is offered ---

    def _sequence(
        self, text: str, reading: Reading | None, language: str, now: float
    ) -> Iterator[Offer]:
        """All offers in their order, made one by one as they are looked at."""
        if not text.strip():
            yield from self._highlights(language, now)
            return
        early = self._begun(text, reading)
        asked = reading.query if reading and reading.kind is Kind.QUERY and not early else None
        meant = self._cards(asked) if asked else []
        answer = self._answer(asked, language) if asked and not meant else None
        if answer and not answer.known:
            answer = None
        found = early or self._entries(text, reading, understood=bool(meant or answer))
        ready = self.catalogue.same(asked) if asked else None
        first = [ready] if ready else meant
        if found and all(entry.sort is Sort.STRANGER for entry in meant):
            # Of several who are called so the best known comes first, not who was taken for it.
            first = [ready] if ready else []
        if asked and answer and not ready:
            sent = offer_lines.with_question(text, answer)
            yield _offer(f"{asked} {sent.html}", *offer_lines.of_answer(answer), sent, asked)
        yield from self._made(dict.fromkeys((*first, *found)), language)

    def _cards(self, asked: Query) -> list[Entry]:
        """The entries that a question is about which asks for all about what it names."""
        if asked.op is not Op.CARD or asked.target not in _CARDS or len(asked.filters) != 1:
            return []
        [named] = asked.filters
        made = (self.catalogue.named(named.dim, value) for value in named.values)
        return [entry for entry in made if entry and not named.negated]

    def _begun(self, text: str, reading: Reading | None) -> list[Entry]:
        """What the last word of a question may become that is not typed to its end.

        Its beginning was passed over, or taken for another word: "who is naua".
        """
        words = tokenize(text)[:_WORDS]
        if reading is None or len(words) < 2 or len(words[-1].text) < _ALONE:
            return []
        if _firm(reading, words[-1]):
            return []
        found = self._listed(self.catalogue.prefixes.find(words[-1:], _MOST))
        return [entry for entry in found if entry.sort <= Sort.READY]

    def _entries(self, text: str, reading: Reading | None, *, understood: bool) -> list[Entry]:
        """What is called so; else what is named in it; else what its end may become."""
        find = self.catalogue.prefixes.find
        words = tokenize(text)[:_WORDS]
        numbers = find(words, _MOST)
        named = list(dict.fromkeys(self._mentioned(reading))) if reading and not numbers else []
        if named or (understood and not numbers):
            return named
        if not numbers or may_be_relaid(text, few=len(numbers) < PAGE):
            # What the same keys type under another layout.
            others = (n for variant in relaid(text) for n in find(tokenize(variant), _MOST))
            entries = self._listed(list(dict.fromkeys((*numbers, *others))))
            if entries:
                return sorted(entries, key=lambda entry: entry.sort)
        if not numbers and len(words) > 1 and len(words[-1].text) >= _ALONE:
            numbers = find(words[-1:], _MOST)
        return self._listed(numbers or self.catalogue.prefixes.find_misspelt(words, _GUESSED))

    def _listed(self, numbers: list[int]) -> list[Entry]:
        return [self.catalogue.entries[number] for number in numbers]

    def _mentioned(self, reading: Reading) -> Iterator[Entry]:
        """Who and what is named in a question, whatever is asked about it."""
        for dim in _NAMED:
            found = (self.catalogue.named(dim, value) for value in reading.frame.named(dim))
            yield from (entry for entry in found if entry)

    def _highlights(self, language: str, now: float) -> Iterator[Offer]:
        """What most people want, for those who have typed nothing yet."""
        ready = [often(key) for key in self.catalogue.ready]
        named = [e for e in self.catalogue.entries if e.sort in (Sort.OURS, Sort.SPORT)]
        entries, today = [*ready, *named], self._today(now)
        rest = [entry for entry in entries if entry != today]
        yield from self._made(rest[:_TODAY_AT], language)
        if today:
            query = self.catalogue.query(today)
            lines = offer_lines.of_today(today, self._turns.speakers[language])
            yield _offer(f"today {today.id}", *lines, self._answer(query, language), query)
        yield from self._made(rest[_TODAY_AT:], language)

    def _today(self, now: float) -> Entry | None:
        """The medallist of the home delegation whose day it is."""
        won = self._medallists
        return won[int(now // _DAY) % len(won)] if won else None

    @cached_property
    def _medallists(self) -> tuple[Entry, ...]:
        facts = self._turns.store.facts
        won = [r for r in facts.results if r.npc == facts.home and r.medal in tuple(Medal)]
        athletes = dict.fromkeys(athlete for result in won for athlete in result.athletes)
        made = (self.catalogue.named(Dim.ATHLETE, athlete) for athlete in sorted(athletes))
        return tuple(entry for entry in made if entry)

    def _made(self, entries: Iterable[Entry], language: str) -> Iterator[Offer]:
        offers = (self._offer_of(entry, language) for entry in entries)
        return (offer for offer in offers if offer is not None)

    def _made_of(self, entry: Entry, language: str) -> Offer | None:
        query = self.catalogue.query(entry)
        reply = self._answer(query, language)
        if not reply.known:
            return None
        speaker = self._turns.speakers[language]
        lines = offer_lines.of_entry(entry, reply, self.catalogue, speaker)
        return _offer(f"{entry.sort.name} {entry.id}", *lines, reply, query)

    def _answered(self, query: Query, language: str) -> Reply:
        """What the bot says to a query: always the same, so the last ones are kept."""
        return self._turns.answer(query, language, Dialogue(), 0.0).reply


def _firm(reading: Reading, word: Token) -> bool:
    """Whether the last word of what was read is surely the one that was typed."""
    tags = reading.frame.tags
    if word.script == "digit":
        return True
    return bool(tags) and tags[-1].quality >= _FIRM and tags[-1].text.endswith(word.text)


def _offer(key: str, title: str, description: str, reply: Reply, query: Query) -> Offer:
    made = blake2b(f"{key} {reply.language}".encode(), digest_size=16).hexdigest()
    return Offer(made, title, description, reply, link_to(query) or GREETING)
