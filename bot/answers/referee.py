"""The referee: a claim that somebody made is judged by the facts, in a line or two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.answers import suggestions
from bot.answers.evidence import merged, told
from bot.answers.judging.judge import judge_all
from bot.answers.judging.ruling import Ruling, Truth
from bot.answers.lines import bold
from bot.answers.messages import Said
from bot.answers.receipts import cited, source_line
from bot.answers.reply import Reply, Turn
from bot.answers.speaker import Speaker
from bot.facts.store import Store
from bot.language.claims.part import Heard, Part
from bot.language.claims.reading import parts
from bot.language.dialogue import Dialogue
from bot.language.frame import Frame
from bot.language.intents.asked import WH
from bot.language.normalize import Token, clean, tokenize
from bot.language.parse import Parser
from bot.language.referee_words import AFTER, BEFORE, RefereeWords

_SHORTEST = 2
"""Words that a claim has at least."""
_LINES = 4
_BOUTS = frozenset({"act.beat", "act.lose"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """A claim as it was heard, and what the facts say to it and to each of its parts."""

    heard: Heard
    truth: Truth
    rulings: tuple[Ruling, ...]
    asking: bool = False
    """Whether a word for a question is in it; that may be part of a claim as well."""
    fought: bool = False
    """Whether it tells who beat whom, which no other reading knows of."""
    denied: bool = False
    """Whether something is denied in it: to "didn't he win?" a yes says that he did."""

    exact: bool = False
    """Whether a number, a place or a mark is told, which an answer may pass over."""
    unheld: bool = False
    """Whether no more is told than a start or so many medals, of which there may be others."""

    @property
    def settled(self) -> bool:
        """Whether the facts say anything to the claim as a whole."""
        return self.truth is not Truth.OPEN

    @property
    def question(self) -> bool:
        """Whether it is a question rather than a claim."""
        frame = self.heard.frame
        opens = frame.question_mark and bool(frame.tags) and "aux" in frame.tags[0].concepts
        if opens or frame.has("ask.yesno"):
            return True
        return self.asking and not self.settled

    @property
    def yes_or_no(self) -> bool:
        """Whether it is a question for a yes or a no, with or without its mark."""
        return yes_or_no(self.heard.frame) and not (self.asking or self.denied)


def yes_or_no(frame: Frame) -> bool:
    """Whether a frame has the look of a question for a yes or a no."""
    opens = bool(frame.tags) and "aux" in frame.tags[0].concepts
    return opens or frame.has("ask.yesno") or frame.question_mark


class Referee:
    """Judges claims with one parser and one store."""

    def __init__(
        self, parser: Parser, store: Store, speakers: Mapping[str, Speaker], words: RefereeWords
    ) -> None:
        self._parser = parser
        self._store = store
        self._speakers = speakers
        self._words = words

    def asks(self, text: str) -> bool:
        """Whether a message only asks whether another's is so: "true?", "рас па?", "?!"."""
        tokens = tokenize(text)
        return not tokens or self._words.asks(tokens)

    def put(self, text: str) -> str | None:
        """The claim in "is it true that ...", "..., правда?", "... рас па?"; None if no such."""
        cleaned, tokens = clean(text), tokenize(text)
        if not tokens:
            return None
        opening = self._opening(tokens)
        start = opening + self._words.at(BEFORE, tokens, opening)
        start = start if start > opening else 0
        end = len(tokens)
        for place in range(start, end):
            if place + self._words.at(AFTER, tokens, place) == end:
                end = place
                break
        if (start, end) == (0, len(tokens)) or end - start < _SHORTEST:
            return None
        stop = tokens[end].start if end < len(tokens) else len(cleaned)
        return cleaned[tokens[start].start : stop].strip(" ,.;:-–—?!«»\"'“”")

    def _opening(self, tokens: Sequence[Token]) -> int:
        """How many words stand before "is it true" that add nothing: "but is it true that ..."."""
        at = 0
        while at < len(tokens) and not self._words.at(BEFORE, tokens, at):
            taken = max(self._words.at(role, tokens, at) for role in ("filler", "join", "but"))
            if not taken:
                return 0
            at += taken
        return at if at < len(tokens) else 0

    def judge(self, claim: str, preferred: str | None, known: tuple[str, ...] = ()) -> Judgement:
        """What the facts say to a claim. ``known``: the athlete that "he" or "she" may mean."""
        tokens, frame, language = self._parser.hear(claim, preferred)
        heard = Heard(tokens, frame, language)
        said = parts(heard, self._words, known)
        truth, rulings = judge_all(said, self._store)
        table = self._words.found("table", tokens, language)
        asking = any(
            not set(WH).isdisjoint(tag.concepts) and tag.start not in table for tag in frame.tags
        )
        fought = any(part.acts & _BOUTS and part.athletes for part in said)
        denied = any(part.negated or part.none for part in said)
        exact = any(p.mark or p.place or p.rival or p.count is not None for p in said)
        unheld = len(said) == 1 and not said[0].unknown and _countable(said[0])
        return Judgement(heard, truth, rulings, asking, fought, denied, exact, unheld)

    def turn(self, judgement: Judgement, language: str, dialogue: Dialogue, now: float) -> Turn:
        """The verdict as a reply."""
        speaker = self._speakers[language]
        pieces = [ruling.evidence for ruling in judgement.rulings]
        finding = merged(pieces, speaker)
        lines = [bold(speaker.say(f"verdict-{judgement.truth}"))]
        lines += _told(judgement, speaker)
        lines.append(source_line(finding, speaker))
        buttons = suggestions.for_finding(finding, speaker) if finding.rows else ()
        reply = Reply(
            "\n".join(line for line in lines if line),
            judgement.settled,
            language,
            buttons,
            cited(finding, self._store),
        )
        after = replace(dialogue, language=language, query=finding.query, at=now)
        named = tuple(dict.fromkeys(a for row in finding.rows for a in row.result.athletes))
        return Turn(reply, replace(after, athletes=named))


def _countable(part: Part) -> bool:
    return part.acts == {"act.compete"} or bool(part.athletes and part.count is not None)


def _told(judgement: Judgement, speaker: Speaker) -> list[str]:
    """The facts; of a claim that is partly so, with what is so and what is not."""
    apart = {r.truth for r in judgement.rulings} >= {Truth.TRUE, Truth.FALSE}
    apart = apart and judgement.truth is Truth.PARTLY
    most = 1 if apart else _LINES  # each part in a line
    facts = [
        (r.truth, line) for r in judgement.rulings for line in told(r.evidence, speaker)[:most]
    ]
    facts = list(dict.fromkeys(facts))[:_LINES]
    if apart:
        return [speaker.say(f"verdict-part-{truth}", what=Said(line)) for truth, line in facts]
    lines = list(dict.fromkeys(line for _, line in facts))
    if judgement.truth is Truth.PARTLY and len(judgement.rulings) == 1:
        games = judgement.rulings[0].evidence.games
        here = [speaker.say("verdict-elsewhere", games=speaker.games(g)) for g in games[:1]]
        return [*here, *lines]
    if judgement.truth is Truth.OPEN and lines:
        return [speaker.say("verdict-nearest"), *lines[:2]]
    if not lines:
        return [speaker.say("verdict-nothing" if judgement.settled else "verdict-scope")]
    return lines
