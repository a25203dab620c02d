"""Lists to choose an athlete, a sport or Games from, page by page, for who does not type a name.

Where somebody is in the lists is a :class:`Spot`, which a button carries as a short string: the
letter of a list, what was chosen in it (``=judo``), how names begin (``~De``), and the page
(``@2``). A list that is too long for a few pages is cut down by first letters, as they are in the
names that the chat's language shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape, unescape

from bot.answers.alphabet import WHOLE, Entry, beginning, beginnings, in_order, is_latin
from bot.answers.codec import VERSION, encode
from bot.answers.directory import Directory
from bot.answers.lines import bold
from bot.answers.messages import Said
from bot.answers.reply import Button, Reply
from bot.answers.speaker import Speaker
from bot.answers.suggestions import athlete, sport_of
from bot.facts.query import Dim, Op, Query, where

Rows = tuple[tuple[Button, ...], ...]

_PAGE = 7
"""Names on a page: with the buttons for moving about there are at most ten rows."""
_PAGES = 8
"""A list of more pages is cut down by letters."""
_IN_ROW = 8
LATIN = "+"
"""In place of letters: those of the Latin alphabet, where the chat's is another."""
_SPOT = re.compile(r"([amSEsCg])(?:=([A-Za-z0-9-]{1,30}))?(?:~([^@=]{1,8}))?(?:@([0-9]{1,3}))?")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the lists; ``page`` counts from 0. ``begins`` ending in a dot is a whole word."""

    at: str
    chosen: str = ""
    begins: str = ""
    page: int = 0

    def data(self, action: str = "b") -> str:
        """The button data that lead there: instead of the list, or with ``o`` in a new message."""
        parts = [self.at]
        parts += [f"={self.chosen}"] if self.chosen else []
        parts += [f"~{self.begins}"] if self.begins else []
        parts += [f"@{self.page}"] if self.page else []
        return f"{VERSION}{action}:{''.join(parts)}"


def spot_of(data: str) -> Spot | None:
    """The spot of some button data without its action; ``None`` for what is none."""
    found = _SPOT.fullmatch(data)
    if found is None:
        return None
    at, chosen, begins, page = found.groups()
    return Spot(at, chosen or "", begins or "", int(page or 0))


class Browser:
    """The lists of one store, in the language of a speaker."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._known: dict[str, list[Entry]] = {}
        self._lists: Mapping[str, Callable[[Spot, Speaker], Reply | None]] = {
            "m": self._medallists,
            "a": self._everybody,
            "S": self._sports_of_athletes,
            "E": self._athletes_of_sport,
            "C": self._countries,
            "s": self._sports,
            "g": self._games,
        }

    def page(self, spot: Spot, speaker: Speaker) -> Reply | None:
        """The list at a spot; ``None`` where there is no such list."""
        return self._lists[spot.at](spot, speaker)

    # --- the lists ---

    def _medallists(self, spot: Spot, speaker: Speaker) -> Reply:
        """Where /athlete begins: our medallists, and three ways to all the others."""
        ways = (("browse-by-sport", "S"), ("browse-by-letter", "a"), ("browse-by-country", "C"))
        row = tuple(Button(speaker.say(key), Spot(at).data()) for key, at in ways)
        facts = speaker.store.facts
        what = speaker.scope(where(npc=facts.home, games=facts.current))
        lines = [bold(speaker.say("which-athlete"))]
        lines.append(speaker.say("browse-medallists", what=Said(what)))
        listed = self._people(self._directory.medallists, speaker)
        return _listing(spot, lines, listed, speaker, (row,))

    def _everybody(self, spot: Spot, speaker: Speaker) -> Reply | None:
        lines = [bold(speaker.say("which-athlete"))]
        people = self._known.get(speaker.language)
        if people is None:
            people = self._known[speaker.language] = self._people(self._directory.athletes, speaker)
        choice = _Choice("browse-choose-letters", _back(Spot("m"), speaker))
        return _narrowed(spot, lines, people, speaker, choice)

    def _sports_of_athletes(self, spot: Spot, speaker: Speaker) -> Reply | None:
        """Sports to choose athletes by; with one chosen, our athletes in it."""
        if not spot.chosen:
            listed = [
                Entry(sport, speaker.sport_title(sport), _to(Spot("S", sport), speaker.sport_title))
                for sport in self._directory.sports
            ]
            lines = [bold(speaker.say("which-sport"))]
            return _listing(spot, lines, listed, speaker, _back(Spot("m"), speaker))
        ours = self._directory.ours_in(spot.chosen)
        if not ours:
            return self._athletes_of_sport(replace(spot, at="E"), speaker)
        everybody = Button(speaker.say("button-all"), Spot("E", spot.chosen).data())
        what = f"{speaker.sport_title(spot.chosen)}, {speaker.npc(speaker.store.facts.home)}"
        lines = [bold(speaker.say("which-athlete")), what]
        more = ((everybody,), *_back(Spot("S"), speaker))
        return _listing(spot, lines, self._people(ours, speaker), speaker, more)

    def _athletes_of_sport(self, spot: Spot, speaker: Speaker) -> Reply | None:
        """All athletes of a sport."""
        people = self._directory.athletes_in(spot.chosen)
        if not people:
            return None
        lines = [bold(speaker.say("which-athlete")), speaker.sport_title(spot.chosen)]
        before = Spot("S", spot.chosen if self._directory.ours_in(spot.chosen) else "")
        choice = _Choice("browse-choose-letters", _back(before, speaker))
        return _narrowed(spot, lines, self._people(people, speaker), speaker, choice)

    def _countries(self, spot: Spot, speaker: Speaker) -> Reply | None:
        """Countries to choose athletes by; with one chosen, its athletes."""
        if spot.chosen:
            people = self._directory.athletes_of(spot.chosen)
            if not people:
                return None
            lines = [bold(speaker.say("which-athlete")), speaker.npc(spot.chosen)]
            listed = self._people(people, speaker)
            choice = _Choice("browse-choose-letters", _back(Spot("C"), speaker))
            return _narrowed(spot, lines, listed, speaker, choice)
        listed = [
            Entry(npc, speaker.npc(npc), _to(Spot("C", npc), speaker.npc))
            for npc in self._directory.countries
        ]
        home = speaker.store.facts.home
        first = _to(Spot("C", home), speaker.npc)(home)
        lines = [bold(speaker.say("which-country"))]
        choice = _Choice("browse-choose-country", _back(Spot("m"), speaker), first)
        return _narrowed(spot, lines, listed, speaker, choice)

    def _sports(self, spot: Spot, speaker: Speaker) -> Reply:
        """Where /sport begins: our sports of the current Games, then the others."""
        facts = speaker.store.facts
        listed = [
            Entry(
                sport,
                speaker.sport_title(sport),
                lambda s: sport_of(s, speaker, self._directory.last_held(s)),
            )
            for sport in self._directory.sports
        ]
        what = speaker.scope(where(npc=facts.home, games=facts.current))
        lines = [bold(speaker.say("which-sport"))]
        lines += [] if spot.page else [speaker.say("browse-ours-first", what=Said(what))]
        return _listing(spot, lines, listed, speaker)

    def _games(self, spot: Spot, speaker: Speaker) -> Reply:
        """All Games, the latest first."""
        listed = [
            Entry(games, speaker.games(games), lambda g: _games_button(g, speaker))
            for games in self._directory.games
        ]
        return _listing(spot, [bold(speaker.say("which-games"))], listed, speaker)

    def _people(self, athletes: Iterable[str], speaker: Speaker) -> list[Entry]:
        return [Entry(one, speaker.athlete(one), lambda a: athlete(a, speaker)) for one in athletes]


