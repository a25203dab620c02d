"""What is slow to make and quick to read back, kept in the cache until a source of it changes.

As with the facts, a file that is damaged, old or cannot be written is never an error: the thing is
made anew.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

_Made = TypeVar("_Made")


def kept(
    folder: Path, name: str, sources: Iterable[Path], kind: type[_Made], make: Callable[[], _Made]
) -> _Made:
    """What ``make`` gives, from the file of that name where all sources are as they were then."""
    key = _stamp(sources)
    path = folder / f"{name}-{key[:16]}.pickle"
    found = _read(path, kind)
    if found is not None:
        return found
    made = make()
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace_all(folder, name, path, pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL))
    return made


def _stamp(sources: Iterable[Path]) -> str:
    """A hash of the names, sizes and times of files: quick to take, changed by every edit."""
    found = hashlib.sha256()
    for path in sources:
        status = path.stat()
        found.update(f"{path.resolve()} {status.st_size} {status.st_mtime_ns}\n".encode())
    return found.hexdigest()


def _read(path: Path, kind: type[_Made]) -> _Made | None:
    try:
        body = path.read_bytes()
        check, body = body[:32], body[32:]
        if hashlib.sha256(body).digest() != check:
            return None
        found = pickle.loads(body)  # noqa: S301 - our own file, in the user's own folder
    except Exception:  # a damaged file may raise anything
        return None
    return found if isinstance(found, kind) else None


def _replace_all(folder: Path, name: str, path: Path, body: bytes) -> None:
    """Write all or nothing, and remove what was kept of older sources."""
    handle, made = tempfile.mkstemp(dir=folder, prefix=path.name)
    with os.fdopen(handle, "wb") as file:
        file.write(hashlib.sha256(body).digest() + body)
    Path(made).replace(path)
    for old in folder.glob(f"{name}-*.pickle"):
        if old != path:
            old.unlink(missing_ok=True)
