"""From an utterance to a reading: tags, mentions, the rules of intent, and how sure we are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.facts.model import Facts
from bot.facts.query import Dim, Filter, Op, Query
from bot.facts.rows import Table
from bot.language.aside import small_talk, topics
from bot.language.chain import Tag
from bot.language.correcting import Corrector
from bot.language.dialogue import Dialogue
from bot.language.editions import Editions
from bot.language.followup import lean
from bot.language.frame import Frame, make_frame
from bot.language.gazetteer import gazetteer
from bot.language.intents import decide
from bot.language.lexicon import Lexicon
from bot.language.mentions import Mention, find_mentions
from bot.language.name_index import Names
from bot.language.names import NameFinder
from bot.language.normalize import Token, relaid, skeleton, tokenize
from bot.language.reading import Kind, Reading
from bot.language.sureness import SURE, carries, confidence, empty, understood, unknown_words
from bot.language.tag import Tagger
from bot.language.unheeded import unheeded
from bot.language.value import covered_tokens, known_values
from bot.language.values import read_values
from bot.language.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class _Tagged:
    tokens: tuple[Token, ...]
    tags: tuple[Tag, ...]
    language: str | None


class Parser:
    """Understands utterances by the facts and the lexicons it is made with."""

    def __init__(
        self, facts: Facts, table: Table, lexicons: Mapping[str, Lexicon], names: Names
    ) -> None:
        self._facts = facts
        self._table = table
        known = known_values(facts)
        self._vocabulary = Vocabulary(lexicons, gazetteer(facts, lexicons), known.classes)
        finder = NameFinder(names, self._vocabulary.ends_a_name)
        self._tagger = Tagger(self._vocabulary, finder)
        self._corrector = Corrector(self._vocabulary, _calling_home(facts))
        plurals = frozenset(e for x in lexicons.values() for e in x.endings if len(e) == 1)
        self._editions = Editions(facts)
        self._known = replace(known, plurals=plurals)

    def read(
        self, text: str, dialogue: Dialogue, *, now: float, preferred: str | None = None
    ) -> Reading:
        """The reading of a message. ``preferred`` is the language to take when none is told.

        One that is not understood as it stands is read with one word corrected, if that is all it
        lacks; the reading says which.
        """
        reading = self._read(text, dialogue, now, preferred)
        return self._corrector.corrected(
            reading, text, lambda other: self._read(other, dialogue, now, preferred)
        )

    def _read(self, text: str, dialogue: Dialogue, now: float, preferred: str | None) -> Reading:
        tagged = self._tagged(text, preferred)
        frame = self._frame(tagged, text)
        if self._says_enough(frame):
            tagged = replace(tagged, tags=tuple(self._unguessed(t) for t in tagged.tags))
            frame = self._frame(tagged, text)
        unknown = unknown_words(tagged.tags, frame)
        talk = None if frame.mentions_but(Dim.NPC) else small_talk(tagged.tags, unknown)
        if talk:
            return Reading(Kind.TALK, tagged.language, frame, topic=talk)
        return self._meaning(frame, tagged, unknown, dialogue, now)

    def language(self, text: str, preferred: str | None = None) -> str | None:
        """The language of a text, ``preferred`` where it may be that one as well as others."""
        return self._tagged(text, preferred).language

    def hear(
        self, text: str, preferred: str | None = None
    ) -> tuple[tuple[Token, ...], Frame, str | None]:
        """What a text says, with no question made of it: tokens, frame and main language."""
        tagged = self._tagged(text, preferred)
        return tagged.tokens, self._frame(tagged, text), tagged.language

    def _tagged(self, text: str, preferred: str | None) -> _Tagged:
        """The tags of the text, or of what the same keys type on another keyboard layout."""
        best = self._tag(text, preferred)
        understood = self._share(best)
        if understood >= _CLEAR or len(text.strip()) < _RELAID_LETTERS:
            return best
        for variant in relaid(text):
            other = self._tag(variant, preferred)
            share = self._share(other)
            if share > max(understood, _RELAID):
                best, understood = other, share
        return best

    def _share(self, tagged: _Tagged) -> float:
        """The part of the letters that were understood, codes and numbers among them."""
        values = read_values(tagged.tags, self._known)
        return understood(tagged.tags, covered_tokens(value for value in values if value.dim))

    def _tag(self, text: str, preferred: str | None) -> _Tagged:
        tokens = self._tagger.split(tokenize(text))
        tags, language = self._tagger.tag(tokens, preferred)
        return _Tagged(tokens, tags, language)

    def _frame(self, tagged: _Tagged, text: str) -> Frame:
        values = read_values(tagged.tags, self._known)
        mentions = find_mentions(tagged.tags, values, self._known)
        mentions = [self._settled(m, mentions) for m in mentions]
        mentions = self._editions.settle(mentions, tagged.tags)
        mentions = self._disciplines(mentions)
        frame = make_frame(tagged.tags, mentions, values, text)
        return self._compared(self._of_several(frame, tagged.language), tagged.language)

    def _of_several(self, frame: Frame, language: str | None) -> Frame:
        """The frame with what a verb's ending says: that it is not one who acts."""
        endings = self._vocabulary.lexicons[language].several if language else ()
        acts = (t for t in frame.tags if any(c.startswith("act.") for c in t.concepts))
        if endings and any(skeleton(tag.text).endswith(endings) for tag in acts):
            return replace(frame, concepts=frame.concepts | {"person.several"})
        return frame

    def _compared(self, frame: Frame, language: str | None) -> Frame:
        """The frame with a "than" that is said by the case of a name."""
        endings = self._vocabulary.lexicons[language].than if language else ()
        if not endings or not frame.has("cmp.more", "cmp.less"):
            return frame
        at = {m.start for m in frame.mentions if m.dim in (Dim.NPC, Dim.GAMES, Dim.ATHLETE)}
        named = (tag for tag in frame.tags if tag.start in at)
        if any(skeleton(tag.text).endswith(endings) for tag in named):
            return replace(frame, concepts=frame.concepts | {"cmp.than"})
        return frame

    def _settled(self, mention: Mention, mentions: list[Mention]) -> Mention:
        """A mention with what its context settles: the home delegation, which bearer of a name."""
        if mention.dim is Dim.NPC and "home" in mention.values:
            return replace(mention, values=(self._facts.home,))
        if mention.dim is Dim.ATHLETE and len(mention.values) > 1 and not mention.every:
            return replace(mention, values=self._bearers(mention, mentions))
        return mention

    def _disciplines(self, mentions: list[Mention]) -> list[Mention]:
        """Disciplines narrowed by the sport beside them, and by one another.

        "Mixed team" may be of many sports, "recurve" is of archery alone.
        """
        sports = {v for m in mentions if m.dim is Dim.SPORT and not m.negated for v in m.values}
        known = self._facts.disciplines
        named = [m for m in mentions if m.dim is Dim.DISCIPLINE]
        certain = [m for m in named if len({known[v].sport for v in m.values if v in known}) == 1]
        if not sports and certain:
            sports = {known[v].sport for m in certain for v in m.values}
        narrowed = []
        for mention in mentions:
            if mention.dim is not Dim.DISCIPLINE or not sports:
                narrowed.append(mention)
                continue
            fitting = tuple(v for v in mention.values if v in known and known[v].sport in sports)
            if fitting:
                narrowed.append(replace(mention, values=fitting))
        return narrowed

    def _bearers(self, mention: Mention, mentions: list[Mention]) -> tuple[str, ...]:
        """The bearers of a name that fit what else is said; else those at the current Games."""
        context = tuple(Filter(m.dim, m.values) for m in mentions if m.dim in _TELLING)
        here = Filter(Dim.GAMES, (self._facts.current,))
        for conditions in ((*context, here), context, (here,)):
            fitting = tuple(
                v
                for v in mention.values
                if self._table.select((Filter(Dim.ATHLETE, (v,)), *conditions))
            )
            if fitting:
                return fitting
        return mention.values

    def _says_enough(self, frame: Frame) -> bool:
        """Whether a name had to be guessed in a message that says enough without it."""
        guessed = any(self._is_guess(tag) for tag in frame.tags)
        ours = any(
            m.dim is Dim.ATHLETE and self._facts.athletes[m.values[0]].npc == self._facts.home
            for m in frame.mentions
        )
        told = ours or frame.medal_said or frame.contests_said or frame.has(*_ASKED_OF_TEAMS)
        return guessed and told

    def _is_guess(self, tag: Tag) -> bool:
        strangers = (
            self._facts.athletes[name.removeprefix("athlete.")].npc != self._facts.home
            for name in tag.names
        )
        return tag.quality < _SURE_NAME and any(strangers)

    def _unguessed(self, tag: Tag) -> Tag:
        return replace(tag, concepts=(), names=(), quality=0.0) if self._is_guess(tag) else tag

    def _doubtful(self, query: Query, frame: Frame) -> tuple[Query, ...]:
        """The query as the one option, where a stranger's name had to be guessed."""
        guessed = (m for m in frame.mentions if m.dim is Dim.ATHLETE and m.quality < _SURE_NAME)
        athletes = self._facts.athletes
        if any(athletes[v].npc != self._facts.home for m in guessed for v in m.values):
            return (query,)
        return ()

    def _meaning(
        self,
        frame: Frame,
        tagged: _Tagged,
        unknown: tuple[str, ...],
        dialogue: Dialogue,
        now: float,
    ) -> Reading:
        language = tagged.language
        query = decide(frame)
        query, leaned = lean(query, frame, dialogue, now, self._facts)
        query = _of_nobody(query)
        outside = topics(frame)
        if outside:
            return Reading(Kind.TOPIC, language, frame, query, topic=outside[0], leaned=leaned)
        if empty(frame) and not leaned:
            return Reading(Kind.LOST, language, frame, unknown=unknown, confidence=0.0)
        sure = confidence(tagged.tags, unknown)
        if unknown and (sure < SURE or not carries(frame)):
            return Reading(Kind.LOST, language, frame, query, unknown=unknown, confidence=sure)
        unasked = unheeded(query, frame) if not leaned or query.op is Op.EXISTS else ()
        if unasked or (_rootless(query, frame) and not leaned):
            return Reading(Kind.LOST, language, frame, query, unknown=unasked, confidence=sure)
        options = _options(query, frame) or self._doubtful(query, frame)
        if options:
            return Reading(Kind.CHOICE, language, frame, query, options=options, confidence=sure)
        return Reading(
            Kind.QUERY, language, frame, query, unknown=unknown, confidence=sure, leaned=leaned
        )


