"""How names sound, so that a name is found across alphabets: "Вудхолл" for "Woodhall".

Two means. A *sound* is the consonants of a name with those merged that transcriptions confuse, the
same from either alphabet. And where a language has one official transcription into Russian, names
are spelt by it: Chinese by Palladius's system, Japanese by Polivanov's.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_LATIN = (
    ("tsch", "C"), ("tch", "C"), ("sch", "S"), ("shch", "S"), ("ch", "C"), ("cz", "C"), ("sh", "S"),
    ("sz", "S"), ("zh", "J"), ("dzh", "J"), ("dj", "J"), ("kh", ""), ("ph", "f"), ("th", "t"),
    ("gh", "g"), ("ck", "k"), ("qu", "kv"), ("q", "k"), ("x", "ks"), ("w", "v"), ("tz", "c"),
    ("ts", "c"), ("ce", "s"), ("ci", "s"), ("cy", "s"), ("c", "k"), ("j", "J"),
)  # fmt: skip
_CYRILLIC = (
    ("дж", "J"), ("щ", "S"), ("ш", "S"), ("ч", "C"), ("ж", "J"), ("кс", "ks"), ("х", ""),
    ("ф", "f"), ("ц", "c"), ("қ", "k"), ("ғ", "g"), ("ң", "n"), ("һ", ""), ("б", "b"), ("в", "v"),
    ("г", "g"), ("д", "d"), ("з", "z"), ("к", "k"), ("л", "l"), ("м", "m"), ("н", "n"),
    ("п", "p"), ("р", "r"),    ("с", "s"), ("т", "t"),
)  # fmt: skip
_CONSONANTS = re.compile(r"[^bdfgklmnprstvzcCSJ]")
_DOUBLED = re.compile(r"(.)\1+")
_MERGED = str.maketrans({"C": "S", "J": "S", "z": "s", "c": "s"})


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The consonants of a word of either alphabet, hissing sounds merged; vowels and h dropped."""
    cyrillic = any("\u0400" <= char <= "\u052f" for char in word)
    text = word if cyrillic or word.isascii() else anyascii(word).casefold()
    text = _DOUBLED.sub(r"\1", text)
    for written, heard in _CYRILLIC if cyrillic else _LATIN:
        text = text.replace(written, heard)
    return _DOUBLED.sub(r"\1", _CONSONANTS.sub("", text).translate(_MERGED))


_OTHERWISE = (
    ("ge", "je"), ("gi", "ji"), ("ch", "kh"), ("ch", "k"), ("j", "kh"), ("j", "y"), ("sch", "sk"),
    ("gn", "n"), ("gl", "l"), ("w", ""), ("x", "sh"), ("x", "s"),
)  # fmt: skip
"""Spellings that one language reads otherwise than another: Italian "gi", Spanish "j" ..."""


def sounds_of(word: str) -> set[str]:
    """All that a name in Latin letters may sound like, by the languages it may be of."""
    folded = word if word.isascii() else anyascii(word).casefold()
    read = {folded, *(folded.replace(a, b) for a, b in _OTHERWISE if a in folded)}
    if folded.startswith("h"):
        read.add(f"g{folded[1:]}")  # as Russian writes older English and German names
    return {sound(word), *map(sound, read)}


