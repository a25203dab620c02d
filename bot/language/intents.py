"""Which question an utterance asks: rules from the special to the general, the first fit wins.

A rule looks at the words that were said (:class:`Frame`) and gives a query, or ``None`` when it is
not its business. Nothing here depends on a language: words are concepts by now.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.facts.query import ANY_MEDAL, EVERY, NO_MEDAL, Dim, Filter, Op, Query, ordered
from bot.language.frame import Frame

Rule = Callable[[Frame], Query | None]

_WH = (
    "ask.who",
    "ask.what",
    "ask.when",
    "ask.where",
    "ask.how",
    "ask.why",
    "ask.count",
    "ask.list",
)
_TARGETS = (
    ("kind.colour", Dim.MEDAL),
    ("kind.sport", Dim.SPORT),
    ("kind.event", Dim.EVENT),
    ("kind.day", Dim.DAY),
    ("kind.country", Dim.NPC),
    ("kind.gender", Dim.GENDER),
    ("kind.athlete", Dim.ATHLETE),
)


def decide(frame: Frame) -> Query:
    """The question that a frame asks."""
    for rule in RULES:
        query = rule(frame)
        if query is not None:
            return replace(query, filters=ordered(query.filters), yes_no=_yes_no(frame, query))
    return _card(frame)


def _yes_no(frame: Frame, query: Query) -> bool:
    if frame.has(*_WH) and query.op is not Op.EXISTS:
        return False
    if query.claim and frame.has("cmp.better", "cmp.more", "sup.worst"):
        return False
    return query.yes_no or query.op is Op.EXISTS or frame.has("aux", "ask.yesno")


def _target(frame: Frame, default: Dim) -> Dim:
    for concept, dim in _TARGETS:
        if frame.has(concept):
            return dim
    return default


def _won(frame: Frame, *leave: Dim) -> tuple[Filter, ...]:
    """The conditions, with a medal among them."""
    found = frame.filters(*leave)
    if any(f.dim is Dim.MEDAL for f in found):
        return found
    return (*found, Filter(Dim.MEDAL, (ANY_MEDAL,)))


def _results(frame: Frame) -> tuple[Filter, ...]:
    """The conditions, with a medal among them where winning is spoken of."""
    wins = frame.has("act.win", "kind.winner") and not frame.has("act.compete")
    return _won(frame) if wins or frame.medal_said else frame.filters()


def _claim(frame: Frame) -> Query | None:
    kinds = frame.of("claim.")
    if frame.has("rank.above", "rank.below") or frame.medal_said:
        kinds = tuple(k for k in kinds if not k.startswith("games-") or k == "games-medals")
    if not kinds:
        return None
    kind = _chosen_claim(kinds, frame)
    if kind is None:
        return None
    number = frame.number if kind in ("best-games", "quota", "biggest-team") else None
    if kind in ("best-games", "quota", "biggest-team") or kind.startswith("games-"):
        leave = tuple(d for d in Dim if d is not Dim.GAMES)
        return Query(Op.CLAIM, filters=frame.filters(*leave), claim=kind, number=number)
    return Query(Op.CLAIM, filters=frame.filters(Dim.MEDAL), claim=kind, number=number)


def _chosen_claim(kinds: tuple[str, ...], frame: Frame) -> str | None:
    if "best-games" in kinds and frame.named(Dim.ATHLETE):
        kinds = tuple(k for k in kinds if k != "best-games")
    if "record-asian" in kinds or "record" in kinds:
        if "best-games" in kinds:
            return "best-games"
        return "record"
    return kinds[0] if kinds else None


def _games_fact(frame: Frame) -> Query | None:
    """When, where, which: the Games themselves."""
    person = frame.has("pronoun.he", "pronoun.she", "pronoun.they") and not frame.has("kind.games")
    if frame.named(Dim.ATHLETE) or person:
        return None
    games = tuple(f for f in frame.filters() if f.dim in (Dim.GAMES, Dim.SPORT))
    if frame.has("kind.venue") or (frame.has("ask.where") and frame.named(Dim.SPORT)):
        return Query(Op.GAMES, Dim.VENUE, games)
    if frame.named(Dim.VENUE):
        return Query(Op.GAMES, Dim.VENUE, games)
    ordinals = [v for v in frame.values if v.ordinal]
    if frame.has("kind.edition") or (ordinals and frame.has("kind.games") and not frame.medal_said):
        return Query(Op.GAMES, Dim.EDITION, games)
    results = frame.medal_said or frame.subjects or frame.has("act.win", "act.compete", "ask.count")
    if results and not (frame.has("kind.duration") and frame.has("kind.games")):
        return None
    return _date_or_place(frame, games)


def _date_or_place(frame: Frame, games: tuple[Filter, ...]) -> Query | None:
    if frame.has("kind.duration", "kind.dates") and not frame.has("kind.rank"):
        return Query(Op.GAMES, Dim.DURATION, games)
    opening, closing = frame.has("kind.opening"), frame.has("kind.closing")
    if opening and closing:
        return Query(Op.GAMES, Dim.DURATION, games)
    if frame.has("kind.rank", "npc.home") and not frame.has("ask.when"):
        return None
    if opening:
        return Query(Op.GAMES, Dim.OPENED, games)
    if closing:
        return Query(Op.GAMES, Dim.CLOSED, games)
    if frame.has("ask.where", "kind.city"):
        return Query(Op.GAMES, Dim.CITY, games)
    if frame.has("ask.when", "kind.day"):
        return Query(Op.GAMES, Dim.DURATION, games)
    return None


def _world(frame: Frame) -> Query | None:
    """Numbers of the whole Games: athletes, sports, events, delegations, medals."""
    if not frame.has("ask.count", "number.approx", "kind.size") or frame.has(
        "npc.home", "kind.team"
    ):
        return None
    games = tuple(f for f in frame.filters() if f.dim is Dim.GAMES)
    if frame.has("kind.country") and not frame.has("rank.above", "rank.below"):
        return Query(Op.CLAIM, filters=games, claim="games-delegations")
    if frame.subjects or frame.medal_said or frame.has("act.win"):
        return None
    whole = frame.has("kind.world", "kind.games") or bool(frame.named(Dim.GAMES))
    kind = next((k for k in ("athlete", "sport", "event") if frame.has(f"kind.{k}")), None)
    if not whole or kind is None:
        return None
    return Query(Op.CLAIM, filters=games, claim=f"games-{kind}s")


def _rank(frame: Frame) -> Query | None:
    """The place of a country in the medal table."""
    if frame.named(Dim.ATHLETE) or frame.any("pronoun.he") or frame.any("pronoun.she"):
        return None
    where = tuple(f for f in frame.filters() if f.dim in (Dim.GAMES, Dim.NPC))
    if frame.has("rank.above") and not frame.subjects:
        return Query(Op.ABOVE, Dim.NPC, where, number=frame.number)
    ours = frame.has("npc.home") or not frame.has("kind.country", "kind.rank", "ask.list")
    if frame.has("sup.top") and frame.number and ours and frame.has("aux", "ask.yesno"):
        return Query(Op.RANK, Dim.NPC, where, limit=int(frame.number), yes_no=True)
    if frame.has("act.finish") and frame.number and not (frame.medal_said or frame.subjects):
        return Query(Op.RANK, Dim.NPC, where, number=frame.number)
    if frame.has("sup.top") and frame.has("kind.country", "kind.rank"):
        limit = int(frame.number) if frame.number else 1
        return Query(Op.TOP, Dim.NPC, tuple(f for f in where if f.dim is Dim.GAMES), limit=limit)
    table = (frame.has("kind.rank") and not frame.medal_said) or (
        frame.has("kind.rank", "kind.place") and not (frame.subjects or frame.colours)
    )
    if not table or frame.subjects:
        return None
    return Query(Op.RANK, Dim.NPC, where, number=frame.number)


def _share(frame: Frame) -> Query | None:
    every = frame.has("quant.all") and frame.has("aux", "ask.yesno") and not frame.has(*_WH)
    if not frame.has("ask.share") and not (every and (_contest(frame) or frame.colours)):
        return None
    return Query(Op.SHARE, Dim.MEDAL, _won(frame), yes_no=every)


def _compare(frame: Frame) -> Query | None:
    """Two or more of a kind set against each other."""
    marks = ("cmp.more", "cmp.less", "cmp.better", "cmp.vs", "cmp.than", "cmp.or", "same")
    if not frame.has(*marks) and not (frame.has("sup.most", "sup.best") and frame.has("cmp.or")):
        return None
    several = [
        d
        for d in (Dim.ATHLETE, Dim.NPC, Dim.SPORT, Dim.MEDAL, Dim.GENDER, Dim.GAMES, Dim.DISCIPLINE)
        if len(_concrete(frame, d)) > 1
    ]
    if not several:
        return None
    dim = several[0]
    if dim is Dim.MEDAL and not frame.has(*(m for m in marks if m != "cmp.or")):
        return None
    if dim is Dim.DISCIPLINE and any(m.every for m in frame.mentions if m.dim is dim):
        return None
    leave = (Dim.MEDAL,) if dim is not Dim.MEDAL and not frame.colours else ()
    more = True if frame.has("cmp.more", "cmp.better") else False if frame.has("cmp.less") else None
    filters = tuple(
        Filter(dim, _concrete(frame, dim)) if f.dim is dim and not f.negated else f
        for f in frame.filters(*leave)
    )
    asked = frame.has("aux", "ask.yesno") and not frame.has(
        "ask.who", "ask.what", "ask.where", "cmp.or"
    )
    return Query(Op.COMPARE, dim, filters, more=more, yes_no=asked or _statement(frame))


def _statement(frame: Frame) -> bool:
    return frame.has("cmp.than") and not frame.has(*_WH, "cmp.or", "cmp.vs")


def _concrete(frame: Frame, dim: Dim) -> tuple[str, ...]:
    return tuple(v for v in frame.named(dim) if v not in (ANY_MEDAL, NO_MEDAL, EVERY))


def _superlative(frame: Frame) -> Query | None:
    if frame.has("sup.young", "sup.old"):
        op = Op.YOUNGEST if frame.has("sup.young") else Op.OLDEST
        return Query(op, Dim.ATHLETE, _results(frame))
    if frame.has("sup.heavy", "sup.light"):
        op = Op.MOST if frame.has("sup.heavy") else Op.LEAST
        return Query(op, Dim.WEIGHT, _results(frame))
    if frame.named(Dim.ATHLETE) or not frame.any("sup."):
        return None
    return _most(frame)


def _most(frame: Frame) -> Query | None:
    default = Dim.SPORT if frame.has("ask.what") and not frame.medal_said else Dim.ATHLETE
    target = _target(frame, default)
    if frame.has("sup.only") and (frame.colours or frame.has("kind.sport")):
        return Query(Op.ONLY, target, _won(frame))
    if frame.has("sup.least", "sup.worst"):
        return Query(Op.LEAST, target, _won(frame))
    if frame.has("sup.best"):
        return Query(Op.BEST, target, _won(frame))
    if frame.has("sup.most"):
        op = Op.BEST if target is Dim.ATHLETE else Op.MOST
        return Query(op, target, _won(frame))
    if frame.has("sup.top") and target is Dim.SPORT:
        return Query(Op.BEST, target, _won(frame))
    return None


def _career(frame: Frame) -> Query | None:
    """Whether a medal was someone's first, how many there are in a life."""
    person = frame.has("pronoun.he", "pronoun.she", "pronoun.they")
    about = frame.named(Dim.ATHLETE) or person
    counted = frame.has("ord.first", "ord.second", "ord.third") and (
        frame.medal_said or frame.has("act.win", "kind.winner", "kind.games")
    )
    counted = counted or (bool(frame.number) and frame.medal_said and not frame.named(Dim.GAMES))
    everything = EVERY in frame.named(Dim.GAMES) and (
        frame.medal_said or frame.has("act.win", "ask.count")
    )
    if not about or not (counted or everything) or frame.any("claim."):
        return None
    if len(frame.named(Dim.ATHLETE)) == 0 and frame.has("ask.who"):
        return None
    keep = [f for f in frame.filters() if f.dim in (Dim.ATHLETE, Dim.MEDAL)]
    return Query(Op.CAREER, Dim.MEDAL, tuple(keep), number=frame.number)


