"""The words of a picture, for those who hear it: everything that it shows, in its order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.answers.speaker import Speaker
from bot.answers.text import plain
from bot.facts.model import Medal
from bot.pictures.content import Bars, Content, Items, Line, Note, Section, Table, Tally
from bot.pictures.wording import in_words

LIMIT = 1024
"""UTF-16 units that a caption may have."""


def captioned(content: Content, speaker: Speaker) -> str:
    """The caption of a picture: plain text, a line for each fact."""
    what = f"{content.title}. {content.subtitle}"
    lines = [plain(speaker.say("picture-of", what=what))]
    for section in content.sections:
        lines += _SAID[type(section)](section, speaker)
    return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ")


def fits(caption: str) -> bool:
    """Whether Telegram takes a caption."""
    return len(caption.encode("utf-16-le")) // 2 <= LIMIT


def _tally(section: Tally, speaker: Speaker) -> list[str]:
    return [in_words(section.count, speaker)]


def _items(section: Items, speaker: Speaker) -> list[str]:
    lines = [f"{item.who} — {item.what}" for item in section.items]
    return lines + _more(section.more, speaker)


def _table(section: Table, speaker: Speaker) -> list[str]:
    return _in_figures(section.lines, section.more, speaker)


def _bars(section: Bars, speaker: Speaker) -> list[str]:
    if not section.dense:
        lines = [": ".join(filter(None, (li.name, li.total, li.words))) for li in section.lines]
        return lines + _more(section.more, speaker)
    head, *lines = _in_figures(section.lines, section.more, speaker)
    return [head, *lines[len(section.lines) :], *lines[: len(section.lines)]]


def _in_figures(lines: tuple[Line, ...], more: int, speaker: Speaker) -> list[str]:
    """Many lines: the colours are named once, in their order."""
    names = ", ".join(plain(speaker.say(f"medal-{medal}")) for medal in Medal)
    told = (f"{li.name}: {li.count.gold}, {li.count.silver}, {li.count.bronze}" for li in lines)
    return [f"{names}:", *told, *_more(more, speaker)]


def _note(section: Note, _: Speaker) -> list[str]:
    return [section.text]


def _more(more: int, speaker: Speaker) -> list[str]:
    return [plain(speaker.say("picture-more", n=more))] if more else []


_SAID: Mapping[type[Section], Callable[[Any, Speaker], list[str]]] = {
    Tally: _tally,
    Items: _items,
    Table: _table,
    Bars: _bars,
    Note: _note,
}