def _games_button(games: str, speaker: Speaker) -> Button | None:
    data = encode("q", Query(Op.CARD, Dim.GAMES, where(games=games)))
    return Button(unescape(speaker.games(games)), data) if data else None


def _to(spot: Spot, name: Callable[[str], str]) -> Callable[[str], Button | None]:
    return lambda key: Button(unescape(name(key)), spot.data())


def _back(spot: Spot, speaker: Speaker) -> Rows:
    return ((Button(speaker.say("browse-back"), spot.data()),),)


@dataclass(frozen=True, slots=True)
class _Choice:
    """How a long list is cut down: the words that ask for letters, what stands above them."""

    asks: str
    back: Rows
    first: Button | None = None


def _narrowed(
    spot: Spot, lines: list[str], listed: Sequence[Entry], speaker: Speaker, choice: _Choice
) -> Reply | None:
    """A list cut down by first letters while it is long."""
    back = choice.back
    if spot.begins and spot.begins != LATIN:
        listed = beginning(listed, spot.begins)
        shown = escape(_shown(spot.begins), quote=False)
        lines = [*lines, speaker.say("browse-begins", letters=Said(shown))]
    if spot.begins:
        back = _back(Spot(spot.at, spot.chosen), speaker)
    if not listed:
        return None
    if len(listed) <= _PAGE * _PAGES or spot.begins.endswith(WHOLE):
        listed = in_order(listed, spot.begins) if spot.begins else listed
        return _listing(spot, lines, listed, speaker, back)
    above = ((choice.first,),) if choice.first and not spot.begins else ()
    rows = (*above, *_letters(spot, listed, speaker), *back)
    return _reply([*lines, speaker.say(choice.asks)], rows, speaker)


def _letters(spot: Spot, listed: Sequence[Entry], speaker: Speaker) -> Rows:
    """The next letters; where names are in two alphabets, first the one and a way to the other."""
    found = beginnings(listed, spot.begins.removeprefix(LATIN))
    rows: Rows = ()
    cyrillic = [begins for begins in found if not is_latin(begins)]
    if spot.begins == LATIN:
        found = [begins for begins in found if is_latin(begins)]
    elif not spot.begins and len(cyrillic) < len(found) and cyrillic:
        latin = Button(speaker.say("browse-latin"), Spot(spot.at, spot.chosen, LATIN).data())
        found, rows = cyrillic, ((latin,),)
    made = [Button(_shown(begins), Spot(spot.at, spot.chosen, begins).data()) for begins in found]
    cut = [tuple(made[at : at + _IN_ROW]) for at in range(0, len(made), _IN_ROW)]
    return (*cut, *rows)


def _shown(begins: str) -> str:
    return begins.removesuffix(WHOLE).title()


def _listing(
    spot: Spot, lines: list[str], listed: Sequence[Entry], speaker: Speaker, more: Rows = ()
) -> Reply:
    """A page of a list, and the ways on; a page that there is not is the first."""
    pages = max(1, -(-len(listed) // _PAGE))
    page = spot.page if spot.page < pages else 0
    shown = (one.button(one.key) for one in listed[page * _PAGE : (page + 1) * _PAGE])
    rows = [(button,) for button in shown if button]
    if page + 1 < pages:
        rows.append((Button(speaker.say("button-next"), replace(spot, page=page + 1).data()),))
    if page:
        rows.append((Button(speaker.say("button-previous"), replace(spot, page=page - 1).data()),))
    if pages > 1:
        lines = [*lines, speaker.say("browse-page", page=page + 1, pages=pages)]
    return _reply(lines, (*rows, *more), speaker)


def _reply(lines: list[str], rows: Rows, speaker: Speaker) -> Reply:
    return Reply("\n".join(lines), True, speaker.language, rows)
