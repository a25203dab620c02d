"""What people do without writing: press buttons, ask inline, summon, vote, react."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import dataclass

from bot.local.entities import plain_text, utf16_length
from bot.local.errors import Misuse
from bot.local.limits import INLINE_QUERY
from bot.local.methods.inline_results import Outcome
from bot.local.people.host import Host, chat_of, enter, hears, message_of, user_of
from bot.local.posting import Draft, post
from bot.local.queries import Query
from bot.local.render import chat_json, message_json, user_json
from bot.local.state import Chat, Json, Message, User


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """What the bot answered to an inline query; `results` as it sent them."""

    query: Query
    results: tuple[Json, ...]
    next_offset: str
    button: Json | None
    cache_time: int
    is_personal: bool


def press(
    host: Host,
    chat: Chat | int,
    user: User | int,
    message: Message | int,
    data: str,
    *,
    stale: bool = False,
) -> Query:
    """Press the button with this callback data; `answer_to` gives what the bot answered.

    `stale` presses a button that an old app still shows although it is gone.
    """
    place, person = chat_of(host, chat), user_of(host, user)
    enter(place, person)
    number = message if isinstance(message, int) else message.message_id
    pressed = place.messages.get(number)
    if not stale and data not in _callbacks(pressed):
        shown = ", ".join(_callbacks(pressed)) or "none"
        raise Misuse(f"message {number} has no button {data!r}; it has: {shown}")
    query = host.world.queries.open(
        "callback", person, host.world.clock(), chat=place, message_id=number, text=data
    )
    payload: Json = {
        "id": query.id,
        "from": user_json(person),
        "chat_instance": f"{abs(place.id) * 7919}",
        "data": data,
    }
    if pressed and pressed.inline_id:
        payload["inline_message_id"] = pressed.inline_id
    elif pressed:
        payload["message"] = message_json(pressed)
    else:
        gone = {"chat": chat_json(place), "message_id": number, "date": 0}
        payload["message"] = gone
    host.world.announce("callback_query", payload)
    return query


def _callbacks(message: Message | None) -> list[str]:
    rows = (message.markup or {}).get("inline_keyboard", []) if message else []
    return [b["callback_data"] for row in rows for b in row if "callback_data" in b]


def answer_to(host: Host, query: Query, *, timeout: float = 5.0) -> Awaitable[Json]:
    """What the bot answers to a press, an inline query or a summons; waits for it."""
    return host.journal.until(lambda: query.answer, timeout, f"answer to {query.kind} query")


def inline(
    host: Host,
    user: User | int,
    query: str,
    offset: str = "",
    *,
    chat_type: str = "sender",
    timeout: float = 5.0,
) -> Awaitable[InlineAnswer]:
    """Type `@bot query` in some chat; await the results."""
    person = user_of(host, user)
    if utf16_length(query) > INLINE_QUERY:
        raise Misuse(f"apps cut inline queries to {INLINE_QUERY} units")
    asked = host.world.queries.open("inline", person, host.world.clock(), text=query)
    host.world.announce(
        "inline_query",
        {
            "id": asked.id,
            "from": user_json(person),
            "query": query,
            "offset": offset,
            "chat_type": chat_type,
        },
    )
    return _inline_answer(asked, answer_to(host, asked, timeout=timeout))


async def _inline_answer(asked: Query, answer: Awaitable[Json]) -> InlineAnswer:
    given = await answer
    return InlineAnswer(
        asked,
        tuple(given["results"]),
        given["next_offset"],
        given["button"],
        given["cache_time"],
        given["is_personal"],
    )


def choose(host: Host, chat: Chat | int, answer: InlineAnswer, result_id: str) -> Message:
    """Pick a result: its message goes into a chat in the person's name, "via" the bot."""
    place, person = chat_of(host, chat), answer.query.user
    enter(place, person)
    outcomes: dict[str, Outcome] = (answer.query.answer or {}).get("outcomes", {})
    if result_id not in outcomes:
        raise Misuse(f"no result {result_id!r}; there are: {', '.join(outcomes) or 'none'}")
    outcome = outcomes[result_id]
    via = {"via_bot": user_json(host.world.bot)}
    draft = Draft(dict(outcome.content), markup=outcome.markup, extra=via)
    message = post(host.world, place, person, draft)
    chosen: Json = {
        "result_id": result_id,
        "from": user_json(person),
        "query": answer.query.text,
    }
    if outcome.markup:
        # Telegram names the message only if it has buttons, and then the bot may edit it.
        message.inline_id = f"LOCALINLINE{answer.query.id}"
        host.world.book.inline[message.inline_id] = message
        chosen["inline_message_id"] = message.inline_id
    host.world.announce("chosen_inline_result", chosen)
    if hears(host.world, message):
        host.world.announce("message", message_json(message))
    return message


def guest_message(
    host: Host,
    user: User | int,
    chat: Chat | int,
    text: str,
    *,
    reply_to: Message | int | None = None,
) -> Query:
    """Summon the bot by its @name in a chat that it need not be in (guest mode)."""
    place, person = chat_of(host, chat), user_of(host, user)
    if f"@{host.world.bot.username}".lower() not in text.lower():
        raise Misuse(f"a summons names the bot: @{host.world.bot.username}")
    if not place.is_private:
        enter(place, person)
    replied = message_of(place, reply_to) if reply_to is not None else None
    formatted = plain_text(text)
    content: Json = {"text": formatted.text, "entities": formatted.entities_json()}
    message = post(host.world, place, person, Draft(content, replied))
    query = host.world.queries.open(
        "guest",
        person,
        host.world.clock(),
        chat=place,
        message_id=message.message_id,
        text=text,
    )
    host.world.announce("guest_message", message_json(message) | {"guest_query_id": query.id})
    return query


def vote(
    host: Host, chat: Chat | int, user: User | int, message: Message | int, options: list[int]
) -> None:
    """Vote in a poll; the bot learns who voted unless the poll is anonymous."""
    place, person = chat_of(host, chat), user_of(host, user)
    enter(place, person)
    voted = message_of(place, message)
    poll: Json | None = voted.content.get("poll")
    if poll is None or poll["is_closed"]:
        raise Misuse("there is no open poll in that message")
    counted = [
        {**option, "voter_count": option["voter_count"] + (number in options)}
        for number, option in enumerate(poll["options"])
    ]
    total = poll["total_voter_count"] + 1
    poll = {**poll, "options": counted, "total_voter_count": total}
    voted.content = {**voted.content, "poll": poll}
    host.world.announce("poll", poll)
    if not poll["is_anonymous"]:
        body = {"poll_id": poll["id"], "user": user_json(person), "option_ids": options}
        host.world.announce("poll_answer", body)


def react(
    host: Host, chat: Chat | int, user: User | int, message: Message | int, emoji: str = ""
) -> None:
    """Put an emoji under a message, or take it back; administrators' bots hear of it."""
    place, person = chat_of(host, chat), user_of(host, user)
    enter(place, person)
    number = message_of(place, message).message_id
    key = (place.id, number, person.id)
    old = host.world.reactions.get(key, "")
    host.world.reactions[key] = emoji
    is_admin = place.members.get(host.world.bot.id) == "administrator"
    if place.is_private or is_admin:
        body = {
            "chat": chat_json(place),
            "message_id": number,
            "user": user_json(person),
            "date": host.world.now(),
            "old_reaction": _reaction(old),
            "new_reaction": _reaction(emoji),
        }
        host.world.announce("message_reaction", body)


def _reaction(emoji: str) -> list[Json]:
    return [{"type": "emoji", "emoji": emoji}] if emoji else []
