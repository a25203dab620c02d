"""Short, stable keys of facts, for links and buttons that have no room for whole identifiers."""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Iterator, Mapping
from functools import cached_property
from hashlib import blake2b

from bot.facts.model import Claim, Games, Result, Standing
from bot.facts.store import Store

KEY_LENGTH = 10
"""Characters of a key: 50 bits, so that no two of some ten thousand identifiers share one."""

Fact = Result | Claim | Standing | Games


def key_of(identifier: str) -> str:
    """The key of an identifier: ten of a-z and 2-7. The same identifier always has the same."""
    digest = blake2b(identifier.encode(), digest_size=7).digest()
    return b32encode(digest)[:KEY_LENGTH].decode().lower()


def identifier_of(fact: Fact) -> str:
    """What :meth:`bot.facts.finding.Finding.facts` calls a fact."""
    return f"{fact.games}/standings/{fact.npc}" if isinstance(fact, Standing) else fact.id


class Keys:
    """What keys stand for in a store. The indexes are made when they are first needed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def fact(self, key: str) -> Fact | None:
        """The fact with this key; ``None`` if there is none, or no longer."""
        return self._facts.get(key)

    def identifier(self, key: str) -> str | None:
        """The athlete, event, sport or discipline with this key."""
        return self._identifiers.get(key)

    def facts(self) -> Iterator[Fact]:
        """All facts that have a key."""
        known = self._store.facts
        yield from known.results
        yield from known.claims.values()
        yield from known.standings
        yield from known.games.values()

    @cached_property
    def _facts(self) -> Mapping[str, Fact]:
        return {key_of(identifier_of(fact)): fact for fact in self.facts()}

    @cached_property
    def _identifiers(self) -> Mapping[str, str]:
        facts = self._store.facts
        held = (*facts.athletes, *facts.events, *facts.sports, *facts.disciplines)
        return {key_of(identifier): identifier for identifier in held}
