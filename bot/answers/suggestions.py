"""Buttons: the most useful next questions, at most three, each of which reads alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from html import unescape

from bot.answers.codec import encode
from bot.answers.lines import pages
from bot.answers.reply import Button
from bot.answers.speaker import Speaker
from bot.facts.finding import Finding
from bot.facts.query import EVERY, Dim, Filter, Op, Query, where

Rows = tuple[tuple[Button, ...], ...]


def for_finding(finding: Finding, speaker: Speaker) -> Rows:
    """What to ask next after an answer: who is in it, the sport, and why."""
    asked = finding.query
    made: list[Button] = []
    named = dict.fromkeys(
        a for row in (*finding.rows, *finding.nearest) for a in row.result.athletes
    )
    made += [b for b in (_more(finding, speaker), _whose(asked, speaker)) if b]
    if asked.op is not Op.CARD or asked.target is not Dim.ATHLETE:
        made += [b for a in list(named)[:2] if (b := _athlete(a, speaker))]
    elif finding.rows:
        made += [b for b in (_sport(finding.rows[0].event.sport, speaker),) if b]
    why = encode("w", asked)
    last = [Button(speaker.say("button-why"), why)] if why else []
    return tuple((button,) for button in [*made[: _MOST - len(last)], *last])


_MOST = 3
_TURNABLE = frozenset({Op.LIST, Op.COUNT, Op.MOST, Op.BEST, Op.FIRST, Op.LAST, Op.YOUNGEST,
                       Op.OLDEST, Op.SHARE})  # fmt: skip


def _more(finding: Finding, speaker: Speaker) -> Button | None:
    """The next page of a long answer."""
    offset = pages(finding)
    data = encode("q", replace(finding.query, offset=offset)) if offset else None
    return Button(speaker.say("button-more"), data) if data else None


def _whose(asked: Query, speaker: Speaker) -> Button | None:
    """The same question put to everybody, or to the home delegation alone."""
    home = speaker.store.facts.home
    npcs = asked.values(Dim.NPC)
    if asked.op not in _TURNABLE or npcs not in ((home,), (EVERY,)):
        return None
    turned = replace(asked, offset=0).having(Filter(Dim.NPC, (EVERY if npcs == (home,) else home,)))
    text = speaker.say("button-all") if npcs == (home,) else speaker.say("button-ours")
    data = encode("q", turned)
    return Button(text, data) if data else None


def _athlete(athlete: str, speaker: Speaker) -> Button | None:
    data = encode("q", Query(Op.CARD, Dim.ATHLETE, where(athlete=athlete)))
    return Button(unescape(speaker.athlete(athlete)), data) if data else None


def _sport(sport: str, speaker: Speaker) -> Button | None:
    data = encode("q", Query(Op.CARD, Dim.SPORT, where(sport=sport)))
    return Button(unescape(speaker.sport_title(sport)), data) if data else None


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
            found.append((Button(unescape(speaker.athlete(who[-1])), data),))
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
