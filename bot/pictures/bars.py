"""Medals as stacked bars: gold, silver, bronze from the left, each with its figure."""

from __future__ import annotations

from bot.answers.speaker import Speaker
from bot.answers.text import plain
from bot.facts.model import Medal
from bot.pictures import theme
from bot.pictures.content import MANY, Bars, Line
from bot.pictures.letters import width
from bot.pictures.sheet import LEADING, Sheet

_LEFT = theme.MARGIN + theme.PAD
_ROOM = theme.INNER - 2 * theme.PAD
_END = theme.RIGHT - theme.PAD
_LABEL = 560
"""Room for the names before bars of many, if they need it."""
_FIGURE = 100
"""Room for the figure behind such a bar."""
_SEAM = 3
_LEAST = 8
"""A part of a bar is never thinner than this, so that it is seen."""


def draw_bars(section: Bars, sheet: Sheet, speaker: Speaker) -> None:
    """Bars on one card, in one scale."""
    sheet.begin_card()
    sheet.y += 18
    if not section.colour:
        _draw_legend(sheet, speaker)
    if section.more and section.dense:
        _draw_more(section.more, sheet, speaker)
    most = max(1, *(_number(line, section.colour) for line in section.lines))
    label = _label(section.lines)
    for line in section.lines:
        if section.dense:
            _draw_dense(line, most, label, len(section.lines) > MANY, sheet)
        else:
            _draw_roomy(line, most, section.colour, sheet)
    if section.more and not section.dense:
        _draw_more(section.more, sheet, speaker)
    sheet.y += 14
    sheet.end_card()


def _number(line: Line, colour: Medal | None) -> int:
    return line.count.of(colour) if colour else line.count.total


def _label(lines: tuple[Line, ...]) -> int:
    widest = max(width(line.name, theme.LABEL.size) for line in lines)
    return min(_LABEL, round(widest) + 4)


def _draw_more(more: int, sheet: Sheet, speaker: Speaker) -> None:
    sheet.block(plain(speaker.say("picture-more", n=more)), _LEFT, _ROOM, theme.ASIDE)


def _draw_legend(sheet: Sheet, speaker: Speaker) -> None:
    """Which part of a bar is which."""
    x, middle = _LEFT, sheet.y + 22
    for medal in Medal:
        word = plain(speaker.say(f"medal-{medal}"))
        wide = round(width(word, theme.DETAIL.size))
        sheet.box(x, middle - 16, 32, 32, theme.MEDALS[medal], 6)
        sheet.centred(word, x + 46, middle, wide + 2, theme.DETAIL, "start")
        x += 46 + wide + 48
    sheet.y += 64


def _draw_roomy(line: Line, most: int, colour: Medal | None, sheet: Sheet) -> None:
    """A name and how many, the bar below, and the figures by colour in words."""
    sheet.y += 12
    total = round(width(line.total, theme.NAME.size, True))
    sheet.centred(line.total, _END, sheet.y + 22, total + 2, theme.NAME, "end")
    sheet.block(line.name, _LEFT, _ROOM - total - 32, theme.NAME)
    sheet.y += 8
    sheet.box(_LEFT, sheet.y, _ROOM, _TALL, theme.BACK, 6)
    _draw_bar(line, colour, most, (_LEFT, _ROOM, _TALL), sheet)
    sheet.y += _TALL + 10
    if line.words:
        sheet.block(line.words, _LEFT, _ROOM, theme.ASIDE)
    sheet.y += 14


_TALL = 52


def _draw_dense(line: Line, most: int, label: int, close: bool, sheet: Sheet) -> None:
    """A name, the bar and the number of medals on one line."""
    height, bar = (36, 32) if close else (54, 44)
    top, middle = sheet.y, sheet.y + height // 2
    sheet.y = middle - round(theme.LABEL.size * LEADING) // 2
    sheet.block(line.name, _LEFT, label, theme.LABEL, most=1)
    sheet.y = middle - bar // 2
    room = _ROOM - label - 24 - _FIGURE
    end = _draw_bar(line, None, most, (_LEFT + label + 24, room, bar), sheet)
    total = str(line.count.total)
    sheet.centred(total, end + 14, middle, _FIGURE - 14, theme.TOTAL, "start")
    sheet.y = top + height


def _draw_bar(
    line: Line, colour: Medal | None, most: int, place: tuple[int, int, int], sheet: Sheet
) -> int:
    """The parts of a bar; gives where it ends. ``place``: from where, how long, how tall."""
    x, room, tall = place
    end = x + room
    parts = [(medal, line.count.of(medal)) for medal in Medal if colour in (None, medal)]
    for medal, number in parts:
        if not number:
            continue
        wide = min(max(_LEAST, number * (room - 2 * _SEAM) // most), end - x)
        sheet.box(x, sheet.y, wide, tall, theme.MEDALS[medal], 6 if wide > 16 else 2)
        figure, type_ = str(number), theme.on_medal(medal, theme.LABEL.size)
        if width(figure, type_.size, True) + 10 <= wide:
            sheet.centred(figure, x + wide // 2, sheet.y + tall // 2, wide, type_)
        x += wide + _SEAM
    return x - _SEAM
