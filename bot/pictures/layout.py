"""From content to a drawing: the heading, the sections, where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.answers.speaker import Speaker
from bot.answers.text import plain
from bot.pictures import theme
from bot.pictures.bars import draw_bars
from bot.pictures.content import Content, Items, Note, Section, Table, Tally
from bot.pictures.drawing import Drawing, Type
from bot.pictures.letters import biggest
from bot.pictures.rows import draw_items, draw_note, draw_table, draw_tally
from bot.pictures.sheet import Sheet


def laid_out(content: Content, speaker: Speaker) -> Drawing:
    """The drawing of some content; it is as tall as the content asks for."""
    sheet = Sheet()
    _head(content, sheet)
    for section in content.sections:
        _DRAWN.get(type(section), draw_bars)(section, sheet, speaker)
    _foot(content, sheet, speaker)
    return sheet.finished()


_DRAWN: Mapping[type[Section], Callable[[Any, Sheet, Speaker], None]] = {
    Tally: draw_tally,
    Items: draw_items,
    Table: draw_table,
    Note: draw_note,
}


def _head(content: Content, sheet: Sheet) -> None:
    """Title and subtitle on a deep blue band, which is drawn first and sized afterwards."""
    tall = _height_of_head(content)
    sheet.box(0, 0, theme.WIDTH, tall, theme.HEAD)
    sheet.box(0, tall, theme.WIDTH, _STRIPE, theme.SKY)
    sheet.box(theme.MARGIN, tall, _SUN, _STRIPE, theme.SUN)
    _write_head(content, sheet)
    sheet.y = tall + _STRIPE + theme.GAP + 4


_STRIPE = 10
_SUN = 144
_ABOVE = 30
_BELOW = 28


def _write_head(content: Content, sheet: Sheet) -> None:
    sheet.y = _ABOVE
    size = biggest(content.title, theme.TITLE, True, theme.INNER)
    title = Type(size, theme.ON_HEAD, theme.HEAD, bold=True)
    sheet.block(content.title, theme.MARGIN, theme.INNER, title)
    sheet.block(content.subtitle, theme.MARGIN, theme.INNER, theme.SUBTITLE)


def _height_of_head(content: Content) -> int:
    trial = Sheet()
    _write_head(content, trial)
    return trial.y + _BELOW


def _foot(content: Content, sheet: Sheet, speaker: Speaker) -> None:
    """Sources and the bot's name, small."""
    for text in (content.source, plain(speaker.say("picture-bot"))):
        if text:
            sheet.block(text, theme.MARGIN, theme.INNER, theme.FOOT)
    sheet.y += _BELOW
