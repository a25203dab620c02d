from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.answers.engine import Engine
from bot.local.state import Chat, User
from bot.settings import PROJECT
from tests.telegram_app.stage import Stage

SETTINGS = (
    "TELEGRAM_TOKEN",
    "TELEGRAM_API_URL",
    "ALTYN_DATA",
    "ALTYN_GAMES",
    "ALTYN_CACHE",
    "ALTYN_STATE",
    "ALTYN_LOG_LEVEL",
)


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No developer's settings reach a test."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def cache_folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of compiled facts that all workers share, and later sessions too."""
    cache = getattr(request.config, "cache", None)  # none under -p no:cacheprovider
    return Path(cache.mkdir("altyn") if cache else tmp_path_factory.getbasetemp().parent / "altyn")


@pytest.fixture(scope="session")
def shipped(cache_folder: Path) -> Engine:
    """The engine with everything that is shipped, loaded once a worker and compiled by the first.

    It has no state, so that all tests of a worker can share it.
    """
    with _in_turn(cache_folder):
        return Engine.load(PROJECT / "data", cache_folder)


@pytest.fixture(scope="session")
def engine(shipped: Engine) -> Engine:
    """The same; where the applications are tested, an engine that is made up has this name."""
    return shipped


@pytest.fixture(scope="session")
def warm_cache(engine: Engine, cache_folder: Path) -> Path:
    """The cache folder with everything in it: processes given it as ALTYN_CACHE start at once."""
    return cache_folder


@contextmanager
def _in_turn(folder: Path) -> Iterator[None]:
    """One worker at a time: compiling takes ten seconds, and once is enough."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture
def private(stage: Stage, ada: User) -> Chat:
    """Ada's own chat with the bot, started."""
    return stage.machine.private_chat(ada, started=True)


@pytest.fixture
def group(stage: Stage) -> Chat:
    """A group that the bot is in."""
    return stage.machine.group(-5, "Fans")
