"""The most, the best, the youngest, the first; and careers."""

from __future__ import annotations

from bot.facts.query import EVERY, Dim, Filter, Op, Query
from bot.language.frame import Frame
from bot.language.intents.asked import WH, noun, target
from bot.language.intents.conditions import results, won


def superlative(frame: Frame) -> Query | None:
    """The group that has most, least, nothing but, or the best."""
    if frame.has("sup.young", "sup.old"):
        op = Op.YOUNGEST if frame.has("sup.young") else Op.OLDEST
        return Query(op, Dim.ATHLETE, results(frame))
    if frame.has("sup.heavy") and frame.has("kind.mark"):
        return Query(Op.MOST, Dim.MARK, results(frame))  # what is lifted, not who weighs most
    if frame.has("sup.heavy", "sup.light"):
        op = Op.MOST if frame.has("sup.heavy") else Op.LEAST
        return Query(op, Dim.WEIGHT, _at_the_end_of_weights(frame))
    if frame.named(Dim.ATHLETE) or not (frame.any("sup.") or _more_than_others(frame)):
        return None
    if frame.has("ask.count") and frame.has("sup.top"):
        return None  # "how many were in the top eight"
    return _most(frame)


def _at_the_end_of_weights(frame: Frame) -> tuple[Filter, ...]:
    """The results of which the heaviest are sought; of a weight class, its champion's."""
    champion = frame.has("kind.weight", "kind.category") and frame.has("kind.winner", "act.win")
    ours = frame.has("npc.home") or bool(frame.named(Dim.NPC))
    if not champion or ours or frame.medal_said or not frame.named(Dim.SPORT):
        return results(frame)
    return (*frame.filters(), Filter(Dim.NPC, (EVERY,)), Filter(Dim.MEDAL, ("gold",)))


def _more_than_others(frame: Frame) -> bool:
    """Whether "more" asks for the most: "which sport gave us more medals"."""
    asked = noun(frame, "ask.what", "ask.where") in (Dim.SPORT, Dim.NPC, Dim.EVENT)
    asked = asked or frame.has("kind.colour")
    return frame.has("cmp.more") and not frame.has("cmp.than", "rank.above") and asked


def _sought(frame: Frame) -> Dim:
    """What is to be chosen: the noun of the question, or what its word implies."""
    if noun(frame, "ask.what") is Dim.MEDAL and not frame.colours:
        return Dim.MEDAL  # "which medals are the fewest"
    named = target(frame, Dim.PLACE)
    if named is not Dim.PLACE:
        return named
    if frame.has("ask.when"):
        return Dim.DAY
    by_sport = frame.has("ask.what", "ask.where") and not frame.medal_said
    return Dim.SPORT if by_sport or frame.has("ask.where") else Dim.ATHLETE


def _of_sports(frame: Frame) -> bool:
    """Whether a sport is said to have brought the most, not somebody in it."""
    asked = frame.has(*WH) or frame.any("kind.")
    return frame.has("act.win", "act.bring") and frame.has("aux", "ask.yesno") and not asked


def _most(frame: Frame) -> Query | None:
    sought = _sought(frame)
    leave = (Dim.MEDAL,) if sought is Dim.MEDAL else ()
    if noun(frame, "ask.what", "ask.where") is Dim.GAMES and frame.has("sup.most", "sup.best"):
        everywhere = Filter(Dim.GAMES, (EVERY,))
        return Query(Op.MOST, Dim.GAMES, (*won(frame, Dim.GAMES), everywhere))
    if frame.named(Dim.SPORT) and frame.has("sup.most", "sup.best") and _of_sports(frame):
        return Query(Op.MOST, Dim.SPORT, won(frame, Dim.SPORT))  # "judo brought the most"
    restricts = frame.has("ask.list") and len(frame.colours) > 1  # "list only gold and silver"
    if frame.has("sup.only") and not restricts and (frame.colours or frame.has("kind.sport")):
        return Query(Op.ONLY, sought, won(frame))
    if frame.has("sup.least", "sup.worst"):
        return Query(Op.LEAST, sought, won(frame, *leave))
    if frame.has("sup.best"):
        return Query(Op.BEST, sought, won(frame, *leave))
    if frame.has("sup.most") or _more_than_others(frame):
        ever = EVERY in frame.named(Dim.GAMES) and frame.medal_said
        exact = sought is not Dim.ATHLETE or bool(frame.colours) or ever
        return Query(Op.MOST if exact else Op.BEST, sought, won(frame, *leave))
    people = sought is Dim.ATHLETE and not frame.contests_said
    if frame.has("sup.top") and (sought is Dim.SPORT or people):
        return Query(Op.BEST, sought, won(frame))
    return None


