"""Text from outside, which may be no text."""

from __future__ import annotations


def sound(text: str) -> str:
    """Text that can be encoded: JSON and the command line can hold halves of characters."""
    return text.encode("utf-8", "replace").decode("utf-8")
