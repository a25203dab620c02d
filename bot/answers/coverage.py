"""How sure the bot should be before it answers: what is answered, and how much of it wrongly.

The coverage-risk curve of selective classification. One pass gives, for each question, how sure the
reading was and what the reply to it is worth; a threshold then only decides which are given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answers.accuracy import INVENTED, REFUSED, RIGHT, WRONG
from bot.answers.codec import encode
from bot.answers.engine import Engine
from bot.answers.evaluate import Judged, judge_reply
from bot.language.reading import Kind

THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How sure a reading was, and the verdict on its reply if that is given, and if it is not."""

    confidence: float
    given: str
    withheld: str


@dataclass(frozen=True, slots=True)
class Point:
    """The verdicts at a threshold. Shares are between 0 and 1."""

    threshold: float
    verdicts: Counter[str]

    @property
    def answered(self) -> float:
        """The share of questions that get another answer than "I don't know"."""
        return 1 - self.verdicts[REFUSED] / self.verdicts.total()

    @property
    def right(self) -> float:
        """The share of questions with the right reply."""
        return self.verdicts[RIGHT] / self.verdicts.total()

    @property
    def risk(self) -> float:
        """The share of the answered questions that are answered wrongly."""
        answered = self.verdicts.total() - self.verdicts[REFUSED]
        return (self.verdicts[WRONG] + self.verdicts[INVENTED]) / answered if answered else 0.0


def outcome(engine: Engine, judged: Judged) -> Outcome:
    """The outcome of a judged case.

    What the engine itself withheld for want of words that it knows, but has a query for, is
    answered here, so that the curve goes on below the engine's own threshold.
    """
    case = judged.case
    withheld = REFUSED if case["answerable"] else RIGHT
    last = case["turns"][-1]
    if last.startswith("/"):
        return Outcome(1.0, judged.verdict, withheld)
    preferred = judged.before.language or case["lang"]
    now = float(len(case["turns"]) - 1)
    reading = engine.parser.read(last, judged.before, now=now, preferred=preferred)
    given = judged.verdict
    if reading.kind is Kind.LOST and reading.query is not None:
        data = encode("q", reading.query)
        if data:
            turn = engine.press(data, judged.before, hint=preferred, now=0.0)
            given = judge_reply(case, turn.reply)[0]
    return Outcome(reading.confidence, given, withheld)


def curve(outcomes: Sequence[Outcome], thresholds: Iterable[float] = THRESHOLDS) -> list[Point]:
    """The verdicts at each threshold: below it a reply is withheld."""
    return [
        Point(t, Counter(o.given if o.confidence >= t else o.withheld for o in outcomes))
        for t in thresholds
    ]


def area(outcomes: Sequence[Outcome]) -> float:
    """The mean risk over all coverages, the surest first: 0 is best (AURC).

    Outcomes as sure as each other count as one step, with the risk at its end.
    """
    ordered = sorted(outcomes, key=lambda o: -o.confidence)
    wrong = 0
    risks: list[float] = []
    for number, one in enumerate(ordered, start=1):
        wrong += one.given in (WRONG, INVENTED)
        last = number == len(ordered) or ordered[number].confidence != one.confidence
        if last:
            risks += [wrong / number] * (number - len(risks))
    return sum(risks) / len(risks) if risks else 0.0


def curve_table(points: Iterable[Point]) -> str:
    """The curve as a Markdown table."""
    lines = [
        "| threshold | answered | right | wrong of the answered | right, refused, wrong, made up |",
        "|---" * 5 + "|",
    ]
    for p in points:
        counts = ", ".join(str(p.verdicts[v]) for v in (RIGHT, REFUSED, WRONG, INVENTED))
        lines.append(
            f"| {p.threshold:.2f} | {p.answered:.1%} | {p.right:.1%} | {p.risk:.1%} | {counts} |"
        )
    return "\n".join(lines)
