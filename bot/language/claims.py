"""From a statement to its parts: what is said of whom, with every word accounted for.

The tags and mentions are those of questions. What is made of them is stricter: a word that has no
place in a part is kept as not understood, and a claim with such a word is never judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from bot.facts.query import ANY_MEDAL, EVERY, NO_MEDAL, Dim, Filter
from bot.language.frame import COLOURS, Frame
from bot.language.mentions import Mention, as_filters
from bot.language.normalize import Token
from bot.language.referee_words import RefereeWords
from bot.language.tag import Tag
from bot.language.value import Value

CONDITIONS = (
    Dim.SPORT, Dim.DISCIPLINE, Dim.CLASS, Dim.WEIGHT, Dim.DISTANCE, Dim.GENDER, Dim.DAY,
)  # fmt: skip
_ALLOWED = (
    "athlete.", "npc.", "sport.", "discipline.", "gender.", "games.", "medal.", "act.win",
    "act.bring", "act.compete", "act.send", "act.finish", "act.beat", "kind.athlete", "kind.games",
    "kind.team", "kind.rank", "kind.place", "kind.mark", "kind.sport", "kind.winner",
    "kind.country", "kind.weight", "kind.category", "kind.class", "kind.event", "not.self",
    "numeral.", "ordinal", "unit.", "month.", "season.", "kind.closing", "kind.result",
    "weight.", "ord.last", "act.lose", "rank.above", "rank.below", "cmp.more", "cmp.less",
    "cmp.than", "sup.top", "sup.most", "pronoun.", "kind.size", "neutral",
)  # fmt: skip
"""What words of a claim may mean beside one another in one tag."""
_QUIET = (
    "act.win", "act.bring", "act.compete", "act.send", "act.finish", "kind.athlete", "kind.games",
    "kind.team", "kind.rank", "kind.place", "kind.mark", "kind.winner", "kind.country",
    "kind.weight", "kind.category", "kind.class", "kind.sport",
)  # fmt: skip
"""Meanings that a part heeds, so that their words are accounted for."""
_SURE, _SURE_NAME = 0.75, 0.8
_MANY_PEOPLE = 6
_CASES = ("дан", "ден", "тан", "тен", "нан", "нен", "ды", "ді", "ты", "ті", "ны", "ні")
"""Endings by which Kazakh marks what is outdone."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing said. Empty fields are not said; ``unknown`` are words with no place in it."""

    athletes: tuple[tuple[str, ...], ...] = ()
    """For each person named the bearers of the name, the likeliest first."""
    npcs: tuple[str, ...] = ()
    outdone: tuple[str, ...] = ()
    """The delegation that the subject is compared with."""
    games: tuple[str, ...] = ()
    conditions: tuple[Filter, ...] = ()
    colours: tuple[str, ...] = ()
    medal: bool = False
    """Whether a medal is spoken of, of whatever colour."""
    none: bool = False
    count: int | None = None
    counted: Dim | None = None
    bound: str = "="
    """How the count is meant: ``=``, ``>``, ``<``, ``>=``, ``<=``."""
    times: int | None = None
    place: int | None = None
    top: int | None = None
    mark: Decimal | None = None
    unit: str = ""
    negated: bool = False
    acts: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    """All concepts of the part."""
    kazakh: bool = False
    linked: bool = True
    """Whether it follows an "and" or a "but" rather than a comma."""
    exclusive: Dim | None = None
    """What alone is said to hold: "only in judo", "all our golds were in judo"."""
    first: bool = False
    """Whether it is said to have been the first."""
    finale: bool = False
    ordered: bool = True
    """Whether the order of words tells who did it and to whom, as in English."""
    table: bool = False
    """Whether the table of medals is spoken of."""
    by_place: bool = False
    """Whether the colour is said by a place: "came second"."""
    unknown: tuple[str, ...] = ()

    @property
    def tells(self) -> bool:
        """Whether something is said of the subject that can be so or not."""
        said = self.colours or self.medal or self.none or self.place or self.top or self.mark
        counted = self.count is not None or self.times is not None
        counted = counted or (self.table and "sup.top" in self.words)
        acts = self.acts & {"act.win", "act.compete", "act.beat", "act.lose", "rank.above",
                            "rank.below", "cmp.more", "cmp.less"}  # fmt: skip
        return bool(said or counted or acts)

    @property
    def subject(self) -> bool:
        """Whether it is said of whom."""
        return bool(self.athletes or self.npcs)


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement with its tokens, its frame and its language."""

    tokens: tuple[Token, ...]
    frame: Frame
    language: str | None


@dataclass(slots=True)
class _Roles:
    """The tokens of a statement by the part that the referee's words give them."""

    by: dict[str, frozenset[int]] = field(default_factory=dict)

    def __getitem__(self, role: str) -> frozenset[int]:
        return self.by[role]