def _in_time(frame: Frame) -> Query | None:
    """The first or the last medal."""
    if not frame.has("ord.first", "ord.last") or frame.has("kind.opening", "kind.closing"):
        return None
    if not (frame.medal_said or frame.has("act.win", "kind.winner")) or frame.named(Dim.ATHLETE):
        return None
    op = Op.FIRST if frame.has("ord.first") else Op.LAST
    return Query(op, _asked_target(frame, Dim.ATHLETE), _won(frame))


def _asked_target(frame: Frame, default: Dim) -> Dim:
    if frame.has("ask.when"):
        return Dim.DAY
    return _target(frame, default)


_ATTRIBUTES = (
    ("kind.age", Dim.AGE),
    ("kind.born", Dim.BORN),
    ("kind.weight", Dim.WEIGHT),
    ("kind.class", Dim.CLASS),
    ("kind.category", Dim.WEIGHT),
    ("kind.colour", Dim.MEDAL),
    ("kind.result", Dim.MARK),
    ("act.beat", Dim.OPPONENT),
    ("kind.event", Dim.EVENT),
    ("kind.sport", Dim.SPORT),
    ("kind.place", Dim.PLACE),
    ("kind.rank", Dim.PLACE),
    ("kind.country", Dim.NPC),
    ("kind.venue", Dim.VENUE),
    ("ask.when", Dim.DAY),
    ("kind.day", Dim.DAY),
)


