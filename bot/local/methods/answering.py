"""Methods that answer a person's press, inline query or summons."""

from __future__ import annotations

import re

from bot.local.entities import utf16_length
from bot.local.errors import bad_request
from bot.local.limits import CALLBACK_ANSWER, INLINE_OFFSET_BYTES
from bot.local.methods.inline_results import check_button, check_result, check_results
from bot.local.methods.method import Method, method
from bot.local.params import Args
from bot.local.posting import Draft, post
from bot.local.render import user_json
from bot.local.state import Json
from bot.local.world import World


def answer_callback_query(world: World, args: Args) -> bool:
    """Stop the spinning button, with a note or an alert if there is a text."""
    if utf16_length(args.text("text")) > CALLBACK_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    url = args.text("url")
    # Only a link that opens the bot itself may be opened from a callback button.
    own = rf"(https?://)?(t|telegram)\.me/{re.escape(world.bot.username)}(\?.*)?"
    if url and not re.fullmatch(own, url, re.IGNORECASE):
        raise bad_request("URL_INVALID")
    given: Json = {"text": args.text("text"), "show_alert": args.flag("show_alert"), "url": url}
    world.queries.answer("callback", args.text("callback_query_id"), world.clock(), given)
    return True


def answer_inline_query(world: World, args: Args) -> bool:
    """Up to 50 results, and how to get the next ones."""
    results = args.array("results")
    if results is None:
        raise bad_request("can't parse inline query results: expected an Array")
    offset = args.text("next_offset")
    if len(offset.encode()) > INLINE_OFFSET_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    check_button(args.mapping("button"))
    given: Json = {
        "results": results,
        "outcomes": check_results(world, results),
        "next_offset": offset,
        "button": args.mapping("button"),
        "cache_time": args.number("cache_time", 300),
        "is_personal": args.flag("is_personal"),
    }
    world.queries.answer("inline", args.text("inline_query_id"), world.clock(), given)
    return True


def answer_guest_query(world: World, args: Args) -> Json:
    """Answer where the bot was summoned; the message can only be edited by its inline id."""
    result = args.mapping("result")
    outcome = check_result(world, result)
    query_id = args.text("guest_query_id")
    query = world.queries.answer("guest", query_id, world.clock(), {"result": result})
    if query.chat is None:
        raise bad_request("GUEST_CHAT_INVALID")
    summons = query.chat.messages.get(query.message_id or 0)
    message = post(
        world,
        query.chat,
        world.bot,
        Draft(
            outcome.content,
            reply_to=summons,
            markup=outcome.markup,
            extra={"guest_bot_caller_user": user_json(query.user)},
        ),
    )
    message.inline_id = f"LOCALGUEST{query.id}"
    world.book.inline[message.inline_id] = message
    return {"inline_message_id": message.inline_id}


METHODS: tuple[Method, ...] = (
    method(
        "answerCallbackQuery",
        answer_callback_query,
        "callback_query_id text show_alert url cache_time",
    ),
    method(
        "answerInlineQuery",
        answer_inline_query,
        "inline_query_id results cache_time is_personal next_offset button",
    ),
    method("answerGuestQuery", answer_guest_query, "guest_query_id result"),
)
