"""The facts ready to use: compiled once, then read back from a cache until a file changes.

A cache that is damaged, old or cannot be written is never an error: the YAML files are read
instead. It holds a pickle, so it belongs in a folder that only its user can write to.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.facts.columns import pack, unpack
from bot.facts.fault import FactsError
from bot.facts.load import fact_files, read_facts
from bot.facts.model import Facts

_FORMAT: Final = 2
"""Raise it when the file below changes its shape."""

_CODE: Final = ("columns.py", "model.py", "yaml_lines.py")

_Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Header:
    """What the cache was made from, and how to tell that it is whole."""

    format: int
    stamp: _Stamp
    digest: str
    check: str


def load_facts(folder: Path, cache_folder: Path | None = None) -> Facts:
    """The facts of a data folder, from the cache where it is fresh.

    ``cache_folder`` is ``$XDG_CACHE_HOME/altyn`` or ``~/.cache/altyn`` if not given. Raises
    :class:`FactsError`, which lists every fault of the files, if the facts cannot be used.
    """
    path = _cache_file(folder, cache_folder)
    stamp = _stamp(folder)
    cached = _read(path)
    if cached is not None and cached[0].stamp == stamp:
        return cached[1]
    digest = _digest(folder)
    if cached is not None and cached[0].digest == digest:
        # Touched but not changed: the next start is quick again.
        _write(path, stamp, digest, cached[1])
        return cached[1]
    loaded = read_facts(folder)
    if loaded.faults:
        raise FactsError(loaded.faults)
    _write(path, stamp, digest, loaded.facts)
    return loaded.facts


def default_cache_folder() -> Path:
    """Where the cache goes if nothing else is said."""
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "altyn"


def _cache_file(folder: Path, cache_folder: Path | None) -> Path:
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    return (cache_folder or default_cache_folder()) / f"facts-{name}.pickle"


def _ingredients(folder: Path) -> Iterable[Path]:
    """Everything that the compiled facts depend on: the data, and the code that reads it."""
    code = Path(__file__).parent
    yield from fact_files(folder)
    yield from sorted([*code.glob("load*.py"), *(code / name for name in _CODE)])


def _stamp(folder: Path) -> _Stamp:
    """Name, size and time of every file: quick to take, and changed by every edit."""
    status = ((str(path), path.stat()) for path in _ingredients(folder))
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in status)


def _digest(folder: Path) -> str:
    """A hash of what is in the files, whatever their times."""
    found = hashlib.sha256()
    for path in _ingredients(folder):
        content = path.read_bytes()
        found.update(f"{path} {len(content)}\n".encode())
        found.update(content)
    return found.hexdigest()


def _read(path: Path) -> tuple[_Header, Facts] | None:
    try:
        with path.open("rb") as file:
            header = pickle.load(file)  # noqa: S301 - our own file, in the user's own folder
            body = file.read()
        if not isinstance(header, _Header) or header.format != _FORMAT:
            return None
        if hashlib.sha256(body).hexdigest() != header.check:
            return None
        facts = unpack(body)
    except Exception:  # a damaged file may raise anything
        return None
    return header, facts


def _write(path: Path, stamp: _Stamp, digest: str, facts: Facts) -> None:
    body = pack(facts)
    header = _Header(_FORMAT, stamp, digest, hashlib.sha256(body).hexdigest())
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(path, pickle.dumps(header) + body)


def _replace(path: Path, content: bytes) -> None:
    """Write all or nothing, also when two processes start at once."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
