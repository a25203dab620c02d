"""Polls and quizzes."""

from __future__ import annotations

from typing import Any

from bot.local.checks import find_message, joined_chat
from bot.local.entities import format_text, utf16_length
from bot.local.errors import bad_request
from bot.local.fields import checked_object
from bot.local.keyboards import check_inline
from bot.local.limits import (
    POLL_EXPLANATION,
    POLL_EXPLANATION_LINES,
    POLL_OPTION,
    POLL_OPTIONS,
    POLL_QUESTION,
)
from bot.local.methods.method import Method, method
from bot.local.methods.sending import HOW, TO, send
from bot.local.params import Args
from bot.local.state import Json
from bot.local.world import World


def send_poll(world: World, args: Args) -> Json:
    """A regular poll, or a quiz with its right answers."""
    kind = args.text("type") or "regular"
    if kind not in {"regular", "quiz"}:
        raise bad_request("unsupported poll type specified")
    options = _options(args.array("options"))
    poll: Json = {
        "id": str(world.next_poll_id()),
        **_text(args, "question", POLL_QUESTION),
        "options": options,
        "total_voter_count": 0,
        "is_closed": args.flag("is_closed"),
        "is_anonymous": args.flag("is_anonymous", True),
        "type": kind,
        "allows_multiple_answers": args.flag("allows_multiple_answers"),
        "allows_revoting": args.flag("allows_revoting", kind == "regular"),
        "members_only": args.flag("members_only"),
    }
    if kind == "quiz":
        poll |= _solution(args, len(options))
    return send(world, args, {"poll": poll})


def _text(args: Args, name: str, limit: int) -> Json:
    formatted = format_text(
        args.text(name), args.text(f"{name}_parse_mode"), args.array(f"{name}_entities")
    )
    if not formatted.text:
        raise bad_request(f"poll {name} must be non-empty")
    if utf16_length(formatted.text) > limit:
        raise bad_request(f"poll {name} length must not exceed {limit}")
    body: Json = {name: formatted.text}
    if formatted.entities:
        body[f"{name}_entities"] = formatted.entities_json()
    return body


def _options(given: list[Any] | None) -> list[Json]:
    if not given or len(given) < 2:
        raise bad_request("poll must have at least 2 option")
    if len(given) > POLL_OPTIONS:
        raise bad_request(f"poll can't have more than {POLL_OPTIONS} options")
    return [_option(number, option) for number, option in enumerate(given)]


def _option(number: int, given: Any) -> Json:
    # Old clients send the words alone.
    raw = {"text": given} if isinstance(given, str) else given
    text = checked_object(raw, "InputPollOption").get("text", "")
    if not text.strip():
        raise bad_request("poll options must be non-empty")
    if utf16_length(text) > POLL_OPTION:
        raise bad_request(f"poll options length must not exceed {POLL_OPTION}")
    return {"text": text.strip(), "voter_count": 0, "persistent_id": str(number)}


def _solution(args: Args, count: int) -> Json:
    right = args.array("correct_option_ids")
    if right is None and args.has("correct_option_id"):
        right = [args.number("correct_option_id")]
    if not right:
        raise bad_request("there must be at least one correct option in quiz mode")
    if not all(type(found) is int and 0 <= found < count for found in right):
        raise bad_request("wrong correct option ID specified")
    if right != sorted(set(right)):
        raise bad_request("correct option IDs must be increasing")
    body: Json = {"correct_option_ids": right}
    if args.text("explanation"):
        body |= _text(args, "explanation", POLL_EXPLANATION)
        if body["explanation"].count("\n") > POLL_EXPLANATION_LINES:
            raise bad_request(
                f"poll explanation can't contain more than {POLL_EXPLANATION_LINES} line feeds"
            )
    return body


def stop_poll(world: World, args: Args) -> Json:
    """Close a poll that the bot sent."""
    chat = joined_chat(world, args)
    message = find_message(chat, args.number("message_id"), "message with poll to stop not found")
    poll: Json | None = message.content.get("poll")
    if poll is None or message.sender is not world.bot:
        raise bad_request("poll can't be stopped")
    if poll["is_closed"]:
        raise bad_request("poll has already been closed")
    closed = {**poll, "is_closed": True}
    message.content = {**message.content, "poll": closed}
    message.markup = check_inline(args.mapping("reply_markup"))
    return closed


METHODS: tuple[Method, ...] = (
    method(
        "sendPoll",
        send_poll,
        f"""{TO} {HOW} question question_parse_mode question_entities options type is_anonymous
        allows_multiple_answers allows_revoting allow_adding_options hide_results_until_closes
        shuffle_options members_only country_codes correct_option_id correct_option_ids
        explanation explanation_parse_mode explanation_entities explanation_media media
        description description_parse_mode description_entities open_period close_date
        is_closed""",
    ),
    method("stopPoll", stop_poll, "chat_id message_id business_connection_id reply_markup"),
)
