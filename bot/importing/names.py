"""Names of people: as timing systems print them, as people say them, and as identifiers."""

from __future__ import annotations

import re
from typing import Final

from anyascii import anyascii

GIVEN_LAST: Final = frozenset({"CHN", "KOR", "PRK", "TPE", "HKG", "MAC", "VIE", "KHM", "CAM"})
"""Delegations whose people are called surname first in English as well."""

_AS_PRINTED: Final = frozenset({"VIE"})
"""Delegations whose people are called as they are printed, and not as television has them."""

_SMALL_IN: Final = {
    "NED": "van von de der den ten ter",
    "GER": "von zu zur der",
    "FRG": "von zu zur der",
    "AUT": "von zu",
    "SUI": "von",
    "RSA": "van der de den",
    "ESP": "de la las los del y",
    "BRA": "da de do das dos e",
    "POR": "da de do das dos e",
    "ARG": "de la las los del",
    "MEX": "de la las los del",
    "COL": "de la las los del",
    "CUB": "de la las los del",
    "VEN": "de la las los del",
    "CHI": "de la las los del",
    "FRA": "de",
}
_SMALL: Final = frozenset(
    {"van", "von", "da", "do", "du", "della", "di", "al", "el"}
    | {word for words in _SMALL_IN.values() for word in words.split()}
)
_NUMERALS: Final = frozenset({"II", "III", "IV"})
_SAID: Final = re.compile(r"[^\W\d_]")


def spoken(official: str, npc: str, television: str = "") -> str:
    """The name as people say it: ``DEBRUNNER Catherine`` is Catherine Debrunner.

    ``official`` has the surname first, in capitals; ``television`` is the form with the order of
    the person's own language, where a table has it. A cut or missing one is not used.
    """
    if npc in _AS_PRINTED:
        return " ".join(_capital(token[:1].upper() + token[1:]) for token in official.split())
    surname, given = split_official(official)
    if _usable(television):
        if npc != "JPN":
            return _cased(television, npc, exact=True)
        given, surname = _by_case(television)
    while given and given.split()[0] in _SMALL:
        # SILVA da Adria: some lists put the small words of a surname after it.
        small, _, given = given.partition(" ")
        surname = f"{small} {surname}"
    exact = any(not token.isupper() for token in surname.split())
    family = _cased(surname, npc, exact=exact)
    called = " ".join(_capital(token) for token in given.split())
    order = (family, called) if npc in GIVEN_LAST else (called, family)
    return " ".join(part for part in order if part)


def split_official(official: str) -> tuple[str, str]:
    """Surname and given names of ``van WANROOIJ Thomas``: the surname ends with the capitals."""
    tokens = official.split()
    last = 0
    for index, token in enumerate(tokens):
        if _is_capital(token) and not (index > 0 and _initial(token)):
            last = index + 1
        elif token[:1].isupper() and last:
            break
    last = last or len(tokens)
    return " ".join(tokens[:last]), " ".join(tokens[last:])


def _by_case(television: str) -> tuple[str, str]:
    """Given names and surname of a form in any order."""
    tokens = television.split()
    family = [token for token in tokens if _is_capital(token) or token.islower()]
    return " ".join(t for t in tokens if t not in family), " ".join(family)


def _usable(television: str) -> bool:
    tokens = television.split()
    capitals = [token for token in tokens if _is_capital(token)]
    dotted = any(token.endswith(".") for token in tokens)
    return len(tokens) > 1 and 0 < len(capitals) < len(tokens) and not dotted


def _is_capital(token: str) -> bool:
    """Whether a token is printed as a surname: McFADDEN and D'ANDREA are, Al and Jo are not."""
    letters = [c for c in token if _SAID.match(c)]
    large = sum(c.isupper() for c in letters)
    return bool(letters) and large * 2 > len(letters) and letters[-1].isupper()


def _initial(token: str) -> bool:
    return "." in token or len(token) == 1


def _cased(text: str, npc: str, *, exact: bool) -> str:
    """``exact``: small words are already small where they should be."""
    small = frozenset() if exact else frozenset(_SMALL_IN.get(npc, "").split())
    tokens = text.split()
    said = []
    for index, token in enumerate(tokens):
        follows = index + 1 < len(tokens)
        if exact and token.islower():
            said.append(token if token in _SMALL else _capital(token))
        elif follows and token.casefold() in small:
            said.append(token.casefold())
        else:
            said.append(_capital(token))
    return " ".join(said)


def _capital(token: str) -> str:
    """Only the first capital of each run stays: ``McFADDEN`` is McFadden, ``O'BRIEN`` O'Brien."""
    if token in _NUMERALS:
        return token
    if token.upper() in ("JR", "JR.", "SR", "SR."):
        return token.capitalize()
    said = "".join(
        c.lower() if index and c.isupper() and token[index - 1].isupper() else c
        for index, c in enumerate(token)
    )
    if re.fullmatch(r"Mc[a-z]{3,}", said):
        said = "Mc" + said[2:].capitalize()
    return re.sub(r"(?<=[a-zà-ÿ])'([A-Z])(?=$)", lambda m: "'" + m[1].lower(), said)


def slug(text: str) -> str:
    """An identifier: small Latin letters, digits and single hyphens."""
    plain = anyascii(text).casefold().replace("'", "").replace("`", "")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def key(official: str) -> str:
    """What two spellings of one name share: Latin letters in any order of the words.

    ``JAELMESTAL`` and ``JALMESTAL`` are one spelling of an umlaut and the other.
    """
    plain = re.sub(r"[^a-z ]", "", anyascii(official).casefold().replace("-", " "))
    folded = plain.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    return " ".join(sorted(folded.split()))


def is_full(official: str) -> bool:
    """Whether a name has a given name that is written out."""
    _, given = split_official(official)
    return any(len(re.sub(r"[^\w]", "", token)) > 1 and "." not in token for token in given.split())


def year_of(games: str) -> int:
    """The year that ends the identifier of Games."""
    return int(games.rpartition("-")[2])
