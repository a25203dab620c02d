"""What is not about the facts: small talk, and topics that the facts do not hold."""

from __future__ import annotations

from bot.facts.query import Dim
from bot.language.chain import Tag
from bot.language.frame import Frame
from bot.language.sureness import EMPTY

_TALK = "talk."
_TOPIC = "topic."
_ASIDE = EMPTY | {
    "npc.home", "ask.tell", "pronoun.he", "pronoun.she", "pronoun.they", "number.approx",
}  # fmt: skip
"""What may stand beside small talk."""
_ASKING = {"ask.who", "ask.what"}
"""What may besides, where more than a greeting is said: "who are you and what can you do"."""


def topics(frame: Frame) -> tuple[str, ...]:
    """The topics outside the facts that the question is about.

    What is said beside a question that is whole without it ("... for my Instagram") is no topic.
    """
    at = {m.start for m in frame.mentions}
    asked = {tag.clause for tag in frame.tags if tag.start in at}
    said = [
        (tag.clause, concept.removeprefix(_TOPIC))
        for tag in frame.tags
        for concept in tag.concepts
        if concept.startswith(_TOPIC)
    ]
    if frame.has("tense.future") and frame.any("act."):
        return ("future",)
    beside = frame.medal_said or frame.contests_said or frame.named(Dim.ATHLETE)
    if asked and beside and all(clause not in asked for clause, _ in said):
        return ()
    return tuple(dict.fromkeys(topic for _, topic in said))


def small_talk(tags: tuple[Tag, ...], unknown: tuple[str, ...]) -> str | None:
    """Which small talk a message is, if it is nothing else."""
    said = [c for tag in tags for c in tag.concepts if c.startswith(_TALK)]
    if not said or unknown:
        return None
    strong = [s for s in said if s not in ("talk.ok", "talk.hello")]
    for tag in tags:
        concepts = set(tag.concepts)
        if any(c.startswith(_TALK) for c in concepts):
            continue
        if not concepts <= _ASIDE | (_ASKING if "talk.help" in strong else set()):
            return None
    return (strong or said)[0].removeprefix(_TALK)
