"""The data folder read into :class:`~bot.facts.model.Facts`.

What is wrong is gathered as faults with file and line, so that an editor sees all of it at once.
The folder's layout is told in its README.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Final

from bot.facts.fault import Fault
from bot.facts.load_draft import Draft, Loaded
from bot.facts.load_events import read_events
from bot.facts.load_fields import Fields
from bot.facts.load_games import read_claims, read_games, read_standings
from bot.facts.load_records import (
    read_athletes,
    read_classifications,
    read_delegations,
    read_sources,
    read_sports,
)
from bot.facts.model import Facts

Watch = Callable[[int], AbstractContextManager[Callable[[int], object]]]
"""Is told how much there is to read, and gives what is called with each part that has been read."""

_TOP: Final = {
    "sources.yaml": read_sources,
    "sports.yaml": read_sports,
    "classifications.yaml": read_classifications,
    "delegations.yaml": read_delegations,
}
"""In this order, as later files refer to earlier ones."""

_STORE: Final = "store.yaml"
_GAMES: Final = ("games.yaml", "standings.yaml", "claims.yaml")

STORE_KEYS: Final = frozenset({"home", "current", "shared_aliases"})
SHARED_KEYS: Final = frozenset({"alias", "athletes", "reason"})


def fact_files(folder: Path) -> list[Path]:
    """Every YAML file of the facts, in a fixed order; not the words of lexicon and messages."""
    below = (folder / part for part in ("athletes", "games"))
    found = [*folder.glob("*.y*ml"), *(file for part in below for file in part.rglob("*.y*ml"))]
    return sorted(found)


def unwatched(_: int) -> AbstractContextManager[Callable[[int], object]]:
    """Let reading go on unseen."""
    return nullcontext(lambda _: None)


def read_facts(folder: Path, games: str | None = None, watch: Watch = unwatched) -> Loaded:
    """Read the data folder. Never raises for what stands in it: see ``Loaded.faults``.

    With ``games`` the events, tables and claims of that edition alone are read. Of the others
    nothing is left but when and where they were, so that they are unknown and not without medals.
    """
    folder = folder.resolve()
    draft = Draft(folder)
    with watch(_size(folder, games)) as step:
        draft.step = step
        for name, read in _TOP.items():
            read(draft, draft.open(folder / name))
        for path in sorted(folder.glob("athletes/*.yaml")):
            read_athletes(draft, draft.open(path))
        for path in sorted(folder.glob("games/*/")):
            read_games(draft, path.name, draft.open(path / "games.yaml"))
            if games in (None, path.name):
                _read_one_games(draft, path)
        home, current, shared = _read_store(draft, draft.open(folder / _STORE))
    draft.faults.extend(_strays(folder))
    facts = _facts(draft, home, current)
    if games is not None:
        facts = only(facts, games)
    faults = draft.unreadable or draft.faults
    return Loaded(facts, tuple(sorted(faults)), draft.origins, shared, not draft.unreadable)


def _size(folder: Path, games: str | None) -> int:
    """How many bytes are going to be read."""
    size = 0
    for path in fact_files(folder):
        match path.relative_to(folder).parts:
            case ["games", of, *_, name] if games not in (None, of) and name != "games.yaml":
                continue
        size += path.stat().st_size
    return size


def only(facts: Facts, games: str) -> Facts:
    """The facts of one edition, with the athletes who took part in it or are named in it."""
    people = {athlete for result in facts.results for athlete in result.athletes}
    people.update(bout.opponent for result in facts.results for bout in result.bouts)
    people.update(athlete for claim in facts.claims.values() for athlete in claim.athletes)
    return replace(
        facts,
        current=games,
        athletes={id_: one for id_, one in facts.athletes.items() if id_ in people},
        games={
            id_: one if id_ == games else replace(one, entries_known=(), medals_known=())
            for id_, one in facts.games.items()
        },
    )


def _read_one_games(draft: Draft, folder: Path) -> None:
    games = folder.name
    for path in sorted(folder.glob("events/*.yaml")):
        read_events(draft, games, draft.open(path))
    if (folder / "standings.yaml").exists():
        read_standings(draft, games, draft.open(folder / "standings.yaml"))
    if (folder / "claims.yaml").exists():
        read_claims(draft, games, draft.open(folder / "claims.yaml"))


def _read_store(draft: Draft, top: Fields) -> tuple[str, str, frozenset[str]]:
    top.only(STORE_KEYS)
    home = top.reference("home", "delegation", draft.delegations, required=True)
    current = top.reference("current", "Games", draft.games, required=True)
    shared = set()
    for fields in top.items("shared_aliases"):
        fields.only(SHARED_KEYS)
        fields.text("reason", example="Two women of that name.")
        fields.references("athletes", "athlete", draft.athletes)
        shared.add((fields.text("alias") or "").casefold())
    return home or "", current or "", frozenset(shared)


def _strays(folder: Path) -> Iterator[Fault]:
    """YAML files where the loader looks for none: most often a misspelt name."""
    for path in fact_files(folder):
        inside = path.relative_to(folder)
        if not _has_place(inside):
            name = (folder.name / inside).as_posix()
            yield Fault(name, 1, "is no file of the store", "see the README for the names of files")


def _has_place(path: Path) -> bool:
    match path.parts:
        case [name]:
            return name in _TOP or name == _STORE
        case ["athletes", name] | ["games", _, "events", name]:
            return name.endswith(".yaml")
        case ["games", _, name]:
            return name in _GAMES
    return False


def _facts(draft: Draft, home: str, current: str) -> Facts:
    return Facts(
        home=home,
        current=current,
        sources=draft.sources,
        games=draft.games,
        sports=draft.sports,
        disciplines=draft.disciplines,
        delegations=draft.delegations,
        classifications=draft.classifications,
        athletes=draft.athletes,
        events=draft.events,
        results=tuple(draft.results),
        standings=tuple(draft.standings),
        claims=draft.claims,
    )
