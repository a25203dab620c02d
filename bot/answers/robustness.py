"""How answers hold when questions are typed with slips: seeded edits, and their score by number.

An edit is one slip of a hand or a keyboard. Only words of letters are touched, never numbers and
codes: a question about T53 is another question than one about T54, not the same with a typo.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from bot.answers.accuracy import RIGHT, WRONG
from bot.answers.engine import Engine
from bot.answers.evaluate import judge_case
from bot.language.keyboard import NEIGHBOURS

SEED = 2024
BROKEN = "broken"
"""The verdict on a question at which the engine fails; nobody may see that, so it is counted."""
MOST = 3
"""So many edits in one question at most."""

PLAIN_KAZAKH = str.maketrans("әіңғүұқөһӘІҢҒҮҰҚӨҺ", "аингуукохАИНГУУКОХ")
ROMANIZED = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e",
    "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n",
    "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u",
    "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_WORD = re.compile(r"(?<![\w/])[^\W\d_]{4,}(?![\w])")
"""A word that takes a typo: of letters alone, and long enough to be known by the rest of them."""

Edit = Callable[[str, Random], str]


def neighbour(word: str, random: Random) -> str:
    """A letter struck on the key beside it, on the layout of its alphabet."""
    places = [n for n, letter in enumerate(word) if letter.lower() in NEIGHBOURS]
    if not places:
        return word
    place = random.choice(places)
    return word[:place] + random.choice(NEIGHBOURS[word[place].lower()]) + word[place + 1 :]


def swap(word: str, random: Random) -> str:
    """Two letters in the wrong order."""
    place = random.randrange(len(word) - 1)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def delete(word: str, random: Random) -> str:
    """A letter left out."""
    place = random.randrange(len(word))
    return word[:place] + word[place + 1 :]


def double(word: str, random: Random) -> str:
    """A letter struck twice."""
    place = random.randrange(len(word))
    return word[: place + 1] + word[place:]


def case(word: str, random: Random) -> str:
    """A word in the other case, or all in capitals."""
    return random.choice((word.upper(), word.swapcase(), word.lower()))


def plain(word: str, random: Random) -> str:  # noqa: ARG001 - as the others
    """The nine Kazakh letters as the Russian ones that people type for them."""
    return word.translate(PLAIN_KAZAKH)


def romanize(word: str, random: Random) -> str:  # noqa: ARG001 - as the others
    """A Cyrillic word in Latin letters."""
    return "".join(ROMANIZED.get(letter.lower(), letter) for letter in word)


EDITS: Mapping[str, Edit] = {
    "neighbour key": neighbour,
    "swap": swap,
    "deletion": delete,
    "doubled letter": double,
    "case": case,
    "no Kazakh letters": plain,
    "transliteration": romanize,
}


def edited(text: str, number: int, random: Random, kinds: Sequence[str] = ()) -> str | None:
    """The text with so many edits, each of a kind chosen by chance among those that change it.

    ``None`` if no more edits can be made. Two edits may fall on one word.
    """
    for _ in range(number):
        changed = _edited_once(text, random, list(kinds or EDITS))
        if changed is None:
            return None
        text = changed
    return text


def _edited_once(text: str, random: Random, kinds: list[str]) -> str | None:
    words = list(_WORD.finditer(text))
    random.shuffle(kinds)
    random.shuffle(words)
    for kind in kinds:
        for word in words:
            changed = EDITS[kind](word.group(), random)
            if changed != word.group():
                return text[: word.start()] + changed + text[word.end() :]
    return None


@dataclass(frozen=True, slots=True)
class Row:
    """Verdicts on a set of questions after the same edits: ``label`` says which."""

    label: str
    verdicts: Mapping[str, Counter[str]]
    """By language, and ``all``."""
    broken: tuple[str, ...] = ()
    """The questions at which the engine failed, with the error."""


def robustness(
    engine: Engine, cases: Iterable[Mapping[str, Any]], *, seed: int = SEED
) -> list[Row]:
    """The verdicts with no edit, with one to three by chance, and with one of each kind.

    Judged are the answerable questions that are no commands. The last message is edited.
    """
    asked = [c for c in cases if c["answerable"] and not c["turns"][-1].startswith("/")]
    rows = [_row(engine, asked, "no edit", 0, (), seed)]
    for number in range(1, MOST + 1):
        label = "1 edit" if number == 1 else f"{number} edits"
        rows.append(_row(engine, asked, label, number, (), seed))
    rows += [_row(engine, asked, f"1 {kind}", 1, (kind,), seed) for kind in EDITS]
    return rows


def _row(
    engine: Engine,
    cases: Iterable[Mapping[str, Any]],
    label: str,
    number: int,
    kinds: Sequence[str],
    seed: int,
) -> Row:
    verdicts: dict[str, Counter[str]] = {"all": Counter()}
    broken: list[str] = []
    for asked in cases:
        text = edited(asked["turns"][-1], number, Random(f"{seed} {label} {asked['id']}"), kinds)  # noqa: S311
        if text is None:
            continue
        try:
            verdict = judge_case(engine, {**asked, "turns": [*asked["turns"][:-1], text]}).verdict
        except Exception as error:  # whatever it is, the other questions are still to be judged
            verdict = BROKEN
            broken.append(f"{text} ({error!r})")
        for key in ("all", asked["lang"]):
            verdicts.setdefault(key, Counter())[verdict] += 1
    return Row(label, verdicts, tuple(broken))


def robustness_table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table: right, and in brackets wrong, of the questions judged."""
    keys = sorted(rows[0].verdicts, key=lambda key: (key != "all", key))
    lines = [f"| | {' | '.join(keys)} |", "|---" * (len(keys) + 1) + "|"]
    for row in rows:
        cells = [_cell(row.verdicts.get(key)) for key in keys]
        lines.append(f"| {row.label} | {' | '.join(cells)} |")
    lines += [f"\nbroken: {text}" for text in dict.fromkeys(t for row in rows for t in row.broken)]
    return "\n".join(lines)


def _cell(counts: Counter[str] | None) -> str:
    if not counts:
        return "–"
    total = counts.total()
    return f"{100 * counts[RIGHT] / total:.1f} % ({100 * counts[WRONG] / total:.1f}) of {total}"
