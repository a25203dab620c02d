"""What replies are made of, as text: their small HTML taken out, and how sentences begin."""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(r"</?[a-z][a-z-]*(?:\s[^<>]*)?>", re.IGNORECASE)


def plain(html: str) -> str:
    """The text that a person reads: without tags, character references resolved."""
    return unescape(_TAG.sub("", html))


def capital(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]
