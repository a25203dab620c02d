"""The facts as columns of plain values, which load many times faster than objects.

Each kind of fact is one list for each of its fields. ``marshal`` writes and reads such lists at
once, and the objects are made from them without running any code for each of their fields. What is
rare or nested stays a pickle.
"""

from __future__ import annotations

import marshal
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from datetime import date
from itertools import repeat
from typing import Any, Final, TypeVar

from bot.facts.model import (
    Athlete,
    Event,
    Facts,
    Gender,
    Medal,
    Result,
    Standing,
)

_Fact = TypeVar("_Fact")
_Columns = list[tuple[str, list[Any] | None, bytes | None]]
"""Name of a field; its values, or a pickle of them if they are no plain values."""

_KEYED: Final = ("athletes", "events")
_LISTED: Final = ("results", "standings")
_MANY: Final[dict[str, type]] = {
    "athletes": Athlete,
    "events": Event,
    "results": Result,
    "standings": Standing,
}
_DAYS: Final = frozenset({"born", "date"})
_CHOICES: Final[dict[str, type[Gender] | type[Medal]]] = {"gender": Gender, "medal": Medal}
_OBJECTS: Final = frozenset({"mark", "bouts", "weight", "note"})


def pack(facts: Facts) -> bytes:
    """The facts as bytes that :func:`unpack` reads."""
    many = {name: _packed(_MANY[name], _values(getattr(facts, name))) for name in _MANY}
    rest = {
        field.name: getattr(facts, field.name) for field in fields(Facts) if field.name not in _MANY
    }
    return marshal.dumps((many, pickle.dumps(rest, protocol=pickle.HIGHEST_PROTOCOL)))


def unpack(content: bytes) -> Facts:
    """The facts that were packed; raises whatever it likes for other bytes."""
    many, rest = marshal.loads(content)  # noqa: S302 - our own file
    made: dict[str, list[Any]] = {
        name: _made(_MANY[name], columns) for name, columns in many.items()
    }
    parts: dict[str, Any] = pickle.loads(rest)  # noqa: S301 - our own file
    parts.update({name: {fact.id: fact for fact in made[name]} for name in _KEYED})
    parts.update({name: tuple(made[name]) for name in _LISTED})
    return Facts(**parts)


def _values(facts: object) -> Sequence[Any]:
    return list(facts.values()) if isinstance(facts, dict) else list(facts)  # type: ignore[call-overload]


def _packed(kind: type, facts: Sequence[Any]) -> tuple[int, _Columns]:
    columns: _Columns = []
    shared: dict[Any, Any] = {}
    for field in fields(kind):
        values = [getattr(fact, field.name) for fact in facts]
        if field.name in _DAYS:
            columns.append((field.name, [value and value.toordinal() for value in values], None))
        elif field.name in _OBJECTS:
            there = {index: value for index, value in enumerate(values) if value}
            empty = [() if field.name == "bouts" else None]
            columns.append((field.name, empty, pickle.dumps(there)))
        else:
            columns.append((field.name, [_plain(value, shared) for value in values], None))
    return len(facts), columns


def _plain(value: Any, shared: dict[Any, Any]) -> Any:
    """The value as marshal knows it; equal ones become one, which is written once."""
    if isinstance(value, dict):
        return {shared.setdefault(k, k): shared.setdefault(v, v) for k, v in value.items()}
    if isinstance(value, tuple):
        value = tuple(shared.setdefault(item, item) for item in value)
    elif isinstance(value, str):
        value = str.__str__(value)
    return shared.setdefault((type(value), value), value)


def _made(kind: type[_Fact], packed: tuple[int, _Columns]) -> list[_Fact]:
    number, columns = packed
    facts = list(map(object.__new__, repeat(kind, number)))
    for name, values, objects in columns:
        put: Callable[[_Fact, object], None] = getattr(kind, name).__set__
        if objects is not None:
            _all(map(put, facts, repeat((values or [None])[0])))
            for index, value in pickle.loads(objects).items():  # noqa: S301 - our own file
                put(facts[index], value)
        else:
            _all(map(put, facts, _restored(name, values or [])))
    return facts


def _restored(name: str, values: list[Any]) -> Iterable[object]:
    """The values of a field as the model has them; equal days are one object."""
    if name in _DAYS:
        days = {value: date.fromordinal(value) if value else None for value in set(values)}
        return map(days.__getitem__, values)
    if name in _CHOICES:
        kind = _CHOICES[name]
        choices = {value: kind(value) if value else None for value in set(values)}
        return map(choices.__getitem__, values)
    return values


def _all(calls: Iterable[object]) -> None:
    """Run an iterator to its end and keep nothing of it."""
    deque(calls, maxlen=0)
