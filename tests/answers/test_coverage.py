"""The coverage-risk curve."""

from __future__ import annotations

import pytest

from bot.answers.accuracy import INVENTED, REFUSED, RIGHT, WRONG
from bot.answers.coverage import Outcome, area, curve, curve_table

SURE_AND_RIGHT = Outcome(1.0, RIGHT, REFUSED)
UNSURE_AND_WRONG = Outcome(0.5, WRONG, REFUSED)
UNSURE_AND_INVENTED = Outcome(0.4, INVENTED, RIGHT)
OUTCOMES = [UNSURE_AND_WRONG, SURE_AND_RIGHT, UNSURE_AND_INVENTED]


def test_a_low_threshold_gives_every_reply() -> None:
    (point,) = curve(OUTCOMES, [0.0])

    assert point.verdicts == {RIGHT: 1, WRONG: 1, INVENTED: 1}
    assert point.answered == 1.0
    assert point.risk == pytest.approx(2 / 3)


def test_a_higher_threshold_withholds_what_is_less_sure() -> None:
    (point,) = curve(OUTCOMES, [0.45])

    assert point.verdicts == {RIGHT: 2, WRONG: 1}


def test_a_withheld_reply_is_right_where_nobody_knows_and_refused_elsewhere() -> None:
    (point,) = curve(OUTCOMES, [0.9])

    assert point.verdicts == {RIGHT: 2, REFUSED: 1}
    assert point.right == pytest.approx(2 / 3)
    assert point.risk == 0.0


def test_the_mean_risk_is_lowest_when_the_wrong_ones_are_the_least_sure() -> None:
    turned = [Outcome(1.0 - o.confidence, o.given, o.withheld) for o in OUTCOMES]

    assert area(OUTCOMES) < area(turned)


def test_outcomes_as_sure_as_each_other_count_as_one_step() -> None:
    mixed = [Outcome(1.0, RIGHT, REFUSED), Outcome(1.0, WRONG, REFUSED)]

    assert area(mixed) == area(mixed[::-1]) == 0.5


def test_the_table_has_a_line_for_each_threshold() -> None:
    assert curve_table(curve(OUTCOMES, [0.0, 1.0])).count("\n| ") == 2
