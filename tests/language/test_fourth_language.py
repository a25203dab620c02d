"""A language is a few files: German, added without touching code."""

from __future__ import annotations

import shutil

import pytest

from bot.answers.engine import Engine
from bot.answers.messages import load_messages
from bot.language.dialogue import Dialogue
from bot.language.lexicon import load_lexicons
from bot.settings import PROJECT

GERMAN = """\
language: de
name: Deutsch
script: latin
letters: äöüß
chain: 1
endings: [e, en, er, es, s, n, innen]

words:
  ask.who: wer, welche
  ask.what: was
  ask.when: wann
  ask.where: wo
  ask.count: wie viele, wieviele, anzahl
  ask.tell: erzähl, erzähle mir, über
  aux: hat, haben, ist, sind, war, waren
  act.win: gewann, gewonnen, gewinn*, holte, holten
  medal.gold: gold, goldmedaille*
  medal.silver: silber, silbermedaille*
  medal.bronze: bronze, bronzemedaille*
  medal.any: medaille*
  kind.athlete: sportler*, athlet*
  kind.rank: rang, platz
  kind.table: medaillenspiegel
  npc.home: kasachstan*, wir, unser*
  gender.men: männer*, herren
  gender.women: frauen, damen
  follow.and: und
  neutral: der, die, das, im, in, bei, den, dem, auf, es, für, von, bitte

talk:
  talk.hello: hallo, guten tag
  talk.thanks: danke

sport:
  judo: judo
  swimming: schwimmen
  athletics: leichtathletik
  powerlifting: kraftdreikampf, gewichtheben

npc:
  CHN: china*
  GER: deutschland*
  FRA: frankreich*

games:
  tokyo-2020: tokio
  paris-2024: paris
"""
WORDS = {
    "gold 🥇": "Gold 🥇",
    "gold medals": "Goldmedaillen",
    "gold medal": "Goldmedaille",
    "Hello!": "Hallo!",
    "Source:": "Quelle:",
}


@pytest.fixture(scope="module")
def german(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The engine with a fourth lexicon and fourth messages."""
    folder = tmp_path_factory.mktemp("german")
    for kind in ("lexicon", "messages"):
        shutil.copytree(PROJECT / "data" / kind, folder / kind)
    (folder / "lexicon" / "de.yaml").write_text(GERMAN, "utf-8")
    text = (folder / "messages" / "en.ftl").read_text("utf-8")
    for english, ours in WORDS.items():
        text = text.replace(english, ours)
    (folder / "messages" / "de.ftl").write_text(text, "utf-8")
    lexicons = load_lexicons(folder / "lexicon")
    names = engine.parser._tagger._names._names  # the same people; indexing them takes long
    return Engine(engine.store.facts, lexicons, load_messages(folder / "messages"), names)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("wer gewann gold", "2 Goldmedaillen"),
        ("wer gewann gold im judo?", "Nauatbek — Gold 🥇"),
        ("wie viele medaillen gewannen die frauen", "3 medals"),
        ("wie viele medaillen hat deutschland", "49 medals"),
        ("wer gewann gold in tokio", "Degtyarev"),
        ("wer gewnn gold", "2 Goldmedaillen"),
    ],
)
def test_german_is_understood_and_answered(german: Engine, text: str, said: str) -> None:
    reply = german.message(text, Dialogue(), hint="de", now=0.0).reply

    assert reply.language == "de"
    assert said in reply.html
    assert "Quelle:" in reply.html


def test_small_talk_and_follow_ups_come_with_it(german: Engine) -> None:
    hello = german.message("hallo", Dialogue(), hint="de", now=0.0)
    asked = german.message("wer gewann gold", hello.dialogue, hint="de", now=1.0)
    then = german.message("und silber?", asked.dialogue, hint="de", now=2.0)

    assert hello.reply.html.startswith("Hallo!")
    assert "Zhumagali" in then.reply.html


def test_it_can_be_chosen(german: Engine) -> None:
    offered = german.command("language", "", Dialogue(), hint="en", now=0.0).reply
    texts = {button.text: button.data for row in offered.buttons for button in row}

    assert german.press(texts["Deutsch"], Dialogue(), hint="en", now=0.0).reply.language == "de"


def test_the_other_languages_are_answered_as_before(german: Engine, engine: Engine) -> None:
    for text, hint in (
        ("who won gold", "en"),
        ("кто выиграл золото", "ru"),
        ("кім алтын алды", "kk"),
    ):
        before = engine.message(text, Dialogue(), hint=hint, now=0.0).reply
        assert german.message(text, Dialogue(), hint=hint, now=0.0).reply == before
