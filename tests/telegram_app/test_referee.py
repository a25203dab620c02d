"""Claims of others, judged where they are made: by reply, by quote, passed on, and as a guest."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import cast

import pytest
from telegram import Update

from bot.answers.engine import Engine
from bot.answers.reply import Reply
from bot.local.machine import Machine
from bot.local.state import Chat, User
from tests.fake_engine import FakeEngine
from tests.telegram_app.stage import Stage

ME = "@altyn_local_bot"
ABROAD = -9
CLAIMS = [
    ("en", "Degtyarev won silver", "true?", "No, that's not true ❌", "gold 🥇"),
    ("ru", "у нас было три золота", "правда?", "Нет, неправда ❌", "2 золотые медали"),
    ("kk", "Қазақстан 39-орын алды", "рас па?", "Иә, рас ✅", "39-орын"),
]
"""The language, a claim, what somebody asks, and what the verdict says."""


@pytest.fixture
async def real(engine: FakeEngine) -> AsyncIterator[Stage]:
    async with Machine(privacy=False) as machine:
        stage = Stage(machine, engine)
        await stage.application.initialize()
        yield stage
        await stage.application.shutdown()


class TestWithFacts:
    """The real engine on the local Bot API."""

    @pytest.fixture
    def engine(self, shipped: Engine) -> FakeEngine:
        return cast("FakeEngine", shipped)

    @pytest.mark.parametrize(("language", "claim", "asked", "head", "fact"), CLAIMS)
    async def test_a_guest_judges_in_a_chat_it_is_not_in(
        self, real: Stage, language: str, claim: str, asked: str, head: str, fact: str
    ) -> None:
        machine = real.machine
        ann = machine.user(8, "Ann", language_code=language)
        abroad = machine.group(ABROAD, "Elsewhere", with_bot=False)
        said = machine.send_text(abroad, ann, claim)

        query = machine.guest_message(ann, abroad, f"{ME} {asked}", reply_to=said)

        [verdict] = await real.replies(abroad)
        assert verdict.text.startswith(head)
        assert fact in verdict.text
        assert query.answer

    @pytest.mark.parametrize(("language", "claim", "asked", "head", "fact"), CLAIMS)
    async def test_in_a_group_by_reply_and_mention(
        self, real: Stage, language: str, claim: str, asked: str, head: str, fact: str
    ) -> None:
        machine = real.machine
        ann, bob = (machine.user(n, "Fan", language_code=language) for n in (8, 9))
        group = machine.group(-5, "Fans")
        said = machine.send_text(group, ann, claim)

        machine.send_text(group, bob, f"{ME} {asked}", reply_to=said)

        [verdict] = await real.replies(group)
        assert verdict.text.startswith(head)
        assert fact in verdict.text

    @pytest.mark.parametrize(("language", "claim", "asked", "head", "fact"), CLAIMS)
    async def test_in_private_by_passing_it_on(
        self, real: Stage, language: str, claim: str, asked: str, head: str, fact: str
    ) -> None:
        machine = real.machine
        ann, bob = (machine.user(n, "Fan", language_code=language) for n in (8, 9))
        said = machine.send_text(machine.group(-5, "Fans"), ann, claim)
        private = machine.private_chat(bob, started=True)

        machine.forward(private, bob, said)

        [verdict] = await real.replies(private)
        assert verdict.text.startswith(head)
        assert fact in verdict.text

    @pytest.mark.parametrize(("language", "claim", "asked", "head", "fact"), CLAIMS)
    async def test_in_private_by_quoting(
        self, real: Stage, language: str, claim: str, asked: str, head: str, fact: str
    ) -> None:
        machine = real.machine
        ann = machine.user(8, "Ann", language_code=language)
        private = machine.private_chat(ann, started=True)
        long = machine.send_text(private, ann, f"{claim}. 🤔🤔 qwrtp zxcvb")
        before = len(await real.replies(private))

        machine.send_text(private, ann, asked, reply_to=long, quote=claim)

        verdict = (await real.replies(private))[before]
        assert verdict.text.startswith(head)
        assert fact in verdict.text

    async def test_a_question_stays_one_whatever_it_replies_to(self, real: Stage) -> None:
        machine = real.machine
        ann = machine.user(8, "Ann", language_code="en")
        group = machine.group(-5, "Fans")
        said = machine.send_text(group, ann, "Degtyarev won silver")

        machine.send_text(group, ann, f"{ME} how many golds did we win?", reply_to=said)

        [answer] = await real.replies(group)
        assert answer.text.startswith("2 gold medals")

    async def test_a_question_of_another_is_answered_at_a_mention_alone(self, real: Stage) -> None:
        machine = real.machine
        ann = machine.user(8, "Ann", language_code="en")
        group = machine.group(-5, "Fans")
        said = machine.send_text(group, ann, "who won gold in judo?")

        machine.send_text(group, ann, ME, reply_to=said)

        [answer] = await real.replies(group)
        assert "Akmaral Nauatbek" in answer.text

    async def test_a_guest_answers_questions_too(self, real: Stage) -> None:
        machine = real.machine
        ann = machine.user(8, "Ann", language_code="ru")
        abroad = machine.group(ABROAD, "Elsewhere", with_bot=False)

        machine.guest_message(ann, abroad, f"{ME} сколько у нас золота?")

        [answer] = await real.replies(abroad)
        assert answer.text.startswith("2 золотые медали")


async def test_a_summons_is_answered_once(stage: Stage, ada: User) -> None:
    abroad = stage.machine.group(ABROAD, "Elsewhere", with_bot=False)
    query = stage.machine.guest_message(ada, abroad, f"{ME} who won?")
    [update] = await stage.application.bot.get_updates(timeout=0, allowed_updates=["guest_message"])
    for _ in range(2):
        await stage.application.process_update(update)

    assert query.answer
    assert len(await _said(stage, abroad)) == 1


async def _said(stage: Stage, chat: Chat) -> list[str]:
    return [one.text for one in stage.machine.transcript(chat) if one.from_bot]


async def test_a_guests_words_are_not_kept(stage: Stage, ada: User) -> None:
    abroad = stage.machine.group(ABROAD, "Elsewhere", with_bot=False)
    for _ in range(2):
        stage.machine.guest_message(ada, abroad, f"{ME} who won?")

    texts = await stage.texts(abroad)

    assert texts == ["message who won? after nothing"] * 2
    assert len(stage.desk.given) == 0


async def test_what_telegram_cannot_format_is_said_plainly(stage: Stage, ada: User) -> None:
    stage.engine.replies["odd"] = Reply("<b>odd</i> & so", True, "en")
    abroad = stage.machine.group(ABROAD, "Elsewhere", with_bot=False)
    stage.machine.guest_message(ada, abroad, f"{ME} odd")

    assert await stage.texts(abroad) == ["odd & so"]


async def test_a_bot_does_not_summon_the_bot(stage: Stage, ada: User) -> None:
    abroad = stage.machine.group(ABROAD, "Elsewhere", with_bot=False)
    stage.machine.guest_message(ada, abroad, f"{ME} who won?")
    [update] = await stage.application.bot.get_updates(timeout=0, allowed_updates=["guest_message"])
    raw = update.to_dict()
    raw["guest_message"]["from"]["is_bot"] = True
    await stage.application.process_update(Update.de_json(raw, stage.application.bot))

    assert await _said(stage, abroad) == []


async def test_the_bots_own_answer_is_not_judged(stage: Stage, group: Chat, ada: User) -> None:
    stage.machine.send_text(group, ada, "/gold")
    [first] = await stage.replies(group)

    stage.machine.send_text(group, ada, f"{ME} true?", reply_to=first.message_id)

    assert (await stage.texts(group))[1] == "message true? after command gold"


async def test_a_reply_in_private_is_about_what_it_replies_to(
    stage: Stage, private: Chat, ada: User
) -> None:
    said = stage.machine.send_text(private, ada, "we won gold")
    stage.machine.send_text(private, ada, "true?", reply_to=said)
    await stage.settle()

    assert stage.engine.asked == ["message we won gold", "about we won gold: true?"]


async def test_of_a_message_in_another_chat_the_quoted_words_are_judged(
    stage: Stage, group: Chat, ada: User
) -> None:
    stage.machine.send_text(group, ada, f"{ME} true?")
    [update] = await stage.application.bot.get_updates(timeout=0, allowed_updates=["message"])
    raw = update.to_dict()
    raw["message"]["quote"] = {"text": "we won gold", "position": 0, "is_manual": True}
    await stage.application.process_update(Update.de_json(raw, stage.application.bot))

    assert stage.engine.asked == ["about we won gold: true?"]
