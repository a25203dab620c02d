"""Queries that come back from buttons, links and stores: keys resolved, checked against the facts.

Anybody may write such data, and what a store held when a button was made it may hold no longer. So
nothing is taken on trust: what is not a query about these facts is no query.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from bot.answers.codec import KEY, LIMIT, decode
from bot.facts.keys import Keys
from bot.facts.model import Facts, Gender, Medal
from bot.facts.query import ANY_MEDAL, EVERY, NO_MEDAL, Dim, Filter, Op, Query
from bot.facts.store import Store
from bot.facts.telling import RECORD

_LARGEST = 10_000_000
"""No number that the facts hold is larger, nor is any list so long."""
_LEAP_YEAR = 2024


class Receiver:
    """Reads queries of one store."""

    def __init__(self, store: Store, keys: Keys) -> None:
        self._store = store
        self._keys = keys
        self._known = _known_values(store.facts)

    def query(self, data: str) -> Query | None:
        """The query that some data stand for; ``None`` for what is forged, damaged or outdated."""
        query = decode(data) if len(data) <= LIMIT else None
        restored = self._restored(query) if query else None
        return self.checked(restored) if restored else None

    def checked(self, query: Query) -> Query | None:
        """A query, if it is one about these facts."""
        return query if self._sound(query) else None

    def _restored(self, query: Query) -> Query | None:
        """The query with identifiers in place of keys."""
        filters: list[Filter] = []
        for condition in query.filters:
            values = [self._restored_value(value) for value in condition.values]
            if None in values:
                return None
            filters.append(replace(condition, values=tuple(v for v in values if v)))
        return replace(query, filters=tuple(filters))

    def _restored_value(self, value: str) -> str | None:
        return self._keys.identifier(value[len(KEY) :]) if value.startswith(KEY) else value

    def _sound(self, query: Query) -> bool:
        return (
            all(self._sound_filter(condition) for condition in query.filters)
            and self._sound_claim(query)
            and _sound_numbers(query)
        )

    def _sound_filter(self, condition: Filter) -> bool:
        known = self._known.get(condition.dim)
        if known is None or not condition.values:
            return False
        return all(known(value) for value in condition.values)

    def _sound_claim(self, query: Query) -> bool:
        if query.op is Op.CLAIM:
            return bool(query.claim and self._told(query.claim))
        return query.claim is None or self._told(query.claim)

    def _told(self, kind: str) -> bool:
        """Whether there are claims of a kind; "record" is of records whatever their scope."""
        kinds = self._store.claim_kinds
        return kind in kinds or (kind == RECORD and any(k.startswith(RECORD) for k in kinds))


Known = Callable[[str], bool]


def _known_values(facts: Facts) -> Mapping[Dim, Known]:
    """Which values there are, by dimension; dimensions that filter nothing are not in it."""
    codes = {code for event in facts.events.values() for code in (*event.classes, *event.codes)}
    codes |= {known.code for known in facts.classifications.values()}
    return {
        Dim.GAMES: lambda v: v == EVERY or v in facts.games or _fits(r"year:\d{4}", v),
        Dim.NPC: lambda v: v == EVERY or v in facts.delegations,
        Dim.SPORT: facts.sports.__contains__,
        Dim.DISCIPLINE: facts.disciplines.__contains__,
        Dim.EVENT: facts.events.__contains__,
        Dim.ATHLETE: facts.athletes.__contains__,
        Dim.ALONGSIDE: facts.athletes.__contains__,
        Dim.CLASS: lambda v: v in codes or _fits(r"[A-Z]{1,4}\d{1,2}", v),
        Dim.WEIGHT: lambda v: _fits(r"[+-]?\d{1,3}(\.\d)?", v),
        Dim.DISTANCE: lambda v: _fits(r"(\d{1,2}x)?\d{1,5}", v),
        Dim.GENDER: frozenset(Gender).__contains__,
        Dim.MEDAL: frozenset((*Medal, ANY_MEDAL, NO_MEDAL)).__contains__,
        Dim.PLACE: lambda v: _fits(r"\d{1,3}", v),
        Dim.TIMES: lambda v: _fits(r"\d{1,3}", v),
        Dim.DAY: _is_day,
        Dim.TEAM: frozenset(("team", "single")).__contains__,
    }


def _fits(pattern: str, value: str) -> bool:
    return re.fullmatch(pattern, value, re.ASCII) is not None


def _is_day(value: str) -> bool:
    if not _fits(r"\d\d-\d\d", value):
        return False
    month, _, day = value.partition("-")
    try:
        date(_LEAP_YEAR, int(month), int(day))
    except ValueError:
        return False
    return True


def _sound_numbers(query: Query) -> bool:
    number = query.number
    if number is not None and not (number.is_finite() and abs(number) < _LARGEST):
        return False
    return query.offset < _LARGEST and (query.limit or 1) < _LARGEST