def _attribute(frame: Frame) -> Query | None:
    """Something about a named athlete."""
    about = frame.named(Dim.ATHLETE) or frame.any("pronoun.")
    if not about:
        return None
    target = next((dim for concept, dim in _ATTRIBUTES if frame.has(concept)), None)
    if (
        target is Dim.MARK
        and not frame.has("ask.count", "ask.what", "ask.how")
        and not frame.has("aux")
    ):
        target = None if frame.has("ask.tell") else target
    if target is None and frame.has("act.lose") and frame.has("ask.who"):
        target = Dim.OPPONENT
    if target is None and frame.has("ask.where") and frame.has("act.win", "act.compete"):
        target = Dim.VENUE
    if target is None:
        if frame.has("ask.what") and frame.named(Dim.MEDAL) == (ANY_MEDAL,):
            return Query(Op.VALUE, Dim.MEDAL, frame.filters(Dim.MEDAL))
        return None
    if _premises(frame, target):
        return None
    if target in (Dim.SPORT, Dim.EVENT) and frame.medal_said and not frame.has("ask.what"):
        return None
    leave = (
        (Dim.MEDAL,)
        if target in (Dim.MEDAL, Dim.MARK, Dim.AGE, Dim.BORN) or not frame.colours
        else ()
    )
    return Query(Op.VALUE, target, frame.filters(*leave))


