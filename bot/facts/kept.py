"""What is slow to make and quick to read back, kept in the cache until a source of it changes.

A file that is damaged, old or cannot be written is never an error: the thing is made anew. It may
hold a pickle, so it belongs in a folder that only its user can write to.
"""

from __future__ import annotations

import gc
import hashlib
import marshal
import os
import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

_Made = TypeVar("_Made")

_FORMAT: Final = 1
"""Raise it when the files below change their shape."""


@dataclass(frozen=True, slots=True)
class Form(Generic[_Made]):
    """How a thing is written and read back; ``load`` may raise anything for foreign bytes."""

    dump: Callable[[_Made], bytes]
    load: Callable[[bytes], _Made]


def _dump(made: object) -> bytes:
    return pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL)


PICKLED: Final[Form[Any]] = Form(_dump, pickle.loads)


@dataclass(frozen=True, slots=True)
class _Header:
    """What a file was made from, and how to tell that it is whole."""

    stamp: bytes
    digest: bytes
    check: bytes


def default_cache_folder() -> Path:
    """Where the cache goes if nothing else is said."""
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "altyn"


def kept(
    folder: Path,
    name: str,
    sources: Iterable[Path],
    kind: type[_Made],
    make: Callable[[], _Made],
    form: Form[_Made] = PICKLED,
) -> _Made:
    """What ``make`` gives, from the cache where all sources are as they were then."""
    sources = tuple(path.absolute() for path in sources)
    path = _path(folder, name, sources)
    stamp = _stamp(sources)
    header, body = _read(path)
    touched = header is not None and header.stamp != stamp
    if header is not None and (not touched or header.digest == _digest(sources)):
        # A damaged or foreign file may raise anything.
        with suppress(Exception), _no_collecting():
            made = form.load(body)
            if isinstance(made, kind):
                if touched:
                    # Not changed, and the next start is quick again.
                    _write(path, _Header(stamp, header.digest, header.check), body)
                return made
    made = make()
    body = form.dump(made)
    _write(path, _Header(stamp, _digest(sources), hashlib.sha256(body).digest()), body)
    return made


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Nothing that is read is garbage, and looking for it takes half the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _path(folder: Path, name: str, sources: tuple[Path, ...]) -> Path:
    """A file for each thing and each place that it is made from: copies of the data never meet."""
    place = os.path.commonpath(sources) if sources else ""
    return folder / f"{name}-{hashlib.sha256(place.encode()).hexdigest()[:16]}.cache"


def _stamp(sources: Iterable[Path]) -> bytes:
    """Names, sizes and times of files: quick to take, changed by every edit."""
    found = hashlib.sha256()
    for path in sources:
        status = path.stat()
        found.update(f"{path} {status.st_size} {status.st_mtime_ns}\n".encode())
    return found.digest()


def _digest(sources: Iterable[Path]) -> bytes:
    """What is in the files, whatever their times."""
    found = hashlib.sha256()
    for path in sources:
        content = path.read_bytes()
        found.update(f"{path} {len(content)}\n".encode())
        found.update(content)
    return found.digest()


def _read(path: Path) -> tuple[_Header | None, bytes]:
    """What a file holds; no header if it is missing or damaged."""
    try:
        with path.open("rb") as file:
            version, stamp, digest, check = marshal.load(file)  # noqa: S302 - our own file
            body = file.read()
    except Exception:  # a damaged file may raise anything
        return None, b""
    if version != _FORMAT or hashlib.sha256(body).digest() != check:
        return None, b""
    return _Header(stamp, digest, check), body


def _write(path: Path, header: _Header, body: bytes) -> None:
    """Write all or nothing, also when two processes start at once."""
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        try:
            with os.fdopen(handle, "wb") as file:
                marshal.dump((_FORMAT, header.stamp, header.digest, header.check), file)
                file.write(body)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
