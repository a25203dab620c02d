"""Recipes: what a gathered table holds and what its columns are called (``data/import/*.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.facts.fault import FactsError, Fault
from bot.facts.load_fields import Fields
from bot.facts.yaml_lines import Entry, read_yaml
from bot.importing.events import Contest, Words

WORDS: Final = "words.yaml"
KINDS: Final = ("medals", "packed-medals", "entries", "standings", "team-sizes")
KEYS: Final = frozenset({"kind", "games", "by", "source", "columns", "npcs", "events", "names"})


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one table is read.

    ``games`` is the Games of every row, or ``by`` tells them by the values of the columns
    ``games``. ``columns`` maps what the store needs to what the table calls it. ``npcs``,
    ``events`` and ``names`` are words of this table that mean others.
    """

    kind: str
    source: str
    columns: Mapping[str, str]
    games: str | None
    by: Mapping[str, str]
    npcs: Mapping[str, str]
    events: Mapping[str, str]
    names: Mapping[str, str]


def load_recipe(path: Path) -> Recipe:
    """Read a recipe; raises ``FactsError`` with file and line for what is wrong in it."""
    fields = _open(path)
    fields.only(KEYS)
    kind = fields.text("kind", example="medals") or ""
    if kind not in KINDS:
        fields.fault("kind", f"'kind' is '{kind}'", f"should be one of {', '.join(KINDS)}")
    recipe = Recipe(
        kind=kind,
        source=fields.text("source", example="paris-results") or "",
        columns=_strings(fields, "columns"),
        games=fields.text("games", required=False),
        by=_strings(fields, "by"),
        npcs=_strings(fields, "npcs"),
        events=_strings(fields, "events"),
        names=_strings(fields, "names"),
    )
    _refuse(fields)
    return recipe


def load_words(folder: Path, explained: Mapping[str, Collection[str]]) -> Words:
    """The words by which tables call sports and disciplines, from ``import/words.yaml``.

    ``explained`` are the classes of each sport that the store explains.
    """
    fields = _open(folder / "import" / WORDS)
    elsewhere = tuple(
        (item.text("sport") or "", _pattern(item), item.text("to") or "")
        for item in fields.items("elsewhere")
    )
    disciplines: dict[str, tuple[Contest, ...]] = {}
    top = fields.entry.get("disciplines")
    if isinstance(top, Entry):
        inner = Fields(top, fields.file, fields.faults)
        disciplines = {sport: tuple(map(_contest, inner.items(sport))) for sport in top}
    words = Words(
        sports=_strings(fields, "sports"),
        elsewhere=elsewhere,
        teams=frozenset(fields.texts("teams")),
        disciplines=disciplines,
        races=_strings(fields, "races"),
        relays=_strings(fields, "relays"),
        classes=tuple(
            (item.text("code") or "", _pattern(item)) for item in fields.items("classes")
        ),
        explained=explained,
    )
    _refuse(fields)
    return words


def _open(path: Path) -> Fields:
    entry, faults = read_yaml(path, path.name)
    return Fields(entry, path.name, list(faults))


def _refuse(fields: Fields) -> None:
    if fields.faults:
        raise FactsError(fields.faults)


def _contest(fields: Fields) -> Contest:
    team = fields.entry.get("team")
    return Contest(
        id=fields.text("id") or "",
        pattern=_pattern(fields),
        word=fields.text("word", required=False) or "",
        team=team is True or team == "relay",
        relay=team == "relay",
    )


def _pattern(fields: Fields) -> re.Pattern[str]:
    text = fields.text("pattern") or ""
    try:
        return re.compile(text, re.IGNORECASE)
    except re.error as error:
        fields.faults.append(
            Fault(fields.file, fields.entry.line, f"'{text}' is no pattern: {error}")
        )
        return re.compile("(?!)")


def _strings(fields: Fields, key: str) -> dict[str, str]:
    value = fields.entry.get(key)
    if value is None:
        return {}
    if isinstance(value, Entry):
        return {name: str(item) for name, item in value.items()}
    fields.fault(key, f"'{key}' is {value!r}", "should be 'word: word' lines")
    return {}
