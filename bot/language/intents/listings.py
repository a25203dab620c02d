"""Who, which, whether: results listed or confirmed; and cards, when only things are named."""

from __future__ import annotations

from decimal import Decimal

from bot.facts.query import ANY_MEDAL, NO_MEDAL, Dim, Filter, Op, Query
from bot.language.frame import COLOURS, Frame
from bot.language.intents.asked import target
from bot.language.intents.conditions import contest, pinned, winners, won


def listing(frame: Frame) -> Query | None:
    """Who, which, what: what there is that meets the conditions."""
    asked = frame.has("ask.who", "ask.list", "ask.when") or (
        frame.has("ask.what") and not (frame.named(Dim.ATHLETE) and not frame.medal_said)
    )
    kinds = frame.any("kind.athlete") or frame.has(
        "kind.winner", "kind.sport", "kind.event", "kind.team", "kind.day"
    )
    sought = frame.has("kind.winner") and not (frame.named(Dim.ATHLETE) or frame.named(Dim.NPC))
    if not (asked or sought) and not (kinds and not frame.has("aux", "ask.yesno", "ask.tell")):
        return None
    if frame.named(Dim.ATHLETE) and not frame.medal_said:
        return None
    what = Dim.DAY if frame.has("ask.when") else target(frame, Dim.ATHLETE)
    filters = (*winners(frame), *_placed(frame))
    if what is Dim.NPC and not any(f.dim is Dim.MEDAL for f in filters):
        filters = (*filters, Filter(Dim.MEDAL, ("gold",)))
    return Query(Op.LIST, what, filters)


_ASIDE_FROM_CLASS = ("act.win", "act.compete", "act.lose", "act.beat", "kind.winner", "ask.who",
                     "ask.count", "ask.list", "kind.athlete", "ask.when", "ask.where",
                     "kind.country")  # fmt: skip


def lens(frame: Frame) -> Query | None:
    """What a Para class means: only a class, and perhaps its sport, is named."""
    if not frame.named(Dim.CLASS) or frame.medal_said or frame.has(*_ASIDE_FROM_CLASS):
        return None
    if any(m.dim not in (Dim.CLASS, Dim.SPORT) for m in frame.mentions):
        return None
    return Query(Op.CARD, Dim.CLASS, frame.filters())


def _stated_place(frame: Frame) -> tuple[Filter, ...]:
    """A place that somebody is said to have taken: "Shakiyev was fifth"."""
    ordinals = [str(v.number) for v in frame.values if v.ordinal and v.number]
    if len(ordinals) == 1 and frame.named(Dim.ATHLETE) and not frame.medal_said:
        return (Filter(Dim.PLACE, tuple(ordinals)),)
    return ()


_PLACES = {"ord.first": "1", "ord.second": "2", "ord.third": "3"}


def _placed(frame: Frame) -> tuple[Filter, ...]:
    """A place that is asked for: "who was second", "who came fifth in judo"."""
    if frame.medal_said or not frame.has("ask.who", "kind.athlete", "ask.list"):
        return ()
    for concept, place in _PLACES.items():
        if frame.has(concept):
            return (Filter(Dim.PLACE, (place,)),)
    finished = frame.has("act.finish", "kind.place")
    ordinals = [str(v.number) for v in frame.values if v.ordinal and v.number]
    return (Filter(Dim.PLACE, tuple(ordinals)),) if ordinals and finished else ()


def _none_supposed(frame: Frame) -> Query | None:
    """That there were none: "we got no silver, right?", "no medals in judo?"."""
    if frame.named(Dim.ATHLETE) or frame.has("ask.who", "ask.count", "ask.list", "kind.athlete"):
        return None
    excluded = [m for m in frame.mentions if m.dim is Dim.MEDAL and m.negated]
    colours = tuple(v for m in excluded for v in m.values if v in COLOURS)
    rest = tuple(f for f in frame.filters(Dim.MEDAL) if not f.negated)
    if NO_MEDAL in frame.named(Dim.MEDAL) and not frame.colours:
        medal = Filter(Dim.MEDAL, (ANY_MEDAL,))
    elif colours and not frame.named(Dim.MEDAL):
        medal = Filter(Dim.MEDAL, colours)
    else:
        return None
    return Query(Op.COUNT, Dim.MEDAL, (*rest, medal), number=Decimal(0), yes_no=True)


