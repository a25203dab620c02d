"""What people wish of the bot itself."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.answers.engine import Engine
from bot.answers.evaluate import read_cases
from bot.language.dialogue import EMPTY, Dialogue
from bot.language.wishes import Kind, Wish, Wishes, load_wishes
from bot.settings import PROJECT
from tests.answers.replies import QUESTIONS

FOLDER = PROJECT / "data" / "lexicon" / "wishes"
FILES = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in FOLDER.glob("*.yaml")}


@pytest.fixture(scope="module")
def wishes() -> Wishes:
    return load_wishes(FOLDER)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_phrase_is_the_wish_that_it_is_listed_as(wishes: Wishes, language: str) -> None:
    raw = FILES[language]
    for kind in Kind:
        for phrase in raw[kind]:
            for code in ("en", "ru", "kk"):
                said = phrase
                for place, of in (("{language}", "languages"), ("{name}", "names")):
                    said = said.replace(place, raw[of][code].split(",")[0])
                wanted = code if said != phrase else None

                assert wishes.read(said) == Wish(kind, language, wanted), said


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("Speak KAZAKH, please!", Wish(Kind.SPEAK, "en", "kk")),
        ("по-казахски, пожалуйста", Wish(Kind.SPEAK, "ru", "kk")),
        ("Алтын, отвечай на русском", Wish(Kind.SPEAK, "ru", "ru")),
        ("kazaksha", Wish(Kind.SPEAK, "kk", "kk")),
        ("Қазақша сөйлеші, өтінемін", Wish(Kind.SPEAK, "kk", "kk")),
        ("Что ты обо мне знаешь?", Wish(Kind.PRIVACY, "ru")),
        ("Delete my data!!!", Wish(Kind.PRIVACY, "en")),
        ("тіл қазақша", Wish(Kind.SPEAK, "kk", "kk")),
        ("Қазақ тілі", Wish(Kind.SPEAK, "kk", "kk")),
        ("English, please", Wish(Kind.SPEAK, "en", "en")),
        ("русский язык", Wish(Kind.SPEAK, "ru", "ru")),
        ("Language?", Wish(Kind.CHOOSE, "en")),
        ("тілді өзгерту", Wish(Kind.CHOOSE, "kk")),
        ("forget", Wish(Kind.PRIVACY, "en")),
        ("Тілді ауыстыру", Wish(Kind.CHOOSE, "kk")),
        ("алтын", None),
        ("please", None),
        ("", None),
        ("kazakh", None),
        ("who won gold in English rowing", None),
        ("что ты знаешь о Дегтярёве", None),
        ("forget me " * 100, None),
    ],
)
def test_a_message_is_read_as_a_whole(wishes: Wishes, said: str, wish: Wish | None) -> None:
    assert wishes.read(said) == wish


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_no_question_is_taken_for_a_wish(wishes: Wishes, path: Path) -> None:
    turns = [text for case in read_cases(path) for text in case["turns"]]

    assert [text for text in turns if wishes.read(text)] == []


@pytest.mark.parametrize(
    ("said", "set_to", "answer"),
    [
        ("speak Russian", "ru", "Буду отвечать по-русски."),
        ("говори по-казахски", "kk", "Қазақша жауап беремін."),
        ("ағылшынша жауап беріңіз", "en", "I'll speak English."),
        ("/language kazakh", "kk", "Қазақша жауап беремін."),
        ("/language орысша", "ru", "Буду отвечать по-русски."),
        ("/language EN", "en", "I'll speak English."),
    ],
)
def test_a_language_that_is_wished_for_is_chosen(
    engine: Engine, said: str, set_to: str, answer: str
) -> None:
    turn = engine.message(said, EMPTY, hint=None, now=5.0)

    assert (turn.dialogue.chosen, turn.reply.html) == (set_to, answer)
    after = engine.message("кто взял золото?", turn.dialogue, hint=None, now=6.0)
    assert after.reply.language == set_to


@pytest.mark.parametrize("said", ["/language", "/language klingon", "do you speak Kazakh?"])
def test_otherwise_the_languages_are_shown(engine: Engine, said: str) -> None:
    turn = engine.message(said, EMPTY, hint="en", now=5.0)

    assert turn.dialogue.chosen is None
    assert [row[0].text for row in turn.reply.buttons] == ["English", "Қазақша", "Русский"]


@pytest.mark.parametrize(
    ("said", "language"), [("forget me", "en"), ("удали мои данные", "ru"), ("мені ұмыт", "kk")]
)
def test_who_wishes_to_be_forgotten_learns_how(engine: Engine, said: str, language: str) -> None:
    turn = engine.message(said, EMPTY, hint=None, now=5.0)

    assert (turn.reply.language, turn.forget) == (language, False)
    assert "/forget" in turn.reply.html
    other = engine.message(said, Dialogue(chosen="en"), hint=None, now=5.0)
    assert other.reply.language == "en", "a choice comes first"


@pytest.mark.parametrize(
    ("said", "head"),
    [
        ("who won gold in Russian", "2 золотые медали · Казахстан, Париж 2024"),
        ("In Kazakh, please: who won gold?", "2 алтын медаль · Қазақстан, Париж 2024"),
        ("кто выиграл золото по-русски", "2 золотые медали · Казахстан, Париж 2024"),
        ("на английском кто выиграл золото?", "2 gold medals · Kazakhstan, Paris 2024"),
        ("Алтынды кім алды? Орысша айтшы", "2 золотые медали · Казахстан, Париж 2024"),
        ("қазақ тілінде айт: кто выиграл золото", "2 алтын медаль · Қазақстан, Париж 2024"),
        ("Is it true that Kazakhstan won 2 golds? In Russian", "Да, правда ✅"),
    ],
)
def test_a_language_beside_a_question_is_no_country_in_it(
    engine: Engine, said: str, head: str
) -> None:
    turn = engine.message(said, EMPTY, hint="en", now=5.0)

    assert f"<b>{head}</b>" in turn.reply.html
    assert turn.dialogue.chosen is None, "this once"


@pytest.mark.parametrize(
    "said", ["how many golds did Russia win", "сколько золота у России", "қазақша күрес", "english"]
)
def test_what_only_looks_like_a_language_stays(wishes: Wishes, said: str) -> None:
    assert wishes.aside(said) == (None, said)


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_no_question_of_ours_loses_words(wishes: Wishes, path: Path) -> None:
    cases = [(case["lang"], text) for case in read_cases(path) for text in case["turns"]]

    assert [text for lang, text in cases if wishes.aside(text)[0] not in (None, lang)] == []


def test_data_without_wishes_have_none(tmp_path: Path) -> None:
    assert load_wishes(tmp_path).read("speak Kazakh") is None
