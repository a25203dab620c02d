"""Which language a message is in, from two words on, and on whatever keyboard."""

from __future__ import annotations

import pytest

from bot.answers.engine import Engine
from tests.asking import ask, query_of, read
from tests.spelling import in_wrong_layout

SHORT = [
    ("en", "who won"),
    ("en", "gold medals"),
    ("en", "judo results"),
    ("en", "our swimmers"),
    ("en", "medal table"),
    ("ru", "кто выиграл"),
    ("ru", "золотые медали"),
    ("ru", "наши пловцы"),
    ("ru", "кто чемпион"),
    ("kk", "кім жеңді"),
    ("kk", "алтын медальдар"),
    ("kk", "біздің жүзушілер"),
    ("kk", "қанша медаль"),
    ("kk", "дзюдодан жүлдегерлер"),
    ("kk", "чемпион кім"),
]


@pytest.mark.parametrize(("language", "text"), SHORT)
@pytest.mark.parametrize("hint", ["en", "ru", "kk", "de", None])
def test_two_words_tell_the_language(
    engine: Engine, language: str, text: str, hint: str | None
) -> None:
    assert ask(engine, text, hint).language == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "кто выиграл gold"),
        ("ru", "сколько medals у нас"),
        ("en", "who won золото"),
        ("kk", "кім gold алды"),
        ("kk", "Қазақстан сколько медаль алды"),
        ("en", "how many медалей did we win"),
    ],
)
def test_of_mixed_languages_the_one_that_says_more(
    engine: Engine, language: str, text: str
) -> None:
    assert ask(engine, text, None).language == language


@pytest.mark.parametrize("hint", ["en", "ru", "kk"])
@pytest.mark.parametrize("text", ["T54", "Raimondi", "188"])
def test_what_is_of_no_language_is_answered_in_the_clients(
    engine: Engine, hint: str, text: str
) -> None:
    assert ask(engine, text, hint).language == hint


@pytest.mark.parametrize("hint", ["en-GB", "ru_RU", "kk-KZ", "RU"])
def test_a_client_may_name_its_country_too(engine: Engine, hint: str) -> None:
    assert ask(engine, "188", hint).language == hint[:2].casefold()


LAID = [
    ("ru", "кто выиграл золото"),
    ("ru", "сколько медалей у казахстана"),
    ("ru", "медали в дзюдо"),
    ("ru", "расскажи о дегтяреве"),
    ("ru", "какое место занял казахстан"),
    ("en", "who won gold"),
    ("en", "how many medals did kazakhstan win"),
    ("en", "medals in swimming"),
    ("en", "tell me about degtyarev"),
]


@pytest.mark.parametrize(("language", "text"), LAID)
def test_the_wrong_layout_is_seen_through(engine: Engine, language: str, text: str) -> None:
    laid = in_wrong_layout(text, language)

    assert laid
    assert laid != text
    assert query_of(engine, laid) == query_of(engine, text)
    assert read(engine, laid).language == language


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("rsv fknsy fkls", "кім алтын алды"),
        ("5fp5fcnfy ytit vtlfkm fkls", "қазақстан неше медаль алды"),
    ],
)
def test_the_kazakh_layout_has_its_letters_on_the_digits(
    engine: Engine, typed: str, meant: str
) -> None:
    assert query_of(engine, typed, "kk") == query_of(engine, meant, "kk")


@pytest.mark.parametrize("text", ["judo medals", "who won bronze", "кто взял серебро", "күміс"])
def test_what_is_understood_is_not_laid_anew(engine: Engine, text: str) -> None:
    reading = read(engine, text)

    assert [tag.text for tag in reading.frame.tags if tag.unknown] == []
