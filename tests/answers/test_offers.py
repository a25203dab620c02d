"""Offers for what somebody types anywhere: what they are, in which words, in which order."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.engine import Engine
from bot.answers.offer_entries import INDEXED, Sort, make_index
from bot.answers.offer_words import words_of_all
from bot.answers.offers import PAGE, Offer, Offers
from bot.language.dialogue import EMPTY, Dialogue
from bot.language.name_index import index_names
from bot.settings import PROJECT

NOON = 1_750_000_000.0
DAY = 86_400


def asked(
    engine: Engine,
    text: str,
    hint: str | None = "en",
    *,
    offset: str = "",
    dialogue: Dialogue = EMPTY,
    now: float = NOON,
) -> Offers:
    return engine.offers(text, dialogue, hint=hint, offset=offset, now=now)


def titles(offers: Offers) -> list[str]:
    return [offer.title for offer in offers.offers]


def all_pages(engine: Engine, text: str, hint: str = "en") -> list[Offer]:
    found: list[Offer] = []
    page = asked(engine, text, hint)
    found += page.offers
    while page.next_offset:
        page = asked(engine, text, hint, offset=page.next_offset)
        found += page.offers
    return found


@pytest.mark.parametrize(
    ("text", "hint", "title"),
    [
        ("Degt", "en", "David Degtyarev"),
        ("degtyarev", "en", "David Degtyarev"),
        ("де", "ru", "Давид Дегтярёв"),
        ("Дегтярёв", "ru", "Давид Дегтярёв"),
        ("давид дег", "ru", "Давид Дегтярёв"),
        ("дег дав", "kk", "Давид Дегтярев"),
        ("Жұм", "kk", "Нұрдәулет Жұмағали"),
        ("жум", "kk", "Нұрдәулет Жұмағали"),
        ("zhum", "kk", "Нұрдәулет Жұмағали"),
        ("zhurk", "en", "Zhurkamyrza Shukurbekov"),
        ("jum", "en", "Nurdaulet Zhumagali"),
        ("Шәм", "kk", "Ерғали Шәмей"),
        ("sham", "en", "Yergali Shamey"),
        ("дзю", "ru", "Дзюдо"),
        ("дзю", "kk", "Пара дзюдо"),
        ("jud", "en", "Para judo"),
        ("жүз", "kk", "Пара жүзу"),
        ("плав", "ru", "Плавание"),
        ("ядро", "kk", "Ядро лақтыру, жеңіл атлетика"),
        ("Қыт", "kk", "Қытай"),
        ("Франц", "ru", "Франция"),
        ("Токи", "ru", "Токио 2020"),
        ("алт", "kk", "Алтын медальдар"),
        ("зол", "ru", "Золотые медали"),
        ("silv", "en", "Silver medals"),
        ("чемп", "ru", "Золотые медали"),
        ("Kolya", "en", "Alexandr Kolyadin"),
    ],
)
def test_a_beginning_is_enough(engine: Engine, text: str, hint: str, title: str) -> None:
    assert titles(asked(engine, text, hint))[0] == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("ltun", "Давид Дегтярёв"),
        ("lp.", "Дзюдо"),
        (";ev", "Нурдаулет Жумагали"),
        (";8vf", "Нурдаулет Жумагали"),
        ("вупе", "David Degtyarev"),
    ],
)
def test_the_wrong_keyboard_layout_does_no_harm(engine: Engine, text: str, title: str) -> None:
    hint = "ru" if text.isascii() else "en"
    shown = [engine.offers(text, Dialogue(chosen=hint), hint=None, offset="", now=NOON)]
    assert title in titles(shown[0])[:3]


@pytest.mark.parametrize("text", ["degtyrav", "Дегтяревв", "nauatbke", "Науатбик", "fedosovva"])
def test_a_slip_is_forgiven(engine: Engine, text: str) -> None:
    names = titles(asked(engine, text, "ru"))

    assert any(name in names[0] for name in ("Дегтярёв", "Науатбек", "Федосова"))


def test_whoever_types_on_gets_what_was_meant(engine: Engine) -> None:
    """Each further letter of a name of ours keeps its bearer among the first."""
    for athlete in ("Akmaral Nauatbek", "Nurdaulet Zhumagali", "Dayana Fedossova"):
        surname = athlete.split()[1]
        for size in range(2, len(surname) + 1):
            assert athlete in titles(asked(engine, surname[:size]))[:3], surname[:size]


def test_our_own_come_before_others_of_the_name(engine: Engine) -> None:
    names = titles(asked(engine, "David"))

    assert names[0] == "David Degtyarev"
    assert all("(" in name for name in names[1:])


def test_those_of_paris_come_before_those_of_other_games(engine: Engine) -> None:
    found = [o.description for o in all_pages(engine, "maria") if "Maria " in o.title]
    here = ["Paris 2024" in told and any(sign in told for sign in "🥇🥈🥉") for told in found]

    assert here.index(False) > 0
    assert not any(here[here.index(False) :])


@pytest.mark.parametrize(
    ("text", "hint", "title", "description"),
    [
        ("degtyarev", "en", "David Degtyarev", "Gold 🥇, powerlifting, Paris 2024"),
        ("дегтярёв", "ru", "Давид Дегтярёв", "Золото 🥇, пауэрлифтинг, Париж 2024"),
        ("дегтярев", "kk", "Давид Дегтярев", "Алтын 🥇, пауэрлифтинг, Париж 2024"),
        ("daniel dias", "en", "Daniel Dias (Brazil)", "Gold 🥇, swimming, Rio de Janeiro 2016"),
        (
            "china",
            "en",
            "China",
            "Paris 2024: 94 gold, 76 silver, 50 bronze, 1st place",
        ),
        (
            "рио",
            "ru",
            "Рио-де-Жанейро 2016",
            "Казахстан: золото — 1, серебро — 1, бронза — 0, 58-е место",
        ),
    ],
)
def test_two_lines_say_who_and_what(
    engine: Engine, text: str, hint: str, title: str, description: str
) -> None:
    first = asked(engine, text, hint).offers[0]

    assert (first.title, first.description) == (title, description)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("how many medals did women win", "3 medals", ""),
        ("сколько медалей в дзюдо", "5 медалей", ""),
        ("әйелдер неше медаль алды", "3 медаль", ""),
        ("Did Degtyarev win gold?", "Yes · David Degtyarev — gold 🥇", "David Degtyarev"),
    ],
)
def test_a_question_is_answered_first(engine: Engine, text: str, first: str, second: str) -> None:
    found = titles(asked(engine, text))

    assert found[0].startswith(first)
    assert not second or found[1] == second


@pytest.mark.parametrize("text", ["J2", "t54", "S5"])
def test_a_class_is_explained_and_its_contests_follow(engine: Engine, text: str) -> None:
    first, *others = titles(asked(engine, text))

    assert first.startswith(text.upper())
    assert any(title.endswith(text.upper()) for title in others)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("who is naua", "Akmaral Nauatbek"),
        ("кто такой дегт", "Давид Дегтярёв"),
        ("расскажи о жум", "Нурдаулет Жумагали"),
        ("who won gol", "Gold medals"),
        ("medals of chin", "China"),
        ("who is the younge", "The youngest medallist"),
        ("самый молод", "Самый молодой призёр"),
    ],
)
def test_the_last_word_of_a_question_may_be_unfinished(
    engine: Engine, text: str, title: str
) -> None:
    hint = "en" if text.isascii() else "ru"

    assert title in titles(asked(engine, text, hint))[:3]


@pytest.mark.parametrize(("text", "hint"), [("дзюдо", "kk"), ("gold", "en"), ("Дегтярёв", "ru")])
def test_what_is_sent_is_what_the_bot_says_in_private(engine: Engine, text: str, hint: str) -> None:
    private = engine.message(text, EMPTY, hint=hint, now=NOON).reply

    sent = asked(engine, text, hint).offers[0].reply

    assert sent.html == private.html
    assert "<i>" in sent.html.splitlines()[-1], "its source stands below"


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("Did Degtyarev win <gold>?", "Yes"),
        ("Дегтярёв выиграл серебро?", "Нет"),
        ("Жұмағали күміс алды ма?", "Иә"),
    ],
)
def test_a_bare_yes_is_sent_with_its_question(engine: Engine, text: str, yes: str) -> None:
    question, answer, *_ = asked(engine, text).offers[0].reply.html.split("\n")

    assert question == f"<i>{escape(text)}</i>"
    assert answer == f"<b>{yes}</b>"


def test_an_offer_of_a_contest_reads_alone(engine: Engine) -> None:
    [offer] = asked(engine, "powerlifting 54").offers[:1]

    assert "powerlifting" in offer.reply.html.lower()
    assert "Paris 2024" in offer.reply.html


@pytest.mark.parametrize(
    ("hint", "first", "today"),
    [
        ("en", "Gold medals", "Athlete of the day: "),
        ("ru-RU", "Золотые медали", "Спортсмен дня: "),
        ("kk", "Алтын медальдар", "Күннің спортшысы: "),
    ],
)
def test_who_types_nothing_sees_the_highlights(
    engine: Engine, hint: str, first: str, today: str
) -> None:
    page = asked(engine, "  ", hint)

    assert titles(page)[0] == first
    assert any(title.startswith(today) for title in titles(page))
    assert page.personal
    assert page.next_offset


def test_each_day_has_its_athlete(engine: Engine) -> None:
    def of_day(now: float) -> str:
        page = asked(engine, "", now=now)
        return next(title for title in titles(page) if title.startswith("Athlete of the day"))

    assert of_day(NOON) == of_day(NOON + 60)
    assert len({of_day(NOON + number * DAY) for number in range(10)}) == 10


def test_pages_follow_one_another_without_a_gap_or_a_repetition(engine: Engine) -> None:
    for text in ("", "a", "д"):
        found = all_pages(engine, text)
        ids = [offer.id for offer in found]
        assert len(found) > 2 * PAGE
        assert len(set(ids)) == len(ids)
        assert all(0 < len(one.encode()) <= 64 for one in ids)


def test_the_same_offers_have_the_same_ids(engine: Engine) -> None:
    assert asked(engine, "ja").offers == asked(engine, "ja").offers
    english, russian = (asked(engine, "Paris", dialogue=Dialogue(chosen=c)) for c in ("en", "ru"))
    assert not {o.id for o in english.offers} & {o.id for o in russian.offers}


@pytest.mark.parametrize("offset", ["-1", "x", "٣", "1e9", "9" * 60, "²"])
def test_an_offset_of_another_make_does_no_harm(engine: Engine, offset: str) -> None:
    assert isinstance(asked(engine, "de", offset=offset), Offers)


@pytest.mark.parametrize("text", ["xyzzyq", "какая погода", "hello there friend", "中国", "?!"])
def test_nothing_is_offered_where_nothing_is_known(engine: Engine, text: str) -> None:
    page = asked(engine, text)

    assert page.offers == ()
    assert page.next_offset == ""
    assert page.invitation


# --- languages ---


@pytest.mark.parametrize(
    ("text", "hint", "language", "personal"),
    [
        ("золото", "en", "ru", False),
        ("who won gold", "kk", "en", False),
        ("алтынды кім алды", "ru", "kk", False),
        ("Жұм", "en", "kk", False),
        ("дзюдо", "ru", "ru", True),
        ("волей", "kk", "kk", True),
        ("бразил", "ru", "ru", True),
        ("дзюдо", "kk", "kk", True),
        ("дег", "en", "ru", True),
        ("дег", "kk", "kk", True),
        ("degt", "kk", "kk", True),
        ("degt", None, "en", True),
        ("degt", "fr", "en", True),
    ],
)
def test_the_language_of_what_is_typed_and_else_of_the_person(
    engine: Engine, text: str, hint: str | None, language: str, personal: bool
) -> None:
    page = asked(engine, text, hint)

    assert (page.language, page.personal) == (language, personal)
    assert all(offer.reply.language == language for offer in page.offers)


def test_a_chosen_language_comes_first_and_a_remembered_one_before_the_telephones(
    engine: Engine,
) -> None:
    chosen = asked(engine, "золото", "en", dialogue=Dialogue(chosen="kk"))
    remembered = asked(engine, "degt", "en", dialogue=Dialogue(language="ru"))
    typed = asked(engine, "who won gold", "en", dialogue=Dialogue(language="ru"))

    assert (chosen.language, chosen.personal) == ("kk", True)
    assert remembered.language == "ru"
    assert typed.language == "en"


def test_the_same_text_is_personal_for_all_or_for_none(engine: Engine) -> None:
    for text in ("медали", "золото", "дзюдо", "Paris", "rank", "degtyarev", "100 м", "Токио"):
        pages = [asked(engine, text, hint) for hint in ("en", "ru", "kk")]
        personal = {page.personal for page in pages}
        assert len(personal) == 1
        assert personal == {True} or len({page.language for page in pages}) == 1


# --- anything ---


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=256), st.sampled_from(["en", "ru", "kk", None, "", "zz-ZZ"]))
def test_anything_may_be_typed(engine: Engine, text: str, hint: str | None) -> None:
    page = asked(engine, text, hint)

    assert len(page.offers) <= PAGE
    assert all(offer.title and offer.reply.known for offer in page.offers)
    assert len({offer.id for offer in page.offers}) == len(page.offers)


@settings(max_examples=60, deadline=None)
@given(st.text("abcdeghiknoprstyzабдежикмнрстуәғқңөұүһі -'", min_size=1, max_size=12))
def test_titles_and_descriptions_fit_a_telephone(engine: Engine, text: str) -> None:
    for offer in asked(engine, text).offers:
        assert len(offer.title) <= 80
        assert len(offer.description) <= 100
        assert not set("<>\n") & set(offer.title + offer.description)


def test_what_was_rehearsed_is_offered_as_ever(cache_folder: Path) -> None:
    rehearsed, other = (Engine.load(PROJECT / "data", cache_folder) for _ in range(2))

    steps = sum(1 for _ in rehearsed.rehearse())

    assert steps > 200
    assert asked(rehearsed, "д", "ru") == asked(other, "д", "ru")


def test_what_is_kept_of_the_offers_is_what_was_gathered(engine: Engine) -> None:
    speakers, names = engine.turns.speakers, index_names(engine.store.facts)
    words = words_of_all(engine.store, speakers)
    gathered = make_index(engine.store, engine.lexicons, names, words)

    read = INDEXED.load(INDEXED.dump(gathered))

    assert read == gathered
    assert {type(entry.sort) for entry in read.entries} == {Sort}
