"""What Telegram does to every text before it is stored: clean, trim, merge, sort, find links."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate

from bot.local.entities.auto import find_entities
from bot.local.entities.model import Entity, FormattedText, utf16_length

_BLANK = " \n"
# Dropped from texts: carriage returns, line and paragraph separators, direction overrides.
_DROPPED = re.compile("[\r\u2028-\u202e]")
_CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f]")
_MERGED = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
_CODE = frozenset({"code", "pre"})
_QUOTES = frozenset({"blockquote", "expandable_blockquote"})
_ORDER = {
    kind: rank
    for rank, kind in enumerate(
        ("expandable_blockquote", "blockquote", "pre", "code", "text_link", "text_mention")
    )
}


def tidy(text: str, entities: list[Entity]) -> FormattedText:
    """The text as the server keeps it, with its own entities added to those given."""
    text, entities = _clean(text, entities)
    text, entities = _trim(text, entities)
    given = _without_nested_blocks(_merge(entities))
    found = [entity for entity in find_entities(text) if not _blocked(entity, given)]
    return FormattedText(text, tuple(sorted([*given, *found], key=_rank)))


def _rank(entity: Entity) -> tuple[int, int, int]:
    return entity.offset, -entity.length, _ORDER.get(entity.type, len(_ORDER))


def _clean(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    text = _CONTROL.sub(" ", text)
    if not _DROPPED.search(text):
        return text, entities
    kept = [utf16_length(char) * (not _DROPPED.match(char)) for char in text]
    widths = [utf16_length(char) for char in text]
    # Where each old UTF-16 position lands after the removal.
    old = [0, *accumulate(widths)]
    new = dict(zip(old, [0, *accumulate(kept)], strict=True))
    moved = [
        replace(entity, offset=new[entity.offset], length=new[entity.end] - new[entity.offset])
        for entity in entities
    ]
    return _DROPPED.sub("", text), [entity for entity in moved if entity.length]


def _trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without blanks at both ends; in front only as far as the first entity."""
    trimmed = text.rstrip(_BLANK)
    end = utf16_length(trimmed)
    first = min((entity.offset for entity in entities), default=end)
    front = min(len(trimmed) - len(trimmed.lstrip(_BLANK)), first)
    fitted = []
    for entity in entities:
        length = min(entity.end, end) - entity.offset
        if length > 0:
            fitted.append(replace(entity, offset=entity.offset - front, length=length))
    return trimmed[front:], fitted


def _merge(entities: list[Entity]) -> list[Entity]:
    """Neighbouring or overlapping stretches of the same style become one."""
    merged: list[Entity] = []
    for entity in sorted(entities, key=lambda entity: (entity.type, entity.offset)):
        last = merged[-1] if merged else None
        joins = last and last.type == entity.type and entity.type in _MERGED
        if last and joins and entity.offset <= last.end:
            end = max(last.end, entity.end)
            merged[-1] = replace(last, length=end - last.offset)
        else:
            merged.append(entity)
    return merged


def _without_nested_blocks(entities: list[Entity]) -> list[Entity]:
    """Code holds nothing, quotations hold no quotations; a lone code has no language."""
    kept: list[Entity] = []
    for entity in sorted(entities, key=_rank):
        if any(_may_not_hold(outer, entity) for outer in kept):
            continue
        kept.append(replace(entity, extra={}) if entity.type == "code" else entity)
    return kept


def _may_not_hold(outer: Entity, inner: Entity) -> bool:
    overlap = inner.offset < outer.end and outer.offset < inner.end
    quotes = outer.type in _QUOTES and inner.type in _QUOTES
    return overlap and (outer.type in _CODE or quotes)


def _blocked(found: Entity, given: list[Entity]) -> bool:
    """Whether a found entity lies on one that can't share its text."""
    sharing = _MERGED | _QUOTES
    return any(
        found.offset < entity.end and entity.offset < found.end and entity.type not in sharing
        for entity in given
    )
