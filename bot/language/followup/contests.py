"""Follow-ups on a contest or on Games: who was next, who of ours, what else there."""

from __future__ import annotations

from dataclasses import replace

from bot.facts.query import EVERY, Dim, Filter, Op, Query
from bot.language.followup.turn import BARE, FEW, OF_CONTESTS, SHORT, Turn, in_that_place
from bot.language.intents.conditions import MEDAL_OF_PLACE


def next_place(turn: Turn) -> Query | None:
    """Who came next in the contest spoken of: "and who was second?"."""
    frame, last = turn.frame, turn.last
    others = [m for m in frame.mentions if m.dim is not Dim.MEDAL]
    bare = len(frame.tags) <= BARE and not frame.any("act.") and not frame.any("kind.")
    if frame.has("ask.whom", "act.beat", "act.lose"):
        return None
    short = frame.has("ask.who", "kind.winner") or bare
    if others or not short or last.op not in (Op.LIST, Op.VALUE, Op.CARD):
        return None
    medal = next((medal for place, medal in MEDAL_OF_PLACE.items() if frame.has(place)), None)
    medal = medal or _said_shortly(turn)
    if medal is None:
        return None
    if any(m.values != (medal,) for m in frame.mentions):
        return None  # "our second champion" is second in another way
    wanted = Filter(Dim.MEDAL, (medal,))
    athletes = last.values(Dim.ATHLETE)
    if len(athletes) == 1:
        games = (f for f in last.filters if f.dim is Dim.GAMES)
        return Query(Op.LIST, Dim.ATHLETE, (Filter(Dim.ALONGSIDE, athletes), *games, wanted))
    contest = any(last.values(dim) for dim in OF_CONTESTS[1:])
    asked = replace(last.without(Dim.PLACE), op=Op.LIST, target=Dim.ATHLETE, yes_no=False)
    return asked.having(wanted) if contest else None


def _said_shortly(turn: Turn) -> str | None:
    """The medal of "who won?", "who got bronze?" after one contest or one athlete."""
    frame, last = turn.frame, turn.last
    exact = (Dim.DISCIPLINE, Dim.CLASS, Dim.DISTANCE, Dim.WEIGHT, Dim.GENDER, Dim.SPORT)
    one = sum(bool(last.values(dim)) for dim in exact) > _PINNED or (
        len(last.values(Dim.ATHLETE)) == 1 and last.values(Dim.ATHLETE) == turn.dialogue.athletes
    )
    if not one or not frame.has("ask.who", "kind.winner") or frame.has(*_OF_OTHERS):
        return None
    if len(frame.tags) > SHORT:
        return None
    if len(frame.colours) == 1:
        return None if last.values(Dim.ATHLETE) else frame.colours[0]
    return "gold" if frame.has("act.win", "kind.winner") and not frame.medal_said else None


_OF_OTHERS = (
    "npc.home", "kind.athlete", "kind.age", "kind.country", "kind.world", "kind.games",
)  # fmt: skip
"""What asks past the contest spoken of."""
_PINNED = 2
"""More conditions than these name one contest, or nearly one."""


def the_other_end(turn: Turn) -> Query | None:
    """The oldest after the youngest of some: "and the oldest?"."""
    ends = (Op.YOUNGEST, Op.OLDEST)
    same = turn.query.op in ends and turn.last.op in ends
    return replace(turn.last, op=turn.query.op) if same and not turn.frame.mentions else None


def beaten_there(turn: Turn) -> Query | None:
    """Whom the winners just told beat: "who did they beat in the final?"."""
    frame, last = turn.frame, turn.last
    asked = frame.has("act.beat") or (frame.has("ask.whom") and frame.has("act.win"))
    contest = any(last.values(dim) for dim in OF_CONTESTS[1:]) and not last.values(Dim.ATHLETE)
    told = last.op is Op.LIST and bool(last.values(Dim.MEDAL))
    if not (asked and contest and told and frame.has("pronoun.they")) or frame.mentions:
        return None
    return last.having(Filter(Dim.MEDAL, ("silver",)))


def of_these(turn: Turn) -> Query | None:
    """How many of the medals just counted are of a colour: "of them silver?"."""
    frame, last = turn.frame, turn.last
    counted = last.target is Dim.MEDAL and last.op in (Op.COUNT, Op.CARD)
    if not (counted and frame.has("pronoun.they") and frame.colours) or frame.any("act."):
        return None
    if frame.mentions_but(Dim.MEDAL) or frame.any("kind.") or frame.has("aux", "ask.who"):
        return None
    return replace(last.having(*frame.filters()), op=Op.COUNT, number=None)


