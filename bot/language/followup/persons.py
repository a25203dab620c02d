"""Follow-ups on people: pronouns, and what is asked of an athlete just spoken of."""

from __future__ import annotations

from dataclasses import replace

from bot.facts.model import Facts, Gender
from bot.facts.query import ANY_MEDAL, Dim, Op, Query
from bot.language.dialogue import Dialogue
from bot.language.followup.turn import FEW, SHORT, Turn
from bot.language.frame import Frame
from bot.language.intents import decide
from bot.language.mentions import Mention


def about_person(turn: Turn) -> Query | None:
    """What is asked of "him", "her" or "them"."""
    frame = turn.frame
    person = _pronoun(frame, turn.dialogue, turn.facts)
    if not person or frame.named(Dim.ATHLETE) or turn.query.values(Dim.PLACE):
        return None  # "who was fourth?" asks for others
    named = Mention(Dim.ATHLETE, person, -1, -1, every=len(person) > 1)
    asked = decide(replace(frame, mentions=(named, *frame.mentions)))
    games = tuple(f for f in turn.last.filters if f.dim is Dim.GAMES)
    return asked if frame.named(Dim.GAMES) else asked.having(*games)


def _pronoun(frame: Frame, dialogue: Dialogue, facts: Facts) -> tuple[str, ...]:
    """Whom a pronoun, or an attribute asked of nobody, means."""
    last = dialogue.athletes
    asks_attribute = len(last) == 1 and _asks_attribute(frame)
    among = frame.contests if frame.has("pronoun.they") else frame.subjects
    if len(last) == 1 and not frame.contests_said and not frame.named(Dim.ATHLETE):
        among = False  # "is she a medallist" tells her sex and names nobody
    if not last or among or not (frame.any("pronoun.") or asks_attribute):
        return ()
    if frame.has("pronoun.they"):
        return last
    if len(last) == 1:
        he = frame.has("pronoun.he", "pronoun.she")
        return last if he or not frame.has("kind.games", "npc.home") else ()
    wanted = {Gender.MEN} if frame.has("pronoun.he") else {Gender.WOMEN}
    if frame.has("pronoun.he") and frame.has("pronoun.she"):
        return ()
    if not frame.has("pronoun.he", "pronoun.she"):
        return ()
    fitting = tuple(a for a in last if facts.athletes[a].gender in wanted)
    return fitting if len(fitting) == 1 else ()


def _asks_attribute(frame: Frame) -> bool:
    """Whether a few words ask something of nobody: "which class?", "what medal?"."""
    if (frame.any("kind.") or frame.any("claim.record")) and not frame.mentions:
        return True
    bare = all(m.dim is Dim.MEDAL and m.values == (ANY_MEDAL,) for m in frame.mentions)
    asked = frame.has("ask.what") and not frame.has("ask.who", "npc.home") and not frame.any("act.")
    return bool(frame.mentions) and bare and asked and len(frame.tags) <= SHORT


_NOT_OF_PERSONS = (
    "npc.home", "kind.world", "kind.team", "kind.country", "kind.rank", "kind.games",
    "kind.opening", "kind.closing", "kind.dates", "kind.athlete", "ask.who", "ask.list",
    "follow.other", "kind.winner", "person.several",
)  # fmt: skip
"""What is not asked of one athlete."""


def of_the_person(turn: Turn) -> Query | None:
    """A few words that name nobody, after an athlete: "how many medals?", "which?", "when?"."""
    frame, last = turn.frame, turn.last
    athletes = turn.dialogue.athletes
    about = len(athletes) == 1 and last.values(Dim.ATHLETE) == athletes
    if not about or frame.mentions_but(Dim.MEDAL, Dim.GAMES) or len(frame.tags) > FEW:
        return None
    if turn.query.number == 0 or turn.query.values(Dim.PLACE):
        return None  # "was there no gold in Tokyo?", "who was fourth?"
    if frame.has(*_NOT_OF_PERSONS) or frame.any("claim.") or frame.any("sup."):
        return None
    if not (frame.any("ask.") or frame.any("kind.") or frame.medal_said or frame.has("aux")):
        return None
    which = frame.has("ask.what") and not frame.mentions and not frame.any("kind.")
    if which and last.op in (Op.COUNT, Op.CAREER):
        return replace(last, op=Op.LIST, target=Dim.ATHLETE, number=None, yes_no=False)
    named = Mention(Dim.ATHLETE, athletes, -1, -1)
    asked = decide(replace(frame, mentions=(named, *frame.mentions)))
    games = () if frame.named(Dim.GAMES) else (f for f in last.filters if f.dim is Dim.GAMES)
    return asked.having(*games)
