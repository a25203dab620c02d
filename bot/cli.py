"""The command line: arguments in, exit status out. What a command needs is imported when it runs.

Exit status: 0 done, 1 faults in the data or a failed check, 2 wrong arguments or settings.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

FAULTS = 1
MISUSE = 2
INTERRUPTED = 130
PROFILE = Path("build/profile")

_ABOUT = "Altyn answers questions about Kazakhstan at the Paralympic Games."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit status."""
    parsed = _parser().parse_args(arguments)
    _be_lenient()
    from bot.facts.fault import FactsError
    from bot.settings import SettingsError

    try:
        status: int = parsed.run(parsed)
    except SettingsError as wrong:
        print(f"altyn: {wrong}", file=sys.stderr)
        return MISUSE
    except FactsError as faults:
        print(faults, file=sys.stderr)
        return FAULTS
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read what is printed has left. Python would try to write the rest at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _be_lenient() -> None:
    """A letter that the terminal cannot show, or did not send whole, is no reason to stop."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description=_ABOUT)
    one = argparse.ArgumentParser(add_help=False)
    one.add_argument("--games", metavar="ID", help="load one Games alone, such as paris-2024")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")

    run = commands.add_parser("run", parents=[one], help="answer in Telegram, by long polling")
    run.set_defaults(run=_run)

    chat = commands.add_parser("chat", parents=[one], help="talk to the bot here in the terminal")
    chat.add_argument("--jsonl", action="store_true", help="for programs: JSON lines in and out")
    chat.set_defaults(run=_chat)

    ask = commands.add_parser("ask", parents=[one], help="one question, one answer")
    ask.add_argument("text", metavar="TEXT")
    ask.add_argument("--lang", metavar="CODE", help="language of the answer, such as en")
    ask.add_argument("--json", action="store_true", help="the answer as one line of JSON")
    ask.set_defaults(run=_ask)

    picture = commands.add_parser(
        "picture", parents=[one], help="draw the picture that goes with an answer"
    )
    picture.add_argument("text", metavar="TEXT")
    picture.add_argument("file", metavar="FILE", type=Path, help="where to write it, as PNG")
    picture.add_argument("--lang", metavar="CODE", help="language of the picture, such as en")
    picture.set_defaults(run=_picture)

    check = commands.add_parser(
        "check", parents=[one], help="look for faults in facts, lexicons, messages"
    )
    check.set_defaults(run=_check)

    bring = commands.add_parser("import", help="bring gathered tables into the facts")
    bring.add_argument(
        "tables",
        metavar="RECIPE=TABLE",
        nargs="+",
        help="a recipe of data/import and the CSV file that it describes",
    )
    bring.add_argument(
        "--take-table", action="store_true", help="the tables win where a file says otherwise"
    )
    bring.add_argument("--dry-run", action="store_true", help="only say what would be done")
    bring.set_defaults(run=_import)

    explain = commands.add_parser("explain", help="show how a question is understood")
    explain.add_argument("text", metavar="TEXT")
    explain.set_defaults(run=_explain)

    profile = commands.add_parser("profile", help="write the texts and pictures for @BotFather")
    profile.add_argument("folder", metavar="FOLDER", nargs="?", type=Path, default=PROFILE)
    profile.set_defaults(run=_profile)

    evaluate = commands.add_parser(
        "evaluate", parents=[one], help="score the answers to files of questions"
    )
    evaluate.add_argument("files", metavar="FILE", nargs="+", type=Path)
    evaluate.add_argument("--curve", action="store_true", help="how sure to be before answering")
    evaluate.add_argument("--edits", action="store_true", help="how the answers hold under typos")
    evaluate.add_argument("--record", action="store_true", help="keep the figures for /accuracy")
    evaluate.set_defaults(run=_evaluate)
    return parser


def _run(parsed: argparse.Namespace) -> int:
    from bot.console.serving import serve
    from bot.settings import load_settings

    return serve(load_settings(parsed.games))


def _chat(parsed: argparse.Namespace) -> int:
    from bot.settings import load_settings

    settings = load_settings(parsed.games)
    if parsed.jsonl:
        from bot.console.jsonl import chat_in_lines

        return chat_in_lines(settings)
    from bot.console.terminal import chat_in_terminal

    return chat_in_terminal(settings)


def _ask(parsed: argparse.Namespace) -> int:
    from bot.console.asking import as_json, as_text, ask
    from bot.settings import load_settings

    reply = ask(load_settings(parsed.games), parsed.text, parsed.lang)
    print(as_json(reply) if parsed.json else as_text(reply))
    return 0


def _picture(parsed: argparse.Namespace) -> int:
    from bot.console.drawing import draw
    from bot.settings import load_settings

    try:
        picture = draw(load_settings(parsed.games), parsed.text, parsed.lang, parsed.file)
    except OSError as refused:
        print(f"altyn: {parsed.file}: {refused.strerror}", file=sys.stderr)
        return MISUSE
    if picture is None:
        print("altyn: no picture goes with the answer to that", file=sys.stderr)
        return FAULTS
    print(picture.caption)
    return 0


def _check(parsed: argparse.Namespace) -> int:
    from bot.console.checking import check
    from bot.settings import load_settings

    report = check(load_settings(parsed.games))
    print("\n".join(report) or "The data are sound.")
    return FAULTS if report else 0


def _import(parsed: argparse.Namespace) -> int:
    from bot.importing.run import RefusedImport, import_tables, named_tables
    from bot.settings import load_settings

    folder = load_settings().data
    try:
        tables = named_tables(folder, parsed.tables)
        report = import_tables(folder, tables, take=parsed.take_table, dry=parsed.dry_run)
    except RefusedImport as refused:
        print(f"altyn: {refused}", file=sys.stderr)
        return MISUSE
    print("\n".join(report.lines()))
    return FAULTS if report.unplaced else 0


def _explain(parsed: argparse.Namespace) -> int:
    from bot.answers.explain import explain
    from bot.console.loading import load_engine
    from bot.console.text import sound
    from bot.settings import load_settings

    print(explain(load_engine(load_settings()), sound(parsed.text)))
    return 0


def _profile(parsed: argparse.Namespace) -> int:
    from bot.console.loading import load_engine
    from bot.console.profile import write_profile
    from bot.settings import load_settings

    settings = load_settings()
    try:
        written = write_profile(load_engine(settings), settings.data, parsed.folder)
    except OSError as wrong:
        print(f"altyn: {wrong}", file=sys.stderr)
        return MISUSE
    print("\n".join(map(str, written)))
    return 0


def _evaluate(parsed: argparse.Namespace) -> int:
    from bot.answers.accuracy import place
    from bot.answers.evaluating import evaluate
    from bot.console.loading import load_engine
    from bot.settings import load_settings

    settings = load_settings(parsed.games)
    record = place(settings.data) if parsed.record else None
    engine = load_engine(settings)
    return evaluate(engine, parsed.files, curves=parsed.curve, edits=parsed.edits, record=record)
