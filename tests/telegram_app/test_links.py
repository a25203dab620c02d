"""Links to the bot itself, which are complete only where its name is known."""

from __future__ import annotations

from urllib.parse import parse_qs, urlparse

from bot.answers.reply import Button, Reply
from bot.local.seen import Seen
from bot.local.state import Chat, User
from bot.telegram_app.links import addressed
from tests.telegram_app.stage import Stage

REPLY = Reply(
    '<b>Алтын &amp; күміс</b>\nmore\n<a href="start:f_abc">fact</a>',
    known=True,
    language="kk",
    buttons=((Button("Why?", "why:1"), Button("Share", "a_somebody", "share")),),
)


def test_words_lead_to_the_bots_own_start() -> None:
    assert '<a href="https://t.me/altyn?start=f_abc">fact</a>' in addressed(REPLY, "altyn").html


def test_other_words_and_addresses_stay() -> None:
    reply = Reply('start:f_abc <a href="https://example.org/?start=x">x</a>', True, "en")

    assert addressed(reply, "altyn") == reply


def test_sharing_takes_along_the_link_and_the_first_line() -> None:
    [[press, share]] = addressed(REPLY, "altyn").buttons

    address = urlparse(share.data)
    assert press == Button("Why?", "why:1")
    assert (share.kind, address.netloc, address.path) == ("link", "t.me", "/share/url")
    assert parse_qs(address.query) == {
        "url": ["https://t.me/altyn?start=a_somebody"],
        "text": ["Алтын & күміс"],
    }


async def test_both_are_taken_by_telegram(stage: Stage, private: Chat, ada: User) -> None:
    stage.engine.replies["fact"] = REPLY
    stage.machine.say(ada, "fact")

    [reply] = await stage.replies(private)

    assert [entity["type"] for entity in reply.entities] == ["bold", "text_link"]
    assert [button.action for button in reply.flat_buttons] == ["callback_data", "url"]


async def test_a_corrected_answer_leads_there_as_well(
    stage: Stage, private: Chat, ada: User
) -> None:
    stage.engine.replies["fact"] = REPLY
    said = stage.machine.say(ada, "odd")
    await stage.settle()
    stage.machine.edit_text(private, ada, said, "fact")

    [reply] = await stage.replies(private)

    assert addresses(reply) == ["https://t.me/altyn_local_bot?start=f_abc"]
    assert [button.action for button in reply.flat_buttons] == ["callback_data", "url"]


async def test_an_offer_that_is_sent_leads_there_as_well(
    stage: Stage, private: Chat, ada: User
) -> None:
    stage.engine.replies["fact"] = REPLY
    answer = stage.machine.inline(ada, "fact")
    await stage.settle()
    stage.machine.choose(private, await answer, "1")

    assert addresses(stage.machine.transcript(private)[-1]) == [
        "https://t.me/altyn_local_bot?start=f_abc"
    ]


async def test_what_a_guest_says_leads_there_as_well(stage: Stage, ada: User) -> None:
    stage.engine.replies["fact"] = REPLY
    abroad = stage.machine.group(-9, "Abroad", with_bot=False)
    stage.machine.guest_message(ada, abroad, "@altyn_local_bot fact")
    await stage.settle()

    assert addresses(stage.machine.transcript(abroad)[-1]) == [
        "https://t.me/altyn_local_bot?start=f_abc"
    ]


def addresses(message: Seen) -> list[str]:
    return [entity["url"] for entity in message.entities if entity["type"] == "text_link"]
