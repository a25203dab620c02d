"""What a part names: people, delegations, Games, contests, medals, the table, firsts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.facts.query import ANY_MEDAL, EVERY, NO_MEDAL, Dim
from bot.language.chain import Tag
from bot.language.claims.part import CONDITIONS, HOME, Part, Stretch
from bot.language.frame import COLOURS
from bot.language.mentions import Mention, as_filters

_FIRSTS_EVER = "claim.first-medal-ever"

_FIRSTS = frozenset({"claim.first-gold", "claim.first-winter-gold", _FIRSTS_EVER})

_SPELT_OUT = 3
"""Words of "Kazakhstan's first gold", which is not "his first gold"."""


def named(part: Part, stretch: Stretch) -> Part:
    """Who, where, which Games, which medal."""
    where = [replace(m, negated=False) for m in stretch.mentions if m.dim in CONDITIONS]
    if any(m.dim is Dim.ATHLETE for m in stretch.mentions):
        where = [m for m in where if not _deed(m, stretch)]
    games = _values(stretch, Dim.GAMES)
    return _awarded(
        replace(
            part,
            athletes=tuple(
                _bearers(m, stretch.tags) for m in stretch.mentions if m.dim is Dim.ATHLETE
            ),
            npcs=_values(stretch, Dim.NPC),
            games=games,
            namesakes=_namesakes(games, stretch),
            conditions=as_filters(where),
            unknown=(*_several(where), *_ranges(games, stretch)),
        ),
        stretch,
    )


def _deed(mention: Mention, stretch: Stretch) -> bool:
    """Whether a discipline is as likely a verb: "he shot 247.7"."""
    said = (set(t.concepts) for t in stretch.tags if mention.start <= t.start < mention.end)
    return mention.dim is Dim.DISCIPLINE and any("kind.mark" in concepts for concepts in said)


def _values(stretch: Stretch, dim: Dim) -> tuple[str, ...]:
    return tuple(dict.fromkeys(v for m in stretch.mentions if m.dim is dim for v in m.values))


_SINGLE = (Dim.SPORT, Dim.DAY, Dim.CLASS, Dim.WEIGHT, Dim.DISTANCE)


def _several(where: Sequence[Mention]) -> Iterator[str]:
    """Dimensions with two values in one part: "in swimming and judo" would be two parts."""
    for dim in _SINGLE:
        if len({m.values for m in where if m.dim is dim}) > 1:
            yield dim.value


def _namesakes(games: tuple[str, ...], stretch: Stretch) -> tuple[str, ...]:
    """The other Games of a city, where nothing but its name is said."""
    told = ([c for c in t.concepts if c.startswith("games.")] for t in stretch.tags)
    cities = [[c.removeprefix("games.") for c in named] for named in told if len(named) > 1]
    if len(games) != 1 or len(cities) != 1 or games[0] not in cities[0]:
        return ()
    # a year or a season beside the city is a mention of its own, and settles which is meant
    several = sum(m.dim is Dim.GAMES for m in stretch.mentions) > 1
    if several or any(c.startswith("season.") for t in stretch.tags for c in t.concepts):
        return ()
    return tuple(g for g in cities[0] if g != games[0])


def _ranges(games: tuple[str, ...], stretch: Stretch) -> tuple[str, ...]:
    """Games on one side of others, which no rule weighs; all those of a season may be."""
    seasons = [t for t in stretch.tags if any(c.startswith("season.") for c in t.concepts)]
    told = [m for m in stretch.mentions if m.dim is Dim.GAMES]
    whole = len(told) == len(seasons) == 1 and told[0].start == seasons[0].start
    return ("games",) if len(games) > 1 and EVERY not in games and not whole else ()


def _awarded(part: Part, stretch: Stretch) -> Part:
    """The medals spoken of, and whether by a place: "came second"."""
    said = _values(stretch, Dim.MEDAL)
    won = {n for m in stretch.mentions if m.dim is Dim.MEDAL for n in range(m.start, m.end)}
    by_place = bool(won) and not won & stretch.role("colour")
    # words are compared with doubled letters as one, and so "33rd" with "3rd"
    tags = [t for t in stretch.tags if set(range(t.start, t.end)) <= won]
    place = next((int(f) for t in tags if len(f := _figures(t)) > 1), None)
    # "in the top three" is a medal of people and a place of countries
    unknown = ("medal",) if ANY_MEDAL in said and by_place else ()
    return replace(
        part,
        colours=() if place else tuple(v for v in said if v in COLOURS),
        place=place,
        by_place=by_place,
        medal=ANY_MEDAL in said,
        none=NO_MEDAL in said,
        unknown=(*part.unknown, *unknown),
    )


def tabled(part: Part, stretch: Stretch) -> Part:
    """The table of medals and its first place; or the first medal of all."""
    table = stretch.role("table")
    if table or "kind.rank" in part.words:
        stretch.used.update(table)
        part = replace(part, table=True, medal=False)
    first = stretch.free("first")
    earlier = _earliest(part, stretch)
    if earlier is not None:
        return earlier
    placed = part.table or "kind.place" in part.words
    if first and placed and not part.colours and part.place is None:
        stretch.used.update(first)
        part = replace(part, place=1)
    return part


def _earliest(part: Part, stretch: Stretch) -> Part | None:
    """The first medal or gold of a delegation, in one word or in several."""
    told = [t for t in stretch.tags if set(t.concepts) & _FIRSTS]
    if len(told) == 1 and (part.npcs or told[0].end - told[0].start >= _SPELT_OUT):
        stretch.take(*told)
        colours = () if _FIRSTS_EVER in told[0].concepts else ("gold",)
        npcs = part.npcs or (HOME,)
        return replace(part, first=True, colours=colours, medal=True, npcs=npcs)
    first = stretch.free("earliest") or _spelt(stretch)
    if first and (part.colours or part.medal) and not part.by_place:
        stretch.used.update(first)
        return replace(part, first=True)
    return None


def _spelt(stretch: Stretch) -> set[int]:
    """The words of a "first medal" that is one phrase."""
    first = [t for t in stretch.tags if {"ord.first", "medal.any"} <= set(t.concepts)]
    return {n for t in first for n in range(t.start, t.end)}


def _figures(tag: Tag) -> str:
    """The figures by which a tag says a place: "3rd place"."""
    return "".join(c for c in tag.text if c.isdigit())


def _bearers(mention: Mention, tags: Sequence[Tag]) -> tuple[str, ...]:
    """Those meant by the context first, then all others of the name."""
    named = [t.names for t in tags if t.names and mention.start <= t.start < mention.end]
    common = set(named[0]).intersection(*named[1:]) if named else set()
    others = sorted(name.partition(".")[2] for name in common)
    return tuple(dict.fromkeys((*mention.values, *others)))
