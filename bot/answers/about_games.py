"""Answers about the Games themselves: when, where, which, at what venues."""

from __future__ import annotations

from bot.answers.lines import Lines, bold
from bot.answers.messages import Said
from bot.answers.speaker import Speaker
from bot.facts.finding import Finding
from bot.facts.model import Games
from bot.facts.query import Dim


def about_games(finding: Finding, speaker: Speaker) -> Lines:
    """The asked fact of the first Games found."""
    games = finding.games[0]
    target = finding.query.target
    if target is Dim.VENUE:
        return _venues(finding, games, speaker)
    if target is Dim.EDITION and games.edition:
        text = speaker.say(
            "edition",
            games=speaker.games(games.id),
            n=games.edition,
            form=speaker.locale.ordinal_form(games.edition),
            season=games.season,
        )
        return [bold(text)]
    if target is Dim.CITY:
        if finding.query.yes_no and len(finding.games) > 1:
            # a year and a city that are not of the same Games
            return [bold(speaker.say("no")), *(_city(g, speaker) for g in finding.games)]
        return [bold(_city(games, speaker))]
    return [bold(dates(games, target, speaker))]


def _city(games: Games, speaker: Speaker) -> str:
    city = speaker.name(games.city)
    country = speaker.npc(games.country or "")
    text = speaker.say("city", games=_name(games, speaker), city=Said(city), country=country)
    return text.rstrip(", ")  # of Games in two countries none is given


def _name(games: Games, speaker: Speaker) -> Said:
    return Said(speaker.name(games.names))


def dates(games: Games, target: Dim, speaker: Speaker) -> str:
    """When Games were opened, closed, or from when to when they were held."""
    if not games.opened or not games.closed:
        return speaker.say("unknown", scope=speaker.games(games.id))
    if target is Dim.OPENED:
        day = speaker.day(games.opened, year=True)
        return speaker.say("opened", games=speaker.games(games.id), date=day)
    if target is Dim.CLOSED:
        day = speaker.day(games.closed, year=True)
        return speaker.say("closed", games=speaker.games(games.id), date=day)
    length = (games.closed - games.opened).days + 1
    return speaker.say(
        "duration",
        games=speaker.games(games.id),
        **{"from": speaker.day(games.opened, year=speaker.year_first)},
        to=speaker.day(games.closed, year=not speaker.year_first),
        days=Said(speaker.say("count-days", n=length)),
    )


def _venues(finding: Finding, games: Games, speaker: Speaker) -> Lines:
    sports = finding.query.values(Dim.SPORT)
    if sports:
        return [bold(_venue(games, sport, speaker)) for sport in sports]
    landmarks = [speaker.name(v.landmark) for v in games.venues if v.landmark]
    if not landmarks:
        return [bold(speaker.say("unknown", scope=speaker.games(games.id)))]
    others = [speaker.name(v.names) for v in games.venues if not v.landmark]
    return [
        bold(speaker.say("venues-landmarks", list=Said(speaker.list(landmarks)))),
        speaker.say("venues-more", list=Said(", ".join(others))),
    ]


def _venue(games: Games, sport: str, speaker: Speaker) -> str:
    places = [speaker.name(v.names) for v in games.venues if sport in v.sports]
    if not places:
        return speaker.say("unknown", scope=speaker.sport(sport))
    return speaker.say("venue", sport=speaker.sport_title(sport), venue=Said(", ".join(places)))


def overview(finding: Finding, speaker: Speaker) -> Lines:
    """The Games in a few lines."""
    lines = [bold(dates(finding.games[0], Dim.DURATION, speaker))]
    lines += [speaker.name(claim.text) for claim in finding.claims]
    for line in finding.standings:
        text = f"{speaker.npc(line.npc)}: {speaker.tally(line)}"
        lines.append(text + (f", {speaker.place(line.rank)}" if line.rank else ""))
    return lines