def of_that_time(turn: Turn) -> Query | None:
    """When what was just told took place: "what year was that?" after a first."""
    frame, last = turn.frame, turn.last
    told = last.op in (Op.CLAIM, Op.FIRST, Op.LAST)
    if not (told and frame.has("ask.when") and len(frame.tags) <= FEW) or frame.mentions:
        return None
    aside = frame.has("kind.born", "kind.opening", "kind.closing", "kind.games", "npc.home")
    return None if aside or frame.any("claim.") or frame.any("act.") else last


def in_that_contest(turn: Turn) -> Query | None:
    """What is asked of the contest or the sport spoken of: "who was the Kazakh there?"."""
    query, frame, last = turn.query, turn.frame, turn.last
    contest = any(last.values(dim) for dim in OF_CONTESTS[1:]) and not last.values(Dim.ATHLETE)
    named = frame.mentions_but(Dim.MEDAL, Dim.NPC) or frame.has("kind.games", "kind.world")
    medals = frame.has("aux", "ask.yesno") and frame.medal_said and not frame.named(Dim.NPC)
    medals = medals and not frame.has("ask.who")
    short = len(frame.tags) <= SHORT and not frame.any("act.")
    ours = frame.has("follow.and") and frame.has("ask.who") and bool(frame.named(Dim.NPC))
    ours = ours and not frame.medal_said
    if not contest or named or not (frame.has("pronoun.there") or ours or (medals and short)):
        return None
    if query.op is Op.RANK and bool(frame.named(Dim.NPC)):
        query = Query(Op.LIST, Dim.ATHLETE, query.filters)  # its place there, not in the table
    said = {f.dim for f in query.filters}
    whose = () if Dim.NPC in said else tuple(f for f in last.filters if f.dim is Dim.NPC)
    return query.having(*(f for f in last.filters if f.dim in OF_CONTESTS), *whose)


def in_the_sport(turn: Turn) -> Query | None:
    """Which country won "the men": the sport is the one spoken of, since there must be one."""
    query, frame, last = turn.query, turn.frame, turn.last
    sport = tuple(f for f in last.filters if f.dim is Dim.SPORT)
    of_one_sex = bool(frame.named(Dim.GENDER)) and not frame.mentions_but(Dim.GENDER, Dim.MEDAL)
    asked = frame.has("kind.country") and frame.has("act.win", "kind.winner", "medal.gold")
    if not (sport and of_one_sex and asked) or frame.has("kind.world", "kind.sport", "sup.most"):
        return None
    told = query if query.op is Op.LIST else Query(Op.LIST, Dim.ATHLETE, frame.filters())
    return told.having(*sport, Filter(Dim.MEDAL, ("gold",)))


_OF_GAMES = (Op.LIST, Op.COUNT, Op.EXISTS, Op.MOST, Op.LEAST, Op.BEST, Op.ONLY)


def at_those_games(turn: Turn) -> Query | None:
    """A few words on medals, after other Games than the current: they are still meant."""
    query, frame, last = turn.query, turn.frame, turn.last
    games = last.values(Dim.GAMES)
    elsewhere = bool(games) and EVERY not in games and turn.facts.current not in games
    if not elsewhere or frame.named(Dim.GAMES) or last.values(Dim.ATHLETE):
        return None
    medals = query.op in _OF_GAMES or (query.op is Op.CARD and query.target is Dim.MEDAL)
    aside = frame.has("kind.world", "kind.games") or frame.named(Dim.ATHLETE)
    if not medals or aside or len(frame.tags) > FEW or frame.any("claim."):
        return None
    return in_that_place(query, last)


def about_there(turn: Turn) -> Query | None:
    """What is asked of the Games spoken of, by "there" or "it"."""
    frame, last = turn.frame, turn.last
    there = frame.has("pronoun.there") or (frame.has("pronoun.it") and last.values(Dim.GAMES))
    if not there or frame.named(Dim.GAMES) or frame.named(Dim.ATHLETE):
        return None
    return in_that_place(turn.query, last)


def same_games(turn: Turn) -> Query | None:
    """A number or a place asked of nobody: of the delegation and the Games spoken of."""
    query, frame, last = turn.query, turn.frame, turn.last
    told = (Op.COUNT, Op.RANK, Op.LIST, Op.CARD, Op.EXISTS)
    open_ended = query.op in (Op.COUNT, Op.RANK) and last.op in told
    ours = frame.has("npc.home", "kind.world") or bool(frame.named(Dim.NPC))
    if not open_ended or ours or frame.contests or frame.named(Dim.GAMES):
        return None
    elliptic = frame.medal_said and not (frame.any("act.") or frame.any("kind."))
    elliptic = elliptic or (query.op is Op.RANK and frame.number is None)
    other_team = bool(last.values(Dim.NPC)) and elliptic and not frame.named(Dim.GENDER)
    of_that = bool(last.values(Dim.GAMES)) or (other_team and len(frame.tags) <= SHORT)
    return in_that_place(query, last) if of_that and not last.values(Dim.ATHLETE) else None
