"""The words by which things are asked, read from ``data/lexicon``.

A language has a main file, ``<language>.yaml``, which says how its words are inflected, and any
number of further files, ``<language>.<what>.yaml``, which only add words to it.

A lexicon maps *meanings* to *phrases*. A meaning is one or several concepts joined by ``+``
(``medal.gold+kind.athlete`` is what "champion" means). A phrase is one or several words; a word
that ends in ``*`` is a stem, to which the language's endings may be chained ("медал*" finds
"медальдарымыз").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from bot.language.normalize import clean, skeleton, tokenize

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

WORDED: Final = ("words", "topics", "talk")
"""The sections whose keys are meanings."""
NAMED: Final = ("sport", "discipline", "games", "venue", "npc", "claim")
"""The sections whose keys are identifiers in the facts."""


class Pattern(NamedTuple):
    """One word of a phrase: a whole word or a stem, in one language."""

    language: str
    text: str
    skeleton: str
    stem: bool


class Phrase(NamedTuple):
    """Words that together have a meaning. ``concepts`` may be several ("champion")."""

    language: str
    words: tuple[Pattern, ...]
    concepts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All the asking words of one language."""

    language: str
    name: str
    """The language's own name for itself."""
    script: str
    endings: frozenset[str]
    """Skeletons of the endings that stems may take."""
    chain: int
    """How many endings may follow one another: 1 in English and Russian, more in Kazakh."""
    phrases: tuple[Phrase, ...]
    lookalikes: frozenset[str]
    """Everyday words that look like ours with a typo and are not: never corrected."""
    letters: str
    """Letters that tell this language from others of its script."""
    several: tuple[str, ...] = ()
    """Skeletons of the endings of verbs that say that several act, "we" or "they"."""
    than: tuple[str, ...] = ()
    """Skeletons of the endings that, on a name beside "more", say "than"."""


def pattern(word: str, language: str, *, inflects: bool = False) -> Pattern:
    """A word of a phrase as written in a lexicon; ``inflects``: endings may follow all the same."""
    text = clean(word.removesuffix("*"))
    return Pattern(language, text, skeleton(text), inflects or word.endswith("*"))


def phrase(text: str, language: str, meaning: str, *, agglutinates: bool = False) -> Phrase:
    """A phrase as written in a lexicon, with its meaning.

    In a language that ``agglutinates`` the last word of a phrase takes endings whether it is marked
    as a stem or not, if it is not so short that it may begin many others.
    """
    *first, last = _words(text)
    agglutinates = agglutinates and not meaning.startswith(_EXACT)
    long = len(last) >= (_STEM if not first else _STEM - 1)
    words = (
        *(pattern(word, language) for word in first),
        pattern(last, language, inflects=agglutinates and long),
    )
    return Phrase(language, words, tuple(meaning.split("+")))


_EXACT = ("numeral.", "month.")
"""Guard words: a number with an ending on it is listed, never guessed."""
_STEM = 4
"""Letters that a word of an agglutinating language must have to take endings unmarked."""


def _words(text: str) -> Iterator[str]:
    """The words of a phrase as the tokenizer would part them ("runner-up" is two)."""
    for word in text.split():
        parts = [token.text for token in tokenize(word.removesuffix("*"))] or [word]
        yield from parts[:-1]
        yield parts[-1] + ("*" if word.endswith("*") and len(word) > 1 else "")


def load_lexicon(path: Path) -> Lexicon:
    """Read one language's main file and those that add to it."""
    main, *parts = (_read(p) for p in (path, *sorted(path.parent.glob(f"{path.stem}.*.yaml"))))
    language = str(main["language"])
    return Lexicon(
        language=language,
        name=str(main["name"]),
        script=str(main["script"]),
        endings=frozenset(skeleton(clean(str(e))) for e in main["endings"]) - {""},
        chain=int(main["chain"]),
        phrases=tuple(
            p for raw in (main, *parts) for p in _phrases(raw, language, int(main["chain"]) > 1)
        ),
        lookalikes=frozenset(
            clean(w) for raw in (main, *parts) for w in str(raw.get("lookalikes", "")).split(",")
        ),
        letters=str(main.get("letters", "")),
        several=tuple(skeleton(clean(str(e))) for e in main.get("several", ())),
        than=tuple(skeleton(clean(str(e))) for e in main.get("than", ())),
    )


def _read(path: Path) -> Mapping[str, Any]:
    raw: Mapping[str, Any] = yaml.load(path.read_text("utf-8"), Loader=Loader)  # noqa: S506
    language, _, _ = path.stem.partition(".")
    if raw["language"] != language:
        raise ValueError(f"{path.name} is of language {raw['language']}")
    return raw


def _phrases(raw: Mapping[str, Any], language: str, agglutinates: bool) -> Iterator[Phrase]:
    for section in WORDED:
        for meaning, forms in raw.get(section, {}).items():
            yield from _forms(forms, language, str(meaning), agglutinates)
    for prefix in NAMED:
        for key, forms in raw.get(prefix, {}).items():
            meaning = "+".join(p if "." in p else f"{prefix}.{p}" for p in str(key).split("+"))
            yield from _forms(forms, language, meaning, agglutinates)


def _forms(forms: object, language: str, meaning: str, agglutinates: bool) -> Iterator[Phrase]:
    listed = forms if isinstance(forms, list) else str(forms).split(",")
    for form in listed:
        text = str(form).strip()
        if text:
            yield phrase(text, language, meaning, agglutinates=agglutinates)


def load_lexicons(folder: Path) -> dict[str, Lexicon]:
    """All languages of a folder, by code: those that have a main file."""
    mains = (path for path in sorted(folder.glob("*.yaml")) if "." not in path.stem)
    return {lexicon.language: lexicon for lexicon in map(load_lexicon, mains)}
