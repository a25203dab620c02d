"""Each stretch of a message with its meaning, or as not understood."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bot.answers.engine import Engine
from bot.language.reading import Kind
from tests.asking import read


def concepts(engine: Engine, text: str, language: str) -> dict[str, tuple[str, ...]]:
    """The tags of a message: its stretches with their meanings."""
    return {tag.text: tag.concepts for tag in read(engine, text, language).frame.tags}


@pytest.mark.parametrize(
    ("language", "text", "stretch", "concept"),
    [
        ("en", "who won gold", "gold", "medal.gold"),
        ("en", "how many medals", "how many", "ask.count"),
        ("en", "silver in swimming", "swimming", "sport.swimming"),
        ("en", "medals of Great Britain", "great britain", "npc.GBR"),
        ("en", "medals of South Korea", "south korea", "npc.KOR"),
        ("ru", "сколько медалей", "сколько", "ask.count"),
        ("ru", "бронза в дзюдо", "дзюдо", "sport.judo"),
        ("ru", "настольный теннис", "настольный теннис", "sport.table-tennis"),
        ("kk", "алтын медальдарымыз", "алтын медальдарымыз", "medal.gold"),
        ("kk", "жүзуден медаль", "жүзуден", "sport.swimming"),
        ("kk", "үстел теннисінен", "үстел теннисінен", "sport.table-tennis"),
    ],
)
def test_what_a_stretch_means(
    engine: Engine, language: str, text: str, stretch: str, concept: str
) -> None:
    assert concept in concepts(engine, text, language)[stretch]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "who won gold in the florble"),
        ("ru", "кто выиграл золото в брюкводроме"),
        ("kk", "кім алтын алды дүңгіршекте"),
    ],
)
def test_what_is_not_understood_is_named(engine: Engine, language: str, text: str) -> None:
    assert read(engine, text, language).unknown == (text.rsplit(maxsplit=1)[-1],)


def test_the_tags_cover_the_message_in_order(engine: Engine) -> None:
    tags = read(engine, "so tell me, how many golds did our judokas win in Paris?", "en").frame.tags

    assert tags[0].start == 0
    assert all(one.end == other.start for one, other in pairwise(tags))


@pytest.mark.parametrize(
    ("typed", "concept"),
    [("bronz", "medal.bronze"), ("silvver", "medal.silver"), ("swiming", "sport.swimming"),
     ("powerliftng", "sport.powerlifting"), ("medlas", "medal.any")],
)  # fmt: skip
def test_a_typo_is_forgiven_where_nothing_else_is_near(
    engine: Engine, typed: str, concept: str
) -> None:
    assert concept in concepts(engine, f"who won {typed}", "en")[typed]


@pytest.mark.parametrize("word", ["cold", "bold", "told", "hold", "fold", "sold"])
def test_everyday_words_are_no_typos_of_ours(engine: Engine, word: str) -> None:
    assert "medal.gold" not in concepts(engine, f"it is {word} here", "en").get(word, ())


@pytest.mark.parametrize(
    ("language", "text", "topic"),
    [
        ("en", "what is the weather in Paris", "weather"),
        ("en", "how much money did Degtyarev get", "money"),
        ("en", "who is Nauatbek's coach", "coach"),
        ("en", "is Degtyarev married", "family"),
        ("ru", "кто тренер Науатбек", "coach"),
        ("ru", "сколько денег получил Дегтярёв", "money"),
        ("kk", "Дегтярев қанша ақша алды", "money"),
        ("kk", "Науатбектің жаттықтырушысы кім", "coach"),
    ],
)
def test_what_the_facts_do_not_hold_is_a_topic(
    engine: Engine, language: str, text: str, topic: str
) -> None:
    reading = read(engine, text, language)

    assert (reading.kind, reading.topic) == (Kind.TOPIC, topic)


def test_lexicons_name_only_what_there_is(engine: Engine) -> None:
    facts = engine.store.facts
    known = {"sport": facts.sports, "discipline": facts.disciplines}
    said = {
        concept
        for lexicon in engine.lexicons.values()
        for phrase in lexicon.phrases
        for concept in phrase.concepts
        if concept.partition(".")[0] in known
    }
    lost = {c for c in said if c.partition(".")[2] not in known[c.partition(".")[0]]}

    assert lost == set()
