"""Replies to queries and conversations, for the tests that look at all of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from bot.answers.engine import Engine
from bot.answers.evaluate import read_cases
from bot.answers.reply import Reply
from bot.facts.query import EVERY, Dim, Op, Query, where
from bot.language.dialogue import Dialogue
from bot.settings import PROJECT

Asked = Iterator[tuple[str, Reply]]
QUESTIONS = sorted((PROJECT / "tests" / "questions").glob("*.jsonl"))
_LONGEST, _OTHERS = 60, 240
_PAGE = 8


def answered(engine: Engine, query: Query, language: str) -> Reply:
    """The reply to a query."""
    return engine.turns.answer(query, language, Dialogue(), 0.0).reply


def explained(engine: Engine, query: Query, language: str) -> Reply:
    """The receipt of a query."""
    return engine.turns.why(query, language, Dialogue()).reply


def to_questions(engine: Engine, *, every: int = 1) -> Asked:
    """The replies to all turns of the question sets."""
    for path in QUESTIONS:
        for case in read_cases(path)[::every]:
            dialogue = Dialogue()
            for text in case["turns"]:
                turn = engine.message(text, dialogue, hint=case["lang"], now=0.0)
                dialogue = turn.dialogue
                yield text, turn.reply


def to_commands(engine: Engine) -> Asked:
    """All commands, a few with arguments, and what is no command, in all languages."""
    for language in engine.languages:
        for name in (*engine.commands, "nonsense"):
            for argument in ("", "Degtyarev", "judo", "xyzzy"):
                turn = engine.command(name, argument, Dialogue(), hint=language, now=0.0)
                yield f"/{name} {argument} {language}", turn.reply
        yield f"a photo {language}", engine.speechless(Dialogue(), hint=language, now=0.0).reply


def to_presses(engine: Engine) -> Asked:
    """What comes of every button under the replies to a part of the questions."""
    pressed: set[tuple[str, str]] = set()
    for _, reply in to_questions(engine, every=4):
        for button in (button for row in reply.buttons for button in row):
            if button.kind == "press" and (button.data, reply.language) not in pressed:
                pressed.add((button.data, reply.language))
                turn = engine.press(button.data, Dialogue(), hint=reply.language, now=0.0)
                yield f"{button.text} ({button.data})", turn.reply


def to_athletes(engine: Engine) -> Asked:
    """Cards: of the longest names, of our own, and of others by chance."""
    athletes = engine.store.facts.athletes
    ours = [a for a, known in athletes.items() if known.npc == engine.store.facts.home]
    by_length = sorted(athletes, key=lambda a: -len(athletes[a].names["en"]))
    chosen = random.Random(7).sample(sorted(athletes), _OTHERS)
    for athlete in dict.fromkeys((*by_length[:_LONGEST], *ours, *chosen)):
        for language in engine.languages:
            query = Query(Op.CARD, Dim.ATHLETE, where(athlete=athlete))
            yield f"{athlete} {language}", answered(engine, query, language)


def to_sports(engine: Engine) -> Asked:
    """Sports at the current Games and at all, their medals and the receipts."""
    for number, sport in enumerate(engine.store.facts.sports):
        for language in engine.languages:
            query = Query(Op.CARD, Dim.SPORT, where(sport=sport))
            yield f"{sport} {language}", answered(engine, query, language)
        language = engine.languages[number % len(engine.languages)]
        everywhere = where(sport=sport, games=EVERY, npc=EVERY, medal="any")
        query = Query(Op.LIST, Dim.ATHLETE, everywhere)
        yield f"all medals of {sport} {language}", answered(engine, query, language)
        yield f"why {sport} {language}", explained(engine, query, language)


def to_classes(engine: Engine) -> Asked:
    """Every class of the facts."""
    events = engine.store.facts.events.values()
    for code in sorted({code for event in events for code in event.classes}):
        for language in engine.languages:
            query = Query(Op.CARD, Dim.CLASS, where(**{"class": code}))
            yield f"{code} {language}", answered(engine, query, language)


_OF_GAMES = (
    (Op.CARD, Dim.GAMES), (Op.CARD, Dim.MEDAL), (Op.CARD, Dim.NPC), (Op.TOP, Dim.NPC),
    (Op.RANK, Dim.NPC), (Op.GAMES, Dim.OPENED), (Op.GAMES, Dim.DURATION), (Op.GAMES, Dim.CITY),
    (Op.GAMES, Dim.EDITION), (Op.GAMES, Dim.VENUE),
)  # fmt: skip


def to_games(engine: Engine) -> Asked:
    """Every Games: what they were, our part in them, the medal table."""
    for games in engine.store.facts.games:
        for language in engine.languages:
            for op, target in _OF_GAMES:
                query = Query(op, target, where(games=games), limit=10 if op is Op.TOP else None)
                yield f"{op} {target} {games} {language}", answered(engine, query, language)


def to_delegations(engine: Engine) -> Asked:
    """Every delegation: its place, medals and team, and ours beside it."""
    home = engine.store.facts.home
    for npc in engine.store.facts.delegations:
        for language in engine.languages:
            for query in (
                Query(Op.RANK, Dim.NPC, where(npc=npc)),
                Query(Op.CARD, Dim.MEDAL, where(npc=npc, medal="any")),
                Query(Op.CARD, Dim.NPC, where(npc=npc)),
                Query(Op.COMPARE, Dim.NPC, where(npc=(home, npc))),
            ):
                yield f"{query.op} {npc} {language}", answered(engine, query, language)


def to_claims(engine: Engine) -> Asked:
    """Every kind of claim."""
    for kind in sorted({claim.kind for claim in engine.store.facts.claims.values()}):
        for language in engine.languages:
            query = Query(Op.CLAIM, Dim.MEDAL, claim=kind)
            yield f"{kind} {language}", answered(engine, query, language)


def to_pages(engine: Engine) -> Asked:
    """All pages of long lists, each in one language in turn."""
    for query in (
        Query(Op.LIST, Dim.ATHLETE, where(npc=EVERY, medal="gold")),
        Query(Op.LIST, Dim.ATHLETE, where(npc="CHN", medal="silver", games=EVERY)),
    ):
        size = len(engine.store.table.select(query.filters))
        for number, offset in enumerate(range(0, size, _PAGE)):
            language = engine.languages[number % len(engine.languages)]
            page = replace(query, offset=offset)
            yield f"from {offset} on {language}", answered(engine, page, language)
