"""The whole program, but for the engine: ``python -m tests.e2e.fake_bot run``."""

from __future__ import annotations

import sys

from bot.answers.engine import Engine
from bot.cli import main
from tests.fake_engine import FakeEngine

if __name__ == "__main__":
    Engine.load = lambda *_: FakeEngine()  # type: ignore[assignment, method-assign]
    sys.exit(main())
