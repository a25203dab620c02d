"""The words around a claim: what asks for a verdict, what adds nothing, what turns it round.

They stand in ``data/lexicon/referee``, apart from the words of questions: a question may be read
past a word that it has no use for, a claim may not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz.distance import OSA

from bot.language.normalize import Token, tokenize

ASK, BEFORE, AFTER = "ask", "before", "after"
ROLES = (
    ASK, BEFORE, AFTER, "filler", "negation", "emphatic", "never", "join", "but", "more", "fewer",
    "least", "most", "only", "both", "nobody", "final", "own", "against", "first", "earliest",
    "table", "times2", "times3", "times4", "colour", "unreal", "women", "men", "beware",
)  # fmt: skip
"""The parts of a file of words."""
_TYPO = 4
"""Letters that a word must have to be taken for another with one typo."""


@dataclass(frozen=True, slots=True)
class Form:
    """One phrase: the skeletons of its words; ``open`` when the last may go on."""

    words: tuple[str, ...]
    open: bool
    language: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language says who did what. Endings are those of words as written."""

    ordered: bool = False
    """Whether the order of names tells who beat whom."""
    we: tuple[str, ...] = ()
    """Endings of verbs that say "we"."""
    outdone: tuple[str, ...] = ()
    """Endings of names that say who is outdone."""
    ahead: tuple[str, ...] = ()
    """Endings of verbs that tell of what is not done: the future, a wish."""
    bare: tuple[str, ...] = ()
    """What looks like such an ending and is none: of names, of verbs that tell of now."""

    @property
    def marks(self) -> bool:
        """Whether endings tell what elsewhere the order of words does."""
        return bool(self.outdone)

    def outdoes(self, name: str) -> bool:
        """Whether a name stands in the case of who is outdone."""
        return name.endswith(self.outdone) and not name.endswith(self.bare)


_PLAIN = Grammar()


@dataclass(frozen=True, slots=True)
class RefereeWords:
    """The phrases of all languages by their role."""

    forms: Mapping[str, tuple[Form, ...]]
    grammars: Mapping[str, Grammar]
    _starts: Mapping[tuple[str, str], tuple[Form, ...]] = field(init=False, repr=False)
    """The same by role and first letter: each word of a message is looked up under each role."""

    def __post_init__(self) -> None:
        starts: defaultdict[tuple[str, str], tuple[Form, ...]] = defaultdict(tuple)
        for role, forms in self.forms.items():
            for form in forms:
                starts[role, form.words[0][:1]] += (form,)
        object.__setattr__(self, "_starts", dict(starts))

    def grammar(self, language: str | None) -> Grammar:
        """How a language is built, as far as it matters here."""
        return self.grammars.get(language or "", _PLAIN)

    @classmethod
    def none(cls) -> RefereeWords:
        """No words, for tests of what else there is."""
        return cls(dict.fromkeys(ROLES, ()), {})

    def at(
        self, role: str, tokens: Sequence[Token], start: int, language: str | None = None
    ) -> int:
        """How many tokens from ``start`` the longest phrase of a role takes up; 0 if none.

        Phrases of all languages, where none is given.
        """
        forms = self._starts.get((role, tokens[start].skeleton[:1]), ()) if tokens else ()
        spoken = (form for form in forms if language in (None, form.language))
        return max((len(form.words) for form in spoken if _fits(form, tokens, start)), default=0)

    def found(
        self, role: str, tokens: Sequence[Token], language: str | None, least: int = 1
    ) -> frozenset[int]:
        """The tokens that phrases of a role cover; phrases of so many words at ``least``."""
        taken: set[int] = set()
        for start in range(len(tokens)):
            many = self.at(role, tokens, start, language)
            taken.update(range(start, start + many if many >= least else start))
        return frozenset(taken)

    def asks(self, tokens: Sequence[Token]) -> bool:
        """Whether a message says nothing but that it wants a verdict; with a typo at most."""
        left = _stripped(self, tokens)
        return bool(tokens) and (not left or any(_alike(f, left) for f in self.forms[ASK]))


def _stripped(words: RefereeWords, tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens without the questions for a verdict that can be read in them one after another."""
    start = 0
    while start < len(tokens):
        taken = words.at(ASK, tokens, start)
        if not taken:
            break
        start += taken
    return tokens[start:]


def _fits(form: Form, tokens: Sequence[Token], start: int) -> bool:
    end = start + len(form.words)
    if end > len(tokens):
        return False
    said = [token.skeleton for token in tokens[start:end]]
    if form.open:
        return said[:-1] == list(form.words[:-1]) and said[-1].startswith(form.words[-1])
    return said == list(form.words)


def _alike(form: Form, tokens: Sequence[Token]) -> bool:
    """Whether the tokens are a phrase with one typo in it."""
    if len(form.words) != len(tokens):
        return False
    typos = 0
    for word, token in zip(form.words, tokens, strict=True):
        if word != token.skeleton:
            typos += OSA.distance(word, token.skeleton) if len(word) >= _TYPO else 2
    return typos <= 1


def load_referee_words(folder: Path) -> RefereeWords:
    """Read the files of a folder, one a language; a part that is no role is a ``KeyError``."""
    forms: dict[str, list[Form]] = {role: [] for role in ROLES}
    grammars: dict[str, Grammar] = {}
    for path in sorted(folder.glob("*.yaml")):
        raw = yaml.safe_load(path.read_text("utf-8"))
        for role, phrases in raw.items():
            if role not in HEAD:
                said = (_form(text, raw["language"]) for text in phrases.split(","))
                forms[role] += [form for form in said if form]
        grammars[raw["language"]] = _grammar(raw)
    unique = {role: tuple(dict.fromkeys(found)) for role, found in forms.items()}
    return RefereeWords(unique, grammars)


_ENDINGS = ("we", "outdone", "ahead", "bare")
HEAD = ("language", "ordered", *_ENDINGS)


def _grammar(raw: Mapping[str, Any]) -> Grammar:
    endings = {kind: tuple(str(raw.get(kind, "")).replace(" ", "").split(",")) for kind in _ENDINGS}
    kept = {kind: tuple(e for e in said if e) for kind, said in endings.items()}
    return Grammar(ordered=bool(raw.get("ordered", False)), **kept)


def _form(text: str, language: str) -> Form | None:
    words = tuple(token.skeleton for token in tokenize(text.replace("*", "")))
    return Form(words, text.strip().endswith("*"), language) if words else None
