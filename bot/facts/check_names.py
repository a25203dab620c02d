"""Names: no two athletes answer to the same one unless the store says that they do.

Among thousands of people full names are shared. Whoever gives the second of them an identifier
notices: it ends with the delegation's code (``li-ting-chn``), and so only one of them goes without.
A nickname that two people share is declared in ``store.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.facts.fault import Fault
from bot.facts.load_draft import Loaded
from bot.facts.model import Athlete


def name_faults(loaded: Loaded) -> Iterator[Fault]:
    """All checks of athletes."""
    owners: dict[str, str] = {}
    for athlete in loaded.facts.athletes.values():
        origin = loaded.origins["athlete", athlete.id]
        told_apart = _says_its_team(athlete)
        for key, name in _names(athlete):
            folded = name.casefold()
            if key == "official":
                # Printed forms are no names that people say; across teams they often meet.
                folded = f"{folded} {athlete.npc}"
            if folded in loaded.shared_aliases or (told_apart and key != "aliases"):
                continue
            owner = owners.setdefault(folded, athlete.id)
            if owner != athlete.id:
                what = f"'{name}' is a name of '{athlete.id}' and of '{owner}'"
                hint = f"if they are two, end one identifier with -{athlete.npc.lower()}"
                if key == "aliases":
                    hint = "correct one, or declare it under shared_aliases in store.yaml"
                yield origin.fault(what, hint, key)


def _says_its_team(athlete: Athlete) -> bool:
    """Whether the identifier ends with the delegation, and perhaps a year and a number."""
    return re.search(r"-[a-z]{3}(-\d{4})?(-\d+)?$", athlete.id) is not None and (
        f"-{athlete.npc.lower()}" in athlete.id
    )


def _names(athlete: Athlete) -> Iterator[tuple[str, str]]:
    """Every name with the key that it stands under."""
    for name in athlete.names.values():
        yield "names", name
    yield "official", athlete.official
    for name in athlete.aliases:
        yield "aliases", name
