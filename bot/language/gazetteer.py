"""The names in the facts as phrases: athletes in every spelling, countries in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from babel import Locale, UnknownLocaleError

from bot.facts.model import Athlete, Delegation, Facts
from bot.language.lexicon import Lexicon, Phrase, pattern
from bot.language.normalize import tokenize
from bot.language.vocabulary import NAMES

_SHORTEST_PART = 3
_VOWELS = "аәеиіоөуұүыэюяьй"


def gazetteer(facts: Facts, lexicons: Mapping[str, Lexicon]) -> Iterator[Phrase]:
    """All name phrases. Concepts are ``athlete.<id>`` and ``npc.<code>``.

    A country that a lexicon names is left to it: there its forms are written out, where here it
    would be a stem that other words begin with ("Мали" and "малый").
    """
    for athlete in facts.athletes.values():
        yield from _athlete(athlete, facts.home)
    for language, lexicon in lexicons.items():
        named = {concept for phrase in lexicon.phrases for concept in phrase.concepts}
        for delegation in facts.delegations.values():
            if delegation.npc != facts.home and f"npc.{delegation.npc}" not in named:
                yield from _country(delegation, language)


def _athlete(athlete: Athlete, home: str) -> Iterator[Phrase]:
    spellings = {*athlete.names.values(), *athlete.aliases}
    concept = (f"athlete.{athlete.id}",)
    for spelling in sorted(spellings):
        parts = [token.text for token in tokenize(spelling)]
        for names in {tuple(parts), tuple(reversed(parts))} if len(parts) > 1 else {tuple(parts)}:
            yield Phrase(NAMES, tuple(pattern(f"{n}*", NAMES) for n in names), concept)
        # a stranger is called by the surname; of one's own the first name alone will do
        known = parts if athlete.npc == home else parts[-1:]
        for part in known if len(parts) > 1 else ():
            if len(part) >= _SHORTEST_PART:
                yield Phrase(NAMES, (pattern(f"{part}*", NAMES),), concept)


def _country(delegation: Delegation, language: str) -> Iterator[Phrase]:
    concept = (f"npc.{delegation.npc}",)
    for name in _country_names(delegation, language):
        words = [token.text for token in tokenize(name)]
        if words:
            yield Phrase(
                language, tuple(pattern(_stem(w, language), language) for w in words), concept
            )


def _country_names(delegation: Delegation, language: str) -> Iterator[str]:
    if language in delegation.names:
        yield delegation.names[language]
    elif delegation.iso:
        try:
            name = Locale(language).territories.get(delegation.iso)
        except UnknownLocaleError:
            name = None
        if name:
            yield name
    yield from delegation.aliases


def _stem(word: str, language: str) -> str:
    """A country's name as a stem where the language inflects it: "Франция" by "франци"."""
    if language == "en" or len(word) < 4:
        return word
    return (word[:-1] if word[-1] in _VOWELS else word) + "*"
