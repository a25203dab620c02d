"""Offers while somebody types: from each letter to the answer over HTTP, and how soon it is right.

python -m benchmarks.inline [--names N] [--only TEXT]

A local Bot API serves over HTTP, the bot runs as a process of its own, and people type the names of
athletes chosen by chance, sports and questions, waiting for the offers after each letter. Times are
of the clock, since that is what people wait for, so they need a machine that does nothing else; the
processor time that the bot takes for a letter (on Linux) stands beside them.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.measure import DATA, PROJECT, percentile, table
from benchmarks.name_list import SEED
from bot.answers.engine import Engine
from bot.answers.offers import PAGE, Offer, Offers
from bot.answers.reply import Reply
from bot.facts.model import Facts
from bot.local.machine import LOCAL_TOKEN, Machine
from bot.local.server import serve
from bot.local.state import User

NAMES = 40
WARM = "a"
SETTLE = 10.0
"""Seconds after the start until people begin to type: the bot prepares its offers meanwhile."""


class Scan:
    """The peer: every name compared with what was typed by rapidfuzz's WRatio, at each letter."""

    languages = ("en",)
    commands = ("start",)

    def __init__(self, facts: Facts) -> None:
        self._ids = list(facts.athletes)
        self._names = [athlete.names["en"] for athlete in facts.athletes.values()]

    def offers(self, text: str, *_: object, **__: object) -> Offers:
        """The ten names most alike, each with its name as the message."""
        from rapidfuzz import fuzz, process, utils

        found = process.extract(
            text, self._names, scorer=fuzz.WRatio, processor=utils.default_process, limit=PAGE
        )
        made = tuple(
            Offer(self._ids[place][:64], name, "", Reply(name, True, "en"))
            for name, _, place in found
        )
        return Offers(made, "", "en", False, "")

    def rehearse(self) -> Iterator[None]:
        """Nothing to prepare."""
        yield from ()

    def ask(self, _: str) -> str:
        """What the link is called."""
        return "Ask"

    def description(self, command: str, _: str) -> str:
        """The menu's text."""
        return command


CONTENDERS = ("Altyn", "rapidfuzz WRatio over all names")


@dataclass(frozen=True, slots=True)
class Typed:
    """What is typed to its end, in which language's Telegram, and what shall be offered then."""

    kind: str
    text: str
    hint: str
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class Waited:
    """Milliseconds after each letter, and after how many letters the wanted stood on the page.

    ``spent`` are the milliseconds of processor time that the bot took for all of it.
    """

    typed: Typed
    times: tuple[float, ...]
    letters: int | None
    spent: float


def to_type(facts: Facts, names: int) -> list[Typed]:
    """Names by chance, surname first or last; all sports of the current Games; questions."""
    random = Random(SEED)
    chosen = random.sample(list(facts.athletes.values()), names)
    typed = []
    for athlete in chosen:
        name = athlete.names["en"]
        text = name if random.random() < 0.5 else athlete.official
        typed.append(Typed("names", text.casefold(), "en", name))
    held = dict.fromkeys(e.sport for e in facts.events.values() if e.games == facts.current)
    for sport in held:
        language = random.choice(("en", "ru", "kk"))
        typed.append(Typed("sports", facts.sports[sport].names[language], language))
    typed += [Typed("questions", text, language) for language, text in _questions(random)]
    return typed


def _questions(random: Random) -> Iterator[tuple[str, str]]:
    from bot.answers.evaluate import read_cases

    for language in ("en", "ru", "kk"):
        cases = read_cases(PROJECT / "tests" / "questions" / f"{language}-core.jsonl")
        yield from ((language, case["turns"][0]) for case in random.sample(list(cases), 5))


