"""The names of countries and Games in the facts as phrases, in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from babel import Locale, UnknownLocaleError

from bot.facts.model import Delegation, Facts, Games
from bot.language.lexicon import Lexicon, Phrase, pattern
from bot.language.normalize import flag, tokenize

_VOWELS = "аәеиіоөуұүыэюяьй"


def gazetteer(facts: Facts, lexicons: Mapping[str, Lexicon]) -> Iterator[Phrase]:
    """The phrases for countries and Games. Concepts are ``npc.<code>`` and ``games.<id>``.

    A country or Games that a lexicon names is left to it: there the forms are written out, where
    here they would be stems that other words begin with ("Мали" and "малый").
    """
    for language, lexicon in lexicons.items():
        named = {concept for phrase in lexicon.phrases for concept in phrase.concepts}
        for delegation in facts.delegations.values():
            if delegation.iso and delegation.npc != facts.home:
                sign = pattern(flag(delegation.iso), language)
                yield Phrase(language, (sign,), (f"npc.{delegation.npc}",))
            if delegation.npc != facts.home and f"npc.{delegation.npc}" not in named:
                yield from _country(delegation, language)
        for games in facts.games.values():
            if f"games.{games.id}" not in named:
                yield from _games(games, language)


def _games(games: Games, language: str) -> Iterator[Phrase]:
    for name in (games.city.get(language), games.names.get(language)):
        words = [token.text for token in tokenize(name or "")]
        if words:
            stems = tuple(pattern(_stem(w, language), language) for w in words)
            yield Phrase(language, stems, (f"games.{games.id}",))


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
