from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.facts import cache
from bot.facts.cache import default_cache_folder, load_compiled, load_facts
from bot.facts.fault import FactsError
from bot.facts.load import Watch, read_facts
from bot.facts.load_draft import Loaded

from .small import replace


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders whose YAML was read, one for each time."""
    seen: list[Path] = []

    def counted(data: Path, games: str | None, watch: Watch) -> Loaded:
        seen.append(data)
        return read_facts(data, games, watch)

    monkeypatch.setattr(cache, "read_facts", counted)
    return seen


def test_the_second_load_reads_no_yaml(small: Path, folder: Path, reads: list[Path]) -> None:
    first = load_facts(small, folder)
    second = load_facts(small, folder)

    assert reads == [small]
    assert first == second == read_facts(small).facts


def test_a_changed_file_is_read_again(small: Path, folder: Path) -> None:
    load_facts(small, folder)
    replace(small, "sports.yaml", "ru: Дзюдо,", "ru: Пара-дзюдо,")

    assert load_facts(small, folder).sports["judo"].names["ru"] == "Пара-дзюдо"


def test_a_new_file_is_read(small: Path, folder: Path) -> None:
    load_facts(small, folder)
    new = (small / "athletes/others.yaml").read_text(encoding="utf-8").replace("andrine", "abine")
    (small / "athletes/more.yaml").write_text(
        new.replace("MARTINET Sandrine", "MARTINET Sabine"), encoding="utf-8"
    )

    assert "sabine-martinet" in load_facts(small, folder).athletes


def test_a_file_that_was_only_touched_is_not_read_again(
    small: Path, folder: Path, reads: list[Path]
) -> None:
    load_facts(small, folder)
    os.utime(small / "sports.yaml", (1, 1))

    load_facts(small, folder)

    assert reads == [small]


def test_words_of_lexicon_and_messages_do_not_spoil_the_cache(
    small: Path, folder: Path, reads: list[Path]
) -> None:
    load_facts(small, folder)
    (small / "lexicon").mkdir()
    (small / "lexicon/en.yaml").write_text("medal: [medal]\n", encoding="utf-8")

    load_facts(small, folder)

    assert reads == [small]


@pytest.mark.parametrize("damage", ["emptied", "cut", "foreign", "flipped"])
def test_a_damaged_cache_is_made_anew(small: Path, folder: Path, damage: str) -> None:
    whole = load_facts(small, folder)
    (path,) = folder.iterdir()
    content = path.read_bytes()
    flipped = content.replace(b"Akmaral", b"Akmarol")
    made = {"emptied": b"", "cut": content[:-9], "foreign": b"no pickle", "flipped": flipped}
    path.write_bytes(made[damage])

    assert load_facts(small, folder) == whole
    assert path.read_bytes() != made[damage]


def test_a_folder_that_cannot_be_written_is_no_error(small: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")

    assert load_facts(small, blocked / "cache").home == "KAZ"


def test_a_cache_file_that_cannot_be_replaced_leaves_no_rest(small: Path, folder: Path) -> None:
    load_facts(small, folder)
    (path,) = folder.iterdir()
    path.unlink()
    path.mkdir()

    assert load_facts(small, folder).home == "KAZ"
    assert list(folder.iterdir()) == [path]


def test_faults_are_raised_together_and_never_cached(small: Path, folder: Path) -> None:
    replace(small, "store.yaml", "home: KAZ", "home: KZ")

    with pytest.raises(FactsError, match=r"data/store.yaml:1: unknown delegation 'KZ'"):
        load_facts(small, folder)

    assert not folder.exists()


def test_the_facts_of_one_games_are_kept_apart(small: Path, folder: Path) -> None:
    whole = load_facts(small, folder)

    one = load_facts(small, folder, "paris-2024")

    assert len([*folder.iterdir()]) == 2
    assert load_facts(small, folder) == whole
    assert load_facts(small, folder, "paris-2024") == one


def test_faults_between_facts_are_kept_with_them(
    small: Path, folder: Path, reads: list[Path]
) -> None:
    replace(small, "games/paris-2024/standings.yaml", "gold: 1, silver: 1", "gold: 2, silver: 1")

    first = load_compiled(small, folder)
    second = load_compiled(small, folder)

    assert [fault.line for fault in first.faults] == [5]
    assert first == second
    assert reads == [small]


def test_reading_is_watched_to_its_end_and_the_cache_needs_no_watching(
    small: Path, folder: Path
) -> None:
    seen: list[int] = []

    @contextmanager
    def watch(total: int) -> Iterator[Callable[[int], object]]:
        seen.append(-total)
        yield seen.append

    load_facts(small, folder, watch=watch)
    assert sum(seen) == 0
    assert len(seen) > 5

    seen.clear()
    load_facts(small, folder, "paris-2024", watch)
    assert sum(seen) == 0

    seen.clear()
    load_facts(small, folder, watch=watch)
    assert seen == []


def test_the_cache_lives_in_the_users_cache_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert default_cache_folder() == Path("/somewhere/altyn")

    monkeypatch.delenv("XDG_CACHE_HOME")
    assert default_cache_folder() == Path.home() / ".cache" / "altyn"
