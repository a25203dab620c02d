"""The names of pictures that were sent: what they outlive, and how many there are."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.store.file_ids import FileIds, FileIdsHere, open_file_ids
from bot.store.steady import open_memory
from tests.store.test_memory import Clock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "state.sqlite3"


async def opened(path: Path, most: int = 3, clock: Clock | None = None) -> FileIds:
    memory = await open_memory(path)
    await memory.close()
    return await open_file_ids(path, most, clock or Clock())


@pytest.fixture(params=["here", "sqlite"])
async def names(request: pytest.FixtureRequest, path: Path) -> FileIds:
    return FileIdsHere(3) if request.param == "here" else await opened(path)


async def test_what_is_kept_is_recalled(names: FileIds) -> None:
    await names.keep("seen", "old", "asked")
    await names.keep("seen", "new", "asked otherwise")

    assert await names.recall("seen") in ("old", "new")
    assert await names.recall("not seen") is None
    assert await names.labels() == {"asked", "asked otherwise"}
    await names.close()


async def test_one_that_telegram_no_longer_knows_gives_way(names: FileIds) -> None:
    await names.keep("seen", "old", "asked")
    await names.keep("seen", "new", "asked")

    assert await names.recall("seen") == "new"
    await names.close()


async def test_those_sent_longest_ago_are_forgotten(path: Path) -> None:
    clock = Clock()
    names = await opened(path, clock=clock)
    for number in range(5):
        clock.now += 1
        await names.keep(f"key {number}", f"file {number}", f"label {number}")
    found = [await names.recall(f"key {number}") for number in range(5)]
    await names.close()

    assert found == [None, None, "file 2", "file 3", "file 4"]


async def test_a_new_process_knows_them(path: Path) -> None:
    names = await opened(path)
    await names.keep("seen", "file", "asked")
    await names.close()

    again = await opened(path)

    assert await again.recall("seen") == "file"
    assert await again.labels() == {"asked"}
    await again.close()


async def test_a_database_from_before_there_were_pictures(path: Path) -> None:
    await (await opened(path)).close()
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript("DROP TABLE pictures; PRAGMA user_version = 1;")

    names = await opened(path)
    await names.keep("seen", "file", "asked")

    assert await names.recall("seen") == "file"
    await names.close()


@pytest.mark.parametrize("trouble", ["missing", "no database", "no table"])
async def test_where_there_is_no_database_they_are_kept_in_the_process(
    tmp_path: Path, trouble: str, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "state.sqlite3"
    if trouble == "no database":
        path.write_text("something else altogether, and long enough to be seen as that", "utf-8")
    if trouble == "no table":
        path.touch()

    names = await open_file_ids(path)
    await names.keep("seen", "file", "asked")

    assert await names.recall("seen") == "file"
    assert "in this process only" in caplog.text
    await names.close()


async def test_a_database_that_fails_on_the_way_is_no_trouble(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    names = await opened(path)
    await names.keep("seen", "file", "asked")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DROP TABLE pictures")

    await names.keep("another", "file", "asked")

    assert await names.recall("seen") is None
    assert await names.labels() == frozenset()
    assert "out of reach" in caplog.text
    await names.close()
