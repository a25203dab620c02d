"""Messages such as nobody writes and everybody might: made by chance, the same for a seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

from bot.answers.engine import Engine

_BLOCKS = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x590, 0x6FF),
    (0x900, 0x97F), (0xE00, 0xE7F), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2070, 0x20CF),
    (0x2100, 0x218F), (0x2190, 0x21FF), (0x2460, 0x24FF), (0x2600, 0x27BF), (0x3040, 0x30FF),
    (0x4E00, 0x4FFF), (0xAC00, 0xACFF), (0xE000, 0xE0FF), (0xFB00, 0xFDFF), (0xFE00, 0xFE0F),
    (0xFF00, 0xFFEF), (0x1D400, 0x1D4FF), (0x1F1E6, 0x1F1FF), (0x1F300, 0x1F64F),
    (0xE0001, 0xE007F),
)  # fmt: skip
_MARKUP = (
    "<b>", "</b>", "<i>", "<a href='x'>", "</", "<", ">", "&", "&amp;", "&#x1F600;", "*", "_", "`",
    "[x](y)", "{ $n }", "{", "}", "%s", "{0}", "\\", '"', "'", "\n", "\t", "\u200b", "\u202e",
    "\x00", "@altyn_bot", "@", "#", "https://t.me/x?start=1", "tg://user?id=1", "--", ";",
    "DROP TABLE",
)  # fmt: skip
_CODES = ("T54", "sb13", "J2", "SH1", "-54", "+70", "54 kg", "100m", "4x100", "2024", "1:04.83",
          "0", "39", "-1", "1e9", "99999999999999999999", "½", "٣", "VII",
          "30.02.2024")  # fmt: skip


def messages(engine: Engine, questions: Sequence[str], seed: str) -> Iterator[str]:
    """Messages without end: text of every kind, pieces of names, facts, commands and markup."""
    random = Random(seed)
    facts = engine.store.facts
    names = [name for a in facts.athletes.values() for name in a.names.values()]
    places = [name for s in facts.sports.values() for name in s.names.values()]
    places += [g.city.get("en", "") for g in facts.games.values()]
    whole = (_MARKUP, _CODES, [f"/{name}" for name in engine.commands], names, places)

    def letters() -> str:
        first, last = random.choice(_BLOCKS)
        return "".join(chr(random.randint(first, last)) for _ in range(random.randint(1, 12)))

    def piece(text: str) -> str:
        start = random.randrange(len(text)) if text else 0
        return text[start : start + random.randint(1, 30)]

    makers: tuple[Callable[[], str], ...] = (
        letters,
        lambda: random.choice(random.choice(whole)),
        lambda: random.choice(random.choice(whole)),
        lambda: piece(random.choice(names)),
        lambda: piece(random.choice(questions)),
        lambda: random.choice(random.choice(questions).split() or [""]),
    )
    while True:
        glue = random.choice(("", " ", " ", " ", "\n"))
        parts = (random.choice(makers)() for _ in range(random.choice((1, 1, 2, 3, 4, 6, 9, 30))))
        text = glue.join(parts)[:4096]
        if text.strip():
            yield text
