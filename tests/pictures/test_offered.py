"""Pictures among the offers: those that Telegram has already."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.answers.engine import Engine
from bot.local.machine import Machine
from bot.local.people.tapping import InlineAnswer
from bot.local.state import User
from bot.pictures.picture import sketch
from bot.store.file_ids import open_file_ids
from bot.store.steady import open_memory
from bot.telegram_app.pictures import Gallery, gallery_of
from tests.telegram_app.stage import Stage, opened

ASKED = [
    ("en", "/sport judo", "para judo", "Picture: Para judo. Kazakhstan, Paris 2024"),
    ("ru", "/sport дзюдо", "дзюдо", "На картинке: Дзюдо. Казахстан, Париж 2024"),
    ("kk", "/sport дзюдо", "дзюдо", "Суретте: Пара дзюдо. Қазақстан, Париж 2024"),
]


@pytest.fixture
async def real(engine: Engine) -> AsyncIterator[Stage]:
    async with opened(engine, gallery_of(engine)) as stage:
        yield stage


def gallery(stage: Stage) -> Gallery:
    assert stage.desk.gallery
    return stage.desk.gallery


async def typed(stage: Stage, person: User, text: str) -> InlineAnswer:
    answer = stage.machine.inline(person, text)
    await stage.settle()
    return await answer


def shown(answer: InlineAnswer) -> list[str]:
    return [result["type"] for result in answer.results]


@pytest.mark.parametrize(("code", "said", "text", "caption"), ASKED)
async def test_a_picture_sent_before_is_offered_below_its_words(
    real: Stage, code: str, said: str, text: str, caption: str
) -> None:
    person = real.machine.user(7, "Ada", language_code=code)
    friends = real.machine.group(-9, "Friends", with_bot=False)
    before = await typed(real, person, text)
    real.machine.say(person, said)
    [_, private] = await real.replies(real.machine.private_chat(person))

    answer = await typed(real, person, text)
    words, picture, *_ = answer.results
    real.machine.choose(friends, answer, picture["id"])
    [sent] = real.machine.transcript(friends)

    assert set(shown(before)) == {"article"}
    assert (words["type"], picture["type"]) == ("article", "photo")
    assert picture["title"] == words["title"]
    assert picture["description"] == caption
    assert picture["reply_markup"] == words["reply_markup"]
    assert len(picture["id"].encode()) <= 64
    assert (sent.kind, sent.text) == ("photo", private.text)
    assert sent.content["photo"] == private.content["photo"]
    assert sent.sender is person


async def test_a_picture_in_another_language_is_not_offered(real: Stage) -> None:
    english = real.machine.user(7, "Ada", language_code="en")
    kazakh = real.machine.user(8, "Bota", language_code="kk")
    real.machine.say(english, "/sport judo")
    await real.settle()

    assert "photo" in shown(await typed(real, english, "judo"))
    assert "photo" not in shown(await typed(real, kazakh, "дзюдо"))


async def test_one_that_telegram_refuses_costs_no_offer(real: Stage) -> None:
    person = real.machine.user(7, "Ada", language_code="en")
    real.machine.say(person, "/sport judo")
    await real.settle()
    real.machine.fault("error", "answerInlineQuery", code=400, description="Bad Request: file")

    refused = await typed(real, person, "judo")
    after = await typed(real, person, "judo")

    assert set(shown(refused)) == set(shown(after)) == {"article"}
    real.machine.say(person, "/sport judo")
    await real.settle()
    assert "photo" in shown(await typed(real, person, "judo")), "sent again, it is known again"


async def test_after_a_restart_it_is_offered_once_it_was_recognised(
    engine: Engine, tmp_path: Path
) -> None:
    path = tmp_path / "state.sqlite3"
    await (await open_memory(path)).close()
    async with Machine(privacy=False) as machine:
        person = machine.user(7, "Ada", language_code="en")
        for start in range(2):
            names = await open_file_ids(path)
            stage = Stage(machine, engine, gallery=gallery_of(engine))
            await gallery(stage).remember(names)
            await stage.application.initialize()
            if start == 0:
                machine.say(person, "/sport judo")
                await stage.settle()
                await stage.settle()  # which acknowledges
            else:
                first = await typed(stage, person, "judo")
                await gallery(stage).settled()
                second = await typed(stage, person, "judo")
            await stage.application.shutdown()
            await names.close()

    assert set(shown(first)) == {"article"}, "nobody waits until it is recognised"
    assert "photo" in shown(second)
    assert len(machine.calls("sendPhoto")) == 1


async def test_offers_do_not_wait_for_drawing(engine: Engine) -> None:
    drawing = asyncio.Event()
    loop = asyncio.get_running_loop()

    def slow(spec: object, language: str) -> None:
        loop.call_soon_threadsafe(drawing.set)
        raise AssertionError(f"nothing is to be drawn for {spec} in {language}")

    async with Machine(privacy=False) as machine:
        stage = Stage(machine, engine, gallery=Gallery(slow))
        await stage.application.initialize()
        answer = await typed(stage, machine.user(7, "Ada", language_code="en"), "judo")
        await stage.application.shutdown()

    assert answer.results
    assert not drawing.is_set()


async def test_a_picture_that_would_look_otherwise_by_now_is_not_offered(
    engine: Engine, tmp_path: Path
) -> None:
    path = tmp_path / "state.sqlite3"
    await (await open_memory(path)).close()
    names = await open_file_ids(path)
    async with Machine(privacy=False) as machine:
        person = machine.user(7, "Ada", language_code="en")
        before = Stage(machine, engine, gallery=gallery_of(engine))
        await gallery(before).remember(names)
        await before.application.initialize()
        machine.say(person, "/sport judo")
        await before.settle()
        await before.settle()  # which acknowledges

        # The facts have changed meanwhile, and with them what is drawn.
        other = Gallery(lambda spec, _: sketch(spec, engine.speakers["kk"]))
        after = Stage(machine, engine, gallery=other)
        await other.remember(names)
        await after.application.initialize()
        await typed(after, person, "judo")
        await other.settled()
        answer = await typed(after, person, "judo")
        for stage in (before, after):
            await stage.application.shutdown()
    await names.close()

    assert set(shown(answer)) == {"article"}
