"""The entities that Telegram's servers find by themselves in any text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.local.entities.model import Entity, utf16_length

# Without a scheme a host counts as a link only if its last label is a real top-level domain.
_DOMAINS = "com|org|net|info|io|me|kz|ru|uk|de|fr|eu|us|edu|gov|int|app|dev|ai|tv|co|qa|cn|jp|tr|uz"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]+\.)+[a-z]{2,}\b", re.I)),
    (
        "url",
        re.compile(
            r"(?<![\w@.])(?:https?://[^\s<>\"«»]+|tg://[^\s<>\"«»]+"
            rf"|(?:[\w-]+\.)+(?:{_DOMAINS})\b(?::\d+)?(?:[/?#][^\s<>\"«»]*)?)",
            re.I,
        ),
    ),
    (
        "bot_command",
        re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])"),
    ),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z0-9_]{3,32}(?![\w])")),
    ("hashtag", re.compile(r"(?<![\w#])#(?=\w*[^\W\d_])\w{1,256}(?![\w#])")),
    ("cashtag", re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?![\w$])")),
)
_TRAILING = ".,:;!?'\")]}…"


def find_entities(text: str) -> list[Entity]:
    """Commands, mentions, links, addresses and tags in `text`, none overlapping another."""
    taken: list[tuple[int, int]] = []
    found: list[Entity] = []
    for kind, start, end in _candidates(text):
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            continue
        taken.append((start, end))
        found.append(Entity(kind, utf16_length(text[:start]), utf16_length(text[start:end])))
    return sorted(found, key=lambda entity: entity.offset)


def _candidates(text: str) -> Iterator[tuple[str, int, int]]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            end = match.end()
            if kind == "url":
                end -= len(match[0]) - len(match[0].rstrip(_TRAILING))
            yield kind, match.start(), end
