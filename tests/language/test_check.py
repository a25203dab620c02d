"""Faults planted in small lexicons and messages, each told with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.facts.load import read_facts
from bot.language.check import word_faults
from tests.facts.small import replace, write_small

WORDS = {
    "lexicon/en.yaml": """\
language: en
name: English
script: latin
letters: ""
chain: 1
endings: [s, es]
words:
  ask.who: who, whose
  medal.gold: gold, golden
  ord.first: first, opening
topics:
  weather: weather, rain*
games:
  paris-2024: paris
npc:
  home: kazakhstan
claim:
  record: record*
""",
    "lexicon/en.sports.yaml": """\
language: en
sport:
  judo: >-
    judo, judoka*,
    para judo
  swimming+kind.athlete: swimmer*
discipline:
  breaststroke: breaststroke
lookalikes: juda
""",
    "lexicon/ru.yaml": """\
language: ru
name: Русский
script: cyrillic
chain: 1
endings: [а, у]
words:
  ask.who: кто
  medal.gold: золот*
topics:
  weather: погод*
""",
    "messages/en.ftl": """\
# A remark.
gold = gold
won = { $who } won { gold }{ $n ->
    [one] once
   *[other] { $n } times
 }
place = place { $n }{ $form ->
    [one] st
   *[other] th
 }
""",
    "messages/ru.ftl": """\
gold = золото
won = { $who }: { gold } ({ $n })
place = { $n }-е место
""",
}

EN, SPORTS, RU = "lexicon/en.yaml", "lexicon/en.sports.yaml", "lexicon/ru.yaml"
EN_FTL, RU_FTL = "messages/en.ftl", "messages/ru.ftl"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = write_small(tmp_path)
    for name, text in WORDS.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def found(data: Path) -> list[tuple[str, int, str, str]]:
    facts = read_facts(data).facts
    return [(f.file, f.line, f.what, f.hint) for f in word_faults(data, facts)]


def test_sound_words_have_no_faults(data: Path) -> None:
    assert found(data) == []


PLANTED = [
    # file, what stands there, what is planted, what the fault says, its hint, lines from the plant
    (EN, "language: en", "language: ru", "'language' is 'ru'", "should be en", 0),
    (SPORTS, "language: en", "language: kk", "'language' is 'kk'", "should be en", 0),
    (EN, "endings: [s, es]\n", "", "'endings' is missing or no list", "endings: [s, es]", None),
    (EN, "name: English\n", "", "'name' is missing", "English", None),
    (EN, "chain: 1\n", "", "'chain' is missing", "1", None),
    (EN, "script: latin", "script: roman", "'script' is 'roman'", "latin or cyrillic", 0),
    (EN, "topics:", "topic:", "unknown key 'topic'", "did you mean 'topics'?", 0),
    (SPORTS, "lookalikes: juda", "chain: 1", "unknown key 'chain'", "did you mean", 0),
    (SPORTS, "  judo: >-", "  jodo: >-", "there is no sport 'jodo' in the facts",
     "did you mean 'judo'?", 0),
    (SPORTS, "swimming+kind", "swiming+kind", "there is no sport 'swiming' in the facts",
     "did you mean 'swimming'?", 0),
    (SPORTS, "  breaststroke:", "  breast:", "there is no discipline 'breast' in the facts",
     "did you mean 'breaststroke'?", 0),
    (EN, "  paris-2024:", "  paris-24:", "there is no games 'paris-24' in the facts",
     "did you mean 'paris-2024'?", 0),
    (EN, "  home:", "  KZA:", "there is no npc 'KZA' in the facts", "did you mean 'KAZ'?", 0),
    (EN, "  record: record*", "  recrod: record*", "there is no claim 'recrod' in the facts",
     "did you mean 'record'?", 0),
    (EN, "medal.gold:", "medal.glod:", "no code and no other language knows 'medal.glod'",
     "did you mean 'medal.gold'?", 0),
    (SPORTS, "para judo", "judo", "'judo' stands twice under 'sport.judo'",
     "also at data/lexicon/en.sports.yaml:4", 0),
    (EN, "paris-2024: paris", "paris-2024: paris, p*", "'p*' is too short a stem", "2 letters", 0),
    (EN, "gold, golden", "", "'medal.gold' has no words", "", 0),
    (EN, "  ask.who: who, whose", "  ask.who: [who", "is not valid YAML here", "bracket", 1),
    (EN_FTL, "gold = gold", "gold gold", "is no valid message: Expected token: \"=\"", "Fluent", 0),
    (EN_FTL, "*[other] th", "[other] th", "is no valid message: Expected one of the variants",
     "Fluent", None),
    (EN_FTL, "won { gold }", "won { glod }", "message 'won' is made of 'glod'",
     "did you mean 'gold'?", 0),
    (RU_FTL, "place = { $n }-е место\n", "", "message 'place' is missing", "at line 7",
     -1),
    (RU_FTL, "place = { $n }", "place = { $m }", "message 'place' lacks $n", "$form, $n", 0),
    (RU_FTL, "place = { $n }", "place = { $m }", "message 'place' has $m", "$form, $n", 0),
    (RU_FTL, "gold = золото", "gold = золото\nglod = золото", "message 'glod' is not in en.ftl", "",
     1),
    (RU_FTL, "gold = золото", "gold = золото\ngold = золото", "message 'gold' stands twice",
     "line 1", 1),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "what", "hint", "after"), PLANTED)
def test_a_planted_fault_is_told_with_file_line_and_remedy(
    data: Path, name: str, old: str, new: str, what: str, hint: str, after: int | None
) -> None:
    line = replace(data, name, old, new)

    faults = found(data)

    told = [fault for fault in faults if fault[2].startswith(what)]
    assert told, faults
    assert told[0][0] == f"data/{name}"
    assert hint in told[0][3]
    if after is not None:
        assert told[0][1] == line + after


def test_a_part_without_a_main_file_is_a_fault(data: Path) -> None:
    (data / "lexicon/kk.sports.yaml").write_text("language: kk\n", encoding="utf-8")

    assert [fault[:3] for fault in found(data)] == [
        ("data/lexicon/kk.sports.yaml", 1, "there is no kk.yaml")
    ]


def test_a_word_may_stand_under_two_meanings(data: Path) -> None:
    replace(data, EN, "first, opening", "first, opening, golden")

    assert found(data) == []


def test_a_language_may_choose_no_form_of_a_word(data: Path) -> None:
    replace(data, EN_FTL, "{ $form ->", "{ $shape ->")

    assert found(data) == []