def parts(heard: Heard, words: RefereeWords) -> tuple[Part, ...]:
    """The parts of a statement in order, each with what earlier ones leave said."""
    roles = _Roles({role: words.found(role, heard.tokens, heard.language) for role in words.forms})
    taken = _taken(heard.frame)
    cuts = _cuts(heard, roles, taken)
    made = [_part(heard, roles, span) for span in cuts]
    return tuple(_joined(_modified([part for part in made if part != Part()])))


def _taken(frame: Frame) -> set[int]:
    """Tokens inside names, numbers and tags of several words, where nothing is cut."""
    spans = [(m.start, m.end) for m in frame.mentions]
    spans += [(v.start, v.end) for v in frame.values]
    spans += [(t.start, t.end) for t in frame.tags if not t.unknown]
    return {n for start, end in spans for n in range(start + 1, end)}


def _cuts(heard: Heard, roles: _Roles, taken: set[int]) -> list[tuple[int, int]]:
    """Stretches between "and", "but" and commas; "more, than ..." is one."""
    edges = [0]
    than = {t.start for t in heard.frame.tags if "cmp.than" in t.concepts}
    for n, token in enumerate(heard.tokens):
        if n in taken:
            continue
        breaks = n > 0 and token.clause != heard.tokens[n - 1].clause and n not in than
        if breaks or n in roles["join"] or n in roles["but"]:
            edges.append(n)
    edges.append(len(heard.tokens))
    return [(a, b) for a, b in zip(edges, edges[1:], strict=False) if a < b]


def _part(heard: Heard, roles: _Roles, span: tuple[int, int]) -> Part:
    start, end = span
    frame = heard.frame
    tags = [t for t in frame.tags if start <= t.start < end]
    mentions = [m for m in frame.mentions if start <= m.start < end]
    values = [v for v in frame.values if start <= v.start < end and v.dim is None]
    inside = set(range(start, end))
    used = {n for m in mentions for n in range(m.start, m.end)}
    used |= {n for v in frame.values if v.dim for n in range(v.start, v.end)}
    concepts = frozenset(c for tag in tags for c in tag.concepts)
    part = Part(words=concepts, acts=concepts & _ACTS, kazakh=heard.language == "kk")
    part = _named(part, mentions, tags, roles)
    part = _tabled(part, tags, roles, inside, used)
    part = _negated(part, tags, roles, inside, used)
    part = _numbers(part, values, tags, roles, inside, used)
    part = _sides(part, mentions, tags, heard)
    part = _alone(part, mentions, tags, roles, used)
    part = _ours(part, tags, heard)
    part = _doubtful(part, mentions, roles)
    part = replace(part, finale=bool(roles["final"] & inside), ordered=heard.language == "en")
    part = replace(part, linked=start in roles["join"] | roles["but"])
    unknown = [t.text for t in tags if not _accounted(t, part, roles, used)]
    unknown += [m.dim.value for m in mentions if not _firm(m)]
    unknown += [t.text for t in tags if _stray(t) and not part.first]
    unknown += ["own"] if part.first and roles["own"] & inside else []
    if unknown:
        return replace(part, unknown=tuple(dict.fromkeys((*part.unknown, *unknown))))
    bare = replace(part, words=frozenset(), acts=frozenset(), finale=False, ordered=True, linked=True, kazakh=False)
    return Part() if bare == Part() and not part.acts and not part.words & _HEEDED else part


