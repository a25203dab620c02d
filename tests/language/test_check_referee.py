"""The check of the referee's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.language.check_referee import referee_faults
from bot.settings import PROJECT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "referee").mkdir()
    return tmp_path


def test_the_words_that_are_shipped_are_sound() -> None:
    assert list(referee_faults(PROJECT / "data" / "lexicon")) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("\nnegation:", "\nnegaton:"), "there is no part 'negaton'"),
        (("language: en", "language: de"), "the language is not 'en'"),
        (("\njoin:", "\njoins:"), "'join' is missing"),
    ],
)
def test_a_fault_is_named(folder: Path, change: tuple[str, str], fault: str) -> None:
    shipped = (PROJECT / "data/lexicon/referee/en.yaml").read_text("utf-8")
    (folder / "referee" / "en.yaml").write_text(shipped.replace(*change, 1), "utf-8")

    assert any(found.what == fault for found in referee_faults(folder))
