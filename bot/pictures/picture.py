"""Pictures, from a question to a PNG file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.answers.pictured import Kind, Spec
from bot.answers.speaker import Speaker
from bot.facts.finding import Finding
from bot.facts.run import run
from bot.pictures import theme
from bot.pictures.athlete import athlete
from bot.pictures.board import board
from bot.pictures.by_games import by_games
from bot.pictures.caption import captioned, fits
from bot.pictures.comparison import comparison
from bot.pictures.content import Content, shorter, size, worth_drawing
from bot.pictures.day import day
from bot.pictures.drawing import Drawing
from bot.pictures.layout import laid_out
from bot.pictures.paint import painted
from bot.pictures.sport import sport


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, drawn. ``caption`` says in plain words all that it shows, in 1,024 units."""

    key: str
    png: bytes
    width: int
    height: int
    caption: str


@dataclass(frozen=True, slots=True)
class Sketch:
    """A picture thought out but not painted, which is what takes time.

    ``key`` stands for all that is seen: equal keys are equal pictures, today and after the facts,
    the words or the look have changed.
    """

    key: str
    caption: str
    drawing: Drawing

    def painted(self) -> Picture:
        """The picture itself; it takes some hundredths of a second."""
        drawing = self.drawing
        return Picture(self.key, painted(drawing), drawing.width, drawing.height, self.caption)


def sketch(spec: Spec, speaker: Speaker) -> Sketch | None:
    """Think a picture out in the speaker's language; none where there is nothing to show."""
    content = _CONTENTS[spec.kind](run(spec.query, speaker.store), speaker)
    if content is None or not worth_drawing(content):
        return None
    drawing, caption = laid_out(content, speaker), captioned(content, speaker)
    while size(content) > 1 and (drawing.height > theme.TALLEST or not fits(caption)):
        content = shorter(content)
        drawing, caption = laid_out(content, speaker), captioned(content, speaker)
    if drawing.height > theme.TALLEST or not fits(caption):
        return None
    return Sketch(_key(drawing), caption, drawing)


def _key(drawing: Drawing) -> str:
    """A name for a drawing, 32 characters."""
    seen = f"{theme.VERSION} {drawing!r}"
    return hashlib.sha256(seen.encode()).hexdigest()[:32]


_CONTENTS: Mapping[Kind, Callable[[Finding, Speaker], Content | None]] = {
    Kind.BOARD: board,
    Kind.ATHLETE: athlete,
    Kind.SPORT: sport,
    Kind.COMPARISON: comparison,
    Kind.BY_GAMES: by_games,
    Kind.DAY: day,
}