def _premises(frame: Frame, target: Dim) -> bool:
    """Whether the value of the attribute is stated rather than asked for."""
    if frame.has("ask.what", "ask.count", "ask.how", "ask.who", "ask.when"):
        return False
    return any(
        m.dim is target
        for m in frame.mentions
        if m.dim is not Dim.MEDAL or m.values != (ANY_MEDAL,)
    )


def _count(frame: Frame) -> Query | None:
    if not frame.has("ask.count") and not frame.has("kind.size"):
        return None
    if frame.named(Dim.ATHLETE) and len(frame.named(Dim.ATHLETE)) == 1:
        filters = _won(frame)
        return Query(Op.COUNT, Dim.MEDAL, filters, number=frame.number)
    target = _count_target(frame)
    filters = _results(frame)
    return Query(Op.COUNT, target, filters, number=frame.number)


def _count_target(frame: Frame) -> Dim:
    """What is counted: what was named as countable, else medals."""
    if frame.has("kind.sport") and not frame.has("kind.athlete"):
        return Dim.SPORT
    if frame.has("kind.day"):
        return Dim.DAY
    if frame.has("kind.event") and not frame.medal_said:
        return Dim.EVENT
    if frame.has("kind.athlete", "kind.team", "kind.size"):
        return Dim.ATHLETE
    if frame.named(Dim.GENDER) and frame.named(Dim.MEDAL) in ((), (ANY_MEDAL,)):
        first = frame.where("medal.any")
        gender = min(frame.where("gender.men"), frame.where("gender.women"))
        return Dim.ATHLETE if gender < first or not frame.medal_said else Dim.MEDAL
    if frame.has("ask.who") and frame.medal_said:
        return Dim.ATHLETE
    if frame.medal_said or frame.has("act.win", "kind.winner"):
        return Dim.MEDAL
    return Dim.ATHLETE if frame.has("act.compete") else Dim.MEDAL


def _number(frame: Frame) -> Query | None:
    """A bare number to be explained."""
    if frame.number is None or frame.subjects or frame.medal_said:
        return None
    if frame.has("ask.count") and not frame.has("ask.what"):
        return None
    if frame.has("kind.athlete", "kind.sport", "kind.event", "act.win", "kind.rank"):
        return None
    return Query(Op.NUMBER, number=frame.number)


