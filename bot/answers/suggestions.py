"""Buttons: the most useful next questions, at most three, each of which reads alone."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answers.codec import encode
from bot.answers.reply import Button
from bot.answers.speaker import Speaker
from bot.facts.finding import Finding
from bot.facts.query import Dim, Op, Query, where

Rows = tuple[tuple[Button, ...], ...]


def for_finding(finding: Finding, speaker: Speaker) -> Rows:
    """What to ask next after an answer: who is in it, the sport, and why."""
    asked = finding.query
    made: list[Button] = []
    named = dict.fromkeys(
        a for row in (*finding.rows, *finding.nearest) for a in row.result.athletes
    )
    if asked.op is not Op.CARD or asked.target is not Dim.ATHLETE:
        made += [b for a in list(named)[:2] if (b := _athlete(a, speaker))]
    elif finding.rows:
        made += [b for b in (_sport(finding.rows[0].event.sport, speaker),) if b]
    why = encode("w", asked)
    if why:
        made.append(Button(speaker.say("button-why"), why))
    return tuple((button,) for button in made[:3])


def _athlete(athlete: str, speaker: Speaker) -> Button | None:
    data = encode("q", Query(Op.CARD, Dim.ATHLETE, where(athlete=athlete)))
    return (
        Button(str(speaker.store.athlete_name(athlete, speaker.language)), data) if data else None
    )


def _sport(sport: str, speaker: Speaker) -> Button | None:
    data = encode("q", Query(Op.CARD, Dim.SPORT, where(sport=sport)))
    return Button(_plain(speaker.sport_title(sport)), data) if data else None


def _plain(html: str) -> str:
    return html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def athletes(ids: Iterable[str], speaker: Speaker) -> Rows:
    """Buttons for the cards of athletes."""
    return tuple((button,) for a in ids if (button := _athlete(a, speaker)))


def choices(options: Iterable[Query], speaker: Speaker) -> Rows:
    """Buttons for the readings among which a person is asked to choose."""
    found = []
    for option in options:
        data = encode("q", option)
        who = option.values(Dim.ATHLETE)
        if data and who:
            found.append(
                (Button(str(speaker.store.athlete_name(who[-1], speaker.language)), data),)
            )
    return tuple(found[:8])


def browse(kind: str, speaker: Speaker) -> Rows:
    """Buttons to choose an athlete or a sport from: the medallists, the sports of the team."""
    store = speaker.store
    games, home = store.facts.current, store.facts.home
    if kind == "sport":
        made = [_sport(sport, speaker) for sport in store.sports_at(games, home)]
    else:
        won = dict.fromkeys(a for result in store.medals(games, home) for a in result.athletes)
        made = [_athlete(athlete, speaker) for athlete in won]
    return tuple((button,) for button in made if button)
