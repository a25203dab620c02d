"""What a link inside a message turns into: a URL, a mention of a user, an emoji, a time."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.local.entities.model import Entity, ParseError

_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")
_HOST = re.compile(r"[^\s./]+(\.[^\s./]+)*\.[^\s./\d]{2,}", re.UNICODE)


def link_entity(url: str, offset: int, length: int) -> Entity | None:
    """A text_link or text_mention; None for a URL that Telegram ignores silently."""
    mentioned = re.fullmatch(r"tg://user\?id=(\d+)", url)
    if mentioned:
        user = {"id": int(mentioned[1]), "is_bot": False, "first_name": ""}
        return Entity("text_mention", offset, length, {"user": user})
    checked = checked_url(url)
    return Entity("text_link", offset, length, {"url": checked}) if checked else None


def checked_url(url: str) -> str:
    """The URL with a scheme, as Telegram stores it; empty when it is no valid URL."""
    url = url.strip()
    if re.match(r"(tg|ton|tonsite|mailto|tel):", url, re.IGNORECASE):
        return url
    if not re.match(r"[a-z][a-z0-9+.-]*://", url, re.IGNORECASE):
        url = f"http://{url}"
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https", "ftp"}:
        return ""
    if not (_HOST.fullmatch(host) or re.fullmatch(r"\d{1,3}(\.\d{1,3}){3}|localhost", host)):
        return ""
    return url if parts.path or parts.query or parts.fragment else f"{url}/"


def emoji_extra(identifier: str) -> dict[str, Any]:
    """The fields of a custom_emoji entity."""
    if not identifier.isdecimal() or int(identifier) == 0:
        raise ParseError("Invalid custom emoji identifier specified")
    return {"custom_emoji_id": identifier}


def time_extra(unix: str, pattern: str) -> dict[str, Any]:
    """The fields of a date_time entity."""
    if not re.fullmatch(r"-?\d{1,12}", unix):
        raise ParseError("Invalid Unix time specified")
    if not _TIME_FORMAT.fullmatch(pattern):
        raise ParseError("Invalid date-time format specified")
    extra: dict[str, Any] = {"unix_time": int(unix)}
    if pattern:
        extra["date_time_format"] = pattern
    return extra


def special_entity(url: str, offset: int, length: int) -> Entity:
    """What `![text](url)` of MarkdownV2 makes: a custom emoji or a date and time."""
    parts = urlsplit(url)
    values = {key: found[0] for key, found in parse_qs(parts.query).items()}
    if parts.scheme == "tg" and parts.netloc == "emoji":
        return Entity("custom_emoji", offset, length, emoji_extra(values.get("id", "")))
    if parts.scheme == "tg" and parts.netloc == "time":
        extra = time_extra(values.get("unix", ""), values.get("format", ""))
        return Entity("date_time", offset, length, extra)
    raise ParseError("Custom emoji URL must have a tg://emoji or tg://time scheme")
