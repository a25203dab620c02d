"""Which Games are meant: by city, year, season, and words such as "last time" or "before"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.facts.model import Facts, Games, Season
from bot.facts.query import EVERY, Dim
from bot.language.chain import NEUTRAL, Tag
from bot.language.mentions import Mention

_SEASONS = {"season.winter": Season.WINTER, "season.summer": Season.SUMMER}
_ENDS = {"ord.first": min, "ord.last": max}
_OF_SEASONS = {*_SEASONS, NEUTRAL, "kind.games"}
_BESIDE = 3
"""So many words before that for the Games may stand what says which."""
_BEFORE, _UNTIL = "time.before", "time.until"
_AFTER, _SINCE = "time.after", "time.since"


def _intersected(mentions: list[Mention]) -> list[Mention]:
    """Of "all Games" and "up to Paris" both hold: the Games that are meant by every word."""
    sets = [m for m in mentions if m.dim is Dim.GAMES and (m.every or EVERY in m.values)]
    single = [m for m in mentions if m.dim is Dim.GAMES and m not in sets]
    narrow = [m for m in sets if EVERY not in m.values]
    if single or len(sets) < 2 or not narrow:
        return mentions
    common = tuple(v for v in narrow[0].values if all(v in m.values for m in narrow))
    kept = replace(narrow[0], values=common or narrow[0].values)
    return [kept if m is narrow[0] else m for m in mentions if m is narrow[0] or m not in sets]


def _of_the_year(mention: Mention, told: Iterable[str]) -> Mention:
    """A city that held several Games, of which the year beside it tells one."""
    same = tuple(value for value in mention.values if value in told)
    if mention.dim is not Dim.GAMES or mention.every or len(same) != 1:
        return mention
    return replace(mention, values=same)


def _of_medals(tags: Sequence[Tag]) -> bool:
    """Whether medals are spoken of: "summer medals" are those of all summer Games."""
    return any(c.startswith("medal.") for tag in tags for c in tag.concepts)


def _of_a_team(tags: Sequence[Tag]) -> bool:
    """Whether the first Games of a delegation are spoken of."""
    said = {concept for tag in tags for concept in tag.concepts}
    return "ord.first" in said and any(concept.startswith("npc.") for concept in said)


class Editions:
    """Settles what mentions of Games mean by what stands around them."""

    def __init__(self, facts: Facts) -> None:
        self._games = facts.games
        self._current = facts.games[facts.current]

    def settle(self, mentions: Sequence[Mention], tags: Sequence[Tag]) -> list[Mention]:
        """The mentions with those of Games made definite; a season alone means all its Games."""
        said = {concept for tag in tags for concept in tag.concepts}
        seasons = {season for concept, season in _SEASONS.items() if concept in said}
        season = next(iter(seasons)) if len(seasons) == 1 else None
        told = {m.values[0] for m in mentions if m.dim is Dim.GAMES and len(m.values) == 1}
        chosen = (_of_the_year(m, told) for m in mentions)
        settled = [self._one(m, season, tags) if m.dim is Dim.GAMES else m for m in chosen]
        settled = _intersected(settled)
        named = any(m.dim is Dim.GAMES for m in settled)
        if not named:
            settled += self._spoken_of(season, tags)
            named = any(m.dim is Dim.GAMES for m in settled)
        of_medals = season is Season.SUMMER and "kind.games" not in said and _of_medals(tags)
        if season and (season is Season.WINTER or of_medals) and not named:
            place = next(t for t in tags if not _SEASONS.keys().isdisjoint(t.concepts))
            every = self._of_season(season)
            settled.append(Mention(Dim.GAMES, every, place.start, place.end, every=True))
        return settled

    def _spoken_of(self, season: Season | None, tags: Sequence[Tag]) -> list[Mention]:
        """Games by words beside that for the Games: "all Games", "the first winter Games"."""
        for number, tag in enumerate(tags):
            if "kind.games" not in tag.concepts:
                continue
            beside = {c for t in tags[max(0, number - _BESIDE) : number] for c in t.concepts}
            if "quant.each" in beside:
                every = self._of_season(season) if season else (EVERY,)
                return [Mention(Dim.GAMES, every, tag.start, tag.end, every=True)]
            following = tags[number + 1].concepts if number + 1 < len(tags) else ()
            # the first of a medal ("first Paralympic medal") or of a team is not of all Games
            of_others = any(c.startswith("medal.") for c in following) or _of_a_team(tags)
            found = None if of_others else self._at_the_end(season, tags[: number + 1])
            if found:
                return [found]
        return []

    def _at_the_end(self, season: Season | None, tags: Sequence[Tag]) -> Mention | None:
        """The first or the last Games held, of a season: said right before the word for them."""
        games = tags[-1]
        for tag in reversed(tags[-_BESIDE - 1 :]):
            pick = next((_ENDS[c] for c in tag.concepts if c in _ENDS), None)
            if pick:
                held = [g for g in self._games.values() if g.season is (season or Season.SUMMER)]
                chosen = pick(held, key=lambda edition: edition.year, default=None)
                return Mention(Dim.GAMES, (chosen.id,), tag.start, games.end) if chosen else None
            if tag is not games and not _OF_SEASONS.issuperset(tag.concepts):
                return None
        return None

    def _one(self, mention: Mention, season: Season | None, tags: Sequence[Tag]) -> Mention:
        values = tuple(self._definite(v, season) for v in mention.values)
        if EVERY in values:
            if season:
                return replace(mention, values=self._of_season(season), every=True)
            return replace(mention, values=(EVERY,))
        fitting = tuple(v for v in values if season is None or self._season(v) is season)
        values = fitting or values
        if not mention.every and len(values) > 1:
            values = (self._likeliest(values),)
        return self._stretched(replace(mention, values=values), tags)

    def _definite(self, value: str, season: Season | None) -> str:
        if value == "current":
            return self._current.id
        if value == "previous":
            return self._previous(season or self._current.season)
        return value

    def _previous(self, season: Season) -> str:
        def held_before(games: Games) -> bool:
            return games.season is season and games.year < self._current.year

        earlier = [games for games in self._games.values() if held_before(games)]
        return max(earlier, key=lambda games: games.year).id if earlier else self._current.id

    def _season(self, value: str) -> Season | None:
        return self._games[value].season if value in self._games else None

    def _of_season(self, season: Season) -> tuple[str, ...]:
        return tuple(g.id for g in self._games.values() if g.season is season)

    def _likeliest(self, values: tuple[str, ...]) -> str:
        """Of the Games of one city or year: the summer ones, the latest."""
        known = [self._games[v] for v in values if v in self._games]
        if not known:
            return values[0]
        return max(known, key=lambda g: (g.season is Season.SUMMER, g.year)).id

    def _stretched(self, mention: Mention, tags: Sequence[Tag]) -> Mention:
        """All the Games on one side of the named: "before Paris", "since Tokyo"."""
        beside = {
            concept
            for tag in tags
            if tag.end == mention.start or tag.start == mention.end
            for concept in tag.concepts
        }
        edge = self._games.get(mention.values[0])
        if edge is None or len(mention.values) > 1:
            return mention
        if _UNTIL in beside:
            values = tuple(g.id for g in self._games.values() if g.year <= edge.year)
        elif _BEFORE in beside:
            values = tuple(g.id for g in self._games.values() if g.year < edge.year)
        elif _AFTER in beside:
            values = tuple(g.id for g in self._games.values() if g.year > edge.year)
        elif _SINCE in beside:
            values = tuple(g.id for g in self._games.values() if g.year >= edge.year)
        else:
            return mention
        return replace(mention, values=values, every=True) if values else mention
