"""Any dialogue comes back from its text as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.answers.engine import Engine
from bot.answers.evaluate import read_cases
from bot.facts.query import Dim, Filter, Op, Query
from bot.language.dialogue import EMPTY, Dialogue
from bot.settings import PROJECT
from bot.store.encoding import dump, load

_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
_queries = st.builds(
    Query,
    op=st.sampled_from(Op),
    target=st.sampled_from(Dim),
    filters=st.lists(
        st.builds(Filter, st.sampled_from(Dim), st.lists(_words).map(tuple), st.booleans())
    ).map(tuple),
    claim=st.none() | _words,
    number=st.none() | st.decimals(allow_nan=False, allow_infinity=False),
    yes_no=st.booleans(),
    limit=st.none() | st.integers(0, 2**31),
    more=st.none() | st.booleans(),
    offset=st.integers(0, 2**31),
)
_dialogues = st.builds(
    Dialogue,
    language=st.none() | _words,
    chosen=st.none() | _words,
    query=st.none() | _queries,
    athletes=st.lists(_words).map(tuple),
    at=st.floats(0, 2**40),
)


def there_and_back(dialogue: Dialogue) -> Dialogue:
    return load(dump(dialogue), dialogue.language, dialogue.chosen)


@given(_dialogues)
def test_any_dialogue_comes_back(dialogue: Dialogue) -> None:
    assert there_and_back(dialogue) == dialogue


@given(st.text() | st.text().map("1{}".__add__) | st.text().map("1".__add__))
def test_any_text_gives_a_dialogue(text: str) -> None:
    assert load(text, "en", None).language == "en"


def test_conversations_go_on_after_each_turn_was_kept(engine: Engine) -> None:
    cases = read_cases(PROJECT / "tests" / "questions" / "en-core.jsonl")
    conversations = [case for case in cases if len(case["turns"]) > 1][:40]
    assert conversations
    for case in conversations:
        dialogue, kept = EMPTY, EMPTY
        for text in case["turns"]:
            turn = engine.message(text, dialogue, hint=case["lang"], now=5.0)
            again = engine.message(text, kept, hint=case["lang"], now=5.0)
            assert again == turn, text
            dialogue, kept = turn.dialogue, there_and_back(again.dialogue)
