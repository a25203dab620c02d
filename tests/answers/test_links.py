"""Keys of facts, and the start parameters of links: short, stable, and always leading back."""

from __future__ import annotations

import random
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.codec import LIMIT, encode
from bot.answers.engine import Engine
from bot.answers.links import LONGEST, fact_link, link_to, opened
from bot.answers.received import Receiver
from bot.facts.keys import KEY_LENGTH, Keys, identifier_of, key_of
from bot.facts.query import EVERY, Dim, Op, Query, where
from bot.language.dialogue import Dialogue
from tests.rendering import faults

PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")
ANY = settings(
    deadline=None,
    derandomize=True,
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def test_no_two_facts_share_a_key(engine: Engine) -> None:
    identifiers = [identifier_of(fact) for fact in Keys(engine.store).facts()]

    assert len(identifiers) > 30_000
    assert len({key_of(identifier) for identifier in identifiers}) == len(identifiers)


def test_no_two_identifiers_share_a_key(engine: Engine) -> None:
    facts = engine.store.facts
    held = {*facts.athletes, *facts.events, *facts.sports, *facts.disciplines}

    assert len({key_of(identifier) for identifier in held}) == len(held)


def test_keys_stay_what_they_were() -> None:
    """Links with them are in other people's chats."""
    assert key_of("paris-2024/judo-w-48-j2/akmaral-nauatbek") == "ucldvi5y6l"
    assert len(key_of("")) == KEY_LENGTH


def test_every_fact_opens_by_its_link(engine: Engine) -> None:
    keys = Keys(engine.store)
    receiver = Receiver(engine.store, keys)
    for fact in keys.facts():
        parameter = fact_link(identifier_of(fact))
        assert PARAMETER.fullmatch(parameter)
        assert opened(parameter, receiver, keys) is fact


def test_pages_of_facts_are_fit_to_be_sent_and_read(engine: Engine) -> None:
    facts = list(Keys(engine.store).facts())
    chosen = [*random.Random(5).sample(facts, 150), *engine.store.facts.claims.values()]
    wrong = []
    for number, fact in enumerate(chosen):
        language = engine.languages[number % len(engine.languages)]
        parameter = fact_link(identifier_of(fact))
        turn = engine.command("start", parameter, Dialogue(), hint=language, now=0.0)
        wrong += [f"{identifier_of(fact)}: {fault}" for fault in faults(turn.reply, engine)]
        assert turn.reply.sources

    assert not wrong, "\n".join(wrong[:20])


def test_cards_have_links_that_a_person_can_read(engine: Engine) -> None:
    card = Query(Op.CARD, Dim.ATHLETE, where(athlete="david-degtyarev"))

    assert link_to(card) == "a_david-degtyarev"
    assert link_to(Query(Op.CARD, Dim.GAMES, where(games="tokyo-2020"))) == "g_tokyo-2020"
    assert link_to(Query(Op.CARD, Dim.SPORT, where(sport="judo"))) == "s_judo"
    everything = {Dim.ATHLETE: engine.store.facts.athletes, Dim.SPORT: engine.store.facts.sports,
                  Dim.GAMES: engine.store.facts.games}  # fmt: skip
    for dim, held in everything.items():
        for identifier in held:
            parameter = link_to(Query(Op.CARD, dim, where(**{dim.value: identifier})))
            assert parameter is not None
            assert PARAMETER.fullmatch(parameter)


def test_questions_come_back_from_their_links_and_buttons(engine: Engine) -> None:
    keys = Keys(engine.store)
    receiver = Receiver(engine.store, keys)
    events = sorted(engine.store.facts.events, key=len)[-200:]
    people = sorted(engine.store.facts.athletes, key=len)[-50:]
    queries = [
        *(Query(Op.CARD, Dim.EVENT, where(event=event)) for event in events),
        *(Query(Op.LIST, Dim.ATHLETE, where(event=e, npc=EVERY, medal="gold")) for e in events),
        *(Query(Op.COMPARE, Dim.ATHLETE, where(athlete=(a, people[0]))) for a in people[1:]),
        Query(Op.LIST, Dim.ATHLETE, where(medal="gold", npc=EVERY, games="paris-2024"), offset=480),
        Query(Op.CLAIM, Dim.MEDAL, claim="record"),
    ]
    for query in queries:
        parameter, data = link_to(query), encode("q", query)
        assert parameter is not None
        assert data is not None
        assert len(parameter) <= LONGEST
        assert len(data.encode()) <= LIMIT
        assert opened(parameter, receiver, keys) == query
        assert receiver.query(data.partition(":")[2]) == query


@ANY
@given(parameter=st.text(max_size=80) | st.from_regex(r"(f_|q1_|a_|s_|g_)[A-Za-z0-9_-]{0,62}"))
def test_any_parameter_gets_a_reply(engine: Engine, parameter: str) -> None:
    reply = engine.command("start", parameter, Dialogue(), hint="kk", now=0.0).reply

    assert reply.html.strip()