_PINYIN_INITIALS = {
    "zh": "чж", "ch": "ч", "sh": "ш", "b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т",
    "n": "н", "l": "л", "g": "г", "k": "к", "h": "х", "j": "цз", "q": "ц", "x": "с", "z": "цз",
    "c": "ц", "s": "с", "r": "ж",
}  # fmt: skip
_PINYIN_FINALS = {
    "iang": "ян", "iong": "юн", "uang": "уан", "ang": "ан", "eng": "эн", "ing": "ин", "ong": "ун",
    "ian": "янь", "iao": "яо", "uai": "уай", "uan": "уань", "an": "ань", "en": "энь", "in": "инь",
    "un": "унь", "ai": "ай", "ao": "ао", "ei": "эй", "ia": "я", "ie": "е", "iu": "ю", "ou": "оу",
    "ua": "уа", "uo": "о", "ui": "уй", "ue": "юэ", "er": "эр", "a": "а", "e": "э", "i": "и",
    "o": "о", "u": "у",
}  # fmt: skip
_PINYIN_WHOLE = {
    "yi": "и", "ya": "я", "yan": "янь", "yang": "ян", "yao": "яо", "ye": "е", "yin": "инь",
    "ying": "ин", "yong": "юн", "you": "ю", "yu": "юй", "yuan": "юань", "yue": "юэ", "yun": "юнь",
    "wa": "ва", "wai": "вай", "wan": "вань", "wang": "ван", "wei": "вэй", "wen": "вэнь", "wo": "во",
    "weng": "вэн", "wu": "у", "zhi": "чжи", "chi": "чи", "shi": "ши", "ri": "жи", "zi": "цзы",
    "ci": "цы", "si": "сы", "er": "эр", "a": "а", "ai": "ай", "an": "ань", "ang": "ан", "ao": "ао",
    "e": "э", "en": "энь", "ou": "оу", "lü": "люй", "nü": "нюй", "hui": "хуэй",
}  # fmt: skip
_AFTER_PALATAL = {"u": "юй", "uan": "юань", "ue": "юэ", "un": "юнь"}


def _pinyin_syllables() -> dict[str, str]:
    made = dict(_PINYIN_WHOLE)
    for initial, written in _PINYIN_INITIALS.items():
        for final, sounded in _PINYIN_FINALS.items():
            soft = _AFTER_PALATAL.get(final) if initial in ("j", "q", "x") else None
            made.setdefault(initial + final, written + (soft or sounded))
    return made


_KANA = {
    "shi": "си", "chi": "ти", "tsu": "цу", "sha": "ся", "shu": "сю", "sho": "сё", "cha": "тя",
    "chu": "тю", "cho": "тё", "ji": "дзи", "ja": "дзя", "ju": "дзю", "jo": "дзё", "fu": "фу",
    "ya": "я", "yu": "ю", "yo": "ё", "wa": "ва", "n": "н",
}  # fmt: skip


def _kana_syllables() -> dict[str, str]:
    made = dict(_KANA)
    vowels = {"a": "а", "i": "и", "u": "у", "e": "э", "o": "о"}
    consonants = {
        "k": "к", "s": "с", "t": "т", "n": "н", "h": "х", "m": "м", "r": "р", "g": "г", "z": "дз",
        "d": "д", "b": "б", "p": "п",
    }  # fmt: skip
    for latin, vowel in vowels.items():
        made.setdefault(latin, vowel)
        for initial, written in consonants.items():
            made.setdefault(initial + latin, written + vowel)
    soft = {"ya": "я", "yu": "ю", "yo": "ё"}
    for initial, written in consonants.items():
        for latin, vowel in soft.items():
            made.setdefault(initial + latin, written + vowel)
    return made


_SYLLABLES = {"chinese": _pinyin_syllables(), "japanese": _kana_syllables()}
_LONGEST = 6

SYSTEMS = {"CHN": "chinese", "TPE": "chinese", "JPN": "japanese"}
"""Which delegations' names have an official transcription into Russian."""


@lru_cache(maxsize=16384)
def transcribed(word: str, system: str) -> str | None:
    """A name in Latin letters spelt in Russian by its official system; ``None`` if it is no such.

    The parting into the fewest syllables is taken ("Yuyan" is yu-yan).
    """
    syllables = _SYLLABLES[system]
    best: list[tuple[int, str] | None] = [None] * (len(word) + 1)
    best[0] = (0, "")
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - _LONGEST), end):
            before, syllable = best[start], syllables.get(word[start:end])
            if before is None or syllable is None:
                continue
            made = (before[0] + 1, before[1] + syllable)
            if best[end] is None or made[0] < (best[end] or made)[0]:
                best[end] = made
    return best[-1][1] if best[-1] else None
