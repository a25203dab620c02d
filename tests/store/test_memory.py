from __future__ import annotations

import pytest

from bot.language.dialogue import EMPTY, Dialogue
from bot.store.bounded import Bounded
from bot.store.here import MemoryHere
from bot.store.memory import Key

SAID = Dialogue(language="en", athletes=("x",))


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


async def test_somebody_new_has_an_empty_dialogue() -> None:
    assert await MemoryHere().recall(Key(1, 1)) == EMPTY


async def test_forgetting_a_chat_forgets_all_its_members_and_nobody_else() -> None:
    memory = MemoryHere()
    for key in (Key(1, 1), Key(1, 2), Key(2, 1)):
        await memory.keep(key, SAID)

    await memory.forget(1)

    found = [await memory.recall(key) for key in (Key(1, 1), Key(1, 2), Key(2, 1))]
    assert found == [EMPTY, EMPTY, SAID]


async def test_a_chat_that_moves_takes_its_dialogues_along() -> None:
    memory = MemoryHere()
    await memory.keep(Key(-1, 5), SAID)

    await memory.move(-1, -100)

    assert await memory.recall(Key(-1, 5)) == EMPTY
    assert await memory.recall(Key(-100, 5)) == SAID
