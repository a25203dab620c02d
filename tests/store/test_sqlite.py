"""The database: what it outlives, and what is left in it."""

from __future__ import annotations

import logging
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.language.dialogue import EMPTY, MEMORY_SECONDS, Dialogue
from bot.settings import PROJECT
from bot.store import sqlite
from bot.store.memory import UPDATE_SECONDS, Key, Memory, MemoryFailed, lasting
from bot.store.migrations import MIGRATIONS
from bot.store.sqlite import SqliteMemory, open_sqlite
from bot.store.steady import SteadyMemory, open_memory
from tests.store.test_memory import SAID, Clock

KEY = Key(1, 1)

_KEEP_AND_DIE = """
import asyncio, os, pathlib, signal, sys
from bot.store.memory import Key
from bot.store.sqlite import open_sqlite
from tests.store.test_memory import SAID

async def main():
    memory = await open_sqlite(pathlib.Path(sys.argv[1]))
    await memory.keep(Key(1, 1), SAID)
    await memory.note_answered(7)
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "state.sqlite3"


async def kept(path: Path, dialogue: Dialogue = SAID, clock: Clock | None = None) -> None:
    """A database in which one person is known."""
    memory = await open_sqlite(path, clock or Clock())
    await memory.keep(KEY, dialogue)
    await memory.close()


async def recalled(path: Path) -> Dialogue:
    memory = await open_sqlite(path, Clock())
    try:
        return await memory.recall(KEY)
    finally:
        await memory.close()


def rows(path: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as database, database:
        return database.execute(statement).fetchall()


def written(path: Path) -> bytes:
    """Everything that is on disk."""
    return b"".join(file.read_bytes() for file in path.parent.iterdir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def do_damage(path: Path, damage: str) -> None:
    whole = path.read_bytes()
    hole = b"\xff" * (len(whole) - 4096)
    path.write_bytes(b"no database at all " * 99 if damage == "all" else whole[:4096] + hole)


def damaged_files(path: Path) -> Iterator[Path]:
    return path.parent.glob("*.damaged-*")


async def test_a_new_process_remembers(path: Path) -> None:
    await kept(path)

    assert await recalled(path) == SAID


def kill_after_keeping(path: Path) -> None:
    command = [sys.executable, "-c", _KEEP_AND_DIE, str(path)]
    done = subprocess.run(command, cwd=PROJECT, check=False)
    assert done.returncode == -signal.SIGKILL


async def test_a_process_that_is_killed_has_lost_nothing(path: Path) -> None:
    kill_after_keeping(path)

    memory = await open_sqlite(path)
    assert await memory.recall(KEY) == SAID
    assert await memory.answered(7)
    await memory.close()


async def test_nobody_else_may_read_it(path: Path) -> None:
    await kept(path)

    assert (mode(path), mode(path.parent)) == (0o600, 0o700)


async def test_no_more_is_written_than_promised(path: Path) -> None:
    await kept(path)

    columns = {name for _, name, *_ in rows(path, "PRAGMA table_info(conversations)")}
    assert columns == {"chat_id", "user_id", "heard", "language", "chosen", "context"}


async def test_what_is_forgotten_is_gone_from_the_disk(path: Path) -> None:
    memory = await open_sqlite(path)
    await memory.keep(KEY, SAID)
    assert b"degtyarev" in written(path)

    await memory.forget_person(KEY.user_id)

    assert b"degtyarev" not in written(path)
    await memory.close()


async def test_a_context_that_has_faded_is_gone_from_the_disk(path: Path) -> None:
    clock = Clock()
    memory = await open_sqlite(path, clock)
    await memory.keep(KEY, SAID)
    await memory.note_answered(7)
    clock.now += MEMORY_SECONDS + 1
    assert await memory.recall(KEY) == lasting(SAID), "even before the purge"

    await memory.purge()
    assert b"degtyarev" not in written(path)

    clock.now += UPDATE_SECONDS
    await memory.purge()
    assert not await memory.answered(7)
    await memory.close()


@pytest.mark.parametrize(
    "context",
    [
        "",
        "1",
        "1{",
        "nonsense",
        '0{"at":5.0}',
        '1{"query":{"op":"no-such-thing"}}',
        '1{"query":[]}',
        '1{"at":"never"}',
    ],
)
async def test_a_row_that_cannot_be_read_leaves_the_languages(path: Path, context: str) -> None:
    await kept(path)
    rows(path, f"UPDATE conversations SET context = '{context}'")

    assert await recalled(path) == lasting(SAID)


async def test_fields_of_another_version_are_passed_over(path: Path) -> None:
    await kept(path)
    rows(path, """UPDATE conversations SET context = '1{"athletes":["a"],"mood":"good"}'""")

    assert await recalled(path) == Dialogue("kk", "ru", athletes=("a",))


async def test_what_cannot_be_written_is_left_out(path: Path) -> None:
    await kept(path, Dialogue(language="en", athletes=("half a character: \ud83e",)))

    assert await recalled(path) == Dialogue(language="en")


@pytest.mark.parametrize("damage", ["all", "middle"])
async def test_a_damaged_file_is_set_aside_and_begun_anew(
    path: Path, caplog: pytest.LogCaptureFixture, damage: str
) -> None:
    await kept(path)
    do_damage(path, damage)

    memory = await open_memory(path)
    await memory.keep(KEY, SAID)

    assert await memory.recall(KEY) == SAID
    assert "damaged" in caplog.text
    assert len(list(damaged_files(path))) == 1
    await memory.close()


async def test_steps_that_are_missing_are_taken(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await kept(path)
    step = "ALTER TABLE answered ADD COLUMN more TEXT;"
    monkeypatch.setattr(sqlite, "MIGRATIONS", (*MIGRATIONS, step))

    assert await recalled(path) == SAID
    assert await recalled(path) == SAID, "and taken once"
    assert rows(path, "PRAGMA user_version") == [(len(MIGRATIONS) + 1,)]


async def test_a_step_that_fails_leaves_everything_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await kept(path)
    with monkeypatch.context() as patched:
        steps = (*MIGRATIONS, "DROP TABLE answered; SELECT * FROM nowhere;")
        patched.setattr(sqlite, "MIGRATIONS", steps)
        with pytest.raises(MemoryFailed):
            await open_sqlite(path)

    assert await recalled(path) == SAID
    assert rows(path, "SELECT count(*) FROM answered") == [(0,)]


async def test_a_database_of_a_newer_altyn_is_left_alone(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await kept(path)
    rows(path, "PRAGMA user_version = 99")
    before = written(path)

    memory = await open_memory(path)

    await _works(memory)
    assert "newer" in caplog.text
    assert written(path) == before
    with pytest.raises(MemoryFailed):
        await memory.forget_person(KEY.user_id)


async def test_where_no_database_can_be_made_the_process_remembers(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    memory = await open_memory(tmp_path / "file" / "state.sqlite3")

    await _works(memory)

    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    await memory.forget_person(KEY.user_id)
    assert await memory.recall(KEY) == EMPTY
    await memory.close()


async def test_a_database_that_fails_later_is_replaced_with_one_warning(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    memory = await open_memory(path, Clock())
    await memory.keep(KEY, SAID)
    rows(path, "DROP TABLE conversations")

    await _works(memory)
    await _works(memory)

    assert caplog.text.count("The memory failed") == 1
    with pytest.raises(MemoryFailed):
        await memory.forget_person(KEY.user_id)
    await memory.close()


async def test_a_closed_database_says_so(path: Path) -> None:
    memory = await open_sqlite(path)
    await memory.close()

    with pytest.raises(MemoryFailed):
        await memory.recall(KEY)


async def _works(memory: Memory) -> None:
    """Everything can be done with it."""
    assert not isinstance(memory, SqliteMemory)
    await memory.purge()
    await memory.move(8, 9)
    await memory.forget(9)
    await memory.keep(KEY, SAID)
    await memory.note_answered(7)
    assert await memory.answered(7)
    assert await memory.recall(KEY) == SAID
    assert await memory.recall(Key(2, 2)) == EMPTY


async def test_a_person_is_forgotten_in_the_database_and_beside_it(path: Path) -> None:
    memory = SteadyMemory(await open_sqlite(path, Clock()))
    await memory.keep(KEY, SAID)

    await memory.forget_person(KEY.user_id)

    assert await memory.recall(KEY) == EMPTY
    await memory.close()
