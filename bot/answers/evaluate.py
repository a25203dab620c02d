"""Question files put to the engine: right, refused, wrong and invented, by kind and language.

A file has one case a line: ``turns`` are the messages of one chat, of which the reply to the last
is judged; every group of ``expect`` must be in it (a group lists alternatives, one that begins with
``re:`` is a regular expression), nothing of ``forbid`` may be. With ``answerable`` false the reply
must say that it does not know.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.answers.accuracy import INVENTED, REFUSED, RIGHT, WRONG
from bot.answers.engine import Engine
from bot.answers.explain import told
from bot.answers.reply import Reply
from bot.answers.text import plain
from bot.language.dialogue import Dialogue


@dataclass(frozen=True, slots=True)
class Judged:
    """A case with the verdict on the reply."""

    case: Mapping[str, Any]
    verdict: str
    text: str
    before: Dialogue
    asked: bool = False
    """Whether the reply was a question back."""


def judge(engine: Engine, cases: Iterable[Mapping[str, Any]]) -> list[Judged]:
    """Every case, judged."""
    return [judge_case(engine, case) for case in cases]


def read_cases(path: Path) -> list[Mapping[str, Any]]:
    """The cases of a file; those that only a smaller store leaves unanswered are passed over."""
    lines = (line for line in path.read_text("utf-8").splitlines() if line.strip())
    cases = [json.loads(line) for line in lines]
    return [case for case in cases if case.get("scope") != "seed"]


def judge_case(engine: Engine, case: Mapping[str, Any]) -> Judged:
    """Play a case as a chat of its own and judge the last reply."""
    dialogue, before = Dialogue(), Dialogue()
    reply: Reply | None = None
    for number, text in enumerate(case["turns"]):
        before = dialogue
        turn = engine.message(text, dialogue, hint=case["lang"], now=float(number))
        reply, dialogue = turn.reply, turn.dialogue
    return Judged(case, *judge_reply(case, reply), before, bool(reply and reply.asks))


def judge_reply(case: Mapping[str, Any], reply: Reply | None) -> tuple[str, str]:
    """The verdict on a reply to a case, and the reply's plain text."""
    text = plain(reply.html) if reply else ""
    return verdict(case, text, answered=bool(reply and reply.known)), text


def verdict(case: Mapping[str, Any], text: str, *, answered: bool) -> str:
    """Whether a reply is right, refused, wrong or invented."""
    folded = _folded(text)
    forbidden = any(_hit(f, folded) for f in case.get("forbid", ()))
    if not case["answerable"]:
        return RIGHT if not answered and not forbidden else INVENTED
    if not answered and case["expect"]:
        return REFUSED
    missing = any(not any(_hit(a, folded) for a in group) for group in case["expect"])
    return WRONG if missing or forbidden else RIGHT


def _folded(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return re.sub(r"[ \u00a0\u202f]+", " ", folded)


def _hit(wanted: str, text: str) -> bool:
    if wanted.startswith("re:"):
        return re.search(wanted[3:].replace("ё", "е"), text) is not None
    return _folded(wanted) in text


def failure(engine: Engine, outcome: Judged) -> str:
    """A failed case with its reading and its reply, for people."""
    case = outcome.case
    last = case["turns"][-1]
    reading = engine.parser.read(last, outcome.before, now=1.0, preferred=case["lang"])
    steps = "\n".join(f"    {line}" for line in told(reading))
    said = outcome.text.replace("\n", "\n    ")
    return f"{outcome.verdict}: {case['id']} {' / '.join(case['turns'])}\n{steps}\n    {said}\n"


def score_table(judged: Iterable[Judged]) -> str:
    """The score of all cases, by language, and by kind in each."""
    counts: dict[str, Counter[str]] = {}
    for outcome in judged:
        case = outcome.case
        for key in ("all", case["lang"], f"{case['lang']} {case['kind']}"):
            counts.setdefault(key, Counter())[outcome.verdict] += 1
    return "\n".join(
        f"{key:24} {c[RIGHT]:4}/{c.total():<4} {100 * c[RIGHT] / c.total():5.1f} %  "
        + "  ".join(f"{v} {c[v]}" for v in (REFUSED, WRONG, INVENTED) if c[v])
        for key, c in sorted(counts.items())
    )
