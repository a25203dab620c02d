"""Reply markup: which keyboards Telegram takes."""

from __future__ import annotations

from typing import Any

from bot.local.entities import utf16_length
from bot.local.entities.links import checked_url
from bot.local.errors import bad_request
from bot.local.fields import checked_object
from bot.local.limits import BUTTONS, BUTTONS_IN_ROW, CALLBACK_DATA_BYTES, COPY_TEXT
from bot.local.state import Json

ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_STYLES = frozenset({"primary", "success", "danger"})
_LOOKS = frozenset({"text", "style", "icon_custom_emoji_id"})
_SWITCHES = ("switch_inline_query", "switch_inline_query_current_chat")
_KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")


def check_markup(markup: Json | None) -> Json | None:
    """The markup as it is stored; None when there is none or it has no buttons."""
    if not markup:
        return None
    kind = next((name for name in _KINDS if name in markup), "")
    if kind == "inline_keyboard":
        return check_inline(markup)
    if kind == "keyboard":
        return _check_reply_keyboard(markup)
    if not kind:
        raise bad_request("object expected as reply markup")
    return markup


def check_inline(markup: Json | None) -> Json | None:
    """An inline keyboard, or nothing; the only markup that edited messages may have."""
    if not markup:
        return None
    if set(markup) != {"inline_keyboard"}:
        raise bad_request("inline keyboard expected")
    rows = _rows(markup["inline_keyboard"], "inline keyboard")
    checked = [[_checked_button(button) for button in row] for row in rows]
    return {"inline_keyboard": checked} if checked else None


def _rows(value: Any, what: str) -> list[list[Any]]:
    """The rows that have buttons; too many are refused."""
    if not (isinstance(value, list) and all(isinstance(row, list) for row in value)):
        raise bad_request(f'field "{what.replace(" ", "_")}" must be of type Array of Arrays')
    rows = [row for row in value if row]
    if sum(map(len, rows)) > BUTTONS or any(len(row) > BUTTONS_IN_ROW for row in rows):
        raise bad_request("reply markup is too long")
    return rows


def _refused(reason: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {reason}")


def _checked_button(given: Any) -> Json:
    button = checked_object(given, "inline keyboard button")
    if "text" not in button:
        raise _refused('Can\'t find field "text"')
    if not button["text"].strip():
        raise _refused("Text of the button must be non-empty")
    unknown = set(button) - _LOOKS - set(ACTIONS)
    if unknown:
        raise _refused(f'unknown field "{min(unknown)}"')
    if button.get("style", "primary") not in _STYLES:
        raise _refused("invalid button style specified")
    actions = [name for name in ACTIONS if name in button]
    if not actions:
        raise _refused("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _refused(f"exactly one action expected, found {' and '.join(actions)}")
    _check_action(actions[0], button[actions[0]])
    return button


def _check_action(action: str, value: Any) -> None:
    if action in _SWITCHES and not isinstance(value, str):
        raise _refused(f'Field "{action}" must be of type String')
    if action in {"pay", "callback_game"}:
        raise bad_request("BUTTON_TYPE_INVALID")
    if action in _VALUES:
        _VALUES[action](value)


def _check_url(value: Any) -> None:
    if not isinstance(value, str) or not checked_url(value):
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")


def _check_web_app(value: Any) -> None:
    url = value.get("url", "") if isinstance(value, dict) else ""
    if not str(url).startswith("https://"):
        where = f"inline keyboard button Web App URL '{url}'"
        raise bad_request(f"{where} is invalid: Only HTTPS links are allowed")


def _check_copy_text(value: Any) -> None:
    text = value.get("text", "") if isinstance(value, dict) else ""
    if not (isinstance(text, str) and 1 <= utf16_length(text) <= COPY_TEXT):
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_callback_data(value: Any) -> None:
    if not isinstance(value, str):
        raise _refused('Field "callback_data" must be of type String')
    if not 1 <= len(value.encode("utf-8", "replace")) <= CALLBACK_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")


_VALUES = {
    "callback_data": _check_callback_data,
    "url": _check_url,
    "web_app": _check_web_app,
    "copy_text": _check_copy_text,
}


def _check_reply_keyboard(markup: Json) -> Json:
    for row in _rows(markup["keyboard"], "keyboard"):
        for button in row:
            plain = isinstance(button, str)
            text = button if plain else checked_object(button, "keyboard button").get("text", "")
            if not text.strip():
                raise bad_request("can't parse keyboard button: Text must be non-empty")
    return markup
