"""Each Games in itself: its days, its year, and the order of the editions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from bot.facts.fault import Fault
from bot.facts.load_draft import Loaded
from bot.facts.model import Games, Season


def games_faults(loaded: Loaded) -> Iterator[Fault]:
    """All checks of Games."""
    editions: dict[tuple[Season, int], str] = {}
    seasons: dict[Season, list[Games]] = defaultdict(list)
    for games in loaded.facts.games.values():
        yield from _days(loaded, games)
        if games.edition is not None:
            seasons[games.season].append(games)
            first = editions.setdefault((games.season, games.edition), games.id)
            if first != games.id:
                what = f"{first} has edition {games.edition} too"
                yield loaded.origins["games", games.id].fault(what, "", "edition")
    for listed in seasons.values():
        listed.sort(key=lambda games: games.year)
        for earlier, later in pairwise(listed):
            if (earlier.edition or 0) > (later.edition or 0):
                what = f"edition {later.edition}, but {earlier.id} has {earlier.edition}"
                hint = "editions are counted by their years"
                yield loaded.origins["games", later.id].fault(what, hint, "edition")


def _days(loaded: Loaded, games: Games) -> Iterator[Fault]:
    origin = loaded.origins["games", games.id]
    if games.opened and games.closed and games.opened > games.closed:
        what = f"opened on {games.opened} but closed on {games.closed}"
        yield origin.fault(what, "the opening comes first", "opened")
    # Tokyo 2020 was held a year late.
    if games.opened and not 0 <= games.opened.year - games.year <= 1:
        what = f"opened in {games.opened.year} but the year is {games.year}"
        yield origin.fault(what, "correct one of the two", "opened")
