"""What people wish of the bot itself: another language, or to know what it remembers of them.

Only whole messages count, so that no question about results is ever taken for a wish. The phrases
stand in ``data/lexicon/wishes``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from bot.language.normalize import tokenize

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without its C part
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

Words = tuple[str, ...]
LONGEST = 12
"""Words; no wish is longer."""


class Kind(StrEnum):
    """What is wished."""

    PRIVACY = "privacy"
    """To know what is remembered, or to be forgotten."""
    SPEAK = "speak"
    """To be answered in a language."""
    CHOOSE = "choose"
    """To see which languages there are."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish, in the language it is said in; ``wanted`` is the language that is asked for."""

    kind: Kind
    said: str
    wanted: str | None = None


class Wishes:
    """All wishes that are understood, by the skeletons of their words."""

    def __init__(
        self,
        wishes: Mapping[Words, Wish],
        names: Mapping[Words, str],
        polite: frozenset[str] = frozenset(),
    ) -> None:
        self._wishes = wishes
        self._names = names
        self._polite = polite

    def read(self, text: str) -> Wish | None:
        """The wish that a message is; None for everything else."""
        words = _words(text)
        if len(words) > LONGEST:
            return None
        return self._wishes.get(words) or self._wishes.get(self._plain(words))

    def language(self, text: str) -> str | None:
        """The code of the language that a text names, in whatever language it does."""
        return self._names.get(self._plain(_words(text)))

    def _plain(self, words: Words) -> Words:
        return tuple(word for word in words if word not in self._polite)


NO_WISHES = Wishes({}, {})


def load_wishes(folder: Path) -> Wishes:
    """The wishes of all files in a folder; none if there is no such folder."""
    wishes: dict[Words, Wish] = {}
    names: dict[Words, str] = {}
    polite: set[str] = set()
    for path in sorted(folder.glob("*.yaml")):
        raw = yaml.load(path.read_text("utf-8"), Loader=Loader)
        polite.update(word for form in _forms(raw["polite"]) for word in _words(form))
        for kind in Kind:
            for phrase in raw[kind]:
                wishes.update(_expanded(phrase, kind, raw))
        for code, forms in (*raw["languages"].items(), *raw["names"].items()):
            names.update({_words(form): code for form in (*_forms(forms), code)})
    return Wishes(wishes, names, frozenset(polite))


def _expanded(phrase: str, kind: Kind, raw: Mapping[str, Any]) -> Iterator[tuple[Words, Wish]]:
    """A phrase with every language in its place."""
    for place, of in (("{language}", "languages"), ("{name}", "names")):
        if place in phrase:
            for code, forms in raw[of].items():
                for form in _forms(forms):
                    wish = Wish(kind, raw["language"], code)
                    yield _words(phrase.replace(place, form)), wish
            return
    yield _words(phrase), Wish(kind, raw["language"])


def _forms(text: str) -> Iterable[str]:
    return (form.strip() for form in text.split(","))


def _words(text: str) -> Words:
    return tuple(token.skeleton for token in tokenize(text))
