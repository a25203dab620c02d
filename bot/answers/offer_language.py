"""In which language offers are made: that of a question, or of the letters of a beginning."""

from __future__ import annotations

from collections.abc import Mapping

from bot.language.lexicon import Lexicon
from bot.language.normalize import clean, script_of

_EVERYBODYS = "latin"
"""Names in this script are written by people of every language."""


def by_letters(text: str, preferred: str, lexicons: Mapping[str, Lexicon]) -> tuple[str, bool]:
    """The language of a text's letters, and whether another person's would be another.

    It is ``preferred``, the person's own, where that is written with these letters.
    """
    cleaned = clean(text)
    script = script_of("".join(c for c in cleaned if c.isalpha()))
    fitting = [lexicon for lexicon in lexicons.values() if lexicon.script == script]
    for lexicon in fitting:
        if any(letter in lexicon.letters for letter in cleaned):
            return lexicon.language, False
    if script == _EVERYBODYS or preferred in (lexicon.language for lexicon in fitting):
        return preferred, True
    # Of languages that share letters the one that has none of its own is the likelier.
    likely = min(fitting, key=lambda lexicon: len(lexicon.letters), default=None)
    return (likely.language if likely else preferred), True


def in_question(text: str, told: str | None, likely: str, lexicons: Mapping[str, Lexicon]) -> str:
    """The language of a question that was understood: ``told``, where its letters may be so.

    Words that are the same in two alphabets ("волейбол") are of the one that they are written in;
    Latin letters may be any language.
    """
    if told is None:
        return likely
    script = script_of("".join(c for c in clean(text) if c.isalpha()))
    foreign = script not in (_EVERYBODYS, lexicons[told].script)
    return likely if foreign and lexicons[likely].script == script else told


def may_be_relaid(text: str, *, few: bool) -> bool:
    """Whether a text that is the beginning of something may be that of something else, too.

    Either ``few`` begin so, or keys were pressed that are letters on other layouts alone. Classes
    and weights are what they are.
    """
    if any(c.isdigit() for c in text):
        return False
    return few or any(key in text for key in ";'[],.`")
