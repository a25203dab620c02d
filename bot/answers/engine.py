"""The whole way from a message to a reply, as one object: what the applications talk to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bot.answers import suggestions
from bot.answers.accuracy import Accuracy, place, read
from bot.answers.codec import VERSION, decode
from bot.answers.compose import compose
from bot.answers.lines import bold
from bot.answers.messages import Messages, Said, load_messages
from bot.answers.pages import EXAMPLES, Pages, example_buttons, examples, plain
from bot.answers.receipts import cited, receipt, source_line
from bot.answers.reply import Reply, Turn
from bot.answers.speaker import Speaker
from bot.facts.cache import default_cache_folder, load_facts
from bot.facts.finding import Finding
from bot.facts.kept import kept
from bot.facts.load import Watch, unwatched
from bot.facts.model import Facts
from bot.facts.query import ANY_MEDAL, Dim, Filter, Op, Query, where
from bot.facts.run import run
from bot.facts.store import Store
from bot.language import normalize
from bot.language.dialogue import Dialogue
from bot.language.lexicon import Lexicon, load_lexicons
from bot.language.names import Names, index_names
from bot.language.parse import Parser
from bot.language.reading import Kind, Reading

DEFAULT_LANGUAGE = "en"
LONGEST_QUESTION = 1000
"""Characters; of a longer message only the beginning is read."""


class Engine:
    """Answers from the facts, with no state: each call gets a dialogue and gives the next.

    ``hint`` is the language that the person's client reports (``en``, ``ru-RU``), if any. ``now``
    is a clock in seconds, by which context ages.
    """

    commands: tuple[str, ...] = (
        "start", "help", "gold", "silver", "bronze", "medals", "athlete", "sport", "sports", "team",
        "rank", "games", "language", "accuracy", "about",
    )  # fmt: skip
    """Names of the commands understood by :meth:`command`, in the order of the menu."""

    def __init__(
        self,
        facts: Facts,
        lexicons: Mapping[str, Lexicon],
        messages: Mapping[str, Messages],
        names: Names | None = None,
        accuracy: Accuracy | None = None,
    ) -> None:
        self.store = Store(facts)
        self.languages = tuple(sorted(lexicons, key=lambda c: (c != DEFAULT_LANGUAGE, c)))
        self.lexicons = lexicons
        self.speakers = {code: Speaker(messages[code], self.store) for code in self.languages}
        own = {code: lexicons[code].name for code in self.languages}
        self.pages = Pages(self.commands, own, accuracy)
        self.parser = Parser(facts, self.store.table, lexicons, names or index_names(facts))

    @classmethod
    def load(
        cls,
        data: Path,
        cache: Path | None = None,
        games: str | None = None,
        watch: Watch = unwatched,
    ) -> Engine:
        """Load facts, lexicons and messages; raises ``FactsError`` with the faults found.

        With ``games`` the facts of one edition alone. ``watch`` is told how reading them proceeds.
        """
        facts = load_facts(data, cache, games, watch)
        folder = cache or default_cache_folder()
        words = sorted((data / "lexicon").glob("*.yaml"))
        code = sorted(Path(normalize.__file__).parent.glob("*.py"))
        lexicons = kept(
            folder, "lexicons", [*words, *code], dict, lambda: load_lexicons(data / "lexicon")
        )
        people = sorted((data / "athletes").glob("*.yaml"))
        names = kept(
            folder,
            f"names-{games}" if games else "names",
            [*people, data / "store.yaml", *code],
            Names,
            lambda: index_names(facts),
        )
        accuracy = read(place(data))
        return cls(facts, lexicons, load_messages(data / "messages"), names, accuracy)

    # --- the four ways in ---

    def message(self, text: str, dialogue: Dialogue, *, hint: str | None, now: float) -> Turn:
        """Reply to something a person wrote."""
        preferred = self._language(dialogue, hint)
        if not text.strip():
            return self._plain("empty-message", preferred, dialogue, known=True)
        if text.startswith("/"):
            name, _, argument = text[1:].partition(" ")
            return self.command(name, argument, dialogue, hint=hint, now=now)
        reading = self.parser.read(text[:LONGEST_QUESTION], dialogue, now=now, preferred=preferred)
        language = dialogue.chosen or reading.language or preferred
        return self._reply(reading, language, replace(dialogue, language=language), now)

    def command(
        self, name: str, argument: str, dialogue: Dialogue, *, hint: str | None, now: float
    ) -> Turn:
        """Reply to ``/name argument``; an unknown name gets a pointer to /help."""
        language = self._language(dialogue, hint)
        name = name.partition("@")[0].casefold()
        if name in ("athlete", "sport") and argument.strip():
            said = argument[:LONGEST_QUESTION]
            reading = self.parser.read(said, Dialogue(), now=now, preferred=language)
            spoken = dialogue.chosen or language
            return self._reply(self._as_card(reading, name), spoken, dialogue, now)
        query = _COMMANDS.get(name)
        if query is not None and argument.strip():
            return self._narrowed(query, argument[:LONGEST_QUESTION], language, dialogue, now)
        if query is not None:
            return self._answer(query, language, dialogue, now)
        return self._page(name, language, dialogue)

    def _narrowed(
        self, query: Query, said: str, language: str, dialogue: Dialogue, now: float
    ) -> Turn:
        """A command with conditions after it: ``/gold tokyo``."""
        reading = self.parser.read(said, Dialogue(), now=now, preferred=language)
        conditions = reading.frame.filters(Dim.MEDAL)
        if reading.unknown or not conditions:
            lost = replace(reading, kind=Kind.LOST)
            return self._reply(lost, language, dialogue, now)
        return self._answer(query.having(*conditions), language, dialogue, now)

    def press(self, data: str, dialogue: Dialogue, *, hint: str | None, now: float) -> Turn:
        """Reply to a pressed button; unknown or outdated data get a kind word."""
        language = self._language(dialogue, hint)
        action, _, rest = data.partition(":")
        if action == f"{VERSION}l" and rest in self.languages:
            chosen = replace(dialogue, chosen=rest, language=rest)
            return self._plain("language-set", rest, chosen, known=True)
        if action == f"{VERSION}c" and rest in self.commands:
            return self.command(rest, "", dialogue, hint=hint, now=now)
        if action == f"{VERSION}e" and rest.isdigit():
            text = examples(self.speakers[language])[int(rest) % EXAMPLES]
            return self.message(text, dialogue, hint=hint, now=now)
        query = decode(rest) if action in (f"{VERSION}q", f"{VERSION}w") else None
        if query is None or not self._valid(query):
            return self._plain("expired", language, dialogue, known=False)
        if action == f"{VERSION}w":
            return self._why(query, language, dialogue)
        return self._answer(query, language, dialogue, now)

    def speechless(self, dialogue: Dialogue, *, hint: str | None, now: float) -> Turn:  # noqa: ARG002 - as the others
        """Reply to what is no text: a photo, a voice note, a sticker."""
        return self._plain("not-text", self._language(dialogue, hint), dialogue, known=False)

    # --- what else applications need ---

    def trouble(self, dialogue: Dialogue, *, hint: str | None) -> str:
        """The sentence for a person when something broke on our side."""
        return self.speakers[self._language(dialogue, hint)].say("trouble")

    def description(self, command: str, language: str) -> str:
        """The menu's text for a command, in a language."""
        return self.speakers[language].say(f"command-{command}")

    # --- inside ---

    def _language(self, dialogue: Dialogue, hint: str | None) -> str:
        client = (hint or "").replace("_", "-").partition("-")[0].casefold()
        for code in (dialogue.chosen, dialogue.language, client):
            if code in self.speakers:
                return str(code)
        return DEFAULT_LANGUAGE

    def _valid(self, query: Query) -> bool:
        facts = self.store.facts
        known: Mapping[Dim, Mapping[str, object]] = {
            Dim.ATHLETE: facts.athletes,
            Dim.SPORT: facts.sports,
            Dim.EVENT: facts.events,
            Dim.NPC: facts.delegations,
        }
        return all(
            v in known.get(f.dim, {v: 0}) for f in query.filters for v in f.values if v != "*"
        )

    def _as_card(self, reading: Reading, command: str) -> Reading:
        dim = Dim.ATHLETE if command == "athlete" else Dim.SPORT
        query = reading.query
        if reading.kind is Kind.QUERY and query is not None and query.values(dim):
            named = Filter(dim, query.values(dim))
            return replace(reading, query=Query(Op.CARD, dim, (named,)))
        return reading

    def _reply(self, reading: Reading, language: str, dialogue: Dialogue, now: float) -> Turn:
        speaker = self.speakers[language]
        if reading.kind is Kind.TALK:
            return self._talk(reading.topic or "help", speaker, dialogue)
        if reading.kind is Kind.TOPIC:
            return self._topic(reading, speaker, dialogue)
        if reading.kind is Kind.CHOICE:
            return self._choice(reading, speaker, dialogue)
        if reading.kind is Kind.LOST or reading.query is None:
            return self._lost(reading, speaker, dialogue)
        if reading.frame.has("ask.why") and not reading.query.claim:
            return self._answer(reading.query, language, dialogue, now, why=True)
        return self._answer(reading.query, language, dialogue, now)

    def _answer(
        self, query: Query, language: str, dialogue: Dialogue, now: float, *, why: bool = False
    ) -> Turn:
        speaker = self.speakers[language]
        finding = run(query, self.store)
        lines, known = compose(finding, speaker), finding.known
        if why:
            known = _corrects(query, finding)
            lines = lines if known else [speaker.say("unknown-why"), *lines]
        if finding.known:
            lines.append(source_line(finding, speaker))
        reply = Reply(
            "\n".join(line for line in lines if line),
            known,
            language,
            suggestions.for_finding(finding, speaker)
            if finding.known
            else example_buttons(speaker),
            cited(finding, self.store) if finding.known else (),
        )
        athletes = tuple(dict.fromkeys(a for row in finding.rows for a in row.result.athletes))
        named = query.values(Dim.ATHLETE) or athletes
        return Turn(
            reply, replace(dialogue, language=language, query=query, athletes=named, at=now)
        )

    def _why(self, query: Query, language: str, dialogue: Dialogue) -> Turn:
        speaker = self.speakers[language]
        finding = run(query, self.store)
        html = "\n".join(receipt(finding, speaker))
        return Turn(Reply(html, True, language, (), cited(finding, self.store)), dialogue)

    def _talk(self, topic: str, speaker: Speaker, dialogue: Dialogue) -> Turn:
        if topic == "help":
            return self._page("help", speaker.language, dialogue)
        return self._plain(f"talk-{topic}", speaker.language, dialogue, known=True)

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
            words = ", ".join(f"“{word}”" for word in reading.unknown[:3])
            first = speaker.say("not-understood-words", words=words)
        lines = [bold(first), speaker.say("try-these"), *examples(speaker)]
        buttons = example_buttons(speaker)
        return Turn(Reply("\n".join(lines), False, speaker.language, buttons), dialogue)

    def _page(self, name: str, language: str, dialogue: Dialogue) -> Turn:
        reply = self.pages.page(name, self.speakers[language])
        return Turn(reply, replace(dialogue, language=language))

    def _plain(self, key: str, language: str, dialogue: Dialogue, *, known: bool) -> Turn:
        reply = plain(key, self.speakers[language], known=known)
        return Turn(reply, replace(dialogue, language=language))


def _corrects(query: Query, finding: Finding) -> bool:
    """Whether a "why" rests on something that is not so, which the answer puts right."""
    return query.op is Op.EXISTS and not finding.rows and bool(finding.nearest)


_COMMANDS: Mapping[str, Query] = {
    "gold": Query(Op.LIST, Dim.ATHLETE, where(medal="gold")),
    "silver": Query(Op.LIST, Dim.ATHLETE, where(medal="silver")),
    "bronze": Query(Op.LIST, Dim.ATHLETE, where(medal="bronze")),
    "medals": Query(Op.CARD, Dim.MEDAL, where(medal=ANY_MEDAL)),
    "sports": Query(Op.LIST, Dim.SPORT),
    "team": Query(Op.CARD, Dim.NPC),
    "rank": Query(Op.RANK, Dim.NPC),
    "games": Query(Op.CARD, Dim.GAMES),
}

__all__ = ["DEFAULT_LANGUAGE", "Engine", "Said"]
