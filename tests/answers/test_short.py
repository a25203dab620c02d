"""Simple questions get short answers."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from bot.answers.engine import Engine
from bot.answers.evaluate import read_cases
from bot.answers.fitting import LONGEST, SIMPLE, length
from bot.answers.reply import Turn
from bot.facts.query import ANY_MEDAL, EVERY, Dim, Op, Query, where
from bot.language.dialogue import Dialogue
from tests.answers.replies import QUESTIONS

_SHAPES = (
    (Op.COUNT, Dim.MEDAL), (Op.COUNT, Dim.ATHLETE), (Op.COUNT, Dim.SPORT), (Op.COUNT, Dim.EVENT),
    (Op.EXISTS, Dim.ATHLETE), (Op.MOST, Dim.SPORT), (Op.MOST, Dim.ATHLETE), (Op.MOST, Dim.NPC),
    (Op.BEST, Dim.ATHLETE), (Op.BEST, Dim.NPC), (Op.BEST, Dim.SPORT), (Op.FIRST, Dim.ATHLETE),
    (Op.LAST, Dim.ATHLETE), (Op.YOUNGEST, Dim.ATHLETE), (Op.OLDEST, Dim.ATHLETE),
    (Op.SHARE, Dim.MEDAL), (Op.RANK, Dim.NPC), (Op.ABOVE, Dim.NPC),
)  # fmt: skip
_TIMES = 6


def body(turn: Turn) -> int:
    """Characters of an answer without its last line, the sources."""
    return length([line for line in turn.reply.html.split("\n") if not line.startswith("<i>")])


def paged(turn: Turn) -> bool:
    """Whether it is a list, of which one page is shown."""
    return any(button.data[1:2] == "p" for row in turn.reply.buttons for button in row)


def generated(engine: Engine) -> Iterator[Query]:
    """Simple questions about sports, countries and Games by chance."""
    facts, chance = engine.store.facts, random.Random(11)
    winners = sorted({a for r in facts.results if r.medal for a in r.athletes})
    for op, target in _SHAPES:
        for _ in range(_TIMES):
            sport, npc = (
                chance.choice(sorted(facts.sports)),
                chance.choice(sorted(facts.delegations)),
            )
            games = chance.choice(sorted(facts.games))
            yield Query(op, target, where(games=games, npc=facts.home, medal=ANY_MEDAL))
            yield Query(op, target, where(games=facts.current, npc=npc, medal=ANY_MEDAL))
            yield Query(op, target, where(games=games, npc=npc, sport=sport, medal="gold"))
            yield Query(op, target, where(games=facts.current, npc=EVERY, sport=sport))
    for athlete in chance.sample(winners, 60):
        yield Query(Op.COUNT, Dim.MEDAL, where(athlete=athlete, medal=ANY_MEDAL))
        yield Query(Op.EXISTS, Dim.ATHLETE, where(athlete=athlete, medal="gold"), yes_no=True)
        for target in (Dim.BORN, Dim.NPC, Dim.SPORT, Dim.WEIGHT, Dim.DAY):
            yield Query(Op.VALUE, target, where(athlete=athlete))


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_generated_simple_questions(engine: Engine, language: str) -> None:
    long = {}
    for query in generated(engine):
        turn = engine.turns.answer(query, language, Dialogue(), 0.0)
        if body(turn) > LONGEST and not paged(turn):
            long[str(query)] = turn.reply.html

    assert not long, "\n".join([f"{len(long)} too long", *list(long.values())[:5]])


def test_simple_questions_of_our_sets(engine: Engine) -> None:
    long = {}
    for path in QUESTIONS:
        for case in read_cases(path)[::5]:
            dialogue = Dialogue()
            for text in case["turns"]:
                turn = engine.message(text, dialogue, hint=case["lang"], now=0.0)
                dialogue = turn.dialogue
            simple = dialogue.query is not None and dialogue.query.op in SIMPLE
            if simple and not paged(turn) and turn.reply.sources and body(turn) > LONGEST:
                long[text] = turn.reply.html

    assert not long, long


@pytest.mark.parametrize(
    ("language", "label"),
    [("en", "Show all"), ("ru", "Показать все"), ("kk", "Барлығын көрсету")],
)
def test_what_is_left_out_is_a_press_away(engine: Engine, language: str, label: str) -> None:
    query = Query(Op.EXISTS, Dim.ATHLETE, where(npc="KAZ", medal=ANY_MEDAL), yes_no=True)
    reply = engine.turns.answer(query, language, Dialogue(), 0.0).reply
    [button] = [b for row in reply.buttons for b in row if b.text == label]

    everything = engine.press(button.data, Dialogue(), hint=language, now=0.0).reply

    assert "J2" not in reply.html
    assert "J2" in everything.html
    assert everything.html.count("🥉") == 4
