"""From what was typed to comparable tokens: Unicode, alphabets, look-alikes, keyboard layouts.

Every word gets a *skeleton*: a spelling in plain Latin letters in which the usual ways of writing a
word in Cyrillic, Kazakh Cyrillic and the Latin romanizations fall together ("Жұмағали", "Жумагали",
"Zhumagali" and "Jumagali" are all ``jumagali``). Words are compared by skeleton; what was typed is
kept for display and for telling alphabets apart.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from anyascii import anyascii

MAX_TOKENS = 120
"""No question has more words; what comes after is not read."""
MAX_LETTERS = 50
"""No word has more; what comes after is not read, as looking for its endings would take long."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, code or medal emoji of an utterance."""

    text: str
    """Normalized: NFKC, case-folded, ё as е, look-alike letters of the other alphabet repaired."""
    skeleton: str
    script: str
    """``latin``, ``cyrillic``, ``digit`` (numbers and codes) or ``other``."""
    start: int = field(compare=False)
    """Offset in the normalized text. Where a word stands makes it no other word."""
    clause: int = field(default=0, compare=False)
    """Which stretch between commas and full stops it stands in, from 0."""


_LETTERS = r"[^\W\d_]"
_TOKEN = re.compile(
    r"\d{4}-\d\d-\d\d"  # an ISO date
    r"|\d{1,2}[:.]\d\d[.,]\d{1,2}"  # a time: 1:04.83
    r"|\d[xх×]\d{2,4}"  # a relay: 4x100
    r"|[+\-−–<>≤≥]?\d+(?:[.,:/]\d+)*(?:%|-?[^\W\d_]{1,12})?"  # 247.7, +70, -57, 100m, 39th, 6-шы
    rf"|(?:[tfsjbk]|sb|sm|sh|kl|vl|bc|lw)[- ]\d{{1,2}}(?![\d:.,])(?!{_LETTERS})"  # T 54, SB-13
    rf"|{_LETTERS}{{1,4}}-?\d{{1,4}}(?![\d:.,]\d)(?!{_LETTERS})"  # J2, SB13, top10
    rf"|{_LETTERS}+(?:['’ʼ`]{_LETTERS}+)*"
    r"|[\U0001f1e6-\U0001f1ff]{2}"  # a flag: two regional indicators
    r"|[🥇🥈🥉🏅🏆+%=×#]"
)
_FLAG_LETTER = 0x1F1E6 - ord("A")


_CYRILLIC = str.maketrans(
    {
        "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ж": "j",
        "з": "z", "и": "i", "й": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n",
        "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u",
        "ф": "f", "х": "h", "һ": "h", "ц": "c", "ч": "C", "ш": "S", "щ": "S", "ъ": "", "ы": "i",
        "і": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia", "ї": "i", "є": "e", "ґ": "g", "ў": "u",
    }
)  # fmt: skip
_LATIN_LETTERS = str.maketrans(
    {
        "ş": "S", "š": "S", "ś": "S", "ç": "C", "č": "C", "ć": "C", "ž": "j", "ğ": "g", "ǵ": "g",
        "ñ": "n", "ń": "n", "ŋ": "n", "ı": "i", "ý": "i", "đ": "d", "ł": "l", "ø": "o", "æ": "ae",
    }
)  # fmt: skip
DIGRAPHS = (
    ("shch", "S"), ("sch", "S"), ("sh", "S"), ("tch", "C"), ("ch", "C"), ("zh", "j"), ("dj", "j"),
    ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ts", "c"), ("tz", "c"), ("ck", "k"), ("yo", "e"),
    ("ye", "e"), ("ya", "ia"), ("yu", "iu"), ("x", "ks"), ("q", "k"), ("w", "u"), ("y", "i"),
    ("ce", "se"), ("ci", "si"), ("c_", "c"),
)  # fmt: skip
_BREAK = re.compile(r"[,.;:!?()\[\]{}…\n]| [-–—]+ ")
_DOUBLED = re.compile(r"(\D)\1+")


def clean(text: str) -> str:
    """Unicode-normalized, case-folded text without invisible characters."""
    composed = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    composed = unicodedata.normalize("NFC", composed)
    kept = (_plain(c) for c in composed)
    return re.sub(r"\s+", " ", "".join(kept)).strip()


