"""Questions of people that the bot has to answer by id, once and in time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from bot.local.errors import bad_request
from bot.local.limits import CALLBACK_LIFETIME, GUEST_LIFETIME, INLINE_LIFETIME
from bot.local.state import Chat, User

QueryKind = Literal["callback", "inline", "guest"]
_LIFETIMES = {
    "callback": CALLBACK_LIFETIME,
    "inline": INLINE_LIFETIME,
    "guest": GUEST_LIFETIME,
}


@dataclass(slots=True, eq=False)
class Query:
    """One press, inline query or summons; `answer` is what the bot gave, None until then."""

    id: str
    kind: QueryKind
    user: User
    created: float
    chat: Chat | None = None
    message_id: int | None = None
    text: str = ""
    answer: dict[str, Any] | None = None


class QueryBook:
    """All queries, open and answered."""

    def __init__(self) -> None:
        self._queries: dict[str, Query] = {}

    def open(self, kind: QueryKind, user: User, created: float, **details: Any) -> Query:
        """A new query with an id that no other has."""
        # Telegram's ids are long decimal numbers that say nothing; these are as opaque.
        number = 1_000_000_007 * (len(self._queries) + 1) + user.id
        query = Query(str(number), kind, user, created, **details)
        self._queries[query.id] = query
        return query

    def get(self, query_id: str) -> Query | None:
        """The query with this id, whatever its state."""
        return self._queries.get(query_id)

    def answer(self, kind: QueryKind, query_id: str, now: float, given: dict[str, Any]) -> Query:
        """Settle a query; refuses unknown, expired and answered ones alike, as Telegram does."""
        query = self._queries.get(query_id)
        fresh = query and query.kind == kind and now - query.created <= _LIFETIMES[kind]
        if query is None or not fresh or query.answer is not None:
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        query.answer = given
        return query