async def type_all(machine: Machine, bot: int, typed: Sequence[Typed]) -> list[Waited]:
    """Type everything, each by a person of its language."""
    people = {}
    for number, code in enumerate(("en", "ru", "kk"), start=1):
        people[code] = machine.user(number, "Fan", language_code=code)
    await machine.inline(people["en"], WARM, timeout=120)
    await asyncio.sleep(SETTLE)
    return [await _type(machine, bot, people[one.hint], one) for one in typed]


async def _type(machine: Machine, bot: int, person: User, typed: Typed) -> Waited:
    times: list[float] = []
    before = _processor(bot)
    letters = None
    for size in range(1, min(len(typed.text), 256) + 1):
        start = time.perf_counter()
        answer = await machine.inline(person, typed.text[:size], timeout=30)
        times.append(1000 * (time.perf_counter() - start))
        shown = any(result["title"].startswith(typed.wanted) for result in answer.results)
        letters = size if letters is None and typed.wanted and shown else letters
    return Waited(typed, tuple(times), letters, _processor(bot) - before)


def _processor(process: int) -> float:
    """Milliseconds of processor time that a process has taken since its start; 0 if not told."""
    try:
        told = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return 1000 * (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


@asynccontextmanager
async def running(contender: str, url: str) -> AsyncIterator[int]:
    """A contender's bot as a process of its own, and its number."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.inline", "--bot", contender, "--url", url, cwd=PROJECT
    )
    try:
        yield process.pid
    finally:
        process.terminate()
        await process.wait()


def be_bot(contender: str, url: str) -> None:
    """What the process does."""
    from bot.facts.cache import load_facts
    from bot.telegram_app.desk import Desk
    from bot.telegram_app.running import run

    cache = Path(os.environ["ALTYN_CACHE"]) if "ALTYN_CACHE" in os.environ else None

    def prepare() -> Desk:
        if contender == CONTENDERS[0]:
            return Desk(Engine.load(DATA, cache))
        return Desk(Scan(load_facts(DATA, cache)))  # type: ignore[arg-type]

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(prepare, LOCAL_TOKEN, url, Path(folder) / "altyn.sqlite3"))


async def measure(contender: str, typed: Sequence[Typed]) -> list[Waited]:
    """Everything about one contender."""
    machine = Machine(keep_calls=100)
    async with serve(machine) as url, running(contender, url) as bot:
        return await type_all(machine, bot, typed)


def _row(contender: str, kind: str, waited: Sequence[Waited]) -> list[object]:
    times = [ms for one in waited for ms in one.times]
    found = [one.letters for one in waited if one.letters]
    wanted = [one for one in waited if one.typed.wanted]
    shown = f"{len(found)} of {len(wanted)}" if wanted else "–"
    shares = (f"{percentile(times, share):.1f}" for share in (0.5, 0.95, 0.99))
    spent = f"{sum(one.spent for one in waited) / len(times):.1f}"
    letters = int(median(found)) if found else "–"
    return [kind, contender, *shares, spent, len(times), shown, letters]


def main() -> None:
    """Print the table, the rows of a contender as soon as it is measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=NAMES, help="athletes to type")
    parser.add_argument("--only", metavar="TEXT", default="", help="contenders with this in them")
    parser.add_argument("--bot", choices=CONTENDERS, help=argparse.SUPPRESS)
    parser.add_argument("--url", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.bot:
        be_bot(asked.bot, asked.url)
        return
    from bot.facts.cache import load_facts

    typed = to_type(load_facts(DATA), asked.names)
    heads = ("typed", "by", "median ms", "p95 ms", "p99 ms", "processor ms", "letters",
             "on the first page", "after letters")  # fmt: skip
    print(table(heads, []), flush=True)
    for contender in CONTENDERS:
        if asked.only.casefold() not in contender.casefold():
            continue
        waited = asyncio.run(measure(contender, typed))
        for kind in dict.fromkeys(one.kind for one in typed):
            row = _row(contender, kind, [one for one in waited if one.typed.kind == kind])
            print(table(heads, [row]).splitlines()[-1], flush=True)


if __name__ == "__main__":
    main()