_ACTS = frozenset({
    "act.win", "act.compete", "act.finish", "act.beat", "act.lose", "rank.above", "rank.below",
    "cmp.more", "cmp.less", "kind.winner",
})  # fmt: skip
_HEEDED = frozenset({"kind.rank", "sup.most", "sup.top", "pronoun.he", "pronoun.she"})


def _firm(mention: Mention) -> bool:
    """Whether a name was read surely enough, of a kind that a claim may hold."""
    if mention.dim is Dim.VENUE:
        return False
    return mention.quality >= (_SURE_NAME if mention.dim is Dim.ATHLETE else _SURE)


def _stray(tag: Tag) -> bool:
    """Whether a tag means something beside its name that changes it: "all medals"."""
    named = any(c.startswith(_PREFIXES) for c in tag.concepts)
    return named and any(not c.startswith(_ALLOWED) for c in tag.concepts)


_PREFIXES = ("athlete.", "npc.", "sport.", "discipline.", "gender.", "games.", "medal.")


def _accounted(tag: Tag, part: Part, roles: _Roles, used: set[int]) -> bool:
    """Whether every word of a tag has its place in the part."""
    tokens = set(range(tag.start, tag.end))
    if tokens <= used:
        return True
    if set(tag.concepts) & {"sup.most", "sup.top"}:
        return bool(part.top or part.npcs or part.conditions)
    if part.outdone and (part.acts | {"cmp.than"}) & set(tag.concepts):
        return tag.quality >= _SURE
    if "act.beat" in tag.concepts or "act.lose" in tag.concepts:
        return len(part.athletes) > 1 or bool(part.outdone)
    if tokens & roles["beware"]:
        return False
    quiet = ("filler", "negation", "emphatic", "never", "join", "but", "only", "colour")
    if tokens <= used | frozenset().union(*(roles[role] for role in quiet)):
        return True
    if tokens <= roles["final"]:
        return bool(part.acts & {"act.beat", "act.lose"})
    if tag.quality < _SURE or any(not c.startswith(_ALLOWED) for c in tag.concepts):
        return False
    if set(tag.concepts) & {"pronoun.he", "pronoun.she"}:
        return True
    return any(c in _QUIET for c in tag.concepts)


_FIRSTS_EVER = "claim.first-medal-ever"
_FIRSTS = frozenset({"claim.first-gold", "claim.first-winter-gold", _FIRSTS_EVER})
_SPELT_OUT = 3
"""Words of "Kazakhstan's first gold", which is not "his first gold"."""


def _tabled(part: Part, tags: Sequence[Tag], roles: _Roles, inside: set[int], used: set[int]) -> Part:
    """The first place of the table: the word for it may stand in no medal's name."""
    table = roles["table"] & inside
    if table or "kind.rank" in part.words:
        used |= table
        part = replace(part, table=True, medal=False)
    first = (roles["first"] & inside) - used
    told = [t for t in tags if set(t.concepts) & _FIRSTS]
    if len(told) == 1 and (part.npcs or told[0].end - told[0].start >= _SPELT_OUT):
        used |= set(range(told[0].start, told[0].end))
        return replace(part, first=True, colours=() if _FIRSTS_EVER in told[0].concepts else ("gold",),
                       medal=True, npcs=part.npcs or (HOME,))  # fmt: skip
    earliest = (roles["earliest"] & inside) - used
    if earliest and (part.colours or part.medal) and not part.by_place:
        used |= earliest
        return replace(part, first=True)
    placed = part.table or "kind.place" in part.words
    if first and placed and not part.colours and part.place is None:
        used |= first
        part = replace(part, place=1)
    return part


