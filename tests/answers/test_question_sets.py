"""Our own questions: never fewer right answers than before, never more wrong ones."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot.answers.accuracy import INVENTED, RIGHT, WRONG
from bot.answers.engine import Engine
from bot.answers.evaluate import judge_case, read_cases
from bot.settings import PROJECT

QUESTIONS = PROJECT / "tests" / "questions"
FLOOR = {
    "en-core": (362, 7),
    "en-games": (290, 7),
    "en-later": (452, 0),
    "kk-core": (373, 5),
    "kk-games": (298, 2),
    "kk-later": (795, 2),
    "ru-core": (368, 6),
    "ru-games": (294, 3),
    "ru-later": (540, 0),
}
"""At least so many right, at most so many wrong or invented. To be raised and lowered, only."""


@pytest.mark.parametrize("name", FLOOR)
def test_no_set_of_questions_gets_worse(engine: Engine, name: str) -> None:
    right, wrong = FLOOR[name]
    judged = [judge_case(engine, case) for case in read_cases(QUESTIONS / f"{name}.jsonl")]
    verdicts = Counter(outcome.verdict for outcome in judged)
    failed = [o.case["id"] for o in judged if o.verdict in (WRONG, INVENTED)]

    assert verdicts[RIGHT] >= right, verdicts
    assert verdicts[WRONG] + verdicts[INVENTED] <= wrong, failed


def test_every_set_has_its_floor() -> None:
    assert set(FLOOR) == {path.stem for path in QUESTIONS.glob("*.jsonl")}


@pytest.mark.parametrize("path", sorted(QUESTIONS.glob("*.jsonl")), ids=lambda path: path.stem)
def test_the_sets_are_well_formed(path: Path) -> None:
    cases = read_cases(path)

    assert len({case["id"] for case in cases}) == len(cases)
    for case in cases:
        assert case["lang"] == path.stem[:2], case["id"]
        assert case["turns"], case["id"]
        assert all(case["turns"]), case["id"]
