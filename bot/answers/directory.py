"""What there is to choose from: athletes by sport and country, sports, countries, Games."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from bot.facts.store import Store

Ids = tuple[str, ...]


class Directory:
    """Identifiers of a store in the order in which they are offered; ours come first.

    Each list is made when it is first needed.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def athletes(self) -> Ids:
        """All athletes, ours first."""
        known = self._store.facts.athletes
        home = self._store.facts.home
        return tuple(sorted(known, key=lambda a: known[a].npc != home))

    @cached_property
    def medallists(self) -> Ids:
        """Our medallists of the current Games, the best first; without any, all of ours there."""
        games, home = self._store.facts.current, self._store.facts.home
        won = (a for result in self._store.medals(games, home) for a in result.athletes)
        return tuple(dict.fromkeys(won)) or self._store.athletes_at(games, home)

    @cached_property
    def sports(self) -> Ids:
        """Our sports of the current Games, then those of the others there, then the rest."""
        facts, store = self._store.facts, self._store
        ours = store.sports_at(facts.current, facts.home)
        here = dict.fromkeys(event.sport for event in store.events(facts.current))
        return tuple(dict.fromkeys((*ours, *here, *facts.sports)))

    @cached_property
    def countries(self) -> Ids:
        """The delegations that have athletes, ours first."""
        facts = self._store.facts
        held = [npc for npc in facts.delegations if npc in self._of_country]
        return tuple(sorted(held, key=lambda npc: npc != facts.home))

    @cached_property
    def games(self) -> Ids:
        """All Games, the latest first."""
        known = self._store.facts.games
        return tuple(sorted(known, key=lambda games: -known[games].year))

    def last_held(self, sport: str) -> str | None:
        """The Games at which to show a sport: the latest that had it, unless the current did."""
        return self._last_held.get(sport)

    @cached_property
    def _last_held(self) -> Mapping[str, str]:
        here = {event.sport for event in self._store.events(self._store.facts.current)}
        found: dict[str, str] = {}
        for games in self.games:
            for event in self._store.events(games):
                if event.sport not in here:
                    found.setdefault(event.sport, games)
        return found

    def athletes_of(self, npc: str) -> Ids:
        """The athletes of a delegation: those with medals first, the latest Games before others."""
        return self._of_country.get(npc, ())

    def athletes_in(self, sport: str) -> Ids:
        """The athletes of a sport."""
        return self._of_sport.get(sport, ())

    def ours_in(self, sport: str) -> Ids:
        """Our athletes of a sport."""
        known = self._store.facts.athletes
        home = self._store.facts.home
        return tuple(a for a in self.athletes_in(sport) if known[a].npc == home)

    @cached_property
    def _of_country(self) -> Mapping[str, Ids]:
        found: dict[str, list[str]] = defaultdict(list)
        for athlete in self._decorated_first:
            found[self._store.facts.athletes[athlete].npc].append(athlete)
        return {npc: tuple(athletes) for npc, athletes in found.items()}

    @cached_property
    def _of_sport(self) -> Mapping[str, Ids]:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for athlete in self._decorated_first:
            for result in self._store.results_of(athlete):
                found[self._store.event_of(result).sport][athlete] = None
        return {sport: tuple(athletes) for sport, athletes in found.items()}

    @cached_property
    def _decorated_first(self) -> Ids:
        """All athletes: those with medals before those without, of the latest Games first."""
        facts = self._store.facts

        def key(athlete: str) -> tuple[bool, int]:
            results = self._store.results_of(athlete)
            years = [facts.games[self._store.event_of(r).games].year for r in results]
            return not any(r.medal for r in results), -max(years, default=0)

        return tuple(sorted(facts.athletes, key=key))
