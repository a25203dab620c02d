from __future__ import annotations

from pathlib import Path

import pytest

from bot.facts.load import read_facts
from bot.facts.load_draft import Loaded

from .small import write_small

SHIPPED = Path(__file__).parents[2] / "data"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write_small(tmp_path)


@pytest.fixture(scope="session")
def shipped() -> Loaded:
    return read_facts(SHIPPED)