def _named(part: Part, mentions: Sequence[Mention], tags: Sequence[Tag], roles: _Roles) -> Part:
    """Who, where, which Games, which medal."""
    won = {n for m in mentions if m.dim is Dim.MEDAL for n in range(m.start, m.end)}
    people = tuple(_bearers(m, tags) for m in mentions if m.dim is Dim.ATHLETE)
    npcs = tuple(dict.fromkeys(v for m in mentions if m.dim is Dim.NPC for v in m.values))
    games = tuple(dict.fromkeys(v for m in mentions if m.dim is Dim.GAMES for v in m.values))
    medal = [v for m in mentions if m.dim is Dim.MEDAL for v in m.values]
    where = [replace(m, negated=False) for m in mentions if m.dim in CONDITIONS]
    unknown: tuple[str, ...] = ()
    # the letters of words are compared with doubled ones as one, and so "33" with "3"
    figures = [f for t in tags if set(range(t.start, t.end)) <= won and (f := _figures(t))]
    place = int(figures[0]) if figures and len(figures[0]) > 1 else None
    if ANY_MEDAL in medal and not won & roles["colour"]:
        unknown = ("medal",)  # "in the top three" is a medal of people, a place of countries
    if len(games) > 1 and EVERY not in games:
        unknown = ("games",)
    # "in swimming and judo" are two parts, so two sports in one are not understood
    for dim in (Dim.SPORT, Dim.DAY, Dim.CLASS, Dim.WEIGHT, Dim.DISTANCE):
        named = [m for m in where if m.dim is dim]
        if len({m.values for m in named}) > 1:
            unknown = (*unknown, dim.value)
    return replace(
        part,
        athletes=people,
        npcs=npcs,
        games=games,
        colours=() if place else tuple(dict.fromkeys(v for v in medal if v in COLOURS)),
        place=place,
        by_place=bool(won) and not won & roles["colour"],
        medal=ANY_MEDAL in medal,
        none=NO_MEDAL in medal,
        conditions=as_filters(where),
        unknown=unknown,
    )


def _figures(tag: Tag) -> str:
    """The figures by which a tag says a place: "3rd place"."""
    return "".join(c for c in tag.text if c.isdigit())


def _bearers(mention: Mention, tags: Sequence[Tag]) -> tuple[str, ...]:
    """Those meant by the context first, then all others of the name."""
    named = [t.names for t in tags if t.names and mention.start <= t.start < mention.end]
    common = set(named[0]).intersection(*named[1:]) if named else set()
    others = sorted(name.partition(".")[2] for name in common)
    return tuple(dict.fromkeys((*mention.values, *others)))


def _negated(
    part: Part, tags: Sequence[Tag], roles: _Roles, inside: set[int], used: set[int]
) -> Part:
    """Whether the part denies what it says, and whether it says so once."""
    said = [t for t in tags if set(t.concepts) & {"medal.none", "not.self"}]
    covered = {n for t in said for n in range(t.start, t.end)}
    quiet = covered | roles["least"] | roles["most"] | used
    loose = sorted((roles["negation"] & inside) - quiet)
    plain = [t for t in said if not set(range(t.start, t.end)) & roles["emphatic"]]
    said = plain or said[:1]
    times = len(said) + sum(1 for n in loose if n - 1 not in loose)
    # "не ... ни одного" denies once
    times = times or min(1, len((roles["emphatic"] & inside) - quiet - roles["filler"]))
    if roles["never"] & inside and times and not part.games:
        part = replace(part, games=(EVERY,))
    part = replace(part, negated=times == 1, none=part.none and not part.colours)
    return replace(part, unknown=(*part.unknown, "not")) if times > 1 else part


def _numbers(
    part: Part,
    values: Sequence[Value],
    tags: Sequence[Tag],
    roles: _Roles,
    inside: set[int],
    used: set[int],
) -> Part:
    """Numbers: so many medals, a place, a mark."""
    for role, many in (("times2", 2), ("times3", 3), ("times4", 4)):
        if roles[role] & inside:
            part = replace(part, times=many)
            used |= roles[role] & inside
    for value in values:
        if set(range(value.start, value.end)) <= used:
            continue
        part = _number(part, value, tags, roles, used)
        used |= set(range(value.start, value.end))
    if part.count is None and not values:
        part = _single(part, tags, used)
    return _bounded(part, values, roles, inside, used)


def _single(part: Part, tags: Sequence[Tag], used: set[int]) -> Part:
    """One medal, in a word that may be something else as well."""
    for tag, after in zip(tags, tags[1:], strict=False):
        if "numeral.1" in tag.concepts and any(c.startswith("medal.") for c in after.concepts):
            used |= set(range(tag.start, tag.end))
            return replace(part, count=1, counted=Dim.MEDAL)
    return part