def _plain(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cf":  # zero-width and direction marks may hide inside words
        return ""
    return " " if category in ("Cc", "Zs", "Zl", "Zp") else char


def flag(iso: str) -> str:
    """The emoji of a country's flag by its two-letter code."""
    return "".join(chr(_FLAG_LETTER + ord(letter)) for letter in iso.upper())


def is_flag(word: str) -> bool:
    """Whether a word is the emoji of a flag."""
    return len(word) == 2 and all(_FLAG_LETTER < ord(c) < _FLAG_LETTER + 128 for c in word)


def script_of(word: str) -> str:
    """The alphabet of a word; words with digits are ``digit``."""
    if any(c.isdigit() for c in word):
        return "digit"
    cyrillic = sum("\u0400" <= c <= "\u052f" for c in word)
    if cyrillic * 2 > len(word):
        return "cyrillic"
    latin = sum(c.isascii() or "\u00c0" <= c <= "\u024f" for c in word if c.isalpha())
    return "latin" if latin * 2 > len(word) else "other"


_TO_LATIN = str.maketrans("авсенкмортхуі", "abcehkmoptxyi")
_TO_CYRILLIC = str.maketrans(
    {"a": "а", "c": "с", "e": "е", "o": "о", "p": "р", "x": "х", "y": "у", "k": "к", "m": "м",
     "t": "т", "h": "н", "b": "в", "i": "і"}
)  # fmt: skip


def repair(word: str) -> str:
    """A word of mixed alphabets in the one that most of it is in: "зoлото" with a Latin o."""
    cyrillic = sum("\u0400" <= c <= "\u052f" for c in word)
    latin = sum("a" <= c <= "z" for c in word)
    if not cyrillic or not latin:
        return word
    return word.translate(_TO_CYRILLIC if cyrillic >= latin else _TO_LATIN)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The spelling in which alphabets and romanizations fall together."""
    if is_flag(word):
        return word  # its letters would be those of a word
    word = word.replace("’", "'").replace("ʼ", "'").replace("`", "'").replace("'", "")
    cyrillic = script_of(word) == "cyrillic"
    folded = word.translate(_CYRILLIC) if cyrillic else _latin_skeleton(word)
    return _DOUBLED.sub(r"\1", folded)


def _latin_skeleton(word: str) -> str:
    folded = word.translate(_LATIN_LETTERS)
    if not folded.isascii():
        folded = anyascii(folded)
    if len(folded) > 1 and "4" in folded and not folded.strip("4").isdigit():
        folded = folded.replace("4", "C")  # "4empion"
    for digraph, letter in DIGRAPHS:
        folded = folded.replace(digraph, letter)
    return folded.replace("c", "k") if "ts" not in word and "tz" not in word else folded


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a text, in order."""
    cleaned = clean(text)
    found: list[Token] = []
    clause, end = 0, 0
    for match in _TOKEN.finditer(cleaned):
        clause += bool(found and _BREAK.search(cleaned[end : match.start()]))
        end = match.end()
        word = repair(match.group()[:MAX_LETTERS])
        found.append(Token(word, skeleton(word), script_of(word), match.start(), clause))
        if len(found) == MAX_TOKENS:
            break
    return tuple(found)


_QWERTY = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?@#$^&"
_RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"№;:?'
_KAZAKH_ROW = str.maketrans("234580-=9", "әіңғүқөһұ")
TO_RUSSIAN = str.maketrans(_QWERTY, _RUSSIAN)
TO_QWERTY = str.maketrans(_RUSSIAN, _QWERTY)


def relaid(text: str) -> tuple[str, ...]:
    """The text as typed with the same keys under other layouts: Russian, Kazakh, English."""
    variants = [text.translate(TO_RUSSIAN), text.translate(TO_QWERTY)]
    # on the Kazakh layout the digit row types the nine letters that Russian does not have
    variants.insert(1, text.translate(_KAZAKH_ROW).translate(TO_RUSSIAN))
    return tuple(dict.fromkeys(v for v in variants if v != text))
