"""The channels that a question goes through on its way from a head to a chat."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from bot.answers.robustness import PLAIN_KAZAKH, ROMANIZED
from bot.language.normalize import TO_QWERTY, TO_RUSSIAN

_MEDALS = {
    "en": (("gold", "🥇"), ("silver", "🥈"), ("bronze", "🥉")),
    "ru": (("золото", "🥇"), ("серебро", "🥈"), ("бронзу", "🥉"), ("бронза", "🥉")),
    "kk": (("алтын", "🥇"), ("күміс", "🥈"), ("қола", "🥉")),
}
_NEIGHBOURS = {
    row[place]: row[place - 1] + (row[place + 1] if place + 1 < len(row) else "")
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
    for place in range(len(row))
}


def without_kazakh_letters(text: str, language: str) -> str | None:
    """As typed on a Russian keyboard."""
    return text.translate(PLAIN_KAZAKH) if language == "kk" else None


def in_latin(text: str, language: str) -> str | None:
    """As typed on an English keyboard by somebody who means Cyrillic."""
    if language == "en":
        return None
    return "".join(ROMANIZED.get(char, char) for char in text.lower())


def in_wrong_layout(text: str, language: str) -> str | None:
    """The same keys under the other layout. Who switches layouts for a class code uses both."""
    both = any("a" <= char <= "z" for char in text.lower()) and language == "ru"
    if language == "kk" or both:
        return None
    return text.translate(TO_QWERTY if language == "ru" else TO_RUSSIAN)


def in_capitals(text: str, language: str) -> str | None:
    """Shouted."""
    return text.upper()


def misspelt(text: str, language: str) -> str | None:
    """One letter of the longest word for its neighbour on the keyboard; the same each time."""
    words = [word for word in text.split() if word.isalpha()]
    longest = max(words, key=len, default="")
    if len(longest) < 6:
        return None
    chance = random.Random(text)
    place = chance.randrange(1, len(longest))
    near = _NEIGHBOURS.get(longest[place].lower(), "")
    if not near:
        return None
    changed = longest[:place] + chance.choice(near) + longest[place + 1 :]
    return text.replace(longest, changed, 1)


def with_other_yo(text: str, language: str) -> str | None:
    """ё for е and е for ё: nobody is sure."""
    if language != "ru":
        return None
    if "ё" in text:
        return text.replace("ё", "е")
    return text.replace("Дегтярев", "Дегтярёв").replace("дегтярев", "дегтярёв")


def with_emoji(text: str, language: str) -> str | None:
    """A medal's emoji in the place of its word."""
    for word, emoji in _MEDALS[language]:
        if f" {word} " in f" {text} ":
            return text.replace(word, emoji, 1)
    return None


def spaced_oddly(text: str, language: str) -> str | None:
    """Without the question mark, and with spaces that nobody wanted."""
    return "  " + text.rstrip("? ").replace(" ", "   ") + " "


Channel = Callable[[str, str], str | None]
"""A question and its language to its spelling; ``None`` where the channel changes nothing."""

CERTAIN: Mapping[str, Channel] = {
    "without Kazakh letters": without_kazakh_letters,
    "wrong layout": in_wrong_layout,
    "capitals": in_capitals,
    "yo": with_other_yo,
    "emoji": with_emoji,
    "spaces": spaced_oddly,
}
"""Nothing is lost in these, so that nothing may change."""

UNCERTAIN: Mapping[str, Channel] = {"typo": misspelt, "Latin": in_latin}