def _number(
    part: Part, value: Value, tags: Sequence[Tag], roles: _Roles, used: set[int]
) -> Part:
    number = value.number
    before = next((t for t in reversed(tags) if t.end <= value.start), None)
    after = _next(tags, value.end, roles)
    said = set(after.concepts if after else ())
    behind = set(before.concepts if before else ())
    lost = replace(part, unknown=(*part.unknown, value.text))
    if number is None:
        return lost
    whole = int(number) if number == int(number) else None
    if _taken_twice(part):
        return lost
    own = next((t for t in tags if t.start <= value.start < t.end), None)
    if own and "sup.top" in own.concepts:
        return replace(part, top=whole)
    own_units = {c for t in tags if value.start <= t.start < value.end for c in t.concepts}
    said |= {c for c in own_units if c.startswith("unit.")}
    if whole is None or any(c.startswith("unit.") for c in said):
        unit = next((c for c in said if c.startswith("unit.")), "").removeprefix("unit.")
        if after and unit and f"unit.{unit}" in after.concepts:
            used |= set(range(after.start, after.end))
        return lost if part.mark is not None else replace(part, mark=number, unit=unit)
    if "sup.top" in behind and before:
        used |= set(range(before.start, before.end))
        return replace(part, top=whole)
    if value.ordinal or said & {"kind.place"} or behind & {"kind.place"}:
        return replace(part, place=whole)
    if "act.finish" in behind and not said:
        return replace(part, place=whole)
    counted = _noun(said) or (_noun(behind) if not said - {"act.win", "act.bring"} else None)
    if counted is None and part.table:
        return replace(part, place=whole)
    if counted is None:
        return replace(part, mark=number) if "kind.mark" in behind | said else lost
    return lost if part.count is not None else replace(part, count=whole, counted=counted)


def _taken_twice(part: Part) -> bool:
    return part.place is not None or part.top is not None


def _next(tags: Sequence[Tag], end: int, roles: _Roles) -> Tag | None:
    """The next word that means something; adjectives of people are passed over."""
    for tag in tags:
        inside = set(range(tag.start, tag.end))
        quiet = inside <= roles["filler"] | roles["more"] | roles["fewer"] | roles["only"]
        noun = any(c.startswith(("medal.", "kind.", "unit.")) for c in tag.concepts)
        if tag.start < end or (quiet and not noun):
            continue
        if any(c.startswith("npc.") for c in tag.concepts) and not noun:
            continue
        if tag.concepts == ("kind.games",):
            continue  # "3 Paralympic golds"
        return tag
    return None


def _noun(concepts: set[str]) -> Dim | None:
    if "kind.athlete" in concepts:
        return None if any(c.startswith("medal.") for c in concepts) else Dim.ATHLETE
    if any(c.startswith("medal.") for c in concepts):
        return Dim.MEDAL
    return {"kind.sport": Dim.SPORT, "kind.event": Dim.EVENT}.get(
        next((c for c in sorted(concepts) if c in ("kind.sport", "kind.event")), "")
    )


def _doubtful(part: Part, mentions: Sequence[Mention], roles: _Roles) -> Part:
    """What together may mean something else: a team's gold, gold that one competed for."""
    medal = part.medal or part.colours
    team = bool(part.athletes) and "kind.team" in part.words
    sought = medal and "act.compete" in part.acts and "act.win" not in part.acts
    denied = part.negated and part.mark is not None
    beaten = part.athletes and any(
        m.dim is Dim.NPC and m.start - 1 in roles["against"] for m in mentions
    )
    if team or sought or denied or beaten:
        return replace(part, unknown=(*part.unknown, "sense"))
    return part


_PERSONS = (
    "дық", "дік", "тық", "тік", "мыз", "міз", "пыз", "піз", "быз", "біз",
)  # fmt: skip
"""Endings of Kazakh verbs that say "we"."""


def _ours(part: Part, tags: Sequence[Tag], heard: Heard) -> Part:
    """ "We" in the verb alone."""
    if part.subject or heard.language != "kk":
        return part
    verbs = (t for t in tags if "act.win" in t.concepts or t.text.startswith("жоқ"))
    return replace(part, npcs=(HOME,)) if any(t.text.endswith(_PERSONS) for t in verbs) else part


