"""Inline results: what Telegram takes, and the message that each would become."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bot.local.checks import caption_content, message_text
from bot.local.errors import bad_request
from bot.local.fields import checked_object
from bot.local.keyboards import check_inline
from bot.local.limits import INLINE_ID_BYTES, INLINE_RESULTS, START_PARAMETER
from bot.local.methods.media import media_content
from bot.local.state import Json
from bot.local.world import World

# What each type needs beside `id`; a stored file (`..._file_id`) needs nothing more.
_REQUIRED: dict[str, tuple[str, ...]] = {
    "article": ("title", "input_message_content"),
    "photo": ("photo_url", "thumbnail_url"),
    "gif": ("gif_url", "thumbnail_url"),
    "mpeg4_gif": ("mpeg4_url", "thumbnail_url"),
    "video": ("video_url", "mime_type", "thumbnail_url", "title"),
    "audio": ("audio_url", "title"),
    "voice": ("voice_url", "title"),
    "document": ("title", "document_url", "mime_type"),
    "location": ("latitude", "longitude", "title"),
    "venue": ("latitude", "longitude", "title", "address"),
    "contact": ("phone_number", "first_name"),
    "game": ("game_short_name",),
    "sticker": ("sticker_file_id",),
}
_FILE_IDS = {"mpeg4_gif": "mpeg4_file_id"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """The message that a result becomes when a person picks it."""

    content: Json
    markup: Json | None


def check_results(world: World, results: list[Any]) -> dict[str, Outcome]:
    """The outcomes by result id; refuses the whole list for one bad result."""
    if len(results) > INLINE_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    outcomes: dict[str, Outcome] = {}
    for given in results:
        result = checked_object(given, "inline query result")
        outcome = check_result(world, result)
        if result["id"] in outcomes:
            raise bad_request("RESULT_ID_DUPLICATE")
        outcomes[result["id"]] = outcome
    return outcomes


def check_result(world: World, given: Any) -> Outcome:
    """The outcome of one result, or the refusal."""
    result = checked_object(given, "inline query result")
    kind, result_id = result.get("type"), result.get("id")
    if kind not in _REQUIRED:
        raise bad_request("can't parse inline query result: unsupported type specified")
    if not isinstance(result_id, str) or not result_id:
        raise bad_request("RESULT_ID_EMPTY")
    if len(result_id.encode()) > INLINE_ID_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    _check_fields(kind, result)
    markup = check_inline(result.get("reply_markup"))
    return Outcome(_content(world, kind, result), markup)


def _check_fields(kind: str, result: Json) -> None:
    file_id = _FILE_IDS.get(kind, f"{kind}_file_id")
    if file_id in result:
        return
    for name in _REQUIRED[kind]:
        if name not in result or result[name] == "":
            raise bad_request(f"can't parse inline query result: Can't find field \"{name}\"")


def _content(world: World, kind: str, result: Json) -> Json:
    given = result.get("input_message_content")
    if given is not None:
        return _given_content(given)
    caption = caption_content(
        result.get("caption") or "",
        result.get("parse_mode") or "",
        result.get("caption_entities"),
        long="MEDIA_CAPTION_TOO_LONG",
    )
    file_id = result.get(f"{kind}_file_id")
    if kind in {"photo", "document"} and file_id:
        return media_content(world, kind, file_id) | caption
    # Media behind a URL, places and contacts: kept as the bot described them.
    described = {key: value for key, value in result.items() if key.startswith(kind)}
    return {kind: described, **caption}


def _given_content(raw: Any) -> Json:
    given = checked_object(raw, "input message content")
    if "message_text" in given:
        return message_text(
            given["message_text"] or "",
            given.get("parse_mode") or "",
            given.get("entities"),
            long="MESSAGE_TOO_LONG",
        )
    for kind, field in (("venue", "address"), ("location", "latitude")):
        if field in given:
            return {kind: given}
    if "phone_number" in given:
        return {"contact": given}
    raise bad_request("can't parse input message content: content is empty")


def check_button(given: Json | None) -> None:
    """The button above the results: a text, and a Web App or a start parameter."""
    if given is None:
        return
    button = checked_object(given, "inline query results button")
    if not button.get("text"):
        raise bad_request("SWITCH_PM_TEXT_EMPTY")
    if ("web_app" in button) == ("start_parameter" in button):
        raise bad_request("can't parse inline query results button: exactly one action expected")
    start = str(button.get("start_parameter", "web_app"))
    if not re.fullmatch(rf"[A-Za-z0-9_-]{{1,{START_PARAMETER}}}", start):
        raise bad_request("START_PARAM_INVALID")
