"""What buttons and links carry, turned into turns: questions, other pages, lists, facts."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.browse import Browser, Spot, spot_of
from bot.answers.codec import VERSION
from bot.answers.directory import Directory
from bot.answers.links import GREETING, opened
from bot.answers.received import Receiver
from bot.answers.reply import Turn
from bot.answers.single_fact import fact_reply
from bot.answers.turns import Turns
from bot.facts.keys import Fact, Keys
from bot.facts.model import Result
from bot.facts.query import Dim, Op, Query, where
from bot.language.dialogue import Dialogue

_LISTS = {"athlete": Spot("m"), "sport": Spot("s")}
"""Commands that without a name show a list."""


class Presses:
    """Buttons and links, answered by the turns of one engine."""

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self._keys = Keys(turns.store)
        self.receiver = Receiver(turns.store, self._keys)
        self._browser = Browser(Directory(turns.store))

    def turn(
        self, action: str, rest: str, language: str, dialogue: Dialogue, now: float
    ) -> Turn | None:
        """What a button says; ``None`` for one that is forged, damaged or of another version.

        ``q`` asks, ``p`` shows another page in the same message, ``w`` says why, ``b`` shows a
        list in the same message and ``o`` in a new one.
        """
        version, does = action[: len(VERSION)], action[len(VERSION) :]
        if version != VERSION or does not in _ACTIONS:
            return None
        if does in ("b", "o"):
            return self._list(spot_of(rest), language, dialogue, instead=does == "b")
        query = self.receiver.query(rest)
        if query is None:
            return None
        if does == "w":
            return self._turns.why(query, language, dialogue)
        turn = self._turns.answer(query, language, dialogue, now)
        return _instead(turn) if does == "p" else turn

    def command(
        self, name: str, argument: str, language: str, dialogue: Dialogue, now: float
    ) -> Turn | None:
        """What ``/start PARAMETER`` opens, or ``/athlete`` and ``/sport`` without a name."""
        if name == "start" and argument:
            return self._opened(argument, language, dialogue, now)
        if name in _LISTS and not argument:
            return self._list(_LISTS[name], language, dialogue, instead=False)
        return None

    def _list(
        self, spot: Spot | None, language: str, dialogue: Dialogue, *, instead: bool
    ) -> Turn | None:
        reply = self._browser.page(spot, self._turns.speakers[language]) if spot else None
        if reply is None:
            return None
        turn = Turn(reply, replace(dialogue, language=language))
        return _instead(turn) if instead else turn

    def _opened(self, parameter: str, language: str, dialogue: Dialogue, now: float) -> Turn:
        """What a link leads to; a link that leads nowhere gets a kind word and the beginning."""
        found = opened(parameter, self.receiver, self._keys)
        if isinstance(found, Query):
            return self._turns.answer(found, language, dialogue, now)
        if found is not None:
            return self._fact(found, language, dialogue, now)
        turn = self._turns.page("start", language, dialogue)
        if parameter == GREETING:
            return turn
        kind = self._turns.speakers[language].say("link-unknown")
        return replace(turn, reply=replace(turn.reply, html=f"{kind}\n\n{turn.reply.html}"))

    def _fact(self, fact: Fact, language: str, dialogue: Dialogue, now: float) -> Turn:
        """A fact; what is asked next may lean on whose it is."""
        reply = fact_reply(fact, self._turns.speakers[language])
        after = replace(dialogue, language=language)
        if isinstance(fact, Result) and len(fact.athletes) == 1:
            card = Query(Op.CARD, Dim.ATHLETE, where(athlete=fact.athletes[0]))
            after = replace(after, query=card, athletes=fact.athletes, at=now)
        return Turn(reply, after)


_ACTIONS = frozenset("qpwbo")


def _instead(turn: Turn) -> Turn:
    return replace(turn, reply=replace(turn.reply, place="instead"))
