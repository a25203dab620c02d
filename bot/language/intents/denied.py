"""Whether a yes-or-no question supposes that there was none: "did nobody win silver"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from bot.facts.query import ANY_MEDAL, NO_MEDAL, Dim, Filter, Op, Query
from bot.language.chain import Tag
from bot.language.frame import Frame
from bot.language.intents.asked import WH

_ACTS = ("aux", "act.")
_VERBS = ("act.", "medal.", "gender.")


def denied(frame: Frame) -> bool:
    """Whether it is a "no", not a "yes", that is supposed."""
    if frame.has(*WH):
        return False
    nobody = frame.has("not.any")
    missed = NO_MEDAL in frame.named(Dim.MEDAL) and bool(frame.colours)
    return nobody or missed or any(_no_verb(*pair) for pair in pairwise(frame.tags))


def _no_verb(first: Tag, second: Tag) -> bool:
    """Whether a verb is denied by the word before it ("не было") or after it ("алған жоқ")."""
    before = "not.before" in first.concepts and any(c.startswith(_ACTS) for c in second.concepts)
    return before or (
        "not.verb" in second.concepts
        and any(c.startswith(_VERBS) for c in first.concepts)
        and "not.before" not in first.concepts
    )


def as_none(frame: Frame, query: Query) -> Query:
    """A question whether there was something, as one whether there was nothing of it.

    The number answers it whichever way the "yes" is taken.
    """
    supposed = query.op is Op.EXISTS or (query.op is Op.LIST and not frame.any("kind."))
    if not supposed or not denied(frame):
        return query
    medal = query.values(Dim.MEDAL)
    if any(f.negated for f in query.filters) or (NO_MEDAL in medal and not frame.colours):
        return query
    if NO_MEDAL in medal:
        query = query.having(Filter(Dim.MEDAL, frame.colours or (ANY_MEDAL,)))
    target = Dim.MEDAL if query.values(Dim.MEDAL) else Dim.ATHLETE
    return replace(query, op=Op.COUNT, target=target, number=Decimal(0), yes_no=True)
