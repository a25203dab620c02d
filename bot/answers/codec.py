"""Queries as short strings, so that buttons work without anything being remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from bot.facts.keys import KEY_LENGTH, key_of
from bot.facts.query import Dim, Filter, Op, Query, ordered

VERSION = "1"
LIMIT = 64
"""Bytes that Telegram lets a button carry."""
KEY = "="
"""Stands before a key that is written in place of an identifier (:mod:`bot.facts.keys`)."""

_DIMS = {dim: chr(ord("A") + number) for number, dim in enumerate(Dim)}
_OPS = {op: chr(ord("a") + number) for number, op in enumerate(Op)}
_MORE = {True: ">", False: "<"}
_DIM_OF = {letter: dim for dim, letter in _DIMS.items()}
_OP_OF = {letter: op for op, letter in _OPS.items()}


def encode(action: str, query: Query) -> str | None:
    """Button data for an action on a query; ``None`` where it would be too long."""
    return packed(query, LIMIT, f"{VERSION}{action}:")


def packed(query: Query, limit: int, prefix: str = "") -> str | None:
    """A query in at most ``limit`` bytes, if need be with keys in place of long identifiers."""
    for written in (str, _shortened):
        data = prefix + _written(query, written)
        if len(data.encode()) <= limit:
            return data
    return None


def _shortened(value: str) -> str:
    return f"{KEY}{key_of(value)}" if len(value) > KEY_LENGTH + 1 else value


def _written(query: Query, value: Callable[[str], str]) -> str:
    parts = [_OPS[query.op] + _DIMS[query.target]]
    parts += [
        _DIMS[f.dim] + ("!" if f.negated else "") + ",".join(map(value, f.values))
        for f in query.filters
    ]
    parts += [f"~{query.claim}"] if query.claim else []
    parts += [f"#{query.number}"] if query.number is not None else []
    parts += ["?"] if query.yes_no else []
    parts += [_MORE[query.more]] if query.more is not None else []
    parts += [f"@{query.offset}"] if query.offset else []
    parts += [f"^{query.limit}"] if query.limit else []
    return ";".join(parts)


def decode(data: str) -> Query | None:
    """The query of an encoded string without its action; ``None`` for what is not one.

    Keys are still in it, and nothing is checked against the facts: see :mod:`bot.answers.received`.
    """
    first, *rest = data.split(";")
    if len(first) != 2 or first[0] not in _OP_OF or first[1] not in _DIM_OF:
        return None
    query = Query(_OP_OF[first[0]], _DIM_OF[first[1]])
    filters: list[Filter] = []
    claim, number, yes_no, more = None, None, False, None
    sizes = {"@": 0, "^": 0}
    for part in rest:
        if part == "?":
            yes_no = True
        elif part in _MORE.values():
            more = part == _MORE[True]
        elif part[:1] in sizes and part[1:].isdecimal():
            sizes[part[0]] = int(part[1:])
        elif part[:1] == "~":
            claim = part[1:]
        elif part[:1] == "#":
            try:
                number = Decimal(part[1:])
            except InvalidOperation:
                return None
        elif part[:1] in _DIM_OF and len(part) > 1:
            negated = part[1] == "!"
            values = tuple(part[1 + negated :].split(","))
            filters.append(Filter(_DIM_OF[part[0]], values, negated))
        else:
            return None
    return replace(
        query,
        filters=ordered(filters),
        claim=claim,
        number=number,
        yes_no=yes_no,
        more=more,
        offset=sizes["@"],
        limit=sizes["^"] or None,
    )
