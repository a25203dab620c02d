"""What the documentation shows is what the bot says."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answers.engine import Engine
from bot.answers.explain import explain
from bot.answers.messages import load_messages
from bot.answers.text import plain
from bot.console.picture import SCENES, conversation, draw
from bot.language.dialogue import EMPTY
from bot.language.lexicon import load_lexicons
from bot.settings import PROJECT
from tests.docs.pages import Block, blocks, table

NAMES = {"English": "en", "Russian": "ru", "Kazakh": "kk"}
_ASKED, *_ROWS = table(PROJECT / "README.md", "What you can ask")
QUESTIONS = [
    (NAMES[language], question)
    for row in _ROWS
    for language, question in zip(_ASKED[1:], row[1:], strict=True)
]


@pytest.mark.parametrize("block", blocks("chat"), ids=str)
def test_a_conversation_goes_as_shown(block: Block, engine: Engine) -> None:
    dialogue = EMPTY
    for number, (question, shown) in enumerate(_exchanges(block)):
        turn = engine.message(question, dialogue, hint=_hint(question), now=float(number))
        dialogue = turn.dialogue

        assert shown
        assert [line for line in shown if line not in plain(turn.reply.html).split("\n")] == []


@pytest.mark.parametrize("block", blocks("console"), ids=str)
def test_a_reading_is_explained_as_shown(block: Block, engine: Engine) -> None:
    first, *shown = block.lines
    match = re.fullmatch(r'\$ python -m bot explain "(.+)"', first)
    assert match

    said = [_without_figures(line) for line in explain(engine, match[1]).split("\n")]

    assert [line for line in shown if _without_figures(line) not in said] == []


@pytest.mark.parametrize(("language", "question"), QUESTIONS)
def test_an_example_is_answered_in_its_language(
    language: str, question: str, engine: Engine
) -> None:
    reply = engine.message(question, EMPTY, hint=None, now=0.0).reply

    assert (reply.known, reply.language) == (True, language)


def test_the_picture_shows_the_replies_of_today(engine: Engine) -> None:
    shown = (PROJECT / "docs" / "conversation.svg").read_text("utf-8")

    assert shown == draw(engine), "draw it anew: make picture"


def test_the_picture_speaks_every_language(engine: Engine) -> None:
    for scene in SCENES:
        assert {reply.language for _, reply in conversation(engine, scene)} == {scene.language}
    assert {scene.language for scene in SCENES} == set(engine.languages)


def test_the_language_of_the_guide_works_at_once(tmp_path: Path, engine: Engine) -> None:
    guide = [block for block in blocks("yaml") if block.page == "docs/adding-a-language.md"]
    words = shutil.copytree(PROJECT / "data" / "lexicon", tmp_path / "lexicon")
    said = shutil.copytree(PROJECT / "data" / "messages", tmp_path / "messages")
    (words / "tr.yaml").write_text("\n".join("\n".join(b.lines) for b in guide[:2]), "utf-8")
    shutil.copy(said / "en.ftl", said / "tr.ftl")
    four = Engine(engine.store.facts, load_lexicons(words), load_messages(said))

    reply = four.message("kim altın kazandı", EMPTY, hint=None, now=0.0).reply

    assert reply.language == "tr"
    assert "David Degtyarev" in reply.html


def _exchanges(block: Block) -> Iterator[tuple[str, list[str]]]:
    shown: list[str] = []
    for line in (*block.lines, "> "):
        if line.startswith("> "):
            if shown:
                yield shown[0], shown[1:]
            shown = [line[2:]]
        else:
            shown.append(line)


def _hint(question: str) -> str:
    if re.search("[әғқңөұүһі]", question.lower()):
        return "kk"
    return "ru" if re.search("[а-я]", question.lower()) else "en"


def _without_figures(line: str) -> str:
    """How sure the bot is changes with every word it learns."""
    return " ".join(re.sub(r"\b\d\.\d\d\b", "", line).replace("()", "").split())