def taking_part(frame: Frame) -> Query | None:
    """Whether a delegation was at some Games: so many athletes tell it."""
    there = frame.has("act.compete") and not frame.has("act.win", "act.lose", "act.beat")
    whose = bool(frame.named(Dim.NPC)) and bool(frame.named(Dim.GAMES))
    asked = frame.has("aux", "ask.yesno") or frame.question_mark
    beside = frame.medal_said or frame.mentions_but(Dim.NPC, Dim.GAMES)
    if not (there and whose and asked) or beside:
        return None
    return Query(Op.COUNT, Dim.ATHLETE, frame.filters())


def exists(frame: Frame) -> Query | None:
    """A statement or a yes-or-no question about results."""
    if not frame.mentions:
        return None
    asked = frame.has("aux", "ask.yesno") or frame.has("ask.why")
    none = _none_supposed(frame) if asked else None
    if none:
        return none
    plain = frame.named(Dim.MEDAL) == (ANY_MEDAL,) and not frame.any("act.")
    stated = (
        bool(frame.named(Dim.ATHLETE)) and not plain and (bool(frame.colours) or contest(frame))
    )
    stated = stated or (frame.medal_said and frame.has("act.win") and frame.subjects)
    if not (asked or stated) or (frame.has("ask.tell") and not frame.colours):
        return None
    where = frame.has("ask.where") and not frame.any("act.")
    if (frame.has("ask.how") or where) and not frame.medal_said:
        return None  # "how did China do" wants no yes, nor does "where was the marathon"
    acts = frame.has("act.win", "act.compete", "act.lose") or bool(_stated_place(frame))
    if not (contest(frame) or frame.medal_said or acts):
        return None
    filters = (*winners(frame), *_stated_place(frame))
    told = frame.has("ask.tell") or not (acts or frame.colours)
    if told and not asked and not frame.question_mark:
        # things only named beside one another want no "yes"
        return Query(Op.LIST, Dim.ATHLETE, filters)
    if frame.has("act.lose") and not frame.has("act.win") and not frame.colours:
        filters = (*frame.filters(Dim.MEDAL), Filter(Dim.MEDAL, ("gold",), negated=True))
    team = bool(frame.named(Dim.NPC)) and not frame.named(Dim.ATHLETE)
    won = team and frame.has("act.win") and not frame.medal_said and bool(frame.named(Dim.SPORT))
    return Query(
        Op.EXISTS, target(frame, Dim.ATHLETE), filters, yes_no=True, more=True if won else None
    )


def card(frame: Frame) -> Query:
    """Only things named: everything about them."""
    if len(frame.named(Dim.ATHLETE)) == 1 and frame.medal_said and not frame.has("ask.tell"):
        return Query(Op.COUNT, Dim.MEDAL, won(frame))
    if frame.named(Dim.ATHLETE):
        keep = tuple(d for d in Dim if d not in (Dim.ATHLETE, Dim.GAMES))
        return Query(Op.CARD, Dim.ATHLETE, frame.filters(*keep))
    if frame.medal_said or frame.has("act.win", "kind.winner"):
        if not frame.colours and not frame.subjects and not frame.excluded(Dim.SPORT):
            return Query(Op.CARD, Dim.MEDAL, won(frame))
        return Query(Op.LIST, Dim.ATHLETE, winners(frame))
    if frame.subjects:
        sought = Dim.SPORT if frame.named(Dim.SPORT) else Dim.EVENT
        if frame.named(Dim.CLASS) and not (frame.named(Dim.SPORT) or pinned(frame)):
            sought = Dim.CLASS
        return Query(Op.CARD, sought, frame.filters())
    if frame.has("kind.team") or frame.named(Dim.NPC):
        return Query(Op.CARD, Dim.NPC, frame.filters())
    return Query(Op.CARD, Dim.GAMES, frame.filters())
