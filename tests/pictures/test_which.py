"""Which answers have a picture, and what it shows."""

from __future__ import annotations

import hashlib

import pytest

from bot.answers.engine import Engine
from bot.answers.pictured import Kind
from bot.answers.reply import Reply
from bot.console.drawing import drawn
from bot.language.dialogue import EMPTY, Dialogue

HAVE = [
    ("en", "/medals", Kind.BOARD, ("Kazakhstan, Paris 2024. 9 medals", "David Degtyarev")),
    ("ru", "/medals токио", Kind.BOARD, ("Казахстан, Токио 2020. 5 медалей", "золото — 1")),
    ("kk", "Қытайдың Париждегі медальдары", Kind.BOARD, ("Қытай, Париж 2024. 220 медаль",)),
    ("en", "/athlete degtyarev", Kind.ATHLETE, ("Para powerlifting", "gold", "188 kg", "1996")),
    ("ru", "Расскажи про Дегтярёва", Kind.ATHLETE, ("Давид Дегтярёв", "золото", "188 кг")),
    ("kk", "Дегтярев туралы айт", Kind.ATHLETE, ("Давид Дегтярев", "алтын", "188 кг")),
    ("en", "/sport judo", Kind.SPORT, ("judo", "1 gold, 1 silver, 3 bronze", "Akmaral Nauatbek")),
    ("ru", "/sport дзюдо", Kind.SPORT, ("Дзюдо", "Акмарал Науатбек", "5-е место")),
    ("kk", "/sport дзюдо", Kind.SPORT, ("зюдо", "Ақмарал Науатбек", "5-орын")),
    ("en", "Compare Kazakhstan and Uzbekistan", Kind.COMPARISON, ("26 medals", "9 medals")),
    ("ru", "Сравни Казахстан, Узбекистан и Китай", Kind.COMPARISON, ("220", "26", "9 медалей")),
    ("kk", "Қазақстан мен Өзбекстанды салыстыр", Kind.COMPARISON, ("Өзбекстан: 26 медаль",)),
    (
        "en",
        "How many medals has Kazakhstan won at all Games?",
        Kind.BY_GAMES,
        ("5 gold, 8 silver, 7 bronze", "Paris 2024: 2, 3, 4", "No medals: Atlanta 1996"),
    ),
    (
        "ru",
        "Сколько медалей у Казахстана на всех Играх?",
        Kind.BY_GAMES,
        ("Париж 2024: 2, 3, 4", "Без медалей: Атланта 1996"),
    ),
    (
        "kk",
        "Барлық Ойындардағы Қазақстанның медальдары",
        Kind.BY_GAMES,
        ("Париж 2024: 2, 3, 4", "Медальсыз: Атланта 1996"),
    ),
    ("en", "What happened on 1 September?", Kind.DAY, ("1 September 2024", "Zulfiya")),
    ("ru", "Что было 1 сентября?", Kind.DAY, ("1 сентября 2024", "10-е место")),
    ("kk", "1 қыркүйекте не болды?", Kind.DAY, ("1 қыркүйек", "10-орын")),
]
HAVE_NONE = [
    "Who won gold?",
    "How many medals did Kazakhstan win?",
    "Did Kazakhstan win 9 medals?",
    "Which place did Kazakhstan take?",
    "Medals of Kazakhstan in London 2012",
    "Hello!",
    "/help",
    "/gold",
    "What is the meaning of life?",
    "Compare China, Brazil, Kazakhstan, Uzbekistan, Ukraine and Italy",
]


def reply(engine: Engine, text: str, language: str) -> Reply:
    return engine.message(text, Dialogue(chosen=language), hint=language, now=0.0).reply


@pytest.mark.parametrize(("language", "text", "kind", "facts"), HAVE)
def test_an_answer_to_look_at_has_a_picture(
    engine: Engine, language: str, text: str, kind: Kind, facts: tuple[str, ...]
) -> None:
    spec = reply(engine, text, language).picture
    assert spec is not None
    assert spec.kind is kind

    picture = drawn(engine, text, language)

    assert picture is not None
    assert [fact for fact in facts if fact not in picture.caption] == []


@pytest.mark.parametrize("text", HAVE_NONE)
def test_an_answer_to_read_has_none(engine: Engine, text: str) -> None:
    assert engine.message(text, EMPTY, hint="en", now=0.0).reply.picture is None


def test_further_pages_of_a_list_have_none(engine: Engine) -> None:
    first = reply(engine, "Medals of China in Paris", "en")
    assert first.picture
    [more] = [b for row in first.buttons for b in row if "@8" in b.data]

    page = engine.press(more.data, EMPTY, hint="en", now=0.0).reply

    assert page.known
    assert page.picture is None


def test_equal_facts_are_equal_bytes(engine: Engine) -> None:
    pictures = [drawn(engine, "/medals", "kk") for _ in range(2)]

    assert len({hashlib.sha256(p.png).hexdigest() for p in pictures if p}) == 1
    assert len({p.key for p in pictures if p}) == 1


def test_other_languages_and_other_facts_have_other_keys(engine: Engine) -> None:
    asked = [("/medals", "en"), ("/medals", "kk"), ("/medals tokyo", "en"), ("/sport judo", "en")]
    pictures = [drawn(engine, text, language) for text, language in asked]

    assert len({p.key for p in pictures if p}) == len(asked)