_CLEAR = 0.7
"""So much understood, by letters and likeness, is not of another keyboard layout."""
_RELAID_LETTERS = 4
"""Under any layout three letters are some country's code."""
_RELAID = 0.6
"""So much of a message must be understood under another layout."""
_SURE_NAME = 0.8
_ASKED_OF_TEAMS = ("kind.team", "kind.rank", "npc.home")
_TELLING = (
    Dim.SPORT, Dim.DISCIPLINE, Dim.GENDER, Dim.CLASS, Dim.WEIGHT, Dim.GAMES, Dim.NPC,
)  # fmt: skip
"""What tells bearers of one name apart."""


def _options(query: Query, frame: Frame) -> tuple[Query, ...]:
    """The readings by bearer of an ambiguous name; none if every name is clear."""
    for mention in frame.mentions:
        if mention.dim is Dim.ATHLETE and len(mention.values) > 1 and not mention.every:
            others = tuple(v for v in query.values(Dim.ATHLETE) if v not in mention.values)
            return tuple(
                query.having(Filter(Dim.ATHLETE, (*others, bearer))) for bearer in mention.values
            )
    return ()


def _of_nobody(query: Query) -> Query:
    """The sports of "them", where nobody is meant: those of the team."""
    if query.op is Op.VALUE and query.target is Dim.SPORT and not query.values(Dim.ATHLETE):
        return replace(query, op=Op.LIST)
    return query


def _rootless(query: Query, frame: Frame) -> bool:
    """Whether nothing of what was said leads to the reading.

    Either the Games are told of for want of anything else, or "he" is nobody.
    """
    if query.op is Op.CARD and query.target is Dim.GAMES:
        said = frame.has("kind.games", "kind.world", "npc.home", "ask.tell", "kind.result")
        return not (frame.mentions or said or frame.any("claim."))
    personal = query.op is Op.VALUE and query.target in _PERSONAL and not query.values(Dim.ATHLETE)
    said = frame.contests_said or bool(frame.named(Dim.NPC)) or frame.medal_said
    return personal and not said and frame.number is None


_PERSONAL = (
    Dim.AGE, Dim.BORN, Dim.WEIGHT, Dim.CLASS, Dim.OPPONENT, Dim.PLACE, Dim.DAY, Dim.NPC,
)  # fmt: skip
"""What only a person has."""


def _calling_home(facts: Facts) -> tuple[str, ...]:
    """The words by which one's own athletes are called."""
    ours = (athlete for athlete in facts.athletes.values() if athlete.npc == facts.home)
    names = (name for a in ours for name in (*a.names.values(), *a.aliases))
    return tuple(dict.fromkeys(token.text for name in names for token in tokenize(name)))
