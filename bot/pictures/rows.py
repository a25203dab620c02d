"""Sections that are read row by row: medals in figures, results, tables, sentences."""

from __future__ import annotations

from bot.answers.speaker import Speaker
from bot.answers.text import plain
from bot.facts.model import Medal
from bot.pictures import theme
from bot.pictures.content import Item, Items, Line, Note, Table, Tally
from bot.pictures.drawing import Type
from bot.pictures.letters import width
from bot.pictures.sheet import LEADING, Sheet

_DISC = 32
_TIGHT = 10
"""Above and below a row."""
_LEFT = theme.MARGIN + theme.PAD
_TEXT_AT = _LEFT + 2 * _DISC + 28
_TEXT_ROOM = theme.RIGHT - theme.PAD - _TEXT_AT
_COLUMNS = {Medal.GOLD: 780, Medal.SILVER: 940, Medal.BRONZE: 1100}
"""Where the columns of a table have their middles."""
_COLUMN_ROOM = 150


def draw_tally(section: Tally, sheet: Sheet, speaker: Speaker) -> None:
    """Medals by colour in big figures, each beside its disc and its word."""
    sheet.begin_card()
    middle = sheet.y + 54
    third = (theme.INNER - 2 * theme.PAD) // 3
    for number, medal in enumerate(Medal):
        x = _LEFT + number * third
        sheet.disc(x + 30, middle, 30, theme.MEDALS[medal])
        figure = str(section.count.of(medal))
        sheet.centred(figure, x + 78, middle, 140, theme.FIGURE, "start")
        after = x + 78 + round(width(figure, theme.FIGURE.size, True)) + 16
        word = plain(speaker.say(f"medal-{medal}"))
        room = x + third - after
        sheet.centred(word, after, middle + 9, room, theme.ASIDE, "start")
    sheet.y += 108
    sheet.end_card()


def draw_items(section: Items, sheet: Sheet, speaker: Speaker) -> None:
    """Results, one below the other."""
    sheet.begin_card()
    sheet.y += 6
    for number, item in enumerate(section.items):
        if number:
            sheet.rule()
        _draw_item(item, sheet)
    _draw_more(section.more, sheet, speaker)
    sheet.y += 6
    sheet.end_card()


def _draw_item(item: Item, sheet: Sheet) -> None:
    sheet.y += _TIGHT
    middle = sheet.y + round((theme.NAME.size + theme.DETAIL.size) * LEADING) // 2
    _draw_token(item, middle, sheet)
    sheet.block(item.who, _TEXT_AT, _TEXT_ROOM, theme.NAME)
    sheet.block(item.what, _TEXT_AT, _TEXT_ROOM, theme.DETAIL, most=3)
    sheet.y += _TIGHT


def _draw_token(item: Item, middle: int, sheet: Sheet) -> None:
    """The place: on a disc of the medal's colour, or on a pale one where there is none."""
    x = _LEFT + _DISC
    if item.medal:
        type_ = theme.on_medal(item.medal, theme.TEXT.size)
        place = str(list(Medal).index(item.medal) + 1)
    else:
        type_ = Type(theme.TEXT.size, theme.INK, theme.RULE, bold=True)
        place = str(item.place or "–")
    sheet.disc(x, middle, _DISC, type_.on)
    sheet.centred(place, x, middle, 2 * _DISC - 4, type_)


def draw_table(section: Table, sheet: Sheet, speaker: Speaker) -> None:
    """Names with medals in columns by colour."""
    sheet.begin_card()
    _draw_columns(sheet, speaker)
    for line in section.lines:
        sheet.rule()
        _draw_line(line, sheet)
    _draw_more(section.more, sheet, speaker)
    sheet.y += 6
    sheet.end_card()


def _draw_columns(sheet: Sheet, speaker: Speaker) -> None:
    """Which column is which, by disc and word."""
    sheet.y += 18
    for medal, x in _COLUMNS.items():
        word = plain(speaker.say(f"medal-{medal}"))
        sheet.disc(x, sheet.y + 20, 20, theme.MEDALS[medal])
        sheet.centred(word, x, sheet.y + 66, _COLUMN_ROOM, theme.DETAIL)
    sheet.y += 94


def _draw_line(line: Line, sheet: Sheet) -> None:
    sheet.y += 7
    top = sheet.y
    sheet.block(line.name, _LEFT, _COLUMNS[Medal.GOLD] - _LEFT - 90, theme.TEXT)
    middle = (top + sheet.y) // 2
    for medal, x in _COLUMNS.items():
        number = line.count.of(medal)
        type_ = theme.NAME if number else theme.NONE
        sheet.centred(str(number), x, middle, _COLUMN_ROOM, type_)
    sheet.y += 7


def draw_note(section: Note, sheet: Sheet, _: Speaker) -> None:
    """A sentence, on the ground between the cards."""
    sheet.block(section.text, theme.MARGIN, theme.INNER, theme.NOTE, most=5)
    sheet.y += theme.GAP // 2


def _draw_more(more: int, sheet: Sheet, speaker: Speaker) -> None:
    if more:
        sheet.rule()
        sheet.y += _TIGHT
        text = plain(speaker.say("picture-more", n=more))
        sheet.block(text, _LEFT, theme.INNER - 2 * theme.PAD, theme.ASIDE)
        sheet.y += _TIGHT // 2
