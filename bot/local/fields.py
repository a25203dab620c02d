"""Objects inside parameters: their fields, checked for type before anything reads them."""

from __future__ import annotations

from typing import Any

from bot.local.entities.model import has_lone_surrogates
from bot.local.errors import bad_request
from bot.local.state import Json

_TYPES: dict[str, tuple[type, ...]] = {
    "String": (str,),
    "Integer": (int,),
    "Boolean": (bool,),
    "Array": (list,),
    "Object": (dict,),
    "Chat": (int, str),
}
# By name, since the Bot API uses a name for one type everywhere.
_FIELDS = {
    name: kind
    for kind, names in {
        "String": """type id text title caption parse_mode message_text quote quote_parse_mode
            command description photo media emoji result start_parameter phone_number first_name
            mime_type photo_file_id document_file_id sticker_file_id photo_url""",
        "Integer": "message_id user_id quote_position",
        "Boolean": "allow_sending_without_reply",
        "Array": "entities caption_entities quote_entities",
        "Object": "reply_markup input_message_content web_app",
        "Chat": "chat_id",
    }.items()
    for name in names.split()
}


def checked_string(value: str) -> str:
    """The string, if it can be written in UTF-8, which JSON escapes don't ensure."""
    if has_lone_surrogates(value):
        raise bad_request("strings must be encoded in UTF-8")
    return value


def checked_object(value: Any, what: str) -> Json:
    """The value, if it is an object whose fields have the types that their names ask for."""
    if not isinstance(value, dict):
        raise bad_request(f"can't parse {what}: expected an Object")
    for name, field in value.items():
        kind = _FIELDS.get(name)
        if kind is None or field is None:
            continue
        is_flag = isinstance(field, bool) and kind != "Boolean"
        if is_flag or not isinstance(field, _TYPES[kind]):
            raise bad_request(f'can\'t parse {what}: Field "{name}" must be of type {kind}')
        if isinstance(field, str):
            checked_string(field)
    # Telegram treats null like a field that is not there.
    return {name: field for name, field in value.items() if field is not None}
