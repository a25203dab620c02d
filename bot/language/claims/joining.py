"""What earlier and later parts leave said: whom it is of, at which Games."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.language.claims.part import Part


def modified(made: list[Part]) -> list[Part]:
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


def joined(made: list[Part], known: tuple[str, ...] = ()) -> Iterator[Part]:
    """Parts made whole: names before "and" share what follows; what is said holds on.

    ``known`` is the athlete spoken of before, for a "he" or "she" that nobody else can be.
    """
    made = _meant(made, known)
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


def _meant(made: list[Part], known: tuple[str, ...]) -> list[Part]:
    """The parts with "he" in the first of them put to the athlete spoken of before."""
    if not made or not known or made[0].subject or not made[0].words & _PERSONAL:
        return made
    return [replace(made[0], athletes=(known,), words=made[0].words - _PERSONAL), *made[1:]]


_PERSONAL = frozenset({"pronoun.he", "pronoun.she"})


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
    personal = bool(part.words & _PERSONAL)
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
