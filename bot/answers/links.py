"""Start parameters: what stands behind ``?start=`` in a link to the bot, and is opened by it.

Telegram allows 64 of ``A-Za-z0-9_-``. A letter says what it opens: an athlete, a sport, Games, a
fact by its key, or a question, which is a query as buttons have it in base64. Links live for years
in other people's chats: what a letter means must never change, only new ones may come.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

from bot.answers.codec import packed
from bot.answers.received import Receiver
from bot.facts.keys import Fact, Keys, key_of
from bot.facts.query import Dim, Op, Query, where

LONGEST = 64
GREETING = "ask"
"""Opens the bot and nothing else: for those who come from another chat."""
_FACT, _QUESTION = "f_", "q1_"
_CARDS = {"a_": Dim.ATHLETE, "s_": Dim.SPORT, "g_": Dim.GAMES}
_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")
_QUESTION_BYTES = (LONGEST - len(_QUESTION)) * 3 // 4


def fact_link(identifier: str) -> str:
    """The parameter that opens a fact."""
    return f"{_FACT}{key_of(identifier)}"


def link_to(query: Query) -> str | None:
    """The parameter that asks a query; ``None`` where it would be too long.

    Cards have one that a person can read.
    """
    for letter, dim in _CARDS.items():
        parameter = letter + (query.first(dim) or "")
        if _is_card(query, dim) and _PARAMETER.fullmatch(parameter):
            return parameter
    data = packed(query, _QUESTION_BYTES)
    if data is None:
        return None
    return _QUESTION + urlsafe_b64encode(data.encode()).decode().rstrip("=")


def _is_card(query: Query, dim: Dim) -> bool:
    """Whether a query is the card of one thing, perhaps with what it leaves open filled in."""
    if (query.op, query.target, query.offset) != (Op.CARD, dim, 0) or len(query.values(dim)) != 1:
        return False
    return {f.dim for f in query.filters} - {dim} <= _FILLED.get(dim, frozenset())


_FILLED = {Dim.ATHLETE: frozenset({Dim.GAMES}), Dim.GAMES: frozenset({Dim.NPC})}
"""What is filled in and changes nothing of what the card tells."""


def opened(parameter: str, receiver: Receiver, keys: Keys) -> Query | Fact | None:
    """What a parameter opens; ``None`` for what is damaged, forged or no longer there."""
    if not _PARAMETER.fullmatch(parameter):
        return None
    if parameter.startswith(_FACT):
        return keys.fact(parameter[len(_FACT) :])
    if parameter.startswith(_QUESTION):
        return receiver.query(_decoded(parameter[len(_QUESTION) :]))
    dim = _CARDS.get(parameter[:2])
    if dim is None:
        return None
    return receiver.checked(Query(Op.CARD, dim, where(**{dim.value: parameter[2:]})))


def _decoded(text: str) -> str:
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
    except (Error, UnicodeDecodeError):
        return ""