_SUBJECTS = (Dim.ATHLETE, Dim.MEDAL, Dim.SPORT, Dim.GENDER)


def _alone(
    part: Part, mentions: Sequence[Mention], tags: Sequence[Tag], roles: _Roles, used: set[int]
) -> Part:
    """What "only" stands before, and what "all" leaves alone."""
    every = [t for t in tags if set(t.concepts) & {"quant.all", "quant.each"}]
    if every and part.count is None:
        alone = [f.dim for f in part.conditions if f.dim in (Dim.SPORT, Dim.GENDER)]
        medals = part.medal or part.colours
        if len(alone) == 1 and medals and not part.athletes and len(every) == 1:
            used |= set(range(every[0].start, every[0].end))
            return replace(part, exclusive=alone[0])
    if part.count is not None:
        return part
    for mention in mentions:
        before = mention.start - 1
        while before in roles["filler"] and before not in roles["only"]:
            before -= 1
        if before in roles["only"] and mention.dim in _SUBJECTS:
            return replace(part, exclusive=mention.dim)
    said = roles["only"] & {n for t in tags for n in range(t.start, t.end)}
    return replace(part, unknown=(*part.unknown, "only")) if said else part


HOME = "home"
"""The delegation of "we", whichever that is."""
_BOUNDS = (("least", ">="), ("most", "<="), ("more", ">"), ("fewer", "<"))


def _bounded(
    part: Part, values: Sequence[Value], roles: _Roles, inside: set[int], used: set[int]
) -> Part:
    """Whether there are said to be more or fewer: right before the number, in Kazakh after it."""
    if part.count is None:
        return part
    beside = {n for v in values for n in (v.start - 1, v.end, v.end + 1)}
    found = [(role, sign) for role, sign in _BOUNDS if roles[role] & inside - used]
    if found:
        said = roles[found[0][0]] & inside
        before = {v.start - 1 for v in values} & said
        if not (before or (part.kazakh and beside & said)):
            return replace(part, unknown=(*part.unknown, "than"))
        used |= said
        return replace(part, bound=found[0][1])
    if part.negated and part.count == 1:
        return replace(part, count=None, counted=None)  # "not one gold"
    return part


def _sides(
    part: Part, mentions: Sequence[Mention], tags: Sequence[Tag], heard: Heard
) -> Part:
    """Of two delegations compared, which is said to be outdone."""
    compared = part.acts & {"cmp.more", "cmp.less", "rank.above", "rank.below", "act.beat"}
    named = [m for m in mentions if m.dim is Dim.NPC and len(m.values) == 1]
    if not compared or part.athletes or part.count is not None or not 1 <= len(named) <= 2:
        return part
    other = _outdone(named, tags, heard, compared)
    if other is None:
        return replace(part, unknown=(*part.unknown, "than"))
    rest = tuple(v for m in named if m is not other for v in m.values)
    return replace(part, npcs=rest, outdone=other.values)


def _outdone(
    named: Sequence[Mention], tags: Sequence[Tag], heard: Heard, compared: frozenset[str]
) -> Mention | None:
    than = [t for t in tags if "cmp.than" in t.concepts]
    texts = {t.start: t.text for t in tags}
    if heard.language == "kk":
        marked = [m for m in named if _marked(texts.get(m.start, ""))]
        return marked[0] if len(marked) == 1 else None
    if than:
        behind = [m for m in named if m.start >= than[0].end]
        return behind[0] if len(behind) == 1 else None
    words = [t for t in tags if compared & set(t.concepts)]
    behind = [m for m in named if m.start >= words[0].end]
    return behind[0] if len(behind) == 1 else None


def _marked(text: str) -> bool:
    """Whether a Kazakh name stands in a case that says who is outdone."""
    return text.endswith(_CASES) and not text.endswith("стан")


# --- what earlier and later parts leave said ---------------------------------------------------


