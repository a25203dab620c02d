"""Typed values out of one mapping of a data file; what is wrong is noted, and reading goes on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeVar

from bot.facts.fault import Fault, did_you_mean
from bot.facts.yaml_lines import Entry

IDENTIFIER: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""Identifiers are what buttons carry: small Latin letters, digits and single hyphens."""

NPC: Final = re.compile(r"[A-Z]{3}")

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Fields:
    """One mapping of one file, and the list that its faults go to."""

    entry: Entry
    file: str
    faults: list[Fault]

    def fault(self, key: str | None, what: str, hint: str = "") -> None:
        """Note a fault at the line of ``key``, or of the mapping itself."""
        line = self.entry.lines.get(key, self.entry.line) if key else self.entry.line
        self.faults.append(Fault(self.file, line, what, hint))

    def only(self, keys: Collection[str]) -> None:
        """Note every key that is not one of ``keys``."""
        for key in self.entry:
            if key not in keys:
                hint = did_you_mean(key, keys) or f"known here: {', '.join(sorted(keys))}"
                self.fault(key, f"unknown key '{key}'", hint)

    def has(self, key: str) -> bool:
        """Whether the key is there with a value."""
        return self.entry.get(key) is not None

    def _need(self, key: str, example: str) -> None:
        if not self.has(key):
            self.fault(key, f"'{key}' is missing", f"for example {key}: {example}")

    def _wrong(self, key: str, wanted: str) -> None:
        self.fault(key, f"'{key}' is {self.entry[key]!r}", f"should be {wanted}")

    def text(self, key: str, *, required: bool = True, example: str = "...") -> str | None:
        """A piece of text; ``None`` if it is missing or is no text."""
        if required:
            self._need(key, example)
        value = self.entry.get(key)
        if value is None or (isinstance(value, str) and value.strip()):
            return value if isinstance(value, str) else None
        self._wrong(key, "text; in quotes if it looks like a number or a date")
        return None

    def integer(self, key: str, *, required: bool = False) -> int | None:
        """A whole number, not negative."""
        if required:
            self._need(key, "1")
        value = self.entry.get(key)
        # bool is an int to Python, not to an editor.
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
            return value
        self._wrong(key, "a whole number")
        return None

    def number(self, key: str) -> Decimal | None:
        """A number, whole or with a decimal point."""
        value = self.entry.get(key)
        if value is None or isinstance(value, Decimal):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return Decimal(value)
        self._wrong(key, "a number")
        return None

    def day(self, key: str, *, required: bool = False) -> date | None:
        """A day, written year-month-day."""
        if required:
            self._need(key, "2024-09-04")
        value = self.entry.get(key)
        if value is None or isinstance(value, date):
            return value
        self._wrong(key, "a day, written year-month-day: 2024-09-04")
        return None

    def flag(self, key: str) -> bool:
        """``true`` or ``false``; false if it is not there."""
        value = self.entry.get(key)
        if not isinstance(value, bool) and value is not None:
            self._wrong(key, "true or false")
        return value is True

    def choice(self, key: str, options: type[_Choice], *, required: bool = False) -> _Choice | None:
        """One of a few words."""
        words = [option.value for option in options]
        if required:
            self._need(key, words[0])
        value = self.entry.get(key)
        if value is None:
            return None
        if value in words:
            return options(value)
        self._wrong(key, f"one of {', '.join(words)}")
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of pieces of text; empty if it is not there."""
        value = self.entry.get(key)
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        self._wrong(key, "a list in brackets: [one, two]")
        return ()

    def names(self, key: str, *, required: bool = True) -> dict[str, str]:
        """Language code to text."""
        if required:
            self._need(key, "{en: ..., ru: ..., kk: ...}")
        value = self.entry.get(key)
        if value is None:
            return {}
        if not isinstance(value, Entry):
            self._wrong(key, "names by language: {en: ..., ru: ..., kk: ...}")
            return {}
        inner = Fields(value, self.file, self.faults)
        return {lang: text for lang in value if (text := inner._name(lang))}

    def _name(self, language: str) -> str | None:
        if not _LANGUAGE.fullmatch(language):
            self.fault(language, f"'{language}' is no language code", "for example en, ru, kk")
        return self.text(language)

    def reference(
        self, key: str, kind: str, known: Collection[str], *, required: bool = False
    ) -> str | None:
        """The identifier of something that is defined elsewhere."""
        value = self.text(key, required=required)
        if value is not None and value not in known:
            self.unknown(key, kind, value, known)
            return None
        return value

    def references(self, key: str, kind: str, known: Collection[str]) -> tuple[str, ...]:
        """A list of identifiers of things that are defined elsewhere, without the unknown ones."""
        values = self.texts(key)
        for value in values:
            if value not in known:
                self.unknown(key, kind, value, known)
        return tuple(value for value in values if value in known)

    def unknown(self, key: str, kind: str, value: str, known: Collection[str]) -> None:
        """Note that no ``kind`` is called ``value``."""
        self.fault(key, f"unknown {kind} '{value}'", did_you_mean(value, known))

    def children(self, key: str, pattern: re.Pattern[str] | None) -> Iterator[tuple[str, Fields]]:
        """The mappings under ``key``, each with its identifier."""
        value = self.entry.get(key)
        if not isinstance(value, Entry):
            if value is not None:
                self._wrong(key, "a list of 'identifier:' blocks")
            return
        inner = Fields(value, self.file, self.faults)
        for name, child in value.items():
            if pattern is not None and not pattern.fullmatch(name):
                inner.fault(name, f"'{name}' is no identifier here", f"pattern: {pattern.pattern}")
            if isinstance(child, Entry):
                yield name, Fields(child, self.file, self.faults)
            else:
                inner.fault(name, f"'{name}' has no 'key: value' lines below it")

    def items(self, key: str) -> Iterator[Fields]:
        """The mappings of the list under ``key``."""
        value = self.entry.get(key)
        if value is None:
            return
        if not isinstance(value, list) or not all(isinstance(item, Entry) for item in value):
            self._wrong(key, "a list of entries, each beginning with '- '")
            return
        for item in value:
            yield Fields(item, self.file, self.faults)
