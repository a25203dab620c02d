"""What all pictures have in common: colours, sizes of type, measures in pixels."""

from __future__ import annotations

from collections.abc import Mapping

from bot.facts.model import Medal
from bot.pictures.drawing import Type

VERSION = 1
"""Of the look: with another one, pictures that Telegram keeps are drawn and sent anew."""

WIDTH = 1280
"""As wide as Telegram shows a photo without asking for more."""
TALLEST = 1600
MARGIN = 56
PAD = 32
"""Between the edge of a card and what is on it."""
GAP = 24
"""Between cards."""
INNER = WIDTH - 2 * MARGIN
RIGHT = WIDTH - MARGIN
RADIUS = 20

# The blue and the gold of Kazakhstan's flag, on a quiet ground.
SKY = "#00AFCA"
SUN = "#FEC50C"
BACK = "#EDF3F7"
CARD = "#FFFFFF"
RULE = "#DCE6EC"
HEAD = "#0B3A5B"
ON_HEAD = "#FFFFFF"
SOFT_ON_HEAD = "#C4E6F3"
INK = "#10283A"
SOFT = "#48606F"

# Light, middling and dark, so that they differ for those who see no colours; words or figures
# stand beside or on them everywhere.
MEDALS: Mapping[Medal, str] = {
    Medal.GOLD: "#F4BB14",
    Medal.SILVER: "#A3B1BC",
    Medal.BRONZE: "#96552A",
}
ON_MEDALS: Mapping[Medal, str] = {
    Medal.GOLD: INK,
    Medal.SILVER: INK,
    Medal.BRONZE: "#FFFFFF",
}

TITLE = (60, 54, 48)
"""Sizes of a title, the biggest that fits one line; in the last it may take two."""

# Nothing is set smaller than 30 pixels.
SUBTITLE = Type(36, SOFT_ON_HEAD, HEAD)
FIGURE = Type(68, INK, CARD, bold=True)
NAME = Type(36, INK, CARD, bold=True)
TEXT = Type(32, INK, CARD)
ASIDE = Type(32, SOFT, CARD)
TOTAL = Type(32, INK, CARD, bold=True)
LABEL = Type(30, INK, CARD)
DETAIL = Type(30, SOFT, CARD)
NONE = Type(36, SOFT, CARD)
"""A nought in a table."""
NOTE = Type(32, INK, BACK)
FOOT = Type(30, SOFT, BACK)


def on_medal(medal: Medal, size: int) -> Type:
    """A figure on the colour of a medal."""
    return Type(size, ON_MEDALS[medal], MEDALS[medal], bold=True)
