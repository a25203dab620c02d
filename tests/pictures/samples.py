"""Pictures to look at: every kind, with the longest names, the emptiest and the fullest results."""

from __future__ import annotations

import random
from collections.abc import Iterator

from bot.answers.engine import Engine
from bot.answers.pictured import Spec, picture_for
from bot.facts.query import ANY_MEDAL, EVERY, Dim, Op, Query, where
from bot.facts.run import run

LANGUAGES = ("en", "ru", "kk")
PARIS = "paris-2024"


def specs(engine: Engine) -> Iterator[Spec]:
    """A spread of the store; the same each time."""
    for query in _queries(engine):
        spec = picture_for(query, run(query, engine.store))
        if spec:
            yield spec


def _queries(engine: Engine) -> Iterator[Query]:
    facts, pick = engine.store.facts, random.Random(7)
    longest = sorted(facts.athletes, key=lambda a: -len(facts.athletes[a].names["en"]))[:8]
    ours = [a.id for a in facts.athletes.values() if a.npc == facts.home]
    for athlete in (*longest, *pick.sample(ours, 12), *pick.sample(sorted(facts.athletes), 25)):
        yield Query(Op.CARD, Dim.ATHLETE, where(athlete=athlete))
    for sport in facts.sports:
        yield Query(Op.CARD, Dim.SPORT, where(sport=sport))
    for games in facts.games:
        yield Query(Op.CARD, Dim.MEDAL, where(medal=ANY_MEDAL, games=games))
    for npc in ("CHN", "USA", "GBR", "NPA", "VIN", "UZB"):
        yield Query(Op.CARD, Dim.MEDAL, where(medal=ANY_MEDAL, games=PARIS, npc=npc))
        yield Query(Op.COUNT, Dim.MEDAL, where(medal=ANY_MEDAL, games=EVERY, npc=npc))
    yield Query(Op.COUNT, Dim.MEDAL, where(medal=ANY_MEDAL, games=EVERY, npc="KAZ"))
    for compared in (("KAZ", "UZB"), ("KAZ", "NPA", "CHN", "CAF", "VIN")):
        yield Query(Op.COMPARE, Dim.NPC, where(npc=compared))
        yield Query(Op.COMPARE, Dim.NPC, where(npc=compared, medal="gold"))
    for day in ("08-30", "09-01", "09-05", "09-08"):
        yield Query(Op.LIST, Dim.ATHLETE, where(day=day))
        yield Query(Op.LIST, Dim.ATHLETE, where(day=day, npc=EVERY, medal=ANY_MEDAL))
