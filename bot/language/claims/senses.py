"""What turns a part round or narrows it: "not", "only", "we", and who is outdone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.facts.model import Gender
from bot.facts.query import EVERY, Dim, Filter
from bot.language.claims.part import HOME, Part, Stretch
from bot.language.mentions import Mention


def negated(part: Part, stretch: Stretch) -> Part:
    """Whether the part denies what it says, and whether it says so once."""
    said = [t for t in stretch.tags if set(t.concepts) & {"medal.none", "not.self"}]
    covered = {n for t in said for n in range(t.start, t.end)}
    quiet = covered | stretch.role("least", "most") | stretch.used
    loose = sorted(stretch.role("negation") - quiet)
    emphatic = stretch.role("emphatic")
    plain = [t for t in said if not set(range(t.start, t.end)) & emphatic]
    said = plain or said[:1]
    times = len(said) + sum(1 for n in loose if n - 1 not in loose)
    # "не ... ни одного" denies once
    times = times or min(1, len(emphatic - quiet - stretch.role("filler")))
    if stretch.role("never") and times and not part.games:
        part = replace(part, games=(EVERY,))
    part = replace(part, negated=times == 1, none=part.none and not part.colours)
    unclear = times > 1 or (stretch.role("nobody") and _suffered(part))
    return replace(part, unknown=(*part.unknown, "not")) if unclear else part


def _suffered(part: Part) -> bool:
    """Whether "nobody" may have done it to whom a part names: "nobody beat her"."""
    told = part.medal or part.colours or part.place or part.none or "act.compete" in part.acts
    return bool(part.athletes) or not told


def doubtful(part: Part, stretch: Stretch) -> Part:
    """What together may mean something else: a team's gold, gold that one competed for."""
    medal = part.medal or part.colours
    team = bool(part.athletes) and "kind.team" in part.words
    sought = medal and "act.compete" in part.acts and "act.win" not in part.acts
    denied = part.negated and part.mark is not None
    beaten = part.athletes and any(
        m.dim is Dim.NPC and m.start - 1 in stretch.role("against") and m.values != (part.rival,)
        for m in stretch.mentions
    )
    if team or sought or denied or beaten or _unreal(stretch):
        return replace(part, unknown=(*part.unknown, "sense"))
    return part


def _unreal(stretch: Stretch) -> bool:
    """Whether a deed is told of as wished for or to come: "to win", "выиграет"."""
    deeds = [t for t in stretch.tags if any(c.startswith("act.") for c in t.concepts)]
    ahead = stretch.grammar.ahead
    wished = stretch.role("unreal")
    now = stretch.grammar.bare  # "she competes" tells of what is
    return any(
        t.start - 1 in wished
        or (t.text.endswith(ahead) and not ("act.compete" in t.concepts and t.text.endswith(now)))
        for t in deeds
    )


def gendered(part: Part, stretch: Stretch) -> Part:
    """Women or men in a word for "ours": "our girls". "Our guys" may be both."""
    if any(f.dim is Dim.GENDER for f in part.conditions):
        return part
    team = {n for t in stretch.tags if "npc.home" in t.concepts for n in range(t.start, t.end)}
    if team & stretch.role("women"):
        women = Filter(Dim.GENDER, (Gender.WOMEN,))
        return replace(part, conditions=(*part.conditions, women))
    return part


def ours(part: Part, stretch: Stretch) -> Part:
    """The first person in the verb alone."""
    if part.subject or not stretch.grammar.we:
        return part
    denials = stretch.role("negation")
    verbs = (t for t in stretch.tags if "act.win" in t.concepts or t.start in denials)
    said = any(t.text.endswith(stretch.grammar.we) for t in verbs)
    return replace(part, npcs=(HOME,)) if said else part


_SUBJECTS = (Dim.ATHLETE, Dim.MEDAL, Dim.SPORT, Dim.GENDER)


def alone(part: Part, stretch: Stretch) -> Part:
    """What "only" stands before, and what "all" leaves alone."""
    if part.count is not None:
        return part
    most = [t for t in stretch.tags if any(c.startswith("sup.") for c in t.concepts)]
    only = stretch.role("only") - {n for t in most for n in range(t.start, t.end)}
    deeds = [t for t in stretch.tags if t.concepts == ("act.win",)]
    won = {n for t in deeds for n in range(t.start, t.end)}  # "only got silver"
    for mention in stretch.mentions:
        before = mention.start - 1
        while before in (stretch.role("filler") | won) - only:
            before -= 1
        if before in only and mention.dim in _SUBJECTS:
            return replace(part, exclusive=mention.dim)
    return replace(part, unknown=(*part.unknown, "only")) if only else _all(part, stretch)


def _all(part: Part, stretch: Stretch) -> Part:
    """What is said of all medals: "all our golds were in judo", in judo alone."""
    every = [t for t in stretch.tags if set(t.concepts) & {"quant.all", "quant.each"}]
    where = [f.dim for f in part.conditions if f.dim in (Dim.SPORT, Dim.GENDER)]
    if len(every) != 1 or len(where) != 1 or not (part.medal or part.colours) or part.athletes:
        return part
    following = [m for m in stretch.mentions if m.start >= every[0].end and m.dim is not Dim.NPC]
    if following and following[0].dim in (Dim.GENDER, Dim.SPORT):
        return part  # "all our women", which is another thing to say
    stretch.take(*every)
    return replace(part, exclusive=where[0])


def sides(part: Part, stretch: Stretch) -> Part:
    """Of two delegations compared, which is said to be outdone."""
    named = [m for m in stretch.mentions if m.dim is Dim.NPC and len(m.values) == 1]
    compared = part.acts & {"cmp.more", "cmp.less", "rank.above", "rank.below", "act.beat",
                            "act.lose"}  # fmt: skip
    told = part.medal or part.colours or part.conditions or part.place or part.table
    if stretch.grammar.marks and not told and len(named) == 2:
        compared |= part.acts & {"act.win"}  # "Қытайды жеңді"
    if (
        not compared
        or part.athletes
        or part.rival
        or part.count is not None
        or not 1 <= len(named) <= 2
    ):
        return part
    other = _outdone(named, stretch, compared)
    if other is None:
        return replace(part, unknown=(*part.unknown, "than"))
    rest = tuple(v for m in named if m is not other for v in m.values)
    return replace(part, npcs=rest, outdone=other.values)


def _outdone(
    named: Sequence[Mention], stretch: Stretch, compared: frozenset[str]
) -> Mention | None:
    """Who comes after "than", after the deed, or in the case that says so."""
    if stretch.grammar.marks:
        texts = {t.start: t.text for t in stretch.tags}
        found = [m for m in named if stretch.grammar.outdoes(texts.get(m.start, ""))]
    else:
        than = [t for t in stretch.tags if "cmp.than" in t.concepts]
        words = than or [t for t in stretch.tags if compared & set(t.concepts)]
        found = [m for m in named if m.start >= words[0].end]
    return found[0] if len(found) == 1 else None
