"""Whatever is typed, there is a reply."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.engine import Engine
from bot.answers.evaluate import read_cases
from bot.answers.reply import Reply
from bot.language.dialogue import Dialogue
from tests.answers.replies import QUESTIONS
from tests.rendering import faults
from tests.spelling import CERTAIN, UNCERTAIN

ANY = settings(
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
ODD = "\u202e\u200f\u200b\u0000\x07\ufeff\u2028🏅🇰🇿👩🏽‍🦽‍➡️ߘ﷽ſẞİıǅ²½⁴ⅣⅯ٣৪𝟙①🄰ﬁ"


def sound(engine: Engine, reply: Reply, text: str) -> bool:
    """Whether a reply is there and fit to be sent; what was typed may come back in it."""
    assert reply.html.strip(), text
    wrong = [f for f in faults(reply, engine) if not f.startswith(("words", "drawn", "an emoji"))]
    assert not wrong, f"{text!r}: {wrong}"
    return True


@ANY
@given(text=st.text(max_size=300))
def test_any_text_gets_a_reply(engine: Engine, text: str) -> None:
    assert sound(engine, engine.message(text, Dialogue(), hint=None, now=0.0).reply, text)


@ANY
@given(text=st.text(alphabet=ODD + " aя1?", min_size=1, max_size=60))
def test_odd_characters_get_a_reply(engine: Engine, text: str) -> None:
    assert sound(engine, engine.message(text, Dialogue(), hint="ru", now=0.0).reply, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "?",
        "???",
        "...",
        "—",
        "🥇",
        "🥇🥈🥉",
        "🇰🇿",
        "a",
        "я",
        "1",
        "0",
        "-1",
        "٣",
        "²",
        "½ kg",
        "9" * 4096,
        "a" * 4096,
        "я " * 2048,
        "медаль " * 585,
        "\u202eдлоз оток",
        "/",
        "//",
        "/ ",
        "/@bot",
        "/gold@",
        "/athlete ",
        "/sport " + "x" * 4000,
        "<b>",
        "</b>",
        "&amp;",
        "&",
        "<script>alert(1)</script>",
        "{ $n }",
        "%s %d",
        "None",
        "null",
        "'; DROP TABLE",
        "\\",
        "\x00",
        "who won <b>gold</b>",
        "T" + "9" * 50,
        "1e999",
        "99999999999999999999 kg",
        "+-+-5",
        "00:00.00",
        "2024-99-99",
        "medals on 2024-13-45",
        "medals on 31 February",
        "99 сентября",
        "0 место",
        "top 0",
        "top 99999999",
        "топ -5",
        "year 0000",
        "medals in 9999",
        "class T0",
        "judo +0",
        "who is " + "Nauatbek " * 100,
        "and " * 300,
        "not not not not gold",
        "Kazakhstan " * 200,
        "gold silver bronze men women judo swimming T54 100m 2024 Tokyo China Japan Degtyarev",
    ],
)
@pytest.mark.parametrize("hint", ["en", "kk"])
def test_awkward_messages_get_a_reply(engine: Engine, text: str, hint: str) -> None:
    reply = engine.message(text, Dialogue(), hint=hint, now=0.0).reply

    assert sound(engine, reply, text)
    assert "<script>" not in reply.html


@ANY
@given(words=st.lists(st.sampled_from(
    ["who", "won", "gold", "not", "judo", "48", "kg", "China", "how many", "more", "than", "and",
     "Degtyarev", "she", "Tokyo", "first", "oldest", "T54", "кто", "сколько", "медалей", "а", "кім",
     "алтын", "неше", "процент", "top", "5", "September", "least", "only", "why", "when", "team"]
), min_size=1, max_size=9))  # fmt: skip
def test_words_of_ours_in_any_order_get_a_reply(engine: Engine, words: list[str]) -> None:
    text = " ".join(words)
    dialogue = Dialogue()
    for _ in range(2):
        turn = engine.message(text, dialogue, hint=None, now=0.0)
        dialogue = turn.dialogue
        assert sound(engine, turn.reply, text)


def test_edited_questions_get_a_reply(engine: Engine) -> None:
    chance = random.Random(3)
    for path in QUESTIONS:
        for case in read_cases(path)[::15]:
            text = case["turns"][-1]
            for channel in (*CERTAIN.values(), *UNCERTAIN.values()):
                spelt = channel(text, case["lang"]) or text
                place = chance.randrange(len(spelt))
                cut = spelt[:place] + spelt[place + chance.randrange(4) :]
                reply = engine.message(cut, Dialogue(), hint=case["lang"], now=0.0).reply
                assert reply.html.strip(), cut


@ANY
@given(data=st.text(max_size=64))
def test_any_button_data_get_a_reply(engine: Engine, data: str) -> None:
    for prefix in ("", "1q:", "1w:", "1l:", "1e:", "1c:"):
        reply = engine.press(prefix + data, Dialogue(), hint="en", now=0.0).reply
        assert reply.html.strip()
