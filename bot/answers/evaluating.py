"""What ``python -m bot evaluate`` prints: scores and failures, and with options two curves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from bot.answers.accuracy import ASKED, REFUSED, RIGHT, measured, write
from bot.answers.coverage import area, curve, curve_table, outcome
from bot.answers.engine import Engine
from bot.answers.evaluate import Judged, failure, judge, read_cases, score_table
from bot.answers.robustness import robustness, robustness_table


def evaluate(
    engine: Engine,
    files: Iterable[Path],
    *,
    curves: bool = False,
    edits: bool = False,
    record: Path | None = None,
) -> int:
    """Print the score and the reading of each failure; the exit status is 1 if there are any.

    ``record`` is a file to write the figures into, for ``/accuracy``. With ``curves`` or
    ``edits``, the coverage-risk curve or the robustness table instead of the failures.
    """
    cases = [case for file in files for case in read_cases(file)]
    judged = judge(engine, cases)
    failed = [one for one in judged if one.verdict != RIGHT]
    if not curves and not edits:
        for one in failed:
            print(failure(engine, one))
    print(score_table(judged))
    if record:
        write(measured(map(_counted, judged), date.today()), record)
    if curves:
        outcomes = [outcome(engine, one) for one in judged]
        print(f"\n{curve_table(curve(outcomes))}\n\nmean risk {area(outcomes):.4f}")
    if edits:
        print(f"\n{robustness_table(robustness(engine, cases))}")
    return int(bool(failed))


def _counted(one: Judged) -> tuple[str, str]:
    """The language and the verdict; a question back is told apart from other refusals."""
    back = one.asked and one.verdict == REFUSED
    return one.case["lang"], ASKED if back else one.verdict
