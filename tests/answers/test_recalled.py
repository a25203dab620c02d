"""Dialogues that were kept while the facts or the languages changed."""

from __future__ import annotations

import pytest

from bot.answers.engine import Engine
from bot.facts.query import Dim, Filter, Op, Query, where
from bot.language.dialogue import Dialogue

GONE = [
    Query(Op.LIST, Dim.ATHLETE, where(athlete="nobody-at-all")),
    Query(Op.LIST, Dim.ATHLETE, where(sport="quidditch", medal="gold")),
    Query(Op.LIST, Dim.ATHLETE, where(games="atlantis-2020")),
    Query(Op.COMPARE, Dim.NPC, where(npc=("KAZ", "ZZZ"))),
    Query(Op.CARD, Dim.EVENT, (Filter(Dim.EVENT, ("no-such-event",), negated=True),)),
]


@pytest.mark.parametrize("query", GONE)
@pytest.mark.parametrize("text", ["and silver?", "а серебро?", "ал күміс ше?", "how old is he?"])
def test_what_the_facts_no_longer_know_is_not_leaned_on(
    engine: Engine, query: Query, text: str
) -> None:
    kept = Dialogue(query=query, athletes=("nobody-at-all",), at=5.0)

    leaning = engine.message(text, kept, hint="en", now=6.0)
    alone = engine.message(text, Dialogue(), hint="en", now=6.0)

    assert leaning.reply == alone.reply
    assert leaning.dialogue.query == alone.dialogue.query


def test_what_they_still_know_is_leaned_on(engine: Engine) -> None:
    first = engine.message("who won gold?", Dialogue(), hint="en", now=5.0)

    then = engine.message("and silver?", first.dialogue, hint="en", now=6.0)

    assert then.reply.html.startswith("<b>3 silver medals")


@pytest.mark.parametrize("asked", ["who won gold?", "/gold", "/athlete Дегтярёв", "/forget", "?"])
def test_a_language_no_longer_spoken_is_no_trouble(engine: Engine, asked: str) -> None:
    kept = Dialogue(language="la", chosen="eo")

    assert engine.message(asked, kept, hint="kk", now=5.0).reply.language in engine.languages
    assert engine.press("1c:gold", kept, hint="kk", now=5.0).reply.language == "kk"
    assert engine.trouble(kept, hint="kk") == engine.trouble(Dialogue(), hint="kk")
