"""As many names as wanted, in the likeness of the real ones, and slips in them."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from bot.answers.robustness import edited
from bot.facts.model import Facts

TYPOS = ("neighbour key", "swap", "deletion", "doubled letter")
SEED = 2024


def real_names(facts: Facts) -> list[tuple[str, str]]:
    """Given name and surname of every athlete who has both, in small Latin letters."""
    found: dict[tuple[str, str], None] = {}
    for athlete in facts.athletes.values():
        words = athlete.official.split()
        surname = [w for w in words if w.isupper() and len(w) > 1]
        given = [w for w in words if w not in surname]
        if surname and given and all(w.isascii() and w.isalpha() for w in (given[0], surname[-1])):
            found[given[0].lower(), surname[-1].lower()] = None
    return list(found)


def made_names(facts: Facts, number: int, seed: int = SEED) -> list[str]:
    """So many different names, the real ones first.

    The others join the beginning of one real word to the end of another: a third as many surnames
    as people, and a fiftieth as many given names, which is what large lists of athletes have.
    """
    random = Random(seed)
    real = real_names(facts)
    givens = _mixed([given for given, _ in real], max(200, number // 50), random)
    surnames = _mixed([surname for _, surname in real], max(400, number // 3), random)
    names = dict.fromkeys(f"{given} {surname}" for given, surname in real[:number])
    while len(names) < number:
        names[f"{random.choice(givens)} {random.choice(surnames)}"] = None
    return list(names)


def _mixed(words: list[str], number: int, random: Random) -> list[str]:
    """So many different words made of the beginnings and ends of real ones, or all there can be."""
    found = dict.fromkeys(words)
    for _ in range(20 * number):
        if len(found) >= number:
            break
        head, tail = random.choice(words), random.choice(words)
        word = head[: random.randint(2, 5)] + tail[-random.randint(3, 6) :]
        if 4 <= len(word) <= 14:
            found[word] = None
    return list(found)


def misspelt(
    names: Sequence[str], typos: int, number: int, seed: int = SEED
) -> list[tuple[str, str]]:
    """So many names chosen by chance, each as it is and with so many typos."""
    random = Random(f"{seed} {typos}")
    made = ((name, edited(name, typos, random, TYPOS)) for name in random.sample(names, number))
    return [(name, text) for name, text in made if text and text != name]
