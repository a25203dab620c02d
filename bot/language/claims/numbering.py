"""The numbers of a part: so many medals, a place, a mark, and how exactly they are meant."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from bot.facts.query import Dim
from bot.language.chain import NEUTRAL, Tag
from bot.language.claims.part import Part, Stretch
from bot.language.value import Value

_TIMES = (("times2", 2), ("times3", 3), ("times4", 4))


def numbers(part: Part, stretch: Stretch) -> Part:
    """So many medals, a place, a mark."""
    for role, many in _TIMES:
        if stretch.role(role):
            part = replace(part, times=many)
            stretch.used.update(stretch.role(role))
    for value in stretch.values:
        tokens = set(range(value.start, value.end))
        spoken = stretch.role("filler") - stretch.role("least")
        denied = value.number == 0 and tokens <= stretch.role("negation")  # "none of ours"
        if denied or tokens <= stretch.role("emphatic") | spoken or _together(value, stretch):
            stretch.used.update(tokens)  # "ни одной", "both won"
        if not tokens <= stretch.used:
            part = _number(part, value, stretch)
            stretch.used.update(tokens)
    if part.count is None and not stretch.values:
        part = _single(part, stretch)
    return _bounded(part, stretch)


def _together(value: Value, stretch: Stretch) -> bool:
    """Whether "both" says that each did it: "A and B both won", not "he won both golds"."""
    both = stretch.role("both")
    if not set(range(value.start, value.end)) & both:
        return False
    if value.end in both:
        return True  # "both of them"
    around = _Around(value, stretch)
    deed = any(c.startswith("act.") for c in around.behind)
    return not deed and _noun(around.said) is None


def _single(part: Part, stretch: Stretch) -> Part:
    """One medal, in a word that may be something else as well."""
    for tag, after in pairwise(stretch.tags):
        if "numeral.1" in tag.concepts and any(c.startswith("medal.") for c in after.concepts):
            stretch.take(tag)
            return replace(part, count=1, counted=Dim.MEDAL)
    return part


def _number(part: Part, value: Value, stretch: Stretch) -> Part:
    """A number by what stands around it; one that nothing explains is not understood."""
    lost = replace(part, unknown=(*part.unknown, value.text))
    if value.number is None or part.place is not None or part.top is not None:
        return lost
    if _of_games(value, stretch):
        return lost  # "the 17th Summer Paralympics" is no place in a table
    around = _Around(value, stretch)
    for reading in (_top, _mark, _place, _count):
        found = reading(part, around)
        if found is not None:
            return found
    return lost


_BETWEEN = frozenset({"season.summer", "season.winter", NEUTRAL})


def _of_games(value: Value, stretch: Stretch) -> bool:
    """Whether an order is that of Games; in "his second Paralympic gold" it is not."""
    somebody = any(m.dim in (Dim.NPC, Dim.ATHLETE) for m in stretch.mentions)
    if not value.ordinal or somebody:
        return False  # who was 39th at the Games was that in the table
    following = [t for t in stretch.tags if t.start >= value.end]
    for tag in following:
        if "kind.edition" in tag.concepts:
            return True
        if "kind.games" in tag.concepts:
            return not _prized(stretch, tag.end)
        if _BETWEEN.isdisjoint(tag.concepts):
            return False
    return False


class _Around:
    """A number with the words before and after it."""

    def __init__(self, value: Value, stretch: Stretch) -> None:
        tags = stretch.tags
        self.value, self.stretch = value, stretch
        self.number = value.number or Decimal(0)
        self.whole = int(self.number) if self.number == int(self.number) else None
        self.before = next((t for t in reversed(tags) if t.end <= value.start), None)
        self.after = _next(stretch, value.end)
        self.own = {c for t in tags if t.start < value.end and t.end > value.start
                    for c in t.concepts}  # fmt: skip
        self.said = set(self.after.concepts if self.after else ())
        self.behind = set(self.before.concepts if self.before else ())
        self.measured = "kind.mark" in self.said | self.behind | _past_bounds(value, stretch)

    def compared(self) -> bool:
        """Whether its ending says "than": "200-ден аз"."""
        grammar = self.stretch.grammar
        texts = [t.text for t in self.stretch.tags if t.start == self.value.start]
        ends = bool(texts) and texts[0].endswith(grammar.outdone) and "ordinal" not in self.own
        following = {c for t in self.stretch.tags if t.start == self.value.end for c in t.concepts}
        return grammar.marks and ends and bool(following & {"cmp.more", "cmp.less"})

    def unit(self) -> str:
        """The unit within the number's words or right after them."""
        units = (c for c in (*self.own, *self.said) if c.startswith("unit."))
        return next(units, "").removeprefix("unit.")


