"""Claims put to the referee: never a wrong verdict, and few that it leaves open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.answers.engine import Engine
from bot.answers.judging.ruling import Truth
from bot.answers.overruling import says
from bot.language.dialogue import EMPTY, Dialogue
from bot.settings import PROJECT
from tests.asking import plain

CLAIMS = PROJECT / "tests" / "questions" / "claims"
HEADS = {
    "en": {
        "true": "Yes, that's true ✅",
        "false": "No, that's not true ❌",
        "partly": "Partly true ⚠️",
        "open": "Not in my facts 🤷",
    },
    "ru": {
        "true": "Да, правда ✅",
        "false": "Нет, неправда ❌",
        "partly": "Правда лишь отчасти ⚠️",
        "open": "В моих фактах этого нет 🤷",
    },
    "kk": {
        "true": "Иә, рас ✅",
        "false": "Жоқ, рас емес ❌",
        "partly": "Бір бөлігі ғана рас ⚠️",
        "open": "Менің деректерімде бұл жоқ 🤷",
    },
}
MISSES = {"en": 1, "ru": 1, "kk": 1}
"""So many claims that the facts could settle may be left open. To be lowered only."""


def cases(language: str, folder: Path = CLAIMS) -> list[dict[str, object]]:
    text = (folder / f"{language}.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def verdict(engine: Engine, claim: str, language: str) -> tuple[str, str]:
    """The verdict and the whole reply, by the words that a person reads."""
    reply = engine.judge(claim, EMPTY, hint=language, now=0.0).reply
    text = plain(reply)
    head = text.partition("\n")[0]
    heads = {words: name for by in HEADS.values() for name, words in by.items()}
    return heads.get(head, head), text


HELD_OUT = {"en": 0, "ru": 0, "kk": 2}
"""The same of claims that were written when the code was done, and that nothing was tuned on."""


@pytest.mark.parametrize("language", HEADS)
@pytest.mark.parametrize(
    ("folder", "misses"),
    [(CLAIMS, MISSES), (CLAIMS / "held-out", HELD_OUT)],
    ids=["own", "held-out"],
)
def test_not_one_claim_is_judged_wrongly(
    engine: Engine, folder: Path, misses: dict[str, int], language: str
) -> None:
    missed = []
    for case in cases(language, folder):
        given, text = verdict(engine, str(case["claim"]), language)
        if given == "open" != case["verdict"]:
            missed.append(case["id"])
            continue
        assert given == case["verdict"], (case, text)
        for said in case.get("says", ()):  # type: ignore[attr-defined]
            assert said in text, (case, text)

    assert len(missed) <= misses[language], missed


@pytest.mark.parametrize("language", HEADS)
def test_the_claims_are_of_all_verdicts(language: str) -> None:
    found = [case["verdict"] for case in cases(language)]

    assert len(found) >= 100
    for kind, least in (("true", 25), ("false", 25), ("partly", 15), ("open", 20)):
        assert found.count(kind) >= least


@pytest.mark.parametrize("language", HEADS)
def test_a_settled_claim_names_its_source_in_a_few_lines(engine: Engine, language: str) -> None:
    for case in cases(language):
        _, text = verdict(engine, str(case["claim"]), language)
        if case["verdict"] != "open":
            assert text.splitlines()[-1].startswith(("Source", "Источник", "Дереккөз")), text
        assert len(text) <= 700, text
        assert len(text.splitlines()) <= 6, text


@pytest.mark.parametrize(
    ("said", "head"),
    [
        ("is it true that Degtyarev won silver?", HEADS["en"]["false"]),
        ("Kazakhstan finished 39th, right?", HEADS["en"]["true"]),
        ("правда ли, что у нас было три золота?", HEADS["ru"]["false"]),
        ("Дегтярев взял золото, правда?", HEADS["ru"]["true"]),
        ("Қазақстан 39-орын алды, рас па?", HEADS["kk"]["true"]),
        ("Дегтярев күміс алды деген рас па?", HEADS["kk"]["false"]),
    ],
)
def test_one_may_ask_about_a_claim_oneself(engine: Engine, said: str, head: str) -> None:
    reply = engine.message(said, EMPTY, hint=None, now=0.0).reply

    assert plain(reply).startswith(head)


@pytest.mark.parametrize(
    "asking",
    ["true?", "is it true?", "fact check", "ture?", "really?!", "?!", "", "правда?", "это так?",
     "pravda?", "правад?", "рас па?", "шын ба?", "растай аласың ба", "ras pa?", "распа"],
)  # fmt: skip
def test_words_that_ask_for_no_more_than_a_verdict(engine: Engine, asking: str) -> None:
    reply = engine.about(asking, "Degtyarev won silver", EMPTY, hint="en", now=0.0).reply

    assert plain(reply).startswith(HEADS["en"]["false"])


def test_a_question_about_a_message_stays_a_question(engine: Engine) -> None:
    said, original = "how many golds did we win in Paris?", "Degtyarev won silver"

    reply = engine.about(said, original, EMPTY, hint="en", now=0.0).reply

    assert plain(reply).startswith("2 gold medals")


def test_a_question_that_is_put_to_the_referee_is_answered(engine: Engine) -> None:
    reply = engine.about("true?", "who won gold in judo?", EMPTY, hint="en", now=0.0).reply

    assert "Akmaral Nauatbek" in plain(reply)


def test_a_verdict_is_in_the_language_of_the_claim(engine: Engine) -> None:
    reply = engine.about("true?", "у нас было три золота", EMPTY, hint="en", now=0.0).reply

    assert reply.language == "ru"


@pytest.mark.parametrize(
    "claim",
    ["", " ", "🥇", "?" * 900, "gold " * 300, "Degtyarev " * 90, "не не не золото", "and and and",
     "1 2 3 4 5 6 7 8 9 золота", "<b>Degtyarev</b> won & gold", "а, и, но"],
)  # fmt: skip
def test_whatever_is_claimed_gets_a_kind_reply(engine: Engine, claim: str) -> None:
    reply = engine.judge(claim, EMPTY, hint="en", now=0.0).reply

    assert plain(reply).strip()
    assert "✅" not in reply.html.partition("\n")[0] or "Degtyarev" in claim


def test_anothers_words_do_not_set_the_language_of_a_person(engine: Engine) -> None:
    ours = Dialogue(language="en")

    passed_on = engine.judge("Дегтярев выиграл золото", ours, hint="en", now=1.0)
    asked = engine.about("true?", "Дегтярев выиграл золото", ours, hint="en", now=1.0)

    assert (passed_on.reply.language, passed_on.dialogue.language) == ("ru", "en")
    assert asked.dialogue.language == "en"


def test_a_language_that_is_no_longer_spoken_is_no_obstacle(engine: Engine) -> None:
    former = Dialogue(language="tlh", chosen="tlh")

    assert engine.judge("Kazakhstan won two golds", former, hint=None, now=1.0).reply.known


def test_anothers_command_is_not_obeyed(engine: Engine) -> None:
    turn = engine.judge("/forget Who won gold?", Dialogue(chosen="kk"), hint=None, now=1.0)

    assert not turn.forget
    assert turn.dialogue.chosen == "kk"


@pytest.mark.parametrize(
    "said", ["Қазақстан екі алтын алды", "Қазақстан Парижде екі алтын алды, рас па?"]
)
def test_two_golds_of_a_team_are_not_a_double_champion(engine: Engine, said: str) -> None:
    html = engine.message(said, Dialogue(), hint="kk", now=1.0).reply.html

    assert html.startswith("<b>Иә, ")
    assert "Ақмарал Науатбек" in html


@pytest.mark.parametrize("said", ["true", "false", "true?", "is it true or false?"])
def test_a_verdict_asked_of_nothing_is_no_question(engine: Engine, said: str) -> None:
    reply = engine.message(said, Dialogue(), hint="en", now=1.0).reply

    assert (reply.known, reply.language) == (False, "en")


@pytest.mark.parametrize(
    "said",
    [
        "is it true that nobody beat Nauatbek?",
        "is it true that nobody but Degtyarev won gold?",
        "zhumagali swam like a dolphin in paris, true?",
        "is it true that Shamey lost the semifinal?",
        "правда, что Жумагали установил мировой рекорд?",
        "правда, что никто не победил Науатбек?",
        "а правда, что Дегтярев чаще других брал золото?",
        "ешкім Науатбекті жеңген жоқ, рас па?",
        "Жұмағали 1:03-те жүзді, рас па?",
    ],
)
def test_what_cannot_be_judged_gets_no_yes_or_no_to_something_near(
    engine: Engine, said: str
) -> None:
    reply = engine.message(said, EMPTY, hint=None, now=0.0).reply

    speaker = engine.speakers[reply.language]
    assert says(reply.html, speaker) is None, plain(reply)


@pytest.mark.parametrize(
    ("said", "truth", "fact"),
    [
        ("did nauatbek beat a French judoka", Truth.TRUE, "Sandrine Martinet"),
        ("did shamey lose to a Romanian", Truth.TRUE, "Bologa"),
        ("was degtyarev ahead of the Chinese", Truth.TRUE, "Yang Jinglang"),
        ("did raifova lose to a Brazilian", None, "bronze"),
        ("did degtyarev compete in rio", None, "Tokyo"),
        ("did oksana masters win more than 15 medals", None, "Oksana Masters"),
        ("шамей проиграл румыну?", Truth.TRUE, "Bologa"),
        ("дегтярев победил китайца?", Truth.TRUE, "Yang Jinglang"),
        ("Қазақстан Қытайды жеңді ме", Truth.FALSE, "220"),
        ("Дегтярев 200 кило көтерді ме", Truth.FALSE, "188"),
        ("волейболшылар бесінші орын алды ма", Truth.TRUE, "5-орын"),
    ],
)
def test_a_question_for_yes_or_no_is_judged_where_the_claim_is_understood_better(
    engine: Engine, said: str, truth: Truth | None, fact: str
) -> None:
    reply = engine.message(said, EMPTY, hint=None, now=0.0).reply

    assert says(reply.html, engine.speakers[reply.language]) is truth, plain(reply)
    assert fact in plain(reply)


@pytest.mark.parametrize(
    ("before", "said", "head"),
    [
        ("zarina baibatina", "did she go to paris", HEADS["en"]["false"]),
        ("Нурдаулет Жумагали", "он взял золото в Париже, правда?", HEADS["ru"]["false"]),
        ("Ергали Шамей", "ол Парижде күміс алды, рас па", HEADS["kk"]["true"]),
    ],
)
def test_a_claim_may_lean_on_the_athlete_spoken_of(
    engine: Engine, before: str, said: str, head: str
) -> None:
    dialogue = engine.message(before, EMPTY, hint=None, now=0.0).dialogue

    reply = plain(engine.message(said, dialogue, hint=None, now=1.0).reply)

    assert reply.startswith(head), reply
