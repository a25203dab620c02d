"""From tags to conditions: what an utterance names, with its negations and its numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.facts.query import ANY_MEDAL, EVERY, NO_MEDAL, Dim, Filter
from bot.language.chain import NEUTRAL, Tag
from bot.language.value import YEAR, Known, Value

_PREFIXES = {
    "sport": Dim.SPORT,
    "discipline": Dim.DISCIPLINE,
    "athlete": Dim.ATHLETE,
    "npc": Dim.NPC,
    "games": Dim.GAMES,
    "gender": Dim.GENDER,
    "medal": Dim.MEDAL,
    "venue": Dim.VENUE,
}
_JOINS = frozenset(
    {"kind.sport", "cmp.and", "cmp.or", "cmp.vs", NEUTRAL, "number.approx", "time.since",
     "time.after", "time.before", "weight.upto"}
)  # fmt: skip


_WITHOUT = "not.self"
"""A word that says by itself that what it names is excluded: the Kazakh for "without bronze"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A named value of a dimension, where it stands, and whether it is excluded.

    ``values`` are several when a name has several bearers, of which one is meant.
    """

    dim: Dim
    values: tuple[str, ...]
    start: int
    end: int
    negated: bool = False
    quality: float = 1.0
    every: bool = False
    """Whether all of ``values`` are meant, as with a word for two disciplines."""


def find_mentions(tags: Sequence[Tag], values: Iterable[Value], known: Known) -> list[Mention]:
    """Everything that an utterance names, in order."""
    without = {tag.start for tag in tags if _WITHOUT in tag.concepts}
    found = [mention for tag in tags for mention in _of_tag(tag)]
    found += [_of_value(value, known) for value in values if value.dim]
    found.sort(key=lambda mention: mention.start)
    merged = _merge_names(found)
    return [replace(m, negated=m.start in without or _negated(m, merged, tags)) for m in merged]


def _of_tag(tag: Tag) -> Iterable[Mention]:
    if tag.names:
        grouped: dict[Dim, list[str]] = {}
        for concept in tag.names:
            prefix, _, value = concept.partition(".")
            grouped.setdefault(_PREFIXES[prefix], []).append(value)
        for dim, values in grouped.items():
            yield Mention(dim, tuple(values), tag.start, tag.end, quality=tag.quality)
        return
    by_dim: dict[Dim, list[str]] = {}
    for concept in tag.concepts:
        prefix, _, value = concept.partition(".")
        if prefix in _PREFIXES:
            by_dim.setdefault(_PREFIXES[prefix], []).append(_value(value))
    for dim, named in by_dim.items():
        # a city of two Games means one of them; a word for two disciplines means both
        several = len(named) > 1 and dim is not Dim.GAMES
        yield Mention(dim, tuple(named), tag.start, tag.end, quality=tag.quality, every=several)


def _value(value: str) -> str:
    special = {"any": ANY_MEDAL, "none": NO_MEDAL, "every": EVERY}
    return special.get(value, value)


def _of_value(value: Value, known: Known) -> Mention:
    if value.dim is Dim.GAMES:
        year = int(value.text.removeprefix(YEAR))
        games = known.years.get(year, ())
        return Mention(Dim.GAMES, games or (value.text,), value.start, value.end)
    return Mention(value.dim or Dim.MARK, (value.text,), value.start, value.end)


def _merge_names(found: list[Mention]) -> list[Mention]:
    """Neighbouring names that can be one bearer's (given name and surname) as one mention."""
    merged: list[Mention] = []
    for mention in found:
        last = merged[-1] if merged else None
        if last and _same_bearer(last, mention):
            common = tuple(v for v in last.values if v in mention.values)
            quality = min(last.quality, mention.quality)
            merged[-1] = replace(last, values=common, end=mention.end, quality=quality)
        else:
            merged.append(mention)
    return merged


def _same_bearer(last: Mention, mention: Mention) -> bool:
    if last.dim is not mention.dim or mention.start - last.end > 0:
        return False
    if mention.dim not in (Dim.ATHLETE, Dim.GAMES) or last.every or mention.every:
        return False
    return not set(last.values).isdisjoint(mention.values)


def _negated(mention: Mention, mentions: list[Mention], tags: Sequence[Tag]) -> bool:
    """Whether an excluding word before or after governs the mention.

    It reaches over joined names: "outside judo and swimming".
    """
    return _governed(mention, mentions, tags, "not.before", -1) or _governed(
        mention, mentions, tags, "not.after", 1
    )


def _governed(
    mention: Mention, mentions: list[Mention], tags: Sequence[Tag], word: str, step: int
) -> bool:
    inside = {t for m in mentions if m.dim is mention.dim for t in range(m.start, m.end)}
    order = tags if step > 0 else tuple(reversed(tags))
    edge = mention.end if step > 0 else mention.start
    for tag in order:
        beyond = tag.start >= edge if step > 0 else tag.end <= edge
        if not beyond:
            continue
        if word in tag.concepts:
            return True
        if tag.start in inside or not _JOINS.isdisjoint(tag.concepts):
            continue
        return False
    return False


def as_filters(mentions: Iterable[Mention]) -> tuple[Filter, ...]:
    """The conditions that mentions set: values of one dimension are alternatives."""
    wanted: dict[tuple[Dim, bool], list[str]] = {}
    for mention in mentions:
        wanted.setdefault((mention.dim, mention.negated), []).extend(mention.values)
    return tuple(
        Filter(dim, tuple(dict.fromkeys(values)), negated)
        for (dim, negated), values in wanted.items()
    )
