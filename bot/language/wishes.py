"""What people wish of the bot itself: another language, or to know what it remembers of them.

Only whole messages count, so that no question about results is ever taken for a wish. A question
may have a language beside it ("... in Russian"): that is none of its conditions. The phrases stand
in ``data/lexicon/wishes``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from bot.language.normalize import clean, tokenize

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without its C part
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

Words = tuple[str, ...]
NO_PHRASES: Mapping[Words, str] = MappingProxyType({})
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
        before: Mapping[Words, str] = NO_PHRASES,
        after: Mapping[Words, str] = NO_PHRASES,
    ) -> None:
        self._wishes = wishes
        self._names = names
        self._polite = polite
        self._before = before
        self._after = after

    def read(self, text: str) -> Wish | None:
        """The wish that a message is; None for everything else."""
        words = _words(text)
        if len(words) > LONGEST:
            return None
        return self._wishes.get(words) or self._wishes.get(self._plain(words))

    def aside(self, text: str) -> tuple[str | None, str]:
        """The language that a question is to be answered in, if it says so, and the rest of it.

        "Who won gold? In Russian, please": of Russia nothing is asked.
        """
        tokens = tokenize(text)
        words = [token.skeleton for token in tokens]
        while words and words[-1] in self._polite:
            words.pop()
        for size in range(min(LONGEST, len(words) - 1), 0, -1):
            wanted = self._after.get(tuple(words[-size:]))
            if wanted:
                return wanted, clean(text)[: tokens[len(words) - size].start].rstrip(" ,;:-–—(")
            wanted = self._before.get(tuple(words[:size]))
            if wanted:
                return wanted, clean(text)[tokens[size].start :]
        return None, text

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
    beside: dict[str, dict[Words, str]] = {"before": {}, "after": {}}
    for path in sorted(folder.glob("*.yaml")):
        raw = yaml.load(path.read_text("utf-8"), Loader=Loader)
        polite.update(word for form in _forms(raw["polite"]) for word in _words(form))
        for kind in Kind:
            for phrase in raw[kind]:
                wishes.update(
                    (words, Wish(kind, raw["language"], code))
                    for words, code in _expanded(phrase, raw)
                )
        for place, known in beside.items():
            known.update(
                (words, code)
                for phrase in raw.get(place, ())
                for words, code in _expanded(phrase, raw)
                if code
            )
        for code, forms in (*raw["languages"].items(), *raw["names"].items()):
            names.update({_words(form): code for form in (*_forms(forms), code)})
    return Wishes(wishes, names, frozenset(polite), beside["before"], beside["after"])


def _expanded(phrase: str, raw: Mapping[str, Any]) -> Iterator[tuple[Words, str | None]]:
    """A phrase with every language in its place."""
    for place, of in (("{language}", "languages"), ("{name}", "names")):
        if place in phrase:
            for code, forms in raw[of].items():
                for form in _forms(forms):
                    yield _words(phrase.replace(place, form)), code
            return
    yield _words(phrase), None


def _forms(text: str) -> Iterable[str]:
    return (form.strip() for form in text.split(","))


def _words(text: str) -> Words:
    return tuple(token.skeleton for token in tokenize(text))
