"""Names in every form that people write them in."""

from __future__ import annotations

import pytest

from bot.answers.engine import Engine
from bot.facts.query import Dim
from bot.language.reading import Kind
from tests.asking import query_of, read

NAMES = [
    ("en", "Degtyarev", "david-degtyarev"),
    ("en", "Degtyarev David", "david-degtyarev"),
    ("en", "degtiarev", "david-degtyarev"),
    ("en", "Degtyaryov", "david-degtyarev"),
    ("en", "Dektyarev", "david-degtyarev"),
    ("en", "Nauatbek", "akmaral-nauatbek"),
    ("en", "Akmaral", "akmaral-nauatbek"),
    ("en", "Navatbek", "akmaral-nauatbek"),
    ("en", "Zhumagali", "nurdaulet-zhumagali"),
    ("en", "Jumagali", "nurdaulet-zhumagali"),
    ("en", "Zhumagaly", "nurdaulet-zhumagali"),
    ("en", "Zhumagli", "nurdaulet-zhumagali"),
    ("en", "Gabbasov", "yerkin-gabbasov"),
    ("en", "Gabbassov", "yerkin-gabbasov"),
    ("en", "Fedosova", "dayana-fedossova"),
    ("en", "Fedossova", "dayana-fedossova"),
    ("en", "Dayana", "dayana-fedossova"),
    ("en", "Shukurbekov", "zhurkamyrza-shukurbekov"),
    ("en", "Mukashbekov", "dastan-mukashbekov"),
    ("en", "Shamey", "yergali-shamey"),
    ("en", "Raimondi", "stefano-raimondi"),
    ("en", "Stefano Raimondi", "stefano-raimondi"),
    ("en", "Marcel Hug", "marcel-hug"),
    ("en", "Hug Marcel", "marcel-hug"),
    ("en", "Markus Rehm", "markus-rehm"),
    ("en", "Rehm", "markus-rehm"),
    ("en", "Zakia Khudadadi", "zakia-khudadadi"),
    ("en", "Jiang Yuyan", "jiang-yuyan"),
    ("en", "Yuyan Jiang", "jiang-yuyan"),
    ("ru", "Дегтярев", "david-degtyarev"),
    ("ru", "Дегтярёв", "david-degtyarev"),
    ("ru", "Дегтярева", "david-degtyarev"),
    ("ru", "Дегтярёву", "david-degtyarev"),
    ("ru", "Дегтяревым", "david-degtyarev"),
    ("ru", "о Дегтяреве", "david-degtyarev"),
    ("ru", "Давида Дегтярева", "david-degtyarev"),
    ("ru", "Дегтярев Давид", "david-degtyarev"),
    ("ru", "Дегтярёфф", "david-degtyarev"),
    ("ru", "дегтерев", "david-degtyarev"),
    ("ru", "Науатбек", "akmaral-nauatbek"),
    ("ru", "Акмарал", "akmaral-nauatbek"),
    ("ru", "об Акмарал", "akmaral-nauatbek"),
    ("ru", "Жумагали", "nurdaulet-zhumagali"),
    ("ru", "Жумагалий", "nurdaulet-zhumagali"),
    ("ru", "Жұмағали", "nurdaulet-zhumagali"),
    ("ru", "Жумагалиев", "nurdaulet-zhumagali"),
    ("ru", "Габбасов", "yerkin-gabbasov"),
    ("ru", "Габасова", "yerkin-gabbasov"),
    ("ru", "Федосовой", "dayana-fedossova"),
    ("ru", "Даяна Федосова", "dayana-fedossova"),
    ("ru", "Мукашбекова", "dastan-mukashbekov"),
    ("ru", "Стефано Раймонди", "stefano-raimondi"),
    ("ru", "Раймонди", "stefano-raimondi"),
    ("ru", "Цзян Юйянь", "jiang-yuyan"),
    ("ru", "Маркус Рем", "markus-rehm"),
    ("ru", "Марсель Хуг", "marcel-hug"),
    ("ru", "Закия Худадади", "zakia-khudadadi"),
    ("ru", "Оксана Мастерс", "oksana-masters"),
    ("ru", "Мэтт Стутцман", "matt-stutzman"),
    ("ru", "Degtyarev", "david-degtyarev"),
    ("ru", "Degtyareva", "david-degtyarev"),
    ("kk", "Дегтяревтің", "david-degtyarev"),
    ("kk", "Дегтяревке", "david-degtyarev"),
    ("kk", "Дегтярев туралы", "david-degtyarev"),
    ("kk", "Ақмарал Науатбек", "akmaral-nauatbek"),
    ("kk", "Акмарал Науатбек", "akmaral-nauatbek"),
    ("kk", "Ақмаралдың", "akmaral-nauatbek"),
    ("kk", "Науатбекке", "akmaral-nauatbek"),
    ("kk", "Жұмағали", "nurdaulet-zhumagali"),
    ("kk", "Жұмағалидің", "nurdaulet-zhumagali"),
    ("kk", "Жумагали", "nurdaulet-zhumagali"),
    ("kk", "Jumagali", "nurdaulet-zhumagali"),
    ("kk", "Нұрдәулет", "nurdaulet-zhumagali"),
    ("kk", "Нурдаулет", "nurdaulet-zhumagali"),
    ("kk", "Ерғали Шәмей", "yergali-shamey"),
    ("kk", "Шамей", "yergali-shamey"),
    ("kk", "Ғаббасов", "yerkin-gabbasov"),
    ("kk", "Габбасовтан", "yerkin-gabbasov"),
    ("kk", "Зүлфия Ғабидуллина", "zulfiya-gabidullina"),
    ("kk", "Габидуллина", "zulfiya-gabidullina"),
    ("kk", "Дастан Мұқашбеков", "dastan-mukashbekov"),
]


@pytest.mark.parametrize(("language", "text", "athlete"), NAMES)
def test_a_name_alone_asks_for_the_card(
    engine: Engine, language: str, text: str, athlete: str
) -> None:
    assert query_of(engine, text, language) == f"card athlete athlete={athlete}"


@pytest.mark.parametrize("name", ["Smith", "Wang", "Silva"])
def test_of_a_name_that_several_have_one_is_asked_for(engine: Engine, name: str) -> None:
    reading = read(engine, name, "en")

    assert reading.kind is Kind.CHOICE
    assert len({option.first(Dim.ATHLETE) for option in reading.options}) == len(reading.options)


def test_what_is_said_beside_a_name_tells_its_bearers_apart(engine: Engine) -> None:
    reading = read(engine, "Smith in boccia", "en")

    assert reading.query
    assert reading.query.values(Dim.ATHLETE) == ("david-smith",)


@pytest.mark.parametrize(
    "text",
    ["Messi", "Federer", "Головкин", "Рыбакина", "Елена Рыбакина", "Gennady Golovkin", "Phelps"],
)
def test_strangers_to_the_facts_are_nobody(engine: Engine, text: str) -> None:
    reading = read(engine, text, "en")

    assert reading.kind is not Kind.QUERY


def test_every_athlete_of_ours_is_found_by_name(engine: Engine) -> None:
    facts = engine.store.facts
    ours = engine.store.athletes_at(facts.current, facts.home)
    assert len(ours) == 44

    for athlete in ours:
        for language, name in facts.athletes[athlete].names.items():
            reading = read(engine, name, language)
            assert reading.query, name
            assert athlete in reading.query.values(Dim.ATHLETE), name
