"""What the documentation tells one to type can be typed."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from bot.answers.engine import Engine
from bot.cli import _parser
from bot.settings import PROJECT
from tests.docs.pages import PAGES, blocks, name, prose, spans

PYTHON = ".venv/bin/python"
LINES = [
    re.sub(r"\s+#.*", "", line).strip()
    for block in blocks("sh")
    for line in block.lines
    if line.strip()
]
CHEAP = ("ask", "explain", "chat --jsonl")
TARGETS = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE))
IN_THE_TERMINAL = {"quit"}
OF_BOTFATHER = {"newbot", "setinline", "setinlinefeedback"}


def test_there_are_commands() -> None:
    assert len(LINES) > 10


@pytest.mark.parametrize("line", LINES)
def test_a_line_to_type_is_sound(line: str) -> None:
    words = shlex.split(line.rpartition("|")[2])
    if words[0] == "make":
        assert words[1] in TARGETS
    elif words[0] == "cp":
        assert (PROJECT / words[1]).is_file()
    else:
        assert words[:3] == [PYTHON, "-m", "bot"]
        _parser().parse_args(words[3:])


@pytest.mark.parametrize("line", [line for line in LINES if any(c in line for c in CHEAP)])
def test_a_line_to_type_does_something(line: str, warm_cache: Path, tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", str(tmp_path))}
    environment["ALTYN_CACHE"] = str(warm_cache)

    done = subprocess.run(
        line.replace(PYTHON, shlex.quote(sys.executable)),
        shell=True,
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_make_targets_exist(page: Path) -> None:
    named = [span.split()[1] for span in spans(page) if re.fullmatch(r"make [a-z-]+.*", span)]

    assert set(named) <= TARGETS


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_commands_of_the_program_exist(page: Path) -> None:
    known = _parser().format_help()

    for command in re.findall(r"python -m bot ([a-z]+)", prose(page)):
        assert f"\n    {command} " in known


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_commands_of_the_bot_exist(page: Path, engine: Engine) -> None:
    named = {m[1] for span in spans(page) if (m := re.fullmatch(r"/([a-z]+)( [A-Z]+)?", span))}

    assert named <= {*engine.commands, *IN_THE_TERMINAL, *OF_BOTFATHER}


@pytest.mark.parametrize("page", [PROJECT / "README.md", PROJECT / "CHANGELOG.md"], ids=name)
def test_no_command_of_the_bot_is_left_out(page: Path, engine: Engine) -> None:
    assert [c for c in engine.commands if not re.search(rf"/{c}\b", prose(page))] == []
