from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def warm(warm_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes started by these tests find the facts compiled."""
    monkeypatch.setenv("ALTYN_CACHE", str(warm_cache))
