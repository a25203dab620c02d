"""From a reading or a query to a turn: the reply, and what the next message leans on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.answers import suggestions
from bot.answers.compose import compose
from bot.answers.fitting import fitted, whole
from bot.answers.lines import bold
from bot.answers.links import link_to
from bot.answers.messages import Said
from bot.answers.pages import Pages, example_buttons, examples, plain
from bot.answers.pictured import picture_for
from bot.answers.receipts import cited, receipt, source_line
from bot.answers.reply import Reply, Turn
from bot.answers.speaker import Speaker
from bot.facts.finding import Finding
from bot.facts.query import Dim, Op, Query
from bot.facts.run import run
from bot.facts.store import Store
from bot.language.dialogue import EMPTY, Dialogue
from bot.language.reading import Kind, Reading


class Turns:
    """Takes turns from one store, in the languages that there are."""

    def __init__(self, store: Store, speakers: Mapping[str, Speaker], pages: Pages) -> None:
        self.store = store
        self.speakers = speakers
        self.pages = pages

    def reply(self, reading: Reading, language: str, dialogue: Dialogue, now: float) -> Turn:
        """Reply to a reading of what somebody said."""
        speaker = self.speakers[language]
        if reading.kind is Kind.TALK:
            return self._talk(reading.topic or "help", speaker, dialogue)
        if reading.kind is Kind.TOPIC:
            return self._topic(reading, speaker, dialogue)
        if reading.kind is Kind.CHOICE:
            return self._choice(reading, speaker, dialogue)
        if reading.kind is Kind.LOST or reading.query is None:
            return self._lost(reading, speaker, dialogue)
        why = reading.frame.has("ask.why") and not reading.query.claim
        note = _correction(reading, speaker)
        return self.answer(reading.query, language, dialogue, now, why=why, note=note)

    def answer(
        self,
        query: Query,
        language: str,
        dialogue: Dialogue,
        now: float,
        *,
        why: bool = False,
        note: str = "",
    ) -> Turn:
        """Answer a query; ``why`` for what it does not say: the reason. ``note`` comes after it."""
        speaker = self.speakers[language]
        finding = run(query, self.store)
        lines, known = compose(finding, speaker), finding.known
        if why:
            known = _corrects(query, finding)
            lines = lines if known else [speaker.say("unknown-why"), *lines]
        lines, cut = fitted(lines, finding, speaker)
        lines.append(note)
        if finding.known:
            lines.append(source_line(finding, speaker))
        reply = Reply(
            "\n".join(line for line in lines if line),
            known,
            language,
            suggestions.for_finding(finding, speaker, whole(finding) if cut else None)
            if finding.known
            else example_buttons(speaker),
            cited(finding, self.store) if finding.known else (),
            picture=None if why else picture_for(query, finding),
        )
        athletes = tuple(dict.fromkeys(a for row in finding.rows for a in row.result.athletes))
        asked = query.values(Dim.ATHLETE)
        # of several who were asked about, those whom the answer names are spoken of next
        named = athletes if len(asked) > 1 and athletes else asked or athletes
        return Turn(
            reply, replace(dialogue, language=language, query=query, athletes=named, at=now)
        )

    def why(self, query: Query, language: str, dialogue: Dialogue) -> Turn:
        """The receipt of an answer."""
        speaker = self.speakers[language]
        finding = run(query, self.store)
        html = "\n".join(receipt(finding, speaker))
        buttons = tuple(
            (b,) for b in suggestions.share(link_to(replace(finding.query, offset=0)), speaker)
        )
        return Turn(Reply(html, True, language, buttons, cited(finding, self.store)), dialogue)

    def _talk(self, topic: str, speaker: Speaker, dialogue: Dialogue) -> Turn:
        if topic == "help":
            return self.page("help", speaker.language, dialogue)
        return self.plain(f"talk-{topic}", speaker.language, dialogue, known=True)

    def _topic(self, reading: Reading, speaker: Speaker, dialogue: Dialogue) -> Turn:
        """Not known, in one sentence; the athlete asked about is a tap away."""
        html = bold(speaker.say("unknown-topic", topic=reading.topic or "general"))
        athletes = reading.frame.named(Dim.ATHLETE)
        one = len(athletes) == 1
        buttons = suggestions.athletes(athletes, speaker) if one else example_buttons(speaker)
        return Turn(Reply(html, False, speaker.language, buttons), dialogue)

    def _choice(self, reading: Reading, speaker: Speaker, dialogue: Dialogue) -> Turn:
        html = bold(speaker.say("which-one"))
        buttons = suggestions.choices(reading.options, speaker)
        return Turn(Reply(html, False, speaker.language, buttons, asks=True), dialogue)

    def _lost(self, reading: Reading, speaker: Speaker, dialogue: Dialogue) -> Turn:
        first = speaker.say("not-understood")
        if reading.unknown:
            words = ", ".join(speaker.say("quoted", word=word) for word in reading.unknown[:3])
            first = speaker.say("not-understood-words", words=Said(words))
        lines = [bold(first), speaker.say("try-these"), *examples(speaker)]
        buttons = example_buttons(speaker)
        return Turn(Reply("\n".join(lines), False, speaker.language, buttons), dialogue)

    def page(self, name: str, language: str, dialogue: Dialogue) -> Turn:
        """The page of a command."""
        reply = self.pages.page(name, self.speakers[language])
        return Turn(reply, replace(dialogue, language=language))

    def forgotten(self, language: str) -> Turn:
        """Nothing is known of the person any more. No buttons: what follows begins anew."""
        reply = Reply(self.speakers[language].say("forgotten"), True, language)
        return Turn(reply, EMPTY, forget=True)

    def plain(self, key: str, language: str, dialogue: Dialogue, *, known: bool) -> Turn:
        """One message as it is."""
        reply = plain(key, self.speakers[language], known=known)
        return Turn(reply, replace(dialogue, language=language))


def _corrects(query: Query, finding: Finding) -> bool:
    """Whether a "why" rests on something that is not so, which the answer puts right."""
    return query.op is Op.EXISTS and not finding.rows and bool(finding.nearest)


def _correction(reading: Reading, speaker: Speaker) -> str:
    """Which word was read as another, if one was."""
    if reading.corrected is None:
        return ""
    typed, meant = reading.corrected
    return f"<i>{speaker.say('corrected', typed=typed, meant=meant)}</i>"
