"""The answering words: Fluent messages from ``data/messages/<language>.ftl``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from html import escape
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

_LONGEST = 900
"""Characters; Fluent takes 1,000 in a place."""


class Messages:
    """The messages of one language."""

    def __init__(self, language: str, text: str) -> None:
        self.language = language
        self._text = text

    @cached_property
    def _bundle(self) -> FluentBundle:
        """Read when the language is first spoken: it takes as long as all the rest of a start."""
        bundle = FluentBundle([self.language], use_isolating=False)
        bundle.add_resource(FluentResource(self._text))
        return bundle

    def has(self, key: str) -> bool:
        """Whether there is such a message."""
        return self._bundle.has_message(key)

    def say(self, key: str, **arguments: str | int | Said) -> str:
        """A message with its places filled in: plain strings are escaped, :class:`Said` are not."""
        message = self._bundle.get_message(key)
        if message.value is None:
            raise KeyError(key)
        filled = {name: _safe(value) for name, value in arguments.items()}
        long = {name: value for name, value in filled.items() if _is_long(value)}
        marks = {name: f"\ue000{name}\ue000" for name in long}
        formatted, errors = self._bundle.format_pattern(message.value, {**filled, **marks})
        if errors:
            raise ValueError(f"{self.language}.ftl, {key}: {errors[0]}")
        text = str(formatted)
        for name, mark in marks.items():
            text = text.replace(mark, str(long[name]))
        return Said(text)


class Said(str):
    """Text that is safe HTML already."""

    __slots__ = ()


def _safe(value: str | int | Said) -> str | int:
    if isinstance(value, Said | int):
        return value if isinstance(value, int) else str(value)
    return escape(value, quote=False)


def _is_long(value: str | int) -> bool:
    """Whether Fluent would refuse a value: lists of many names go in afterwards."""
    return isinstance(value, str) and len(value) > _LONGEST


def load_messages(folder: Path) -> Mapping[str, Messages]:
    """All languages of a folder, by code."""
    return {
        path.stem: Messages(path.stem, path.read_text("utf-8"))
        for path in sorted(folder.glob("*.ftl"))
    }
