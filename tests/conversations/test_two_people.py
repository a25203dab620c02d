"""Two people of different languages with one bot in a group."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bot.local.state import Chat
from tests.conversations.phone import Phone
from tests.telegram_app.stage import Stage

ME = "@altyn_local_bot"
ALL = {
    "en": "who won medals at all Games?",
    "ru": "кто выиграл медали на всех Играх?",
    "kk": "барлық ойындарда кім медаль алды?",
}
SILVER = {"en": "and silver?", "ru": "а серебро?", "kk": "ал күміс ше?"}


@dataclass
class Two:
    """Who asks, and another person; both in one group."""

    asker: Phone
    other: Phone


@pytest.fixture
def group(stage: Stage) -> Chat:
    return stage.machine.group(-5, "Fans")


@pytest.fixture
def two(stage: Stage, group: Chat, language: str) -> Two:
    others = {"en": "ru", "ru": "kk", "kk": "en"}[language]
    phones = (
        Phone(stage, group, stage.machine.user(number, name, language_code=code), code)
        for number, name, code in ((8, "Ann", language), (9, "Bob", others))
    )
    return Two(*phones)


async def test_a_page_turned_by_another_keeps_the_language_of_who_asked(two: Two) -> None:
    first = await two.asker.say(f"{ME} {ALL[two.asker.language]}")

    second = await two.other.press(first, two.asker.word("button-next"))

    assert second.message_id == first.message_id
    assert second.text != first.text
    assert two.asker.word("button-previous") in [b.text for b in second.flat_buttons]
    assert second.text.split("\n")[0] == first.text.split("\n")[0]


async def test_who_turned_it_goes_on_in_their_own_language(two: Two) -> None:
    first = await two.asker.say(f"{ME} {ALL[two.asker.language]}")
    second = await two.other.press(first, two.asker.word("button-next"))

    below = await two.other.press(second, two.asker.word("button-why"))

    assert two.other.word("why-head") in below.text


async def test_each_goes_on_from_their_own_question(two: Two) -> None:
    await two.asker.say(f"{ME} {ALL[two.asker.language]}")
    alone = await two.other.say(f"{ME} {SILVER[two.other.language]}")
    leaning = await two.asker.say(f"{ME} {SILVER[two.asker.language]}")

    assert alone.text.split("\n")[0].startswith("3 ")
    assert not leaning.text.split("\n")[0].startswith("3 ")
