"""What every memory does, wherever it keeps things."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from bot.facts.query import Dim, Op, Query, where
from bot.language.dialogue import EMPTY, MEMORY_SECONDS, Dialogue
from bot.store.bounded import Bounded
from bot.store.here import MemoryHere
from bot.store.memory import UPDATE_SECONDS, YEAR_SECONDS, Key, Memory, lasting
from bot.store.sqlite import open_sqlite

QUERY = Query(
    Op.COMPARE,
    Dim.NPC,
    where(npc=("KAZ", "UZB"), medal="gold", games="paris-2024"),
    number=Decimal("3.50"),
    more=False,
)
SAID = Dialogue("kk", "ru", QUERY, ("degtyarev",), 5.0)
KEY = Key(1, 1)


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: float = 1_000_000_000.0

    def __call__(self) -> float:
        return self.now


async def _here(_: Path, clock: Clock) -> Memory:
    return MemoryHere(clock=clock)


async def _sqlite(folder: Path, clock: Clock) -> Memory:
    return await open_sqlite(folder / "state.sqlite3", clock)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=[_here, _sqlite])
async def memory(
    request: pytest.FixtureRequest, tmp_path: Path, clock: Clock
) -> AsyncIterator[Memory]:
    opened: Callable[[Path, Clock], Awaitable[Memory]] = request.param
    memory = await opened(tmp_path, clock)
    yield memory
    await memory.close()


def test_what_was_used_longest_ago_is_forgotten_first() -> None:
    kept: Bounded[str, int] = Bounded(2)
    kept.put("a", 1)
    kept.put("b", 2)
    kept.get("a")
    kept.put("c", 3)

    assert list(kept) == ["a", "c"]


def test_a_memory_of_nothing_makes_no_sense() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Bounded(0)


async def test_somebody_new_has_an_empty_dialogue(memory: Memory) -> None:
    assert await memory.recall(KEY) == EMPTY


async def test_a_dialogue_comes_back_as_it_was(memory: Memory) -> None:
    await memory.keep(KEY, Dialogue(language="en"))
    await memory.keep(KEY, SAID)

    assert await memory.recall(KEY) == SAID


async def test_forgetting_a_chat_forgets_all_its_members_and_nobody_else(memory: Memory) -> None:
    for key in (Key(1, 1), Key(1, 2), Key(2, 1)):
        await memory.keep(key, SAID)

    await memory.forget(1)

    found = [await memory.recall(key) for key in (Key(1, 1), Key(1, 2), Key(2, 1))]
    assert found == [EMPTY, EMPTY, SAID]


async def test_forgetting_a_person_forgets_them_in_all_chats_and_nobody_else(
    memory: Memory,
) -> None:
    for key in (Key(1, 1), Key(-5, 1), Key(-5, 2)):
        await memory.keep(key, SAID)

    await memory.forget_person(1)

    found = [await memory.recall(key) for key in (Key(1, 1), Key(-5, 1), Key(-5, 2))]
    assert found == [EMPTY, EMPTY, SAID]


async def test_a_chat_that_moves_takes_its_dialogues_along(memory: Memory) -> None:
    await memory.keep(Key(-1, 5), SAID)

    await memory.move(-1, -100)

    assert await memory.recall(Key(-1, 5)) == EMPTY
    assert await memory.recall(Key(-100, 5)) == SAID


async def test_who_spoke_in_the_new_chat_already_goes_on_from_there(memory: Memory) -> None:
    newer = Dialogue(language="en")
    await memory.keep(Key(-1, 5), SAID)
    await memory.keep(Key(-100, 5), newer)

    await memory.move(-1, -100)

    assert await memory.recall(Key(-1, 5)) == EMPTY
    assert await memory.recall(Key(-100, 5)) == newer


async def test_the_context_fades_and_the_language_stays(memory: Memory, clock: Clock) -> None:
    await memory.keep(KEY, SAID)
    clock.now += MEMORY_SECONDS + 1
    await memory.purge()

    assert await memory.recall(KEY) == lasting(SAID) == Dialogue(language="kk", chosen="ru")


async def test_of_somebody_silent_for_a_year_nothing_stays(memory: Memory, clock: Clock) -> None:
    await memory.keep(KEY, SAID)
    clock.now += YEAR_SECONDS + 1
    await memory.keep(Key(2, 2), SAID)
    await memory.purge()

    assert await memory.recall(KEY) == EMPTY
    assert await memory.recall(Key(2, 2)) == SAID


async def test_an_answered_update_is_known(memory: Memory) -> None:
    assert not await memory.answered(7)
    for _ in range(2):
        await memory.note_answered(7)

    assert await memory.answered(7)
    assert not await memory.answered(8)


async def test_purging_leaves_alone_what_is_young(memory: Memory, clock: Clock) -> None:
    await memory.keep(KEY, SAID)
    await memory.note_answered(7)
    clock.now += min(MEMORY_SECONDS, UPDATE_SECONDS) - 1
    await memory.purge()

    assert await memory.recall(KEY) == SAID
    assert await memory.answered(7)
