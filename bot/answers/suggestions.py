"""Buttons: the most useful next questions, at most three, each of which reads alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from html import unescape

from bot.answers.codec import VERSION, encode
from bot.answers.lines import pages
from bot.answers.links import link_to
from bot.answers.reply import Button
from bot.answers.speaker import Speaker
from bot.facts.finding import Finding
from bot.facts.query import EVERY, Dim, Filter, Op, Query, where

Rows = tuple[tuple[Button, ...], ...]


def for_finding(finding: Finding, speaker: Speaker, whole: Query | None = None) -> Rows:
    """What to ask next after an answer: other pages, who is in it, the sport, and why.

    ``whole`` asks for all of what the answer has shown a part of. A card may be shared: there the
    link takes the place of one of these.
    """
    asked = finding.query
    named = dict.fromkeys(
        a for row in (*finding.rows, *finding.nearest) for a in row.result.athletes
    )
    turning = _pages(finding, speaker)
    made = [*turning, *_whole(whole, speaker)]
    made += filter(None, [_whose(asked, speaker)])
    if asked.op is Op.CARD and asked.target is Dim.GAMES:
        made.append(Button(speaker.say("button-games"), f"{VERSION}o:g"))
    elif asked.op is not Op.CARD or asked.target is not Dim.ATHLETE:
        made += _apart(b for a in list(named)[:2] if (b := athlete(a, speaker)))
    elif finding.rows:
        made += [b for b in (sport_of(finding.rows[0].event.sport, speaker),) if b]
    why = encode("w", asked)
    card = asked.op is Op.CARD and len(turning) < _BOTH_WAYS
    last = share(link_to(replace(asked, offset=0)), speaker) if card else []
    last += [Button(speaker.say("button-why"), why)] if why else []
    return tuple((button,) for button in [*made[: max(0, _MOST - len(last))], *last][:_MOST])


def _apart(buttons: Iterable[Button]) -> list[Button]:
    """Without those that read as one before: two people may have one name."""
    found: dict[str, Button] = {}
    for button in buttons:
        found.setdefault(button.text, button)
    return list(found.values())


def share(parameter: str | None, speaker: Speaker) -> list[Button]:
    """The button that sends a link to others, where there is one."""
    return [Button(speaker.say("button-share"), parameter, "share")] if parameter else []


_MOST = 3
_BOTH_WAYS = 2
_TURNABLE = frozenset({Op.LIST, Op.COUNT, Op.MOST, Op.BEST, Op.FIRST, Op.LAST, Op.YOUNGEST,
                       Op.OLDEST, Op.SHARE})  # fmt: skip


def _pages(finding: Finding, speaker: Speaker) -> list[Button]:
    """The other pages of a long answer, the next first: that one is pressed most."""
    before, following = pages(finding)
    found = (("button-next", following), ("button-previous", before))
    made = (
        Button(speaker.say(key), data)
        for key, offset in found
        if offset is not None
        and (data := encode("p", replace(finding.query, offset=offset))) is not None
    )
    return list(made)


def _whole(query: Query | None, speaker: Speaker) -> list[Button]:
    data = encode("q", query) if query else None
    return [Button(speaker.say("button-whole"), data)] if data else []


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


def athlete(athlete: str, speaker: Speaker) -> Button | None:
    """The button for an athlete's card."""
    data = encode("q", Query(Op.CARD, Dim.ATHLETE, where(athlete=athlete)))
    return Button(unescape(speaker.athlete(athlete)), data) if data else None


def sport_of(sport: str, speaker: Speaker, games: str | None = None) -> Button | None:
    """The button for a sport's card: of the current Games, or of others."""
    query = Query(Op.CARD, Dim.SPORT, where(sport=sport))
    data = encode("q", query.having(Filter(Dim.GAMES, (games,))) if games else query)
    return Button(unescape(speaker.sport_title(sport)), data) if data else None


def athletes(ids: Iterable[str], speaker: Speaker) -> Rows:
    """Buttons for the cards of athletes."""
    return tuple((button,) for a in ids if (button := athlete(a, speaker)))


def choices(options: Iterable[Query], speaker: Speaker) -> Rows:
    """Buttons for the readings among which a person is asked to choose."""
    found = []
    for option in options:
        data = encode("q", option)
        who = option.values(Dim.ATHLETE)
        if data and who:
            found.append((Button(unescape(speaker.athlete(who[-1])), data),))
    return tuple(found[:8])
