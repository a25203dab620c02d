"""The reader of event files: events, and under each its results, marks and bouts."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from bot.facts.load_draft import Draft
from bot.facts.load_fields import IDENTIFIER, Fields
from bot.facts.model import Bout, Event, Gender, Mark, Medal, Result, Weight

EVENT_KEYS: Final = frozenset(
    {"name", "gender", "discipline", "distance", "legs", "classes", "codes", "weight", "team"}
    | {"bronzes", "tie", "irregular", "date", "results", "sources"}
)
RESULT_KEYS: Final = frozenset(
    {"place", "medal", "npc", "athlete", "athletes", "status", "mark", "date", "bouts", "sources"}
)
BOUT_KEYS: Final = frozenset({"stage", "opponent", "won", "score", "date"})

STATUSES: Final = ("heats", "qualification", "disqualified", "eliminated", "entered")
STAGES: Final = ("final", "semifinal", "bronze", "fifth-place", "repechage", "pool")

PLACES: Final = {Medal.GOLD: 1, Medal.SILVER: 2, Medal.BRONZE: 3}

_WEIGHT: Final = re.compile(r"([-+])(\d+(?:\.\d)?) kg")
_MEASURE: Final = re.compile(r"(\d+(?:\.\d+)?) (kg|m|points|s)")
_TIME: Final = re.compile(r"(?:(\d+):)?(\d+):(\d\d(?:\.\d+)?)")


def read_events(draft: Draft, games: str, top: Fields) -> None:
    """A file of ``events/``: the events of one sport at one Games."""
    top.only({"sport", "bronzes", "sources", "events"})
    inherited = draft.file_sources(top)
    bronzes = top.integer("bronzes")
    sport = top.reference("sport", "sport", draft.sports, required=True) or ""
    for local, fields in top.children("events", IDENTIFIER):
        fields.only(EVENT_KEYS)
        identifier = f"{games}/{local}"
        if draft.is_new("event", identifier, fields):
            event = _event(draft, identifier, games, sport, fields, inherited)
            if event.bronzes is None:
                event = replace(event, bronzes=bronzes)
            draft.events[identifier] = event
            _read_results(draft, event, fields)


def _event(
    draft: Draft,
    identifier: str,
    games: str,
    sport: str,
    fields: Fields,
    inherited: tuple[str, ...],
) -> Event:
    disciplines = {d.id for d in draft.disciplines.values() if d.sport == sport}
    return Event(
        id=identifier,
        games=games,
        sport=sport,
        name=fields.text("name", example="Women's -48 kg J2") or "",
        gender=fields.choice("gender", Gender, required=True) or Gender.MIXED,
        sources=draft.sources_of(fields, inherited),
        discipline=fields.reference("discipline", f"discipline of {sport}", disciplines),
        distance=fields.integer("distance"),
        legs=fields.integer("legs"),
        classes=fields.texts("classes"),
        codes=fields.texts("codes"),
        weight=_weight(fields),
        team=fields.flag("team"),
        date=fields.day("date"),
        bronzes=fields.integer("bronzes"),
        tie=fields.flag("tie"),
        irregular=fields.text("irregular", required=False),
    )


def _weight(fields: Fields) -> Weight | None:
    if not fields.has("weight"):
        return None
    match = _WEIGHT.fullmatch(str(fields.entry["weight"]))
    if match is None:
        what = f"'weight' is {fields.entry['weight']!r}"
        fields.fault("weight", what, 'should be like "-54 kg" or "+90 kg", in quotes')
        return None
    limit = Decimal(match[2]) if "." in match[2] else int(match[2])
    return Weight(limit, over=match[1] == "+")


def _read_results(draft: Draft, event: Event, fields: Fields) -> None:
    for inner in fields.items("results"):
        inner.only(RESULT_KEYS)
        npc = inner.reference("npc", "delegation", draft.delegations, required=True)
        if npc is not None:
            result = _result(draft, event, npc, inner)
            if event.team:
                result = _numbered(draft, result)
            if draft.is_new("result", result.id, inner):
                draft.results.append(result)


def _numbered(draft: Draft, result: Result) -> Result:
    """The result under a number of its own where a delegation has several teams in an event."""
    identifier, number = result.id, 2
    while ("result", identifier) in draft.origins:
        identifier = f"{result.id}-{number}"
        number += 1
    return result if identifier == result.id else replace(result, id=identifier)


def _result(draft: Draft, event: Event, npc: str, fields: Fields) -> Result:
    athletes = _athletes(draft, event, fields)
    medal = fields.choice("medal", Medal)
    place = fields.integer("place")
    if place is None and medal is not None:
        place = PLACES[medal]
    # A team goes by its delegation, an athlete by name: one line each in every event.
    who = athletes[0] if athletes and not event.team else npc.lower()
    return Result(
        id=f"{event.id}/{who}",
        event=event.id,
        npc=npc,
        athletes=athletes,
        sources=draft.sources_of(fields, event.sources),
        place=place,
        medal=medal,
        status=_word(fields, "status", STATUSES),
        mark=_mark(fields),
        date=fields.day("date"),
        bouts=_bouts(draft, event, fields),
    )


def _athletes(draft: Draft, event: Event, fields: Fields) -> tuple[str, ...]:
    if event.team:
        if fields.has("athlete"):
            fields.fault("athlete", "a team has 'athletes'", "write athletes: [one, two]")
        return fields.references("athletes", "athlete", draft.athletes)
    if fields.has("athletes"):
        fields.fault("athletes", "one 'athlete' belongs here", "or write team: true for the event")
    athlete = fields.reference("athlete", "athlete", draft.athletes, required=True)
    return (athlete,) if athlete else ()


def _word(fields: Fields, key: str, words: tuple[str, ...]) -> str | None:
    word = fields.text(key, required=False)
    if word is not None and word not in words:
        fields.fault(key, f"'{key}' is '{word}'", f"should be one of {', '.join(words)}")
    return word


def _mark(fields: Fields) -> Mark | None:
    if not fields.has("mark"):
        return None
    written = str(fields.entry["mark"])
    if match := _MEASURE.fullmatch(written):
        return Mark(Decimal(match[1]), match[2], match[1])
    if match := _TIME.fullmatch(written):
        seconds = int(match[1] or 0) * 3600 + int(match[2]) * 60 + Decimal(match[3])
        return Mark(seconds, "s", written)
    hint = 'should be like 188 kg, 16.00 m, 247.7 points, 48.50 s or "1:04.83"'
    fields.fault("mark", f"'mark' is {fields.entry['mark']!r}", hint)
    return None


def _bouts(draft: Draft, event: Event, fields: Fields) -> tuple[Bout, ...]:
    bouts = []
    for inner in fields.items("bouts"):
        inner.only(BOUT_KEYS)
        kind = "delegation" if event.team else "athlete"
        known = draft.delegations if event.team else draft.athletes
        if not inner.has("won"):
            inner.fault(None, "'won' is missing", "write won: true or won: false")
        bout = Bout(
            stage=_word(inner, "stage", STAGES) or "",
            opponent=inner.reference("opponent", kind, known, required=True) or "",
            won=inner.flag("won"),
            score=inner.text("score", required=False),
            date=inner.day("date"),
        )
        bouts.append(bout)
    return tuple(bouts)
