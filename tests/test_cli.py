"""The commands, called as the command line calls them; the processes are in tests/e2e."""

from __future__ import annotations

import io
import json
import logging
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answers.engine import Engine
from bot.cli import main
from bot.facts.fault import FactsError, Fault
from bot.settings import PROJECT
from tests.fake_engine import FakeEngine

TOKEN = "123456:AAFakeFakeFakeFakeFakeFakeFakeFake_-1"
FAULT = Fault("data/sports.yaml", 7, "there is no sport 'jodo'", "did you mean 'judo'?")


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder without .env; and logging as it was, whatever a command made of it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    yield
    logging.captureWarnings(capture=False)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    engine = FakeEngine()
    monkeypatch.setattr(Engine, "load", lambda *_: engine)
    return engine


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(*_: object) -> Engine:
        raise FactsError([FAULT])

    monkeypatch.setattr(Engine, "load", load)


def test_ask_prints_the_answer_and_its_sources(
    engine: FakeEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", "who won gold?"]) == 0

    assert capsys.readouterr().out == (
        "message who won gold? after nothing\n\n[wiki] An article (An encyclopedia, 2024-09-09)\n"
    )


def test_ask_as_json(engine: FakeEngine, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "кто?", "--lang", "ru", "--json"]) == 0

    answer = json.loads(capsys.readouterr().out)
    assert answer["text"] == "message кто? after nothing"
    assert answer["answered"] is True
    assert answer["language"] == "ru"
    assert answer["buttons"][0][1] == {"text": "Judo", "data": "sport:judo"}
    assert answer["sources"][0]["id"] == "wiki"


def test_a_language_that_there_is_not_is_refused_on_one_line(
    engine: FakeEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", "who?", "--lang", "xx"]) == 2

    assert capsys.readouterr().err == "altyn: --lang xx: there is en, ru\n"


@pytest.mark.parametrize(
    "command", [["ask", "who?"], ["chat"], ["chat", "--jsonl"], ["explain", "x"]]
)
def test_faulty_data_are_reported_with_file_and_line(
    faulty: None, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert main(command) == 1

    assert capsys.readouterr().err == (
        "data/sports.yaml:7: there is no sport 'jodo' (did you mean 'judo'?)\n"
    )


def test_the_bot_does_not_start_on_faulty_data(
    faulty: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN)

    assert main(["run"]) == 1

    assert "data/sports.yaml:7" in capsys.readouterr().err


@pytest.mark.parametrize("token", [None, "", "nonsense", "123:tooshort"])
def test_without_a_sound_token_the_bot_does_not_start(
    engine: FakeEngine,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    token: str | None,
) -> None:
    if token is not None:
        monkeypatch.setenv("TELEGRAM_TOKEN", token)

    assert main(["run"]) == 2

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "@BotFather" in said.err
    assert not token or token not in said.err


def test_chat_works_without_a_terminal(
    engine: FakeEngine, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("who won?\n/quit\n"))

    assert main(["chat"]) == 0

    assert "message who won? after command start" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["dance"], ["ask"], ["chat", "--xml"]])
def test_wrong_arguments_are_refused(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_leaving_with_ctrl_c_is_no_error_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def load(*_: object) -> Engine:
        raise KeyboardInterrupt

    monkeypatch.setattr(Engine, "load", load)

    assert main(["ask", "who?"]) == 130
    assert capsys.readouterr().err == ""


def test_neither_starts_nor_passes_the_check_on_facts_that_contradict_each_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    shutil.copytree(PROJECT / "data", data)
    judo = data / "games/paris-2024/events/judo.yaml"
    judo.write_text(judo.read_text("utf-8").replace("medal: gold", "medal: silver", 1), "utf-8")
    monkeypatch.setenv("ALTYN_DATA", str(data))
    monkeypatch.setenv("ALTYN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN)

    statuses = main(["check"]), main(["run"])

    said = capsys.readouterr()
    assert statuses == (1, 1)
    assert said.out.startswith("data/games/paris-2024/events/judo.yaml:")
    assert said.out == said.err