def _modified(made: list[Part]) -> list[Part]:
    """The parts with what stands apart between commas put to what it tells of: "..., in Rio"."""
    whole: list[Part] = []
    for part in made:
        aside = not (part.linked or part.subject or part.tells or part.unknown or part.negated)
        last = whole[-1] if whole else None
        if not (aside and last and last.tells and (part.games or part.conditions)):
            whole.append(part)
            continue
        clash = {f.dim for f in part.conditions} & {f.dim for f in last.conditions}
        if clash or (part.games and last.games):
            whole.append(part)
            continue
        conditions = (*last.conditions, *part.conditions)
        whole[-1] = replace(last, games=last.games or part.games, conditions=conditions)
    return whole


def _joined(made: list[Part]) -> Iterator[Part]:
    """Parts made whole: names before "and" share what follows; what is said holds on."""
    waiting: list[Part] = []
    last: Part | None = None
    for n, part in enumerate(made):
        final = n == len(made) - 1
        leads = part.subject or part.games or (last is None and part.conditions)
        if not part.tells and not final and not part.unknown and leads:
            waiting.append(part)
            continue
        for whole in _with_waiting(part, waiting):
            current = _inheriting(whole, last)
            yield current
            last = current
        waiting = []
    yield from waiting


def _with_waiting(part: Part, waiting: Sequence[Part]) -> Iterator[Part]:
    """A part with the names and places that stood before it."""
    for early in (w for w in waiting if not w.subject):
        if early.negated:
            part = replace(part, unknown=(*part.unknown, "not"))
        part = replace(part, games=part.games or early.games)
        dims = {f.dim for f in part.conditions}
        if any(f.dim in dims for f in early.conditions):
            yield replace(part, conditions=early.conditions)  # "in judo and swimming"
        else:
            part = replace(part, conditions=(*early.conditions, *part.conditions))
    subjects = [w for w in waiting if w.subject]
    if subjects and _mixed([*subjects, *([part] if part.subject else [])]):
        yield _merged([*subjects, part], part)  # "Degtyarev, of Kazakhstan, ..."
        return
    if subjects and part.subject and (part.count is not None or part.outdone):
        yield replace(part, unknown=(*part.unknown, "together"))
        return
    for other in subjects:
        if not part.subject:
            part = replace(part, athletes=other.athletes, npcs=other.npcs)
            part = replace(part, negated=part.negated or other.negated)
            part = replace(part, conditions=part.conditions or other.conditions)
            part = replace(part, games=part.games or other.games)
        else:
            denied = part.negated or other.negated  # "not A but B won"
            yield replace(part, athletes=other.athletes, npcs=other.npcs, negated=denied)
    yield part


def _mixed(parts: Sequence[Part]) -> bool:
    """Whether people stand beside delegations, so that the ones tell of the others."""
    return any(p.athletes for p in parts) and any(p.npcs and not p.athletes for p in parts)


def _merged(parts: Sequence[Part], part: Part) -> Part:
    athletes = tuple(dict.fromkeys(a for p in parts for a in p.athletes))
    npcs = tuple(dict.fromkeys(n for p in parts for n in p.npcs))
    lost = ("together",) if len(athletes) > 1 or len(npcs) > 1 else ()
    return replace(part, athletes=athletes, npcs=npcs, unknown=(*part.unknown, *lost))


def _inheriting(part: Part, last: Part | None) -> Part:
    """A part with the subject, the Games and the deed of the one before, where it names none."""
    personal = bool(part.words & {"pronoun.he", "pronoun.she"})
    if last is not None and part.subject and not part.tells and not part.linked:
        return replace(part, unknown=(*part.unknown, "aside"))  # "..., for Uzbekistan"
    if last is None:
        return replace(part, unknown=(*part.unknown, "he")) if personal else part
    if not part.subject:
        part = replace(part, athletes=last.athletes, npcs=last.npcs)
    elif personal:
        part = replace(part, unknown=(*part.unknown, "he"))
    if not part.subject or (part.athletes, part.npcs) == (last.athletes, last.npcs):
        part = replace(part, games=part.games or last.games)
    if not part.tells:
        part = replace(
            part,
            colours=last.colours, medal=last.medal, acts=part.acts | last.acts,
            negated=part.negated or last.negated, none=last.none, by_place=last.by_place,
        )  # fmt: skip
        if last.count is not None or last.place or last.mark or last.outdone:
            part = replace(part, unknown=(*part.unknown, "same"))
    return part
