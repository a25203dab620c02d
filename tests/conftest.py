from __future__ import annotations

import pytest

SETTINGS = (
    "TELEGRAM_TOKEN",
    "TELEGRAM_API_URL",
    "ALTYN_DATA",
    "ALTYN_GAMES",
    "ALTYN_CACHE",
    "ALTYN_LOG_LEVEL",
)


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No developer's settings reach a test."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