def _top(part: Part, around: _Around) -> Part | None:
    if "sup.top" in around.own:
        return replace(part, top=around.whole)
    if "sup.top" in around.behind and around.before and around.whole:
        around.stretch.take(around.before)
        return replace(part, top=around.whole)
    return None


def _mark(part: Part, around: _Around) -> Part | None:
    """What was measured: a number with a unit, or one that is not whole."""
    unit = around.unit()
    if not unit and around.whole is not None:
        return None
    if around.after and unit and f"unit.{unit}" in around.said:
        around.stretch.take(around.after)
    return replace(part, mark=around.number, unit=unit) if part.mark is None else None


def _place(part: Part, around: _Around) -> Part | None:
    placed = (
        around.value.ordinal and not around.compared()
    ) or "kind.place" in around.said | around.behind
    placed = placed or ("act.finish" in around.behind and not around.said)
    return replace(part, place=around.whole) if placed else None


def _count(part: Part, around: _Around) -> Part | None:
    counted = _noun(around.said)
    if counted is None and not around.said - {"act.win", "act.bring"}:
        counted = _noun(around.behind)
    if counted is None and part.table:
        return replace(part, place=around.whole)
    if counted is None:
        measured = around.measured and part.mark is None
        return replace(part, mark=around.number) if measured else None
    return replace(part, count=around.whole, counted=counted) if part.count is None else None


def _past_bounds(value: Value, stretch: Stretch) -> set[str]:
    """What is meant by the word before "more than" or "at least"."""
    bounds = stretch.role("more", "fewer", "least", "most", "filler", "only")
    for tag in reversed([t for t in stretch.tags if t.end <= value.start]):
        if not set(range(tag.start, tag.end)) <= bounds:
            return set(tag.concepts)
    return set()


def _next(stretch: Stretch, end: int) -> Tag | None:
    """The next word that means something; adjectives of people are passed over."""
    passed = stretch.role("filler", "more", "fewer", "only")
    for tag in stretch.tags:
        quiet = set(range(tag.start, tag.end)) <= passed
        noun = any(c.startswith(("medal.", "kind.", "unit.")) for c in tag.concepts)
        if tag.start < end or (quiet and not noun):
            continue
        if any(c.startswith("npc.") for c in tag.concepts) and not noun:
            continue
        if tag.concepts == ("kind.games",):
            continue  # "3 Paralympic golds"
        if any(c.startswith("gender.") for c in tag.concepts) and _prized(stretch, tag.end):
            continue  # "3 women's golds"
        return tag
    return None


def _prized(stretch: Stretch, start: int) -> bool:
    """Whether medals or their winners are named right there."""
    return any(
        t.start == start and any(c.startswith("medal.") for c in t.concepts) for t in stretch.tags
    )


def _noun(concepts: set[str]) -> Dim | None:
    if "kind.athlete" in concepts:
        return None if any(c.startswith("medal.") for c in concepts) else Dim.ATHLETE
    if any(c.startswith("medal.") for c in concepts):
        return Dim.MEDAL
    if any(c.startswith("gender.") for c in concepts):
        return Dim.ATHLETE
    return {"kind.sport": Dim.SPORT, "kind.event": Dim.EVENT}.get(
        next((c for c in sorted(concepts) if c in ("kind.sport", "kind.event")), "")
    )


_BOUNDS = (("least", ">="), ("most", "<="), ("more", ">"), ("fewer", "<"))


def _bounded(part: Part, stretch: Stretch) -> Part:
    """Whether there are said to be more or fewer: right before the number, or after it."""
    if part.count is None and part.mark is None:
        return part
    found = next(((role, sign) for role, sign in _BOUNDS if stretch.free(role)), None)
    if found:
        role, sign = found
        said = stretch.role(role)
        places = {v.start - 1 for v in stretch.values}
        if stretch.grammar.marks:
            places |= {n for v in stretch.values for n in (v.end, v.end + 1)}
        if not places & said:
            return replace(part, unknown=(*part.unknown, "than"))
        stretch.used.update(said)
        return replace(part, bound=sign)
    if part.negated and part.count == 1:
        return replace(part, count=None, counted=None)  # "not one gold"
    return part
