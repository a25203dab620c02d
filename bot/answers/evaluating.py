"""What ``python -m bot evaluate`` prints: scores and failures, and with options two curves."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bot.answers.coverage import area, curve, curve_table, outcome
from bot.answers.engine import Engine
from bot.answers.evaluate import RIGHT, failure, judge, read_cases, score_table
from bot.answers.robustness import robustness, robustness_table


def evaluate(
    engine: Engine, files: Iterable[Path], *, curves: bool = False, edits: bool = False
) -> int:
    """Print the score and the reading of each failure; the exit status is 1 if there are any.

    With ``curves`` or ``edits``, the coverage-risk curve or the robustness table instead of the
    failures.
    """
    cases = [case for file in files for case in read_cases(file)]
    judged = judge(engine, cases)
    failed = [one for one in judged if one.verdict != RIGHT]
    if not curves and not edits:
        for one in failed:
            print(failure(engine, one))
    print(score_table(judged))
    if curves:
        outcomes = [outcome(engine, one) for one in judged]
        print(f"\n{curve_table(curve(outcomes))}\n\nmean risk {area(outcomes):.4f}")
    if edits:
        print(f"\n{robustness_table(robustness(engine, cases))}")
    return int(bool(failed))
