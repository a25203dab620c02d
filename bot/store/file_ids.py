"""By which names Telegram knows pictures that were sent: told them, it needs no file again.

Nothing here is about people: a picture is the same for whoever gets it.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import aiosqlite

from bot.store.bounded import Bounded

log = logging.getLogger(__name__)

MOST = 5_000
"""So many pictures are known; beyond them those sent longest ago are forgotten."""
_BUSY_SECONDS = 5.0


class FileIds(Protocol):
    """Where the names are kept, by the pictures' keys.

    A label stands for what a picture answers, in a language, whatever it looked like by then.
    """

    async def recall(self, key: str) -> str | None:
        """The ``file_id`` of a picture sent before."""

    async def keep(self, key: str, file_id: str, label: str) -> None:
        """Remember it, in place of one that Telegram no longer knows."""

    async def labels(self) -> frozenset[str]:
        """The labels of all pictures kept."""

    async def close(self) -> None:
        """Give back what is held open."""


class FileIdsHere:
    """The names in this process: bounded, and gone when the process ends."""

    def __init__(self, most: int = MOST) -> None:
        self._ids: Bounded[str, str] = Bounded(most)
        self._labels: Bounded[str, bool] = Bounded(most)

    async def recall(self, key: str) -> str | None:
        """The ``file_id`` of a picture sent before."""
        return self._ids.get(key)

    async def keep(self, key: str, file_id: str, label: str) -> None:
        """Remember it."""
        self._ids.put(key, file_id)
        self._labels.put(label, True)

    async def labels(self) -> frozenset[str]:
        """The labels of all pictures kept."""
        return frozenset(self._labels)

    async def close(self) -> None:
        """There is nothing to give back."""


class FileIdsInSqlite:
    """The names in the database of the memory. What fails there is only not remembered."""

    def __init__(
        self, database: aiosqlite.Connection, most: int, clock: Callable[[], float]
    ) -> None:
        self._database = database
        self._most = most
        self._clock = clock

    async def recall(self, key: str) -> str | None:
        """The ``file_id`` of a picture sent before."""
        found = await self._do(
            "SELECT file_id FROM pictures WHERE key = ? ORDER BY sent DESC LIMIT 1", key
        )
        return str(found[0][0]) if found else None

    async def keep(self, key: str, file_id: str, label: str) -> None:
        """Remember it, and forget those beyond the most, sent longest ago."""
        await self._do(
            "INSERT OR REPLACE INTO pictures VALUES (?, ?, ?, ?)",
            label,
            key,
            file_id,
            self._clock(),
        )
        await self._do(
            "DELETE FROM pictures WHERE label IN"
            " (SELECT label FROM pictures ORDER BY sent DESC LIMIT -1 OFFSET ?)",
            self._most,
        )

    async def labels(self) -> frozenset[str]:
        """The labels of all pictures kept."""
        return frozenset(str(row[0]) for row in await self._do("SELECT label FROM pictures"))

    async def close(self) -> None:
        """Close the connection; what was kept is on disk already."""
        await self._database.close()

    async def _do(self, statement: str, *values: object) -> list[Any]:
        try:
            return list(await self._database.execute_fetchall(statement, values))
        except (sqlite3.Error, ValueError) as wrong:  # of a closed one it says ValueError
            log.warning("The names of pictures are out of reach: %s", wrong)
            return []


async def open_file_ids(
    path: Path, most: int = MOST, clock: Callable[[], float] = time.time
) -> FileIds:
    """The names in the database at ``path``, once the memory has opened it.

    In this process where that could not be done: they save work, and nobody misses them.
    """
    try:
        # It must be there: the memory makes it, for nobody else to read, with all its tables.
        database = await aiosqlite.connect(
            _address(path), uri=True, timeout=_BUSY_SECONDS, isolation_level=None
        )
    except sqlite3.Error as wrong:
        return _without(wrong)
    try:
        await database.execute_fetchall("SELECT 1 FROM pictures LIMIT 1")
    except sqlite3.Error as wrong:
        await database.close()
        return _without(wrong)
    return FileIdsInSqlite(database, most, clock)


def _address(path: Path) -> str:
    return f"{path.absolute().as_uri()}?mode=rw"


def _without(wrong: sqlite3.Error) -> FileIds:
    log.warning("The names of pictures are in this process only: %s", wrong)
    return FileIdsHere()
