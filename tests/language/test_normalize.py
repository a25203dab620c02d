"""Spellings that fall together, and those that must not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.engine import Engine
from bot.language.normalize import MAX_TOKENS, clean, relaid, repair, script_of, skeleton, tokenize


@pytest.mark.parametrize(
    "spellings",
    [
        ("жұмағали", "жумагали", "zhumagali", "jumagali"),
        ("дегтярев", "degtiarev", "degtyarev"),
        ("қазақстан", "казакстан", "qazaqstan", "kazakstan"),
        ("ғаббасов", "габбасов", "gabbasov", "ghabbasov", "gabassov"),
        ("науатбек", "nauatbek"),
        ("шәмей", "шамей", "shamey", "şamei"),
        ("шүкірбеков", "шукирбеков", "shukirbekov"),
        ("медаль", "медал", "medal"),
        ("чемпион", "chempion", "4empion"),
        ("щукин", "shchukin", "schukin"),
        ("o'brien", "o’brien", "obrien"),
        ("müller", "muller"),
        ("josé", "jose"),
    ],
)
def test_ways_of_writing_one_word_fall_together(spellings: tuple[str, ...]) -> None:
    assert len({skeleton(clean(word)) for word in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("austria", "australia"),
        ("niger", "nigeria"),
        ("iran", "iraq"),
        ("австрия", "австралия"),
        ("швеция", "швейцария"),
        ("золото", "болото"),
        ("t53", "t54"),
        ("gold", "cold"),
    ],
)
def test_neighbours_stay_apart(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("зoлото", "золото"),
        ("cеребро", "серебро"),
        ("бpoнзa", "бронза"),
        ("gоld", "gold"),
        ("silvеr", "silver"),
        ("judо", "judo"),
        ("medal", "medal"),
        ("медаль", "медаль"),
    ],
)
def test_letters_of_the_other_alphabet_are_put_right(typed: str, meant: str) -> None:
    assert repair(typed) == meant


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Who won GOLD?", ["who", "won", "gold"]),
        ("Дегтярёв", ["дегтярев"]),
        ("1:04.83", ["1:04.83"]),
        ("+70 kg, -48", ["+70", "kg", "-48"]),
        ("t54", ["t54"]),
        ("SB13", ["sb13"]),
        ("🥇🥈🥉", ["🥇", "🥈", "🥉"]),
        ("zero\u200bwidth", ["zerowidth"]),
        ("a\u00a0b", ["a", "b"]),
        ("ｇｏｌｄ", ["gold"]),
        ("Guttmann's", ["guttmann's"]),
        ("", []),
        ("?!…", []),
    ],
)
def test_a_text_is_parted_into_words(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == tokens


@pytest.mark.parametrize(
    ("word", "script"),
    [("gold", "latin"), ("золото", "cyrillic"), ("қола", "cyrillic"), ("t54", "digit"),
     ("金", "other"), ("émile", "latin")],
)  # fmt: skip
def test_the_alphabet_of_a_word(word: str, script: str) -> None:
    assert script_of(word) == script


def test_commas_and_dashes_part_clauses_and_hyphens_do_not() -> None:
    assert [t.clause for t in tokenize("hello, who won - in Paris")] == [0, 1, 1, 2, 2]
    assert {t.clause for t in tokenize("runner-up place")} == {0}


@given(st.text(max_size=200))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(max_size=200))
def test_nothing_invisible_is_left(text: str) -> None:
    categories = {unicodedata.category(char) for char in clean(text)}

    assert categories.isdisjoint({"Cc", "Cf", "Zl", "Zp"})


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі", min_size=1, max_size=30))
def test_a_skeleton_of_cyrillic_is_plain_latin(word: str) -> None:
    assert skeleton(clean(word)).isascii()


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", max_size=60))
def test_the_other_layout_and_back_is_the_same(text: str) -> None:
    if text.strip():
        assert text in {back for laid in relaid(text) for back in relaid(laid)}


@given(st.text(max_size=4096))
def test_tokens_stand_in_order_and_are_not_too_many(text: str) -> None:
    tokens = tokenize(text)

    assert len(tokens) <= MAX_TOKENS
    assert [t.start for t in tokens] == sorted(t.start for t in tokens)


def test_every_word_of_the_names_has_a_skeleton(engine: Engine) -> None:
    names = {n for a in engine.store.facts.athletes.values() for n in a.names.values()}
    words = {token.text for name in names for token in tokenize(name)}

    assert {word for word in words if not skeleton(word)} == set()
