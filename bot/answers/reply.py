"""What the core hands to whoever talks to people: plain values, nothing of Telegram."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.answers.pictured import Spec
from bot.language.dialogue import Dialogue


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press, and by its ``kind`` what that does.

    ``press``: ``data`` comes back to :meth:`Engine.press`; 1 to 64 bytes of UTF-8.
    ``share``: ``data`` is a start parameter (:mod:`bot.answers.links`); a link to the bot that
    opens what it stands for is offered for sending to others.
    ``link``: ``data`` is an address to open.
    """

    text: str
    data: str
    kind: Literal["press", "share", "link"] = "press"


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as shown to people and programs."""

    id: str
    title: str
    publisher: str
    as_of: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to a person.

    ``html`` uses only the tags ``b``, ``i`` and ``a``; everything else in it is escaped. An ``a``
    leads to an address, or with ``href="start:PARAMETER"`` to the bot's own start link of that
    parameter. ``known`` is false exactly when the reply says that the bot does not know or did not
    understand; ``asks`` when it asks back which of several readings is meant. ``place`` says
    whether the reply to a pressed button goes below what was said, or instead of the message that
    has the button. ``picture``: what to draw beside it.
    """

    html: str
    known: bool
    language: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    sources: tuple[Cited, ...] = ()
    asks: bool = False
    picture: Spec | None = None
    place: Literal["below", "instead"] = "below"


@dataclass(frozen=True, slots=True)
class Turn:
    """A reply and what the next message of the same person in the same chat leans on.

    With ``forget`` everything known about the person is to be deleted, in all chats, before the
    reply says so; ``dialogue`` is empty then.
    """

    reply: Reply
    dialogue: Dialogue
    forget: bool = False
