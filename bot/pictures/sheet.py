"""A sheet being filled from top to bottom."""

from __future__ import annotations

from bot.pictures import theme
from bot.pictures.drawing import Anchor, Box, Disc, Drawing, Mark, Type, Words
from bot.pictures.letters import wrap

LEADING = 1.27
"""From one baseline to the next, in sizes of the type."""
_RISE = 0.97
"""From the top of a line to its baseline."""
_MIDDLE = 0.364
"""Half the height of a capital letter."""


class Sheet:
    """Marks, and how far down the sheet is filled. All measures in pixels."""

    def __init__(self) -> None:
        self.y = 0
        self._marks: list[Mark] = []
        self._cards: list[tuple[int, int]] = []

    def box(self, x: int, y: int, width: int, height: int, fill: str, radius: int = 0) -> None:
        """Draw a box."""
        self._marks.append(Box(x, y, width, height, fill, radius))

    def disc(self, x: int, y: int, radius: int, fill: str) -> None:
        """Draw a disc."""
        self._marks.append(Disc(x, y, radius, fill))

    def block(
        self,
        text: str,
        x: int,
        room: float,
        type_: Type,
        most: int = 2,
    ) -> None:
        """Write a text from the left, on as many lines as it needs, and move below it."""
        for line in wrap(text, type_.size, type_.bold, room, most):
            baseline = self.y + round(type_.size * _RISE)
            self._marks.append(Words(x, baseline, line, type_, room))
            self.y += round(type_.size * LEADING)

    def centred(
        self,
        text: str,
        x: int,
        middle: int,
        room: float,
        type_: Type,
        anchor: Anchor = "middle",
    ) -> None:
        """Write one line whose capital letters are centred on a height; the sheet stays there."""
        baseline = middle + round(type_.size * _MIDDLE)
        line = wrap(text, type_.size, type_.bold, room, 1)[0]
        self._marks.append(Words(x, baseline, line, type_, room, anchor))

    def begin_card(self) -> None:
        """Begin a white card; what is drawn until its end lies on it."""
        self._cards.append((len(self._marks), self.y))

    def end_card(self) -> None:
        """End the card here, and leave a gap below it."""
        place, top = self._cards.pop()
        box = Box(theme.MARGIN, top, theme.INNER, self.y - top, theme.CARD, theme.RADIUS)
        self._marks.insert(place, box)
        self.y += theme.GAP

    def rule(self) -> None:
        """A thin line across the card."""
        x = theme.MARGIN + theme.PAD
        self.box(x, self.y, theme.INNER - 2 * theme.PAD, 2, theme.RULE)

    def finished(self) -> Drawing:
        """The drawing, as tall as it has become."""
        return Drawing(theme.WIDTH, self.y, theme.BACK, tuple(self._marks))
