"""The size of a picture, read from its header: PNG, JPEG, GIF and WebP."""

from __future__ import annotations

import struct

# JPEG start-of-frame markers; C4, C8 and CC in that range mean other things.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def image_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels; None when the bytes are no picture that is known here."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR":
        return _pair(">II", content, 16)
    if content.startswith((b"GIF87a", b"GIF89a")):
        return _pair("<HH", content, 6)
    if content.startswith(b"\xff\xd8"):
        return _jpeg(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _webp(content)
    return None


def _pair(layout: str, content: bytes, at: int) -> tuple[int, int] | None:
    if len(content) < at + struct.calcsize(layout):
        return None
    first, second = struct.unpack_from(layout, content, at)
    return (first, second) if first and second else None


def _jpeg(content: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 4 <= len(content) and content[position] == 0xFF:
        marker = content[position + 1]
        if marker in _FRAMES:
            found = _pair(">HH", content, position + 5)
            return (found[1], found[0]) if found else None
        position += 2 + int.from_bytes(content[position + 2 : position + 4], "big")
    return None


def _webp(content: bytes) -> tuple[int, int] | None:
    kind = content[12:16]
    if kind == b"VP8X" and len(content) >= 30:
        width = int.from_bytes(content[24:27], "little") + 1
        return width, int.from_bytes(content[27:30], "little") + 1
    if kind == b"VP8 ":
        found = _pair("<HH", content, 26)
        return (found[0] & 0x3FFF, found[1] & 0x3FFF) if found else None
    if kind == b"VP8L" and len(content) >= 25:
        bits = int.from_bytes(content[21:25], "little")
        return (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1
    return None
