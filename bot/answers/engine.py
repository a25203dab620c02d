"""The whole way from a message to a reply, as one object: what the applications talk to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape
from pathlib import Path

from bot.answers.accuracy import Accuracy
from bot.answers.codec import VERSION
from bot.answers.commands import ASKED, as_card, spoken
from bot.answers.loading import load
from bot.answers.messages import Messages
from bot.answers.offers import Asker, Offering, Offers
from bot.answers.overruling import bare, overrules, says
from bot.answers.pages import EXAMPLES, Pages, examples
from bot.answers.presses import Presses
from bot.answers.recalled import usable
from bot.answers.referee import Judgement, Referee, yes_or_no
from bot.answers.reply import Reply, Turn
from bot.answers.speaker import Speaker
from bot.answers.turns import Turns
from bot.facts.load import Watch, unwatched
from bot.facts.model import Facts
from bot.facts.query import Dim, Op, Query
from bot.facts.store import Store
from bot.language.dialogue import EMPTY, Dialogue
from bot.language.lexicon import Lexicon
from bot.language.name_index import Names, index_names
from bot.language.parse import Parser
from bot.language.reading import Kind
from bot.language.referee_words import RefereeWords
from bot.language.wishes import NO_WISHES, Wish, Wishes
from bot.language.wishes import Kind as Wished

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
        "rank", "games", "language", "privacy", "forget", "accuracy", "about",
    )  # fmt: skip
    """Names of the commands understood by :meth:`command`, in the order of the menu."""

    def __init__(
        self,
        facts: Facts,
        lexicons: Mapping[str, Lexicon],
        messages: Mapping[str, Messages],
        names: Names | None = None,
        accuracy: Accuracy | None = None,
        wishes: Wishes = NO_WISHES,
        referee_words: RefereeWords | None = None,
    ) -> None:
        self.store = Store(facts)
        self.languages = tuple(sorted(lexicons, key=lambda c: (c != DEFAULT_LANGUAGE, c)))
        self.lexicons = lexicons
        self.speakers = {code: Speaker(messages[code], self.store) for code in self.languages}
        own = {code: lexicons[code].name for code in self.languages}
        pages = Pages(self.commands, own, accuracy)
        self.turns = Turns(self.store, self.speakers, pages)
        self.wishes = wishes
        self.presses = Presses(self.turns)
        names = names or index_names(facts)
        self.parser = Parser(facts, self.store.table, lexicons, names)
        self._offering = Offering(self.turns, self.parser, lexicons, names)
        words = referee_words or RefereeWords.none()
        self.referee = Referee(self.parser, self.store, self.speakers, words)

    @classmethod
    def load(
        cls,
        data: Path,
        cache: Path | None = None,
        games: str | None = None,
        watch: Watch = unwatched,
    ) -> Engine:
        """An engine with the data of a folder: see :func:`bot.answers.loading.load`."""
        made = load(data, cache, games, watch)
        engine = cls(
            made.facts,
            made.lexicons,
            made.messages,
            made.names,
            made.accuracy,
            made.wishes,
            made.referee_words,
        )
        engine._offering.keep = made.keep_offers
        return engine

    # --- the ways in ---

    def message(self, text: str, dialogue: Dialogue, *, hint: str | None, now: float) -> Turn:
        """Reply to something a person wrote."""
        dialogue = self._usable(dialogue)
        preferred = self._language(dialogue, hint)
        if not text.strip():
            return self.turns.plain("empty-message", preferred, dialogue, known=True)
        if text.startswith("/"):
            name, _, argument = text[1:].partition(" ")
            return self.command(name, argument, dialogue, hint=hint, now=now)
        text = text[:LONGEST_QUESTION]
        wish = self.wishes.read(text)
        if wish:
            return self._grant(wish, dialogue)
        wanted, text = self.wishes.aside(text)
        wanted = wanted if wanted in self.speakers else None
        return self._reply(text, dialogue, preferred, now, wanted)

    def _reply(
        self, text: str, dialogue: Dialogue, preferred: str, now: float, wanted: str | None
    ) -> Turn:
        """The verdict on a claim that is asked about, else the answer to the question."""
        claim = self.referee.put(text)
        known = dialogue.athletes if len(dialogue.athletes) == 1 else ()
        judgement = self.referee.judge(claim, preferred, known) if claim else None
        if judgement and judgement.question:
            claim, judgement = None, None  # "how many were there, eh?" is no claim
        if judgement and judgement.settled:
            return self._ruled(judgement, dialogue, preferred, now, wanted)
        reading = self.parser.read(text, dialogue, now=now, preferred=preferred)
        language = wanted or dialogue.chosen or reading.language or preferred
        turn = self.turns.reply(reading, language, replace(dialogue, language=language), now)
        of_games = reading.query is not None and reading.query.op is Op.GAMES
        if judgement is None and (of_games or not yes_or_no(reading.frame)):
            return turn  # of the Games themselves no claim is judged
        judgement = judgement or self.referee.judge(text, preferred, known)
        said, plain = says(turn.reply.html, self.speakers[language]), bare(turn.reply.html)
        if overrules(judgement, said, asked=claim is not None, plain=plain):
            return self._ruled(judgement, dialogue, preferred, now, wanted)
        return turn

    def _ruled(
        self,
        judgement: Judgement,
        dialogue: Dialogue,
        preferred: str,
        now: float,
        wanted: str | None = None,
    ) -> Turn:
        language = wanted or dialogue.chosen or judgement.heard.language or preferred
        return self.referee.turn(judgement, language, dialogue, now)

    def about(
        self, text: str, original: str, dialogue: Dialogue, *, hint: str | None, now: float
    ) -> Turn:
        """Reply to words about another's message: judge it where that is all they ask.

        "true?" to a claim gets a verdict and to a question its answer; words that ask something
        themselves are answered as they are.
        """
        if not original.strip() or not self.referee.asks(text):
            return self.message(text, dialogue, hint=hint, now=now)
        spoken = self.parser.hear(text, None)[2] if text.strip() else None
        hint = spoken if spoken and dialogue.chosen is None else hint
        turn = self.judge(original, replace(dialogue, query=None), hint=hint, now=now)
        own = spoken or turn.dialogue.language
        return replace(turn, dialogue=replace(turn.dialogue, language=own))

    def judge(self, claim: str, dialogue: Dialogue, *, hint: str | None, now: float) -> Turn:
        """The verdict on a claim; a question among claims is answered.

        The words are another's, so the person's own language stays what it was.
        """
        dialogue = self._usable(dialogue)
        preferred = self._language(dialogue, hint)
        # Another's command is not an order of the person who asks about it.
        claim = claim[:LONGEST_QUESTION].lstrip("/ ")
        claim = self.referee.put(claim) or claim
        judgement = self.referee.judge(claim, preferred)
        if judgement.question:
            turn = self.message(claim, dialogue, hint=hint, now=now)
        else:
            turn = self._ruled(judgement, dialogue, preferred, now)
        return replace(turn, dialogue=replace(turn.dialogue, language=dialogue.language))

    def command(
        self, name: str, argument: str, dialogue: Dialogue, *, hint: str | None, now: float
    ) -> Turn:
        """Reply to ``/name argument``; an unknown name gets a pointer to /help."""
        dialogue = self._usable(dialogue)
        language = self._language(dialogue, hint)
        name = name.partition("@")[0].casefold()
        opened = self.presses.command(name, argument.strip(), language, dialogue, now)
        if opened is not None:
            return opened
        if name in ("athlete", "sport") and argument.strip():
            said = argument[:LONGEST_QUESTION]
            reading = self.parser.read(said, Dialogue(), now=now, preferred=language)
            language = spoken(said, reading, dialogue, language)
            return self.turns.reply(as_card(reading, name), language, dialogue, now)
        query = ASKED.get(name)
        if query is not None and argument.strip():
            return self._narrowed(query, argument[:LONGEST_QUESTION], language, dialogue, now)
        if query is not None:
            return self.turns.answer(query, language, dialogue, now)
        wanted = self.wishes.language(argument) if name == "language" else None
        if wanted in self.speakers:
            return self._speak(str(wanted), dialogue)
        if name == "forget":
            return self.turns.forgotten(language)
        return self.turns.page(name, language, dialogue)

    def _narrowed(
        self, query: Query, said: str, language: str, dialogue: Dialogue, now: float
    ) -> Turn:
        """A command with conditions after it: ``/gold tokyo``."""
        reading = self.parser.read(said, Dialogue(), now=now, preferred=language)
        language = spoken(said, reading, dialogue, language)
        conditions = reading.frame.filters(Dim.MEDAL)
        if reading.unknown or not conditions:
            lost = replace(reading, kind=Kind.LOST)
            return self.turns.reply(lost, language, dialogue, now)
        return self.turns.answer(query.having(*conditions), language, dialogue, now)

    def press(self, data: str, dialogue: Dialogue, *, hint: str | None, now: float) -> Turn:
        """Reply to a pressed button; unknown or outdated data get a kind word."""
        language = self._language(dialogue, hint)
        action, _, rest = data.partition(":")
        if action == f"{VERSION}l" and rest in self.languages:
            return self._speak(rest, dialogue)
        if action == f"{VERSION}c" and rest in self.commands:
            return self.command(rest, "", dialogue, hint=hint, now=now)
        if action == f"{VERSION}e" and rest.isdecimal():
            text = examples(self.speakers[language])[int(rest) % EXAMPLES]
            return self.message(text, dialogue, hint=hint, now=now)
        pressed = self.presses.turn(action, rest, language, dialogue, now)
        return pressed or self.turns.plain("expired", language, dialogue, known=False)

    def speechless(self, dialogue: Dialogue, *, hint: str | None, now: float) -> Turn:  # noqa: ARG002 - as the others
        """Reply to what is no text: a photo, a voice note, a sticker."""
        return self.turns.plain("not-text", self._language(dialogue, hint), dialogue, known=False)

    def offers(
        self, text: str, dialogue: Dialogue, *, hint: str | None, offset: str, now: float
    ) -> Offers:
        """What may be meant by what somebody types anywhere, as messages to choose from."""
        asker = Asker(dialogue.chosen, self._language(dialogue, hint))
        return self._offering.offers(text, asker, offset, now)

    # --- what else applications need ---

    def rehearse(self) -> Iterator[None]:
        """Make what most people will be offered, a little at each step, so that it is there."""
        return self._offering.rehearse()

    def invitation(self, dialogue: Dialogue, *, hint: str | None) -> str:
        """What to say in place of offers that could not be made."""
        return self.speakers[self._language(dialogue, hint)].say("offer-trouble")

    def ask(self, language: str) -> str:
        """What the way to the bot is called under a message that somebody sent."""
        return self.speakers[language].say("offer-ask")

    def trouble(self, dialogue: Dialogue, *, hint: str | None) -> str:
        """The sentence for a person when something broke on our side."""
        return self.speakers[self._language(dialogue, hint)].say("trouble")

    def description(self, command: str, language: str) -> str:
        """The menu's text for a command, in a language."""
        return self.speakers[language].say(f"command-{command}")

    def welcome(self, name: str, *, hint: str | None) -> Reply:
        """The words in a group that the bot was brought into; ``name`` is its own, without @."""
        language = self._language(EMPTY, hint)
        return Reply(self.speakers[language].say("welcome", name=name), True, language)

    def profile(self, text: str, language: str) -> str:
        """A text about the bot itself, such as its name: ``data/messages``, under profile-."""
        return unescape(self.speakers[language].say(f"profile-{text}"))

    # --- inside ---

    def _grant(self, wish: Wish, dialogue: Dialogue) -> Turn:
        """What people wish of the bot itself. To be forgotten takes /forget, which it points to."""
        if wish.kind is Wished.SPEAK and wish.wanted in self.speakers:
            return self._speak(str(wish.wanted), dialogue)
        said = wish.said if wish.said in self.speakers else self._language(dialogue, None)
        page = "privacy" if wish.kind is Wished.PRIVACY else "language"
        return self.turns.page(page, dialogue.chosen or said, dialogue)

    def _usable(self, dialogue: Dialogue) -> Dialogue:
        return usable(dialogue, self.store.facts, self.presses.receiver, self.speakers)

    def _speak(self, language: str, dialogue: Dialogue) -> Turn:
        """From now on in this language."""
        chosen = replace(dialogue, chosen=language, language=language)
        return self.turns.plain("language-set", language, chosen, known=True)

    def _language(self, dialogue: Dialogue, hint: str | None) -> str:
        client = (hint or "").replace("_", "-").partition("-")[0].casefold()
        for code in (dialogue.chosen, dialogue.language, client):
            if code in self.speakers:
                return str(code)
        return DEFAULT_LANGUAGE
