"""The index of athletes' names: by the parts they have, as written and as heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.facts.model import Athlete, Facts
from bot.language.nearness import NearIndex
from bot.language.normalize import script_of, skeleton, tokenize
from bot.language.sound import SYSTEMS, sounds_of, transcribed


@dataclass(slots=True)
class Names:
    """The indexed names. Plain values only, so that it can be kept in a cache."""

    ids: list[str]
    parts: dict[str, list[int]]
    """Skeleton of a part of a name to the numbers of its bearers."""
    alone: dict[str, list[int]]
    """The same for the parts by which somebody is called without any other."""
    home: set[int]
    near: NearIndex
    sounds: dict[str, list[str]]
    """Sound to the skeletons of the parts that have it."""
    near_sounds: NearIndex
    cyrillic: set[str]
    """The parts that are known in Cyrillic letters."""


def index_names(facts: Facts) -> Names:
    """Index the names of all athletes."""
    ids = list(facts.athletes)
    parts: dict[str, dict[int, None]] = {}
    alone: dict[str, dict[int, None]] = {}
    sounds: dict[str, dict[str, None]] = {}
    home: set[int] = set()
    cyrillic: set[str] = set()
    for number, athlete in enumerate(facts.athletes.values()):
        ours = athlete.npc == facts.home
        if ours:
            home.add(number)
        for words in _spellings(athlete):
            for word in words:
                key = skeleton(word)
                parts.setdefault(key, {})[number] = None
                if script_of(word) == "cyrillic":
                    cyrillic.add(key)
                for heard in sounds_of(word):
                    sounds.setdefault(heard, {})[key] = None
        for word in _callings(athlete, ours=ours):
            alone.setdefault(skeleton(word), {})[number] = None
    return Names(
        ids=ids,
        parts={part: list(numbers) for part, numbers in parts.items()},
        alone={part: list(numbers) for part, numbers in alone.items()},
        home=home,
        near=NearIndex(parts),
        sounds={heard: list(keys) for heard, keys in sounds.items()},
        near_sounds=NearIndex(sounds),
        cyrillic=cyrillic,
    )


def _words(name: str) -> list[str]:
    return [token.text for token in tokenize(name)]


def _spellings(athlete: Athlete) -> Iterator[list[str]]:
    system = SYSTEMS.get(athlete.npc)
    for name in dict.fromkeys((*athlete.names.values(), athlete.official, *athlete.aliases)):
        words = _words(name)
        yield words
        sounded = [transcribed(word, system) for word in words] if system else []
        if sounded and all(sounded):
            yield [word for word in sounded if word]


def _callings(athlete: Athlete, *, ours: bool) -> Iterator[str]:
    """The words by which somebody is called alone: of one's own all, of others the surname."""
    if ours:
        yield from (word for words in _spellings(athlete) for word in words)
        return
    surname = [word for word in athlete.official.split() if word.upper() == word and len(word) > 1]
    system = SYSTEMS.get(athlete.npc)
    for word in _words(" ".join(surname)):
        yield word
        sounded = transcribed(word, system) if system else None
        if sounded:
            yield sounded