def _premise_number(frame: Frame) -> Query | None:
    """A number taken for granted: "was it 3 golds", "we had 50 athletes"."""
    if frame.number is None or frame.has(
        "ask.who", "ask.list", "ask.when", "ask.where", "ask.what"
    ):
        return None
    if not (frame.medal_said or frame.has("kind.athlete", "kind.sport", "kind.team")):
        return None
    if frame.named(Dim.ATHLETE) and any(v.ordinal for v in frame.values if v.number):
        return None
    target = (
        Dim.MEDAL
        if frame.colours or not frame.has("kind.athlete", "kind.sport", "kind.team")
        else _count_target(frame)
    )
    return Query(Op.COUNT, target, _results(frame), number=frame.number, yes_no=True)


def _list(frame: Frame) -> Query | None:
    """Who, which, what: what there is that meets the conditions."""
    asked = frame.has("ask.who", "ask.list", "ask.when") or (
        frame.has("ask.what") and not (frame.named(Dim.ATHLETE) and not frame.medal_said)
    )
    kinds = frame.any("kind.athlete") or frame.has(
        "kind.winner", "kind.sport", "kind.event", "kind.team", "kind.day"
    )
    if not asked and not (kinds and not frame.has("aux", "ask.yesno", "ask.tell")):
        return None
    if frame.named(Dim.ATHLETE) and not frame.medal_said:
        return None
    return Query(Op.LIST, _asked_target(frame, Dim.ATHLETE), _winners(frame))


def _winners(frame: Frame) -> tuple[Filter, ...]:
    """As :func:`_results`; a winner without a colour is a champion."""
    found = _results(frame)
    if frame.has("kind.winner") and not frame.medal_said:
        return tuple(Filter(f.dim, ("gold",)) if f.dim is Dim.MEDAL else f for f in found)
    return found


def _exists(frame: Frame) -> Query | None:
    """A statement or a yes-or-no question about results."""
    if not frame.mentions:
        return None
    asked = frame.has("aux", "ask.yesno") or frame.has("ask.why")
    stated = bool(frame.named(Dim.ATHLETE)) and (bool(frame.colours) or _contest(frame))
    stated = stated or (frame.medal_said and frame.has("act.win") and frame.subjects)
    if not (asked or stated) or (frame.has("ask.tell") and not frame.colours):
        return None
    if (
        not _contest(frame)
        and not frame.medal_said
        and not frame.has("act.win", "act.compete", "act.lose")
    ):
        return None
    filters = _winners(frame)
    if frame.has("act.lose") and not frame.has("act.win") and not frame.colours:
        filters = (*frame.filters(Dim.MEDAL), Filter(Dim.MEDAL, ("gold",), negated=True))
    return Query(Op.EXISTS, _target(frame, Dim.ATHLETE), filters, yes_no=True)


def _contest(frame: Frame) -> bool:
    dims = (
        Dim.SPORT,
        Dim.DISCIPLINE,
        Dim.WEIGHT,
        Dim.CLASS,
        Dim.DAY,
        Dim.DISTANCE,
        Dim.GENDER,
        Dim.GAMES,
    )
    return any(m.dim in dims for m in frame.mentions)


def _card(frame: Frame) -> Query:
    """Only things named: everything about them."""
    if frame.named(Dim.ATHLETE):
        keep = tuple(d for d in Dim if d not in (Dim.ATHLETE, Dim.GAMES))
        return Query(Op.CARD, Dim.ATHLETE, frame.filters(*keep))
    if frame.medal_said or frame.has("act.win", "kind.winner"):
        if not frame.colours and not frame.subjects and not frame.excluded(Dim.SPORT):
            return Query(Op.CARD, Dim.MEDAL, _won(frame))
        return Query(Op.LIST, Dim.ATHLETE, _winners(frame))
    if frame.subjects:
        target = Dim.SPORT if frame.named(Dim.SPORT) else Dim.EVENT
        if not frame.named(Dim.SPORT) and frame.named(Dim.CLASS):
            target = Dim.CLASS
        return Query(Op.CARD, target, frame.filters())
    if frame.has("kind.team"):
        return Query(Op.CARD, Dim.NPC, frame.filters())
    return Query(Op.CARD, Dim.GAMES, frame.filters())


RULES: tuple[Rule, ...] = (
    _claim,
    _world,
    _share,
    _compare,
    _rank,
    _games_fact,
    _superlative,
    _career,
    _in_time,
    _attribute,
    _premise_number,
    _number,
    _count,
    _list,
    _exists,
    _card,
)
