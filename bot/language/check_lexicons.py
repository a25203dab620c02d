"""The check of lexicons: each file in itself, against the facts, and against other languages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from bot.facts.fault import Fault, did_you_mean
from bot.facts.load_fields import Fields
from bot.facts.model import Facts
from bot.facts.yaml_lines import Entry, read_yaml
from bot.language.lexicon import NAMED, WORDED

MAIN_KEYS: Final = ("language", "name", "script", "chain", "endings", "letters", "several", "than")
SCRIPTS: Final = ("latin", "cyrillic")
SHORTEST_STEM: Final = 2

_KEYS: Final = frozenset({*MAIN_KEYS, *WORDED, *NAMED, "lookalikes"})
_LITERAL: Final = re.compile(r'"([a-z][a-z-]*(?:\.[a-z0-9-]*)*)"')


@dataclass(frozen=True, slots=True)
class _Meaning:
    """One line of a lexicon: concepts, and the phrases that have them."""

    name: str
    line: int
    concepts: tuple[str, ...]
    phrases: tuple[tuple[str, int], ...]
    """Each with its line."""


@dataclass(slots=True)
class _Language:
    """What the files of one language hold."""

    main: bool = False
    meanings: list[_Meaning] = field(default_factory=list)

    def concepts(self) -> set[str]:
        return {concept for meaning in self.meanings for concept in meaning.concepts}


def lexicon_faults(folder: Path, facts: Facts) -> Iterator[Fault]:
    """All checks of the lexicons of a folder."""
    languages: dict[str, _Language] = defaultdict(_Language)
    for path in sorted(folder.glob("*.y*ml")):
        code, _, part = path.stem.partition(".")
        faults: list[Fault] = []
        fields = _open(path, faults)
        _head(fields, code, main=not part)
        languages[code].main |= not part
        languages[code].meanings += _meanings(fields, path.read_text("utf-8", "replace"))
        yield from faults
        if part and not (folder / f"{code}.yaml").exists():
            yield Fault(fields.file, 1, f"there is no {code}.yaml", "a language has a main file")
    known = _known(facts)
    for code, language in languages.items():
        others = {c for other in languages if other != code for c in languages[other].concepts()}
        yield from _repeated(language.meanings)
        for meaning in language.meanings:
            yield from _short_stems(meaning)
            yield from _unknown(meaning, known, others)


def _open(path: Path, faults: list[Fault]) -> Fields:
    name = "/".join(path.parts[-3:])
    entry, found = read_yaml(path, name)
    faults.extend(found)
    return Fields(entry, name, faults)


def _head(fields: Fields, code: str, *, main: bool) -> None:
    """How the language's words are inflected, which its main file says, and no other."""
    if fields.text("language", example=code) not in (None, code):
        what = f"'language' is '{fields.entry['language']}'"
        fields.fault("language", what, f"should be {code}, as the file's name says")
    fields.only(_KEYS if main else _KEYS - {*MAIN_KEYS} | {"language"})
    if not main:
        return
    fields.text("name", example="English")
    script = fields.text("script", example="latin")
    if script is not None and script not in SCRIPTS:
        fields.fault("script", f"'script' is '{script}'", f"should be {' or '.join(SCRIPTS)}")
    fields.integer("chain", required=True)
    if not isinstance(fields.entry.get("endings"), list):
        fields.fault("endings", "'endings' is missing or no list", "for example endings: [s, es]")
    for key in ("several", "than"):
        if not isinstance(fields.entry.get(key, []), list):
            fields.fault(key, f"'{key}' is no list", f"for example {key}: [dan, den]")


def _meanings(fields: Fields, text: str) -> Iterator[_Meaning]:
    for section in (*WORDED, *NAMED):
        top = fields.entry.get(section)
        if top is None:
            continue
        if not isinstance(top, Entry):
            fields.fault(section, f"'{section}' is {top!r}", "should be 'meaning: words' lines")
            continue
        for key, forms in top.items():
            line = top.lines[key]
            phrases = _phrases(forms, text, line)
            if not phrases:
                Fields(top, fields.file, fields.faults).fault(key, f"'{key}' has no words")
            yield _Meaning(fields.file, line, _concepts(section, key), phrases)


def _concepts(section: str, key: str) -> tuple[str, ...]:
    parts = key.split("+")
    if section in WORDED:
        return tuple(parts)
    return tuple(part if "." in part else f"{section}.{part}" for part in parts)


def _phrases(forms: object, text: str, line: int) -> tuple[tuple[str, int], ...]:
    """The phrases with their lines, which are looked for in the text from the key onwards."""
    listed = forms if isinstance(forms, list) else str(forms or "").split(",")
    at = _start(text, line)
    at = text.find(":", at)
    found = []
    for phrase in (str(form).strip() for form in listed):
        if phrase:
            there = text.find(phrase, at)
            if there >= 0:
                line, at = text.count("\n", 0, there) + 1, there + len(phrase)
            found.append((phrase, line))
    return tuple(found)


def _start(text: str, line: int) -> int:
    """Where a line begins."""
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
    return at


def _repeated(meanings: list[_Meaning]) -> Iterator[Fault]:
    seen: dict[tuple[tuple[str, ...], str], str] = {}
    for meaning in meanings:
        for phrase, line in meaning.phrases:
            place = f"{meaning.name}:{line}"
            first = seen.setdefault((meaning.concepts, phrase.casefold()), place)
            if first is not place:
                what = f"'{phrase}' stands twice under '{'+'.join(meaning.concepts)}'"
                yield Fault(meaning.name, line, what, f"also at {first}")


def _short_stems(meaning: _Meaning) -> Iterator[Fault]:
    for phrase, line in meaning.phrases:
        for word in phrase.split():
            if word.endswith("*") and len(word) <= SHORTEST_STEM:
                hint = f"a stem has {SHORTEST_STEM} letters or more: anything begins with one"
                yield Fault(meaning.name, line, f"'{word}' is too short a stem", hint)


def _known(facts: Facts) -> dict[str, Collection[str]]:
    """The identifiers that concepts may have, by what they are identifiers of."""
    venues = {venue.id for games in facts.games.values() for venue in games.venues}
    return {
        "sport": facts.sports,
        "discipline": facts.disciplines,
        "games": facts.games,
        "npc": facts.delegations,
        "venue": venues,
        "claim": {claim.kind for claim in facts.claims.values()},
    }


def _unknown(
    meaning: _Meaning, known: Mapping[str, Collection[str]], others: Collection[str]
) -> Iterator[Fault]:
    code = _literals()
    for concept in meaning.concepts:
        kind, _, identifier = concept.partition(".")
        if concept in code:
            continue
        if kind in known:
            # Code knows a few words that stand in the place of one: games.current.
            if identifier not in known[kind] and identifier not in code:
                hint = did_you_mean(identifier, known[kind])
                what = f"there is no {kind} '{identifier}' in the facts"
                yield Fault(meaning.name, meaning.line, what, hint)
        elif concept not in others and not (identifier.isdigit() and f"{kind}." in code):
            hint = did_you_mean(concept, others)
            what = f"no code and no other language knows '{concept}'"
            yield Fault(meaning.name, meaning.line, what, hint)


@lru_cache(maxsize=1)
def _literals() -> frozenset[str]:
    """The words in quotes in the code that reads concepts and answers by them."""
    package = Path(__file__).parent.parent
    files = (f for room in ("language", "answers") for f in (package / room).rglob("*.py"))
    return frozenset(word for file in files for word in _LITERAL.findall(file.read_text("utf-8")))
