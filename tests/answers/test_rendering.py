"""Every reply that there can be is fit for Telegram, for the eye and for the ear."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answers.engine import Engine
from bot.language.dialogue import Dialogue
from tests.answers import replies
from tests.answers.replies import Asked
from tests.rendering import faults

SOURCES: tuple[Callable[[Engine], Asked], ...] = (
    replies.to_questions,
    replies.to_commands,
    replies.to_presses,
    replies.to_athletes,
    replies.to_sports,
    replies.to_classes,
    replies.to_games,
    replies.to_delegations,
    replies.to_claims,
    replies.to_pages,
)


@pytest.mark.parametrize("asked", SOURCES, ids=lambda source: source.__name__)
def test_every_reply_is_fit_to_be_sent_and_read(
    engine: Engine, asked: Callable[[Engine], Asked]
) -> None:
    wrong = [f"{what}: {fault}" for what, reply in asked(engine) for fault in faults(reply, engine)]

    assert not wrong, "\n".join([f"{len(wrong)} faults", *wrong[:30]])


def test_no_button_is_dead(engine: Engine) -> None:
    dead = {language: engine.speakers[language].say("expired") for language in engine.languages}

    pressed = list(replies.to_presses(engine))

    assert len(pressed) > 300
    assert [what for what, reply in pressed if reply.html == dead[reply.language]] == []


@pytest.mark.parametrize(
    "data",
    ["", "1q:", "1q:zz", "1q:sJ;Jnobody", "9q:sJ", "1x:1", "1l:xx", "1e:", "1q:\x00", "a" * 64],
)
def test_a_button_that_is_not_ours_gets_a_kind_word(engine: Engine, data: str) -> None:
    reply = engine.press(data, Dialogue(), hint="en", now=0.0).reply

    assert reply.html == engine.speakers["en"].say("expired")
