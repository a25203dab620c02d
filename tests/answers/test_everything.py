"""Everything that can be said of everything in the facts is fit for Telegram, for eye and ear.

Of athletes and events the suite takes each third and sixth; `make check-replies` takes all.
"""

from __future__ import annotations

import os

import pytest

from bot.answers.engine import Engine
from bot.answers.judging.ruling import Truth
from bot.facts.query import EVERY as ALL_GAMES
from bot.facts.query import Dim, Op, Query, where
from bot.language.dialogue import Dialogue
from tests.answers import everything
from tests.answers.replies import answered
from tests.rendering import faults, offered, worded

EVERY = int(os.environ.get("ALTYN_EVERY", "3"))
_DESCRIPTION, _ABOUT, _COMMAND = 512, 120, 256
_CLAIMS = {
    "en": ("{who} won gold in {games}", "{who} was first in {games}", "{who} didn't win a medal"),
    "ru": ("{who} взял золото, {games}", "{who} без медали, {games}", "{who} занял первое место"),
    "kk": ("{who} алтын алды, {games}", "{who} медаль алған жоқ", "{who} бірінші болды"),
}


@pytest.mark.parametrize("source", everything.SOURCES)
def test_every_answer_is_fit_to_be_sent_and_read(engine: Engine, source: str) -> None:
    asked = everything.SOURCES[source](engine, EVERY)

    wrong = [f"{what}: {fault}" for what, reply in asked for fault in faults(reply, engine)]

    assert not wrong, "\n".join([f"{len(wrong)} faults", *wrong[:40]])


def test_every_offer_is_fit_to_be_chosen_and_sent(engine: Engine) -> None:
    made = list(everything.offers(engine, EVERY))

    wrong = [f"{what}: {fault}" for what, offer in made for fault in offered(offer, engine)]

    assert len(made) > 500
    assert not wrong, "\n".join([f"{len(wrong)} faults", *wrong[:40]])


def test_every_verdict_is_fit_to_be_sent_and_read(engine: Engine) -> None:
    facts = engine.store.facts
    wrong, truths = [], set()
    for number, athlete in enumerate(sorted(facts.athletes)[:: 40 * EVERY]):
        language = engine.languages[number % len(engine.languages)]
        who = engine.speakers[language].athlete(athlete)
        games = engine.speakers[language].games(list(facts.games)[number % len(facts.games)])
        for pattern in _CLAIMS[language]:
            claim = pattern.format(who=who, games=games)
            truths.add(engine.referee.judge(claim, language).truth)
            reply = engine.judge(claim, Dialogue(), hint=language, now=0.0).reply
            wrong += [f"{claim}: {fault}" for fault in faults(reply, engine)]

    assert {Truth.TRUE, Truth.FALSE} <= truths
    assert not wrong, "\n".join([f"{len(wrong)} faults", *wrong[:40]])


def test_everything_said_besides_is_fit_to_be_read(engine: Engine) -> None:
    said = list(everything.texts(engine))

    wrong = [
        f"{what} {language}: {fault}"
        for what, language, text in said
        for fault in worded(text, language, engine)
    ]
    longest = {"profile about": _ABOUT, "profile description": _DESCRIPTION}
    wrong += [what for what, _, text in said if len(text) > longest.get(what, _COMMAND)]

    assert not wrong, "\n".join(wrong)


def test_people_of_one_name_have_no_buttons_that_read_alike(engine: Engine) -> None:
    best = Query(Op.BEST, Dim.ATHLETE, where(npc="VIE", games=ALL_GAMES))

    for language in engine.languages:
        assert faults(answered(engine, best, language), engine) == []
