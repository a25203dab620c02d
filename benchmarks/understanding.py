"""The engine beside canned questions found by likeness, by meaning, and by templates.

python -m benchmarks.understanding [FILE ...]

For contenders with a score two thresholds are taken, both chosen afterwards on these very
questions, which favours them: that with the most right replies, and the lowest at which they say no
more that is wrong than the engine does.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.matchers import MATCHERS, Match, Question
from benchmarks.measure import DATA, NEEDS, PROJECT, alone, percentile, rss, share, table, timed

HEADS = ("by", "right", "refused", "wrong", "invented", "right at no more wrong than Altyn",
         "median ms", "p99 ms", "memory", "build")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ran:
    """What a contender said to each question, and what that took."""

    said: tuple[tuple[str, bool, float], ...]
    """The reply's HTML, whether it answers, and how sure the contender was."""
    times: tuple[float, ...]
    memory: float
    build: float
    """Milliseconds to make it ready."""


Asked = Sequence[tuple[Sequence[str], str]]
"""The turns of each case and its language."""


def run_engine(asked: Asked) -> Ran:
    """The engine's replies to the last turns."""
    before = rss()
    from bot.answers.engine import Engine
    from bot.language.dialogue import Dialogue

    engine, build = timed(Engine.load, DATA)
    said, times = [], []
    for turns, language in asked:
        dialogue = Dialogue()
        took = 0.0
        for number, text in enumerate(turns):
            turn, took = timed(_message, engine, text, dialogue, language, float(number))
            dialogue = turn.dialogue
        said.append((turn.reply.html, turn.reply.known, 1.0))
        times.append(took)
    return Ran(tuple(said), tuple(times), rss() - before, build)


def _message(engine: Any, text: str, dialogue: Any, language: str, now: float) -> Any:
    return engine.message(text, dialogue, hint=language, now=now)


def run_matcher(
    name: str, questions: Mapping[str, Sequence[Question]], answers: Mapping[str, Sequence[str]],
    asked: Asked,
) -> Ran:  # fmt: skip
    """The canned answers that a contender chooses, among those of the asker's language."""
    before = rss()
    matches, build = timed(_made, name, questions)
    said, times = [], []
    for turns, language in asked:
        language = language if language in matches else "en"  # noqa: PLW2901 - as the engine does
        found, took = timed(matches[language], turns[-1])
        said.append((answers[language][found[0]], True, found[1]) if found else ("", False, 0.0))
        times.append(took)
    return Ran(tuple(said), tuple(times), rss() - before, build)


def _made(name: str, questions: Mapping[str, Sequence[Question]]) -> dict[str, Match]:
    return {language: MATCHERS[name](known) for language, known in questions.items()}


def _verdicts(cases: Sequence[Mapping[str, Any]], ran: Ran) -> list[Any]:
    """Each reply judged if given and if withheld, with the score."""
    from bot.answers.accuracy import REFUSED, RIGHT
    from bot.answers.coverage import Outcome
    from bot.answers.evaluate import judge_reply
    from bot.answers.reply import Reply

    outcomes = []
    for case, (html, known, score) in zip(cases, ran.said, strict=True):
        withheld = REFUSED if case["answerable"] else RIGHT
        given = judge_reply(case, Reply(html, known, case["lang"]))[0] if html else withheld
        outcomes.append(Outcome(score, given, withheld))
    return outcomes


def _wrong(counts: Counter[str]) -> int:
    return counts["wrong"] + counts["invented"]


def _row(name: str, outcomes: list[Any], ran: Ran, most_wrong: int | None) -> list[object]:
    """A line of the table; ``most_wrong`` is how much the engine said that is wrong."""
    from bot.answers.coverage import curve

    total = len(outcomes)
    if most_wrong is None:
        best, careful = Counter(o.given for o in outcomes), ""
    else:
        steps = sorted({o.confidence for o in outcomes})
        points = [p.verdicts for p in curve(outcomes, [*steps, 1e9])]
        best = max(points, key=lambda counts: (counts["right"], -_wrong(counts)))
        safe = [counts["right"] for counts in points if _wrong(counts) <= most_wrong]
        careful = share(max(safe), total) if safe else "–"
    return [
        name,
        share(best["right"], total),
        *(best[verdict] for verdict in ("refused", "wrong", "invented")),
        careful or share(best["right"], total),
        f"{percentile(ran.times, 0.5):.2f}",
        f"{percentile(ran.times, 0.99):.2f}",
        f"{ran.memory:.0f} MiB",
        f"{ran.build / 1000:.1f} s",
    ]


def _canned() -> tuple[dict[str, list[Question]], dict[str, list[str]]]:
    """The canned questions and answers of each language."""
    from benchmarks.canned import canned
    from bot.answers.engine import Engine

    questions: dict[str, list[Question]] = {}
    answers: dict[str, list[str]] = {}
    for one in canned(Engine.load(DATA)):
        question = Question(one.question, one.form, one.phrasing, one.value, one.text)
        questions.setdefault(one.language, []).append(question)
        answers.setdefault(one.language, []).append(one.answer)
    return questions, answers


def _missing(name: str) -> bool:
    return any(text in name and not find_spec(module) for text, module in NEEDS.items())


def main() -> None:
    """Print the table, a row as each is measured."""
    from bot.answers.evaluate import read_cases

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", metavar="FILE", nargs="*", type=Path)
    files = parser.parse_args().files or sorted(PROJECT.glob("tests/questions/*.jsonl"))
    cases = [case for file in files for case in read_cases(file)]
    if not cases:
        print("No questions: name files, or put some into tests/questions.")
        return
    asked = [(case["turns"], case["lang"]) for case in cases]
    questions, answers = _canned()
    counts = ", ".join(f"{language} {len(known)}" for language, known in questions.items())
    print(f"{len(cases)} questions; canned: {counts}\n")
    ran = alone(run_engine, asked)
    outcomes = _verdicts(cases, ran)
    wrong = _wrong(Counter(o.given for o in outcomes))
    print(table(HEADS, [_row("Altyn", outcomes, ran, None)]), flush=True)
    for name in MATCHERS:
        if _missing(name):
            print(f"| {name}: not installed |" + " |" * (len(HEADS) - 1))
            continue
        ran = alone(run_matcher, name, questions, answers, asked)
        row = _row(name, _verdicts(cases, ran), ran, wrong)
        print(table(HEADS, [row]).splitlines()[-1], flush=True)


if __name__ == "__main__":
    main()
