"""A memory in an SQLite database: it outlives the process, also one that is killed."""

from __future__ import annotations

import logging
import os
import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiosqlite

from bot.language.dialogue import EMPTY, MEMORY_SECONDS, Dialogue
from bot.store.encoding import dump, load
from bot.store.memory import UPDATE_SECONDS, YEAR_SECONDS, Key, MemoryFailed
from bot.store.migrations import MIGRATIONS

log = logging.getLogger(__name__)

_BUSY_SECONDS = 5.0
# Each statement is a transaction of its own. What is deleted is overwritten.
_PRAGMAS = ("journal_mode = WAL", "synchronous = NORMAL", "secure_delete = ON")


class SqliteMemory:
    """Made by :func:`open_sqlite`. Every method may raise :class:`MemoryFailed`."""

    def __init__(self, database: aiosqlite.Connection, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock

    async def recall(self, key: Key) -> Dialogue:
        """The dialogue so far; an empty one for somebody new. Context that is too old is none."""
        found = await self._do(
            "SELECT language, chosen, context, heard FROM conversations"
            " WHERE chat_id = ? AND user_id = ?",
            key.chat_id,
            key.user_id,
        )
        if not found:
            return EMPTY
        language, chosen, context, heard = found[0]
        old = self._clock() - heard > MEMORY_SECONDS
        return load(None if old else context, language, chosen)

    async def keep(self, key: Key, dialogue: Dialogue) -> None:
        """Remember a dialogue in place of the one before."""
        await self._do(
            "INSERT OR REPLACE INTO conversations VALUES (?, ?, ?, ?, ?, ?)",
            key.chat_id,
            key.user_id,
            self._clock(),
            dialogue.language,
            dialogue.chosen,
            dump(dialogue),
        )

    async def forget(self, chat_id: int) -> None:
        """Forget a chat's dialogues."""
        await self._do("DELETE FROM conversations WHERE chat_id = ?", chat_id)
        await self._erase()

    async def forget_person(self, user_id: int) -> None:
        """Forget a person's dialogues."""
        await self._do("DELETE FROM conversations WHERE user_id = ?", user_id)
        await self._erase()

    async def move(self, old_chat: int, new_chat: int) -> None:
        """Carry a chat's dialogues over to its new identifier."""
        await self._do(
            "UPDATE OR IGNORE conversations SET chat_id = ? WHERE chat_id = ?", new_chat, old_chat
        )
        # Who spoke in the new chat already goes on from there.
        await self._do("DELETE FROM conversations WHERE chat_id = ?", old_chat)

    async def answered(self, update_id: int) -> bool:
        """Whether an update was answered before."""
        return bool(await self._do("SELECT 1 FROM answered WHERE update_id = ?", update_id))

    async def note_answered(self, update_id: int) -> None:
        """Remember that an update was answered."""
        await self._do("INSERT OR REPLACE INTO answered VALUES (?, ?)", update_id, self._clock())

    async def purge(self) -> None:
        """Drop what is older than it may become."""
        now = self._clock()
        await self._do("DELETE FROM answered WHERE at < ?", now - UPDATE_SECONDS)
        await self._do("DELETE FROM conversations WHERE heard < ?", now - YEAR_SECONDS)
        await self._do(
            "UPDATE conversations SET context = NULL WHERE heard < ? AND context IS NOT NULL",
            now - MEMORY_SECONDS,
        )
        await self._erase()

    async def close(self) -> None:
        """Close the database; what was kept is on disk already."""
        await self._database.close()

    async def _erase(self) -> None:
        """Let nothing that was deleted remain in the log that SQLite writes ahead."""
        await self._do("PRAGMA wal_checkpoint(TRUNCATE)")

    async def _do(self, statement: str, *values: object) -> list[Any]:
        try:
            return list(await self._database.execute_fetchall(statement, values))
        except (sqlite3.Error, ValueError) as wrong:  # of a closed one it says ValueError
            raise MemoryFailed(f"{type(wrong).__name__}: {wrong}") from wrong


async def open_sqlite(path: Path, clock: Callable[[], float] = time.time) -> SqliteMemory:
    """Open a database, made when there is none; raises :class:`MemoryFailed`.

    One that is damaged is set aside, with a line in the log, and a new one begun.
    """
    try:
        _make_room(path)
        try:
            return await _opened(path, clock)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as damage:
            log.error(  # noqa: TRY400 - it is dealt with
                "The memory is damaged (%s); it is set aside as %s and begun anew",
                damage,
                _set_aside(path, clock()),
            )
            return await _opened(path, clock)
    except (OSError, sqlite3.Error) as wrong:
        raise MemoryFailed(f"{path}: {wrong}") from wrong


async def _opened(path: Path, clock: Callable[[], float]) -> SqliteMemory:
    async with _connected(path) as database:
        for pragma in _PRAGMAS:
            await database.execute(f"PRAGMA {pragma}")
        await _sound(database)
        await _migrate(database, path)
    return SqliteMemory(database, clock)


@asynccontextmanager
async def _connected(path: Path) -> AsyncIterator[aiosqlite.Connection]:
    """A connection that is closed again if it turns out to be of no use."""
    database = await aiosqlite.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        yield database
    except BaseException:
        await database.close()
        raise


async def _sound(database: aiosqlite.Connection) -> None:
    [(verdict,)] = await database.execute_fetchall("PRAGMA quick_check(1)")
    if verdict != "ok":
        raise sqlite3.DatabaseError(str(verdict))


async def _migrate(database: aiosqlite.Connection, path: Path) -> None:
    [(version,)] = await database.execute_fetchall("PRAGMA user_version")
    if version > len(MIGRATIONS):
        raise MemoryFailed(f"{path}: a newer Altyn made it (version {version})")
    for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
        # All of a step or nothing, with its number.
        await database.executescript(f"BEGIN;{script};PRAGMA user_version = {number};COMMIT;")


def _make_room(path: Path) -> None:
    """The folder and the file, for nobody else to read."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _set_aside(path: Path, now: float) -> Path:
    """Rename the database and the files that SQLite keeps beside it."""
    aside = path.with_name(f"{path.name}.damaged-{now:.0f}")
    for end in ("", "-wal", "-shm"):
        file = path.with_name(path.name + end)
        if file.exists():
            file.rename(aside.with_name(aside.name + end))
    _make_room(path)
    return aside