def career(frame: Frame) -> Query | None:
    """Whether a medal was someone's first, how many there are in a life."""
    someone = frame.has("pronoun.he", "pronoun.she", "pronoun.they")
    counted = frame.has("ord.first", "ord.second", "ord.third") and (
        frame.medal_said or frame.has("act.win", "kind.winner", "kind.games")
    )
    counted = counted or (frame.has("kind.place") and bool(frame.colours))
    counted = counted or frame.has("kind.edition")  # "which win of his was it"
    counted = counted or (bool(frame.number) and frame.medal_said and not frame.named(Dim.GAMES))
    everything = EVERY in frame.named(Dim.GAMES) and (
        frame.medal_said or frame.has("act.win", "ask.count")
    )
    about = frame.named(Dim.ATHLETE) or someone
    if not about or not (counted or everything) or frame.any("claim."):
        return None
    if not frame.named(Dim.ATHLETE) and frame.has("ask.who", "npc.home"):
        return None
    keep = [f for f in frame.filters() if f.dim in (Dim.ATHLETE, Dim.MEDAL)]
    more = True if frame.has("cmp.more") else False if frame.has("cmp.less") else None
    more = more if frame.number is not None else None
    return Query(Op.CAREER, Dim.MEDAL, tuple(keep), number=frame.number, more=more)


def _first_games(frame: Frame) -> Query | None:
    """The Games at which a delegation was first: "Kazakhstan's first Paralympics"."""
    delegation = frame.has("npc.home") or bool(frame.named(Dim.NPC))
    there = frame.has("act.compete", "kind.games") and not (frame.contests or frame.medal_said)
    if not (frame.has("ord.first") and delegation and there) or frame.has("act.win"):
        return None
    if frame.named(Dim.GAMES):
        return None
    where = (*frame.filters(), Filter(Dim.GAMES, (EVERY,)))
    return Query(Op.FIRST, Dim.GAMES, where)


_TWICE = 2


def _first_of_two(frame: Frame) -> bool:
    """Whether the first of ours to win two Games is asked for: "the first with two golds"."""
    won = "gold" in frame.colours or not frame.medal_said
    people = frame.has("ask.who", "npc.home", "kind.athlete", "kind.winner")
    return frame.has("ord.first") and won and people and frame.number == _TWICE


def in_time(frame: Frame) -> Query | None:
    """The first or the last medal, the first Games."""
    games = _first_games(frame)
    if games:
        return games
    if not frame.has("ord.first", "ord.last") or frame.has("kind.opening", "kind.closing"):
        return None
    if not (frame.medal_said or frame.has("act.win", "kind.winner")) or frame.named(Dim.ATHLETE):
        return None
    supposed = frame.has("aux", "ask.yesno") and not frame.has(*WH)
    if supposed and frame.has("ord.first") and frame.named(Dim.GAMES) and not frame.contests:
        kind = "first-gold" if "gold" in frame.colours else "first-medal-ever"
        where = tuple(f for f in frame.filters() if f.dim is Dim.GAMES)
        return Query(Op.CLAIM, filters=where, claim=kind, yes_no=True)
    if _first_of_two(frame):
        return Query(Op.CLAIM, claim="first-double-champion")
    some = any(games != EVERY for games in frame.named(Dim.GAMES))
    ours = frame.has("npc.home") and not (some or frame.contests)
    ours = ours and not frame.has("ord.second") and frame.number is None
    if ours and frame.has("ord.first") and frame.colours == ("gold",):
        return Query(Op.CLAIM, claim="first-gold")  # "our first champion" is of all time
    op = Op.FIRST if frame.has("ord.first") else Op.LAST
    sought = Dim.DAY if frame.has("ask.when") else target(frame, Dim.ATHLETE)
    return Query(op, sought, won(frame))
