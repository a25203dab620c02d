"""Receipts with a link for each fact, and links that are passed on."""

from __future__ import annotations

import pytest

from bot.answers.links import fact_link
from bot.facts.keys import identifier_of
from tests.conversations.phone import Phone, labels, links, shared
from tests.telegram_app.stage import Stage

GOLD = {"en": "Who won gold?", "ru": "Кто выиграл золото?", "kk": "Алтынды кім алды?"}
WHERE = {"en": "Champ de Mars Arena", "ru": "Арена на Марсовом поле", "kk": "Марс алаңындағы арена"}
DAY = {"en": "5 September 2024", "ru": "5 сентября 2024", "kk": "2024\u202fж. 5 қыркүйек"}
JUDOKA = {"en": "Akmaral Nauatbek", "ru": "Акмарал Науатбек", "kk": "Ақмарал Науатбек"}


async def test_each_fact_of_a_receipt_opens(phone: Phone) -> None:
    answer = await phone.say(GOLD[phone.language])
    receipt = await phone.press(answer, phone.word("button-why"))
    assert phone.word("why-head") in receipt.text
    facts = [link for link in links(receipt) if "start=f_" in link]
    assert len(facts) == 2

    fact = await phone.open(facts[1])

    assert JUDOKA[phone.language] in fact.text
    assert DAY[phone.language] in fact.text
    assert WHERE[phone.language] in fact.text
    assert "https://github.com/Anikas8/Paralympics-2024" in links(fact)
    assert "2024" in fact.text.splitlines()[-1] or "2026" in fact.text.splitlines()[-1]


async def test_a_fact_leads_to_the_athlete_and_the_event(phone: Phone) -> None:
    receipt = await phone.press(await phone.say(GOLD[phone.language]), phone.word("button-why"))
    fact = await phone.open(links(receipt)[1])
    athlete, event, _ = labels(fact)
    assert athlete == JUDOKA[phone.language]

    card = await phone.press(fact, athlete)
    assert card.text.startswith(JUDOKA[phone.language])

    podium = await phone.press(fact, event)
    assert "Sandrine Martinet" in podium.text


@pytest.mark.parametrize(
    "text", ["/athlete Degtyarev", "/sport judo", "/games", "/games tokyo", "/team", "/medals"]
)
async def test_a_card_that_is_passed_on_opens_the_same_card(phone: Phone, text: str) -> None:
    card = await phone.say(text)

    link = shared(card.button(phone.word("button-share")))
    opened = await phone.open(link)

    assert opened.text == card.text
    assert opened.message_id != card.message_id


async def test_an_answer_is_passed_on_from_its_receipt(phone: Phone) -> None:
    answer = await phone.say(GOLD[phone.language])
    receipt = await phone.press(answer, phone.word("button-why"))

    opened = await phone.open(shared(receipt.button(phone.word("button-share"))))

    assert opened.text == answer.text


async def test_a_fact_is_passed_on(phone: Phone) -> None:
    receipt = await phone.press(await phone.say(GOLD[phone.language]), phone.word("button-why"))
    fact = await phone.open(links(receipt)[0])

    again = await phone.open(shared(fact.button(phone.word("button-share"))))

    assert again.text == fact.text


async def test_what_follows_a_fact_may_lean_on_it(phone: Phone) -> None:
    receipt = await phone.press(await phone.say(GOLD[phone.language]), phone.word("button-why"))
    await phone.open(links(receipt)[0])

    answer = await phone.say(
        {"en": "when was he born?", "ru": "когда он родился?", "kk": "ол қашан туған?"}[
            phone.language
        ]
    )

    assert "1996" in answer.text


@pytest.mark.parametrize(
    "parameter", ["xyz", "f_0000000000", "q1_", "q1_%%%", "a_nobody", "g_1492", "s_", "-", "я" * 9]
)
async def test_a_link_that_leads_nowhere_gets_a_kind_word_and_the_beginning(
    phone: Phone, parameter: str
) -> None:
    reply = await phone.say(f"/start {parameter}")

    assert reply.text.startswith(phone.word("link-unknown"))
    assert len(labels(reply)) == 3


async def test_links_show_no_preview(phone: Phone, stage: Stage) -> None:
    receipt = await phone.press(await phone.say(GOLD[phone.language]), phone.word("button-why"))
    await phone.open(links(receipt)[0])

    sent = [call.params for call in stage.machine.calls("sendMessage")]
    assert all(params["link_preview_options"] == {"is_disabled": True} for params in sent)


async def test_every_kind_of_fact_has_its_page(phone: Phone, stage: Stage) -> None:
    facts = stage.engine.store.facts
    team = next(r for r in facts.results if len(r.athletes) > 2)
    chosen = [
        facts.results[0], facts.results[-1], team, *list(facts.claims.values())[:3],
        facts.standings[0], facts.standings[-1],
        facts.games["paris-2024"], facts.games["rome-1960"],
    ]  # fmt: skip
    for fact in chosen:
        reply = await phone.say(f"/start {fact_link(identifier_of(fact))}")

        source = stage.engine.store.facts.sources[fact.sources[0]]
        assert source.title in reply.text
        assert 1 <= len(labels(reply)) <= 3
