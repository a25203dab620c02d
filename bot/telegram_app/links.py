"""Links to the bot itself, made once its username is known: in texts and on buttons."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlencode

from telegram.helpers import create_deep_linked_url

from bot.answers.reply import Button, Reply
from bot.answers.text import plain

_START = re.compile(r'(?<=<a href=")start:([A-Za-z0-9_-]{1,64})(?=">)')
_SHARE = "https://t.me/share/url"
_TOLD = 200
"""So much of an answer goes along with its link."""


def addressed(reply: Reply, username: str) -> Reply:
    """A reply whose links lead to the bot of that name, and whose buttons press or link."""
    html = _START.sub(lambda found: create_deep_linked_url(username, found[1]), reply.html)
    told = _first_line(reply.html)
    rows = tuple(tuple(_addressed(b, username, told) for b in row) for row in reply.buttons)
    return replace(reply, html=html, buttons=rows)


def _addressed(button: Button, username: str, told: str) -> Button:
    """A button that shares opens Telegram's own choice of a chat, with the link and what it says.

    That needs nothing but the link: an inline query would need inline mode to be switched on, and
    whoever shares would have to pick the answer once more.
    """
    if button.kind != "share":
        return button
    link = create_deep_linked_url(username, button.data)
    address = f"{_SHARE}?{urlencode({'url': link, 'text': told})}"
    return replace(button, data=address, kind="link")


def _first_line(html: str) -> str:
    first = plain(html).strip().partition("\n")[0]
    return first if len(first) <= _TOLD else f"{first[: _TOLD - 1]}…"
