"""Names: no two athletes answer to the same one unless the store says that they do."""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts.fault import Fault
from bot.facts.load_draft import Loaded
from bot.facts.model import Athlete


def name_faults(loaded: Loaded) -> Iterator[Fault]:
    """All checks of athletes."""
    owners: dict[str, str] = {}
    for athlete in loaded.facts.athletes.values():
        origin = loaded.origins["athlete", athlete.id]
        for key, name in _names(athlete):
            owner = owners.setdefault(name.casefold(), athlete.id)
            if owner != athlete.id and name.casefold() not in loaded.shared_aliases:
                what = f"'{name}' is a name of '{athlete.id}' and of '{owner}'"
                hint = "correct one, or declare it under shared_aliases in store.yaml"
                yield origin.fault(what, hint, key)


def _names(athlete: Athlete) -> Iterator[tuple[str, str]]:
    """Every name with the key that it stands under."""
    for name in athlete.names.values():
        yield "names", name
    yield "official", athlete.official
    for name in athlete.aliases:
        yield "aliases", name
