"""All that can be asked of everything in the facts: each kind of question with each thing known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from bot.answers.engine import Engine
from bot.answers.offers import Offer
from bot.answers.reply import Reply
from bot.facts.query import ANY_MEDAL, EVERY, Dim, Op, Query, where
from bot.language.dialogue import Dialogue
from tests.answers.replies import answered, explained

Asked = Iterator[tuple[str, Reply]]
Kind = Callable[[str], Query]
_WHY = 5
"""Of so many answers one is asked for its receipt."""


def athletes(engine: Engine, every: int) -> Asked:
    """Cards, and in turn what else is asked of people, each with its receipt."""
    ids = sorted(engine.store.facts.athletes)
    yield from _asked(engine, ids, (_card(Dim.ATHLETE),), every)
    yield from _asked(engine, ids, _OF_ATHLETES, every * 15)


def events(engine: Engine, every: int) -> Asked:
    """Contests as they are opened from a list, who won, and when it was."""
    found = engine.store.facts.events

    def card(event: str) -> Query:
        told = found[event]
        return Query(Op.CARD, Dim.EVENT, where(event=event, sport=told.sport, games=told.games))

    def won(event: str) -> Query:
        told = where(event=event, games=found[event].games, npc=EVERY, medal="gold")
        return Query(Op.LIST, Dim.ATHLETE, told)

    def day(event: str) -> Query:
        return Query(Op.VALUE, Dim.DAY, where(event=event, games=found[event].games, npc=EVERY))

    yield from _asked(engine, sorted(found), (card,), every * 2)
    yield from _asked(engine, sorted(found), (won, day), every * 10)


def small(engine: Engine, every: int) -> Asked:
    """Sports, disciplines, Games, delegations and classes, each asked in many ways."""
    facts = engine.store.facts
    classes = sorted({code for event in facts.events.values() for code in event.classes})
    yield from _asked(engine, list(facts.sports), _kinds("sport"), every)
    yield from _asked(engine, list(facts.disciplines), _kinds("discipline"), every)
    yield from _asked(engine, classes, (_card(Dim.CLASS), *_kinds("class")), every)
    yield from _asked(engine, list(facts.games), (_card(Dim.GAMES), *_OF_GAMES), 1)
    yield from _asked(engine, sorted(facts.delegations), _OF_DELEGATIONS, every)


def offers(engine: Engine, every: int) -> Iterator[tuple[str, Offer]]:
    """What is offered for the beginnings of all kinds of names, and for nothing at all."""
    facts = engine.store.facts
    for number, language in enumerate(engine.languages):
        speaker = engine.speakers[language]
        names = [
            *map(speaker.sport_title, facts.sports),
            *map(speaker.games, facts.games),
            *map(speaker.npc, sorted(facts.delegations)[number :: 3 * every]),
            *map(speaker.athlete, sorted(facts.athletes)[number :: 300 * every]),
        ]
        for typed in ("", *(name[:5] for name in names)):
            dialogue = Dialogue(chosen=language)
            made = engine.offers(typed, dialogue, hint=language, offset="", now=0.0)
            yield from ((f"@bot {typed} {language}", offer) for offer in made.offers)


def texts(engine: Engine) -> Iterator[tuple[str, str, str]]:
    """What is said besides answers, as name, language and text: the menu, greetings."""
    for language in engine.languages:
        for command in engine.commands:
            yield f"/{command}", language, engine.description(command, language)
        for part in ("name", "about", "description", "inline-placeholder"):
            yield f"profile {part}", language, engine.profile(part, language)
        yield "welcome", language, engine.welcome("altyn_bot", hint=language).html
        yield "the way to the bot", language, engine.ask(language)
        yield "no offers", language, engine.invitation(Dialogue(), hint=language)
        yield "trouble", language, engine.trouble(Dialogue(), hint=language)


def _asked(engine: Engine, ids: Sequence[str], kinds: Sequence[Kind], every: int) -> Asked:
    """Each kind with each thing in one language, or of many things with each n-th.

    The languages go round, so that each has a third of the things, always the same.
    """
    for number, identifier in enumerate(ids[::every]):
        for place, kind in enumerate(kinds):
            language = engine.languages[(number + place) % len(engine.languages)]
            query = kind(identifier)
            name = f"{query.op} {query.target} {identifier} {language}"
            yield name, answered(engine, query, language)
            if place == number % max(_WHY, len(kinds)):
                yield f"why {name}", explained(engine, query, language)


def _card(dim: Dim) -> Kind:
    return lambda identifier: Query(Op.CARD, dim, where(**{dim.value: identifier}))


def _kinds(dim: str) -> tuple[Kind, ...]:
    """What is asked of a part of the results: here, everywhere, of us and of all."""
    return (
        lambda i: Query(Op.LIST, Dim.ATHLETE, where(**{dim: i}, games=EVERY, npc=EVERY)),
        lambda i: Query(Op.COUNT, Dim.MEDAL, where(**{dim: i}, games=EVERY, medal=ANY_MEDAL)),
        lambda i: Query(Op.LIST, Dim.EVENT, where(**{dim: i}, npc=EVERY, medal="gold")),
        lambda i: Query(
            Op.MOST, Dim.NPC, where(**{dim: i}, games=EVERY, npc=EVERY, medal=ANY_MEDAL)
        ),
        lambda i: Query(Op.CARD, Dim.EVENT, where(**{dim: i}, npc=EVERY)),
        lambda i: Query(Op.EXISTS, Dim.MEDAL, where(**{dim: i}, medal="gold"), yes_no=True),
        lambda i: Query(Op.LAST, Dim.MEDAL, where(**{dim: i}, npc=EVERY, medal=ANY_MEDAL)),
    )


_OF_ATHLETES: tuple[Kind, ...] = (
    lambda i: Query(Op.CAREER, Dim.MEDAL, where(athlete=i)),
    lambda i: Query(Op.COUNT, Dim.MEDAL, where(athlete=i, games=EVERY, medal=ANY_MEDAL)),
    lambda i: Query(Op.EXISTS, Dim.MEDAL, where(athlete=i, medal="gold"), yes_no=True),
    lambda i: Query(Op.VALUE, Dim.BORN, where(athlete=i)),
    lambda i: Query(Op.VALUE, Dim.MARK, where(athlete=i, games=EVERY)),
    lambda i: Query(Op.VALUE, Dim.CLASS, where(athlete=i, games=EVERY)),
    lambda i: Query(Op.VALUE, Dim.PLACE, where(athlete=i, games=EVERY)),
    lambda i: Query(Op.VALUE, Dim.AGE, where(athlete=i, games=EVERY)),
)
_OF_GAMES: tuple[Kind, ...] = (
    *(
        lambda i, op=op, dim=dim: Query(op, dim, where(games=i))
        for op, dim in (
            (Op.CARD, Dim.MEDAL), (Op.CARD, Dim.NPC), (Op.RANK, Dim.NPC), (Op.ABOVE, Dim.NPC),
            (Op.GAMES, Dim.OPENED), (Op.GAMES, Dim.CLOSED), (Op.GAMES, Dim.DURATION),
            (Op.GAMES, Dim.CITY), (Op.GAMES, Dim.EDITION), (Op.GAMES, Dim.VENUE),
        )
    ),
    lambda i: Query(Op.TOP, Dim.NPC, where(games=i), limit=10),
    lambda i: Query(Op.BEST, Dim.ATHLETE, where(games=i, npc=EVERY)),
    lambda i: Query(Op.YOUNGEST, Dim.ATHLETE, where(games=i, npc=EVERY, medal=ANY_MEDAL)),
    lambda i: Query(Op.SHARE, Dim.MEDAL, where(games=i, medal="gold")),
    lambda i: Query(Op.COUNT, Dim.ATHLETE, where(games=i, npc=EVERY)),
    lambda i: Query(Op.COUNT, Dim.NPC, where(games=i, npc=EVERY, medal=ANY_MEDAL)),
)  # fmt: skip
_OF_DELEGATIONS: tuple[Kind, ...] = (
    _card(Dim.NPC),
    lambda i: Query(Op.RANK, Dim.NPC, where(npc=i)),
    lambda i: Query(Op.RANK, Dim.NPC, where(npc=i, games=EVERY)),
    lambda i: Query(Op.CARD, Dim.MEDAL, where(npc=i, medal=ANY_MEDAL)),
    lambda i: Query(Op.COUNT, Dim.MEDAL, where(npc=i, games=EVERY, medal=ANY_MEDAL)),
    lambda i: Query(Op.COUNT, Dim.ATHLETE, where(npc=i)),
    lambda i: Query(Op.LIST, Dim.SPORT, where(npc=i, games=EVERY, medal=ANY_MEDAL)),
    lambda i: Query(Op.BEST, Dim.ATHLETE, where(npc=i, games=EVERY)),
)
SOURCES: Mapping[str, Callable[[Engine, int], Asked]] = {
    "athletes": athletes,
    "events": events,
    "small": small,
}
