"""One language's way of naming facts: athletes, events, days, places, tallies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cached_property
from html import escape
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_percent, get_decimal_symbol

from bot.answers.class_words import class_word, class_words
from bot.answers.messages import Messages, Said
from bot.facts.model import Event, Season, Standing, Weight
from bot.facts.query import ANY_MEDAL, EVERY, NO_MEDAL, Dim, Filter
from bot.facts.rows import Row, weight_of
from bot.facts.store import Store

_PAIR = 2
"""So many athletes of a team are called by their names."""


class Speaker:
    """Says names and values of facts in one language."""

    def __init__(self, messages: Messages, store: Store) -> None:
        self.messages = messages
        self.language = messages.language
        self.store = store
        self.locale = Locale.parse("en_GB" if self.language == "en" else self.language)

    def say(self, key: str, **arguments: str | int | Said) -> str:
        """A message."""
        return self.messages.say(key, **arguments)

    def name(self, names: object) -> str:
        """The name in this language, or in English where there is none."""
        return escape(_name(names, self.language), quote=False)

    def athlete(self, athlete: str) -> Said:
        """An athlete's name."""
        return Said(self.name(self.store.facts.athletes[athlete].names))

    def known_from(self, athlete: str) -> Said:
        """An athlete's name, a stranger's with the country."""
        npc = self.store.facts.athletes[athlete].npc
        if npc == self.store.facts.home:
            return self.athlete(athlete)
        return Said(self.say("from", who=self.athlete(athlete), country=self.npc(npc)))

    def who(self, row: Row) -> Said:
        """Whose result it is: the athlete, or the team."""
        if self._goes_by_country(row):
            return Said(self.npc(row.result.npc))
        return Said(self.list([self.athlete(a) for a in row.result.athletes]))

    def who_from_where(self, row: Row) -> Said:
        """As :meth:`who`, a stranger's country in brackets."""
        if row.result.npc == self.store.facts.home or self._goes_by_country(row):
            return self.who(row)
        return Said(self.say("from", who=self.who(row), country=self.npc(row.result.npc)))

    def _goes_by_country(self, row: Row) -> bool:
        """Whether a team is called by its country: all but pairs."""
        return not row.result.athletes or (row.event.team and len(row.result.athletes) > _PAIR)

    def sport(self, sport: str) -> Said:
        """A sport's everyday name."""
        known = self.store.facts.sports[sport]
        return Said(self.name(known.short or known.names))

    def sport_title(self, sport: str) -> Said:
        """A sport's full name."""
        return Said(self.name(self.store.facts.sports[sport].names))

    def npc(self, npc: str) -> Said:
        """A country's name as the Unicode CLDR has it, or the delegation's own."""
        if npc == EVERY:
            return Said(self.say("all-countries"))
        delegation = self.store.facts.delegations.get(npc)
        if delegation is None:
            return Said(escape(npc))
        if self.language in delegation.names:
            return Said(self.name(delegation.names))
        found = self.locale.territories.get(delegation.iso or "")
        return Said(escape(found or npc, quote=False))

    def games(self, games: str) -> Said:
        """The city and year of Games."""
        if games == EVERY:
            return Said(self.say("games-all"))
        known = self.store.facts.games.get(games)
        if known is None:
            return Said(escape(games.removeprefix("year:")))
        return Said(f"{self.name(known.city)} {known.year}")

    def event(self, event: Event) -> Said:
        """A contest in few words."""
        if event.team:
            text = self.say("event-team", **self._parts(event))
        else:
            text = self.say("event", **self._parts(event))
        return Said(_tidy(text))

    def _parts(self, event: Event) -> dict[str, str | Said]:
        known = self.store.facts.disciplines.get(event.discipline or "")
        return {
            "gender": Said(self.say(f"gender-of-{event.gender}")),
            "distance": Said(self.distance(event.distance)) if event.distance else "",
            "discipline": Said(self.name(known.names)) if known else "",
            "weight": Said(self.weight(event.weight)) if event.weight else "",
            "class": self.classes(event),
        }

    def classes(self, event: Event) -> Said:
        """The classes of a contest."""
        return class_words(event.classes, self.messages)

    def class_of(self, code: str) -> Said:
        """A class by its code."""
        return class_word(code, self.messages)

    def _kind(self, value: str) -> str:
        """Events for teams, or for one athlete each."""
        return self.say(f"kind-{value}")

    def weight(self, weight: Weight) -> str:
        """A weight class."""
        return self.say(
            "weight-over" if weight.over else "weight-upto", kg=self._kilograms(weight.limit)
        )

    def _kilograms(self, limit: int | Decimal) -> int | str:
        """A weight as messages take it; few classes end in half a kilogram."""
        return limit if isinstance(limit, int) else self.figure(str(limit))

    def distance(self, metres: int | str) -> str:
        """A distance, without a separator of thousands: "1500 m", and of relays "4x100 m"."""
        return self.say("distance", m=str(metres))

    def day(self, day: date, *, year: bool = False) -> str:
        """A date."""
        if year:
            return format_date(day, "long", locale=self.locale)
        return format_skeleton("MMMMd", day, locale=self.locale)

    @property
    def year_first(self) -> bool:
        """Whether a date begins with its year, so that of two dates the first has it."""
        return str(self.locale.date_formats["long"].pattern).startswith("y")

    def list(self, items: Iterable[str], kind: Literal["standard", "or"] = "standard") -> str:
        """Items with commas and the last joined as the language does."""
        listed = list(items)
        return format_list(listed, style=kind, locale=self.locale) if listed else ""

    def percent(self, part: int, whole: int) -> str:
        """A share in percent, to one place where it is not whole."""
        exact = part * 100 % whole == 0
        return format_percent(part / whole, "#,##0%" if exact else "#,##0.0%", locale=self.locale)

    def mark(self, row: Row) -> str:
        """What was measured, with its unit."""
        mark = row.result.mark
        if mark is None:
            return ""
        # a fraction takes the form of a word that two takes
        number = int(mark.text) if mark.text.isdecimal() else _FRACTION
        return self.say(f"mark-{mark.unit}", mark=self.figure(mark.text), n=number)

    def figure(self, text: str) -> str:
        """A number as the facts write it, with this language's sign before its parts."""
        return text.replace(".", self._decimal)

    @cached_property
    def _decimal(self) -> str:
        """What stands between the whole and its parts: a comma in Russian and Kazakh."""
        return get_decimal_symbol(self.locale)

    def achieved(self, row: Row, *, emoji: bool = True) -> str:
        """The medal, or the place, or why there is none."""
        if row.medal:
            return self.say(f"emoji-{row.medal}" if emoji else f"medal-{row.medal}")
        if row.result.status == "entered":
            return self.say("status-entered")
        status = self.say(f"status-{row.result.status}") if row.result.status else ""
        place = self.place(row.result.place) if row.result.place else ""
        return ", ".join(p for p in (place, status) if p) or self.say("place-unknown")

    def place(self, number: int) -> str:
        """A place: the 39th."""
        return self.say("place", n=number, form=self.locale.ordinal_form(number))

    def tally(self, standing: Standing) -> str:
        """Gold, silver, bronze."""
        return self.say("tally", gold=standing.gold, silver=standing.silver, bronze=standing.bronze)

    def scope(self, filters: Iterable[Filter]) -> str:
        """The conditions of a question in words: what was understood."""
        parts = [self._condition(f) for f in sorted(filters, key=_scope_order)]
        return Said(", ".join(p for p in parts if p))

    def _condition(self, condition: Filter) -> str:
        if condition.dim is Dim.GAMES and len(condition.values) > 1:
            return self._editions(condition.values)
        values = list(dict.fromkeys(self.value(condition.dim, v) for v in condition.values))
        kind: Literal["standard", "or"] = "standard" if condition.dim is Dim.NPC else "or"
        text = self.list([v for v in values if v], kind) if len(values) > 1 else values[0]
        return self.say("except", what=Said(text)) if condition.negated and text else text

    def _editions(self, editions: tuple[str, ...]) -> str:
        """Several Games by year, or all of a season in a word."""
        known = self.store.facts.games
        for season in Season:
            if set(editions) == {games.id for games in known.values() if games.season is season}:
                return self.say("games-of-season", season=season)
        held = sorted(editions, key=lambda g: known[g].year if g in known else 0)
        if len(held) > _EDITIONS:
            first, last = self.games(held[0]), self.games(held[-1])
            return self.say("games-several", n=len(held), first=first, last=last)
        return self.list(self.games(games) for games in held)

    def value(self, dim: Dim, value: str) -> str:
        """A value of a dimension in words."""
        if dim is Dim.MEDAL:
            special = {ANY_MEDAL: "any-medal", NO_MEDAL: "without-medal"}
            return self.say(special.get(value, f"medal-{value}"))
        if dim is Dim.SPORT and value in self.store.facts.sports:
            return self.sport(value)
        if dim is Dim.DISCIPLINE and value in self.store.facts.disciplines:
            return self.name(self.store.facts.disciplines[value].names)
        if dim is Dim.GENDER:
            return self.say(f"gender-{value}")
        if dim is Dim.ATHLETE and value in self.store.facts.athletes:
            return self.known_from(value)
        if dim is Dim.EVENT and value in self.store.facts.events:
            return self.event(self.store.facts.events[value])
        return self._plain_value(dim, value)

    def _plain_value(self, dim: Dim, value: str) -> str:
        if dim is Dim.NPC:
            return self.npc(value)
        if dim is Dim.GAMES:
            return self.games(value)
        if dim is Dim.WEIGHT:
            signed = value[:1] in "+-"
            return (
                self.weight(weight_of(value))
                if signed
                else self.say("weight-any", kg=self._kilograms(weight_of(value).limit))
            )
        told = {Dim.DISTANCE: self.distance, Dim.CLASS: self.class_of, Dim.TEAM: self._kind}.get(
            dim
        )
        if told:
            return told(value)
        if dim is Dim.DAY:
            month, _, day = value.partition("-")
            return self.day(date(2024, int(month), int(day)))
        if dim is Dim.PLACE:
            return self.place(int(value)) if value.isdigit() else self.say(f"status-{value}")
        if dim in (Dim.OPPONENT, Dim.BORN, Dim.TIMES):
            return self._of_athletes(dim, value)
        return escape(value, quote=False)

    def _of_athletes(self, dim: Dim, value: str) -> str:
        """What athletes alone are told apart by."""
        if dim is Dim.OPPONENT:
            known = value in self.store.facts.athletes
            return self.known_from(value) if known else self.npc(value)
        if dim is Dim.BORN:
            return self.say("born", date=Said(value))
        return self.say("times", n=int(value))


def _scope_order(condition: Filter) -> int:
    order = (Dim.MEDAL, Dim.SPORT, Dim.DISCIPLINE, Dim.GENDER, Dim.WEIGHT, Dim.CLASS)
    last = (Dim.NPC, Dim.GAMES)
    if condition.dim in last:
        return 100 + last.index(condition.dim)
    return order.index(condition.dim) if condition.dim in order else 50


_FRACTION = 2
_EDITIONS = 3
"""More Games than this are told by their number and the first and the last of them."""
_NEXT_BEST = {"kk": "ru"}
"""In which language a name is said that has none in this one: the alphabet is the same."""


def _name(names: object, language: str) -> str:
    mapping = dict(names)  # type: ignore[call-overload]
    return str(
        mapping.get(language) or mapping.get(_NEXT_BEST.get(language, "en")) or mapping["en"]
    )


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"(?:\s*,\s*)+", ", ", text)
    return text.strip(" ,")
