"""The parameters of a call, read strictly: known names only, each of its type.

Requests carry everything as text (forms, multipart) or as JSON values; both are taken, as
Telegram takes both. What doesn't fit is refused, even where Telegram would quietly read zero.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from bot.local.errors import bad_request
from bot.local.fields import checked_string
from bot.local.files import Upload
from bot.local.state import Json

_NAMES: dict[str, str] = {
    "chat": "chat_id from_chat_id",
    "int": """message_id message_thread_id user_id offset limit timeout max_connections cache_time
        direct_messages_topic_id open_period close_date correct_option_id""",
    "bool": """disable_notification protect_content allow_paid_broadcast has_spoiler is_big
        show_caption_above_media disable_content_type_detection drop_pending_updates show_alert
        is_personal is_anonymous allows_multiple_answers is_closed allows_revoting for_channels
        allow_adding_options hide_results_until_closes shuffle_options members_only return_bots""",
    "array": """entities caption_entities allowed_updates results commands options message_ids
        question_entities explanation_entities description_entities correct_option_ids
        country_codes reaction""",
    "object": """reply_markup reply_parameters link_preview_options suggested_post_parameters
        scope menu_button button result media rights explanation_media""",
    "file": "photo document thumbnail certificate",
    "str": """text parse_mode caption business_connection_id message_effect_id url ip_address
        secret_token inline_message_id callback_query_id inline_query_id guest_query_id file_id
        language_code name description short_description action next_offset current_offset type
        question question_parse_mode explanation explanation_parse_mode description_parse_mode""",
}
KINDS = {name: kind for kind, names in _NAMES.items() for name in names.split()}
_TRUE = frozenset({"true", "yes", "1"})
_FALSE = frozenset({"false", "no", "0", ""})


class Args:
    """Typed access to the parameters of one call."""

    def __init__(self, values: Json, files: Mapping[str, Upload]) -> None:
        self.values = values
        self._files = files

    def has(self, name: str) -> bool:
        """Whether the parameter was given."""
        return name in self.values

    def text(self, name: str) -> str:
        """A string; empty when it was not given."""
        return str(self.values.get(name, ""))

    def number(self, name: str, default: int = 0) -> int:
        """An integer, or the default."""
        return int(self.values.get(name, default))

    def flag(self, name: str, default: bool = False) -> bool:
        """A Boolean, or the default."""
        return bool(self.values.get(name, default))

    def mapping(self, name: str) -> Json | None:
        """A JSON object, or None."""
        value: Json | None = self.values.get(name)
        return value

    def array(self, name: str) -> list[Any] | None:
        """A JSON array, or None."""
        value: list[Any] | None = self.values.get(name)
        return value

    def chat_id(self, name: str = "chat_id") -> int | str:
        """A chat's number or @username."""
        value = self.values.get(name)
        if value is None or value == "":
            raise bad_request(f"{name} is empty")
        return value if isinstance(value, int) else str(value)

    def file(self, name: str) -> Upload | str | None:
        """An upload, or the file_id or URL given in its place; None for neither."""
        return self.attached(self.values.get(name))

    def attached(self, value: object) -> Upload | str | None:
        """The upload behind an `attach://` reference; other strings stay as they are."""
        if value is None or isinstance(value, Upload):
            return value
        name = str(value)
        if not name.startswith("attach://"):
            return name or None
        upload = self._files.get(name.removeprefix("attach://"))
        if upload is None:
            raise bad_request(f"can't find the file {name}")
        return upload


def read_args(
    known: Mapping[str, str], raw: Mapping[str, Any], files: Mapping[str, Upload]
) -> Args:
    """The parameters of a method that knows `known` (name to kind)."""
    values: Json = {}
    for name, value in raw.items():
        if name not in known:
            raise bad_request(f'unknown parameter "{name}"')
        if value is not None:
            values[name] = _READERS[known[name]](name, value)
    for name, upload in files.items():
        if known.get(name) == "file":
            values[name] = upload
    return Args(values, files)


def method_parameters(names: str) -> dict[str, str]:
    """From `"chat_id text photo:object"` to names with kinds."""
    found = {}
    for word in names.split():
        name, _, kind = word.partition(":")
        found[name] = kind or KINDS[name]
    return found


def _read_int(name: str, value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,19}", value.strip()):
        return int(value)
    raise bad_request(f'can\'t parse parameter "{name}": expected an Integer')


def _read_chat(name: str, value: Any) -> int | str:
    if isinstance(value, str) and (value == "" or value.startswith("@")):
        return value
    try:
        return _read_int(name, value)
    except Exception:
        raise bad_request("chat not found") from None


def _read_bool(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).lower()
    if word not in _TRUE | _FALSE:
        raise bad_request(f'can\'t parse parameter "{name}": expected a Boolean')
    return word in _TRUE


def _read_str(name: str, value: Any) -> str:
    if isinstance(value, str):
        return checked_string(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise bad_request(f'can\'t parse parameter "{name}": expected a String')


def _read_json(name: str, value: Any, expected: type, word: str) -> Any:
    what = "reply keyboard markup" if name == "reply_markup" else name
    try:
        parsed = json.loads(value) if isinstance(value, str) else value
    except ValueError:
        raise bad_request(f"can't parse {what} JSON object") from None
    if not isinstance(parsed, expected):
        raise bad_request(f"can't parse {what}: expected {word}")
    return parsed


def _read_object(name: str, value: Any) -> Any:
    return _read_json(name, value, dict, "an Object")


def _read_array(name: str, value: Any) -> Any:
    return _read_json(name, value, list, "an Array")


_READERS = {
    "chat": _read_chat,
    "int": _read_int,
    "bool": _read_bool,
    "str": _read_str,
    "object": _read_object,
    "array": _read_array,
    "file": _read_str,
}
