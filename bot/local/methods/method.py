"""What a Bot API method is here: a name, the parameters it knows, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.local.params import Args, method_parameters
from bot.local.world import World

Run = Callable[[World, Args], Any]


@dataclass(frozen=True, slots=True)
class Method:
    """A method; `run` returns the `result` of the answer, or an awaitable of it."""

    name: str
    parameters: dict[str, str]
    run: Run


def method(name: str, run: Run, parameters: str = "") -> Method:
    """A method with its parameters written as words: `"chat_id text photo:object"`."""
    return Method(name, method_parameters(parameters), run)
