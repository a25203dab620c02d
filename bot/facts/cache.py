"""The facts ready to use: compiled once, then read back from a cache until a file changes."""

from __future__ import annotations

import marshal
import pickle
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.facts.check import cross_faults
from bot.facts.columns import pack, unpack
from bot.facts.fault import FactsError, Fault
from bot.facts.kept import Form, default_cache_folder, kept
from bot.facts.load import Watch, fact_files, read_facts, unwatched
from bot.facts.model import Facts

__all__ = ["Compiled", "default_cache_folder", "load_compiled", "load_facts"]

_CODE: Final = ("columns.py", "model.py", "yaml_lines.py", "cache.py")


@dataclass(frozen=True, slots=True)
class Compiled:
    """The facts, and what is wrong between them although each is well formed."""

    facts: Facts
    faults: tuple[Fault, ...]


def load_facts(
    folder: Path,
    cache_folder: Path | None = None,
    games: str | None = None,
    watch: Watch = unwatched,
) -> Facts:
    """The facts of a data folder, from the cache where it is fresh.

    ``cache_folder`` is ``$XDG_CACHE_HOME/altyn`` or ``~/.cache/altyn`` if not given. With ``games``
    only what belongs to one edition is loaded. ``watch`` is told of the progress where the YAML
    files have to be read. Raises :class:`FactsError`, which lists every fault of the files, if the
    facts cannot be used.
    """
    return load_compiled(folder, cache_folder, games, watch).facts


def load_compiled(
    folder: Path,
    cache_folder: Path | None = None,
    games: str | None = None,
    watch: Watch = unwatched,
) -> Compiled:
    """The same, with the faults of the check."""

    def make() -> Compiled:
        loaded = read_facts(folder, games, watch)
        if loaded.faults:
            raise FactsError(loaded.faults)
        return Compiled(loaded.facts, tuple(sorted(cross_faults(loaded))))

    name = f"facts-{games}" if games else "facts"
    sources = [*fact_files(folder), *_code()]
    return kept(cache_folder or default_cache_folder(), name, sources, Compiled, make, _FORM)


def _code() -> Iterable[Path]:
    """The code that reads and checks the data."""
    code = Path(__file__).parent
    return sorted(
        [*code.glob("load*.py"), *code.glob("check*.py"), *(code / name for name in _CODE)]
    )


def _dump(made: Compiled) -> bytes:
    return marshal.dumps((pack(made.facts), pickle.dumps(made.faults)))


def _load(body: bytes) -> Compiled:
    facts, faults = marshal.loads(body)  # noqa: S302 - our own file, in the user's own folder
    return Compiled(unpack(facts), pickle.loads(faults))  # noqa: S301


_FORM: Final = Form(_dump, _load)
