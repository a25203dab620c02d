"""A conversation for programs: one line of JSON in, exactly one out, in order."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from collections.abc import Iterable
from typing import Annotated, Any, BinaryIO, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.console.asking import sources_for_programs
from bot.console.loading import load_engine
from bot.console.session import Heard, Session
from bot.console.text import sound
from bot.local.seen import Button, Seen
from bot.local.state import Chat, User
from bot.settings import Settings
from bot.telegram_app.desk import Answers
from bot.telegram_app.logs import install_logging

log = logging.getLogger(__name__)

# Room enough for any number that Telegram gives, and for as many again.
_BOUND = 2**50
Number = Annotated[int, Field(gt=-_BOUND, lt=_BOUND)]


class Line(BaseModel):
    """What somebody does in a chat: says ``text`` or presses the button with the data ``press``.

    ``user`` says who it is in a group; a private chat is one person's.
    """

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)

    chat: Number
    text: str | None = None
    press: str | None = None
    user: Number | None = None
    type: Literal["private", "group"] | None = None
    language_code: str | None = None


class WrongLine(Exception):
    """A line that cannot be carried out; the message says why."""


def chat_in_lines(settings: Settings) -> int:
    """Serve standard input until it ends."""
    install_logging(settings.log_level or "WARNING")
    serve_lines(load_engine(settings), sys.stdin.buffer, sys.stdout.buffer)
    return 0


def serve_lines(engine: Answers, lines: Iterable[bytes], out: BinaryIO) -> None:
    """Answer each line with one line, at once."""
    with asyncio.Runner() as runner:
        session = Session(engine)
        runner.run(session.__aenter__())
        for line in lines:
            out.write(runner.run(_serve(session, line)))
            out.flush()


async def _serve(session: Session, line: bytes) -> bytes:
    try:
        result = await _carry_out(session, read_line(line))
    except WrongLine as wrong:
        result = {"error": str(wrong)}
    except Exception as error:
        # Whoever counts lines still gets one for each.
        log.exception("A line could not be carried out")
        result = {"error": f"{type(error).__name__}: {error}"}
    return json.dumps(result, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def read_line(line: bytes) -> Line:
    """Check a line; raises :class:`WrongLine`."""
    try:
        raw = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as wrong:
        raise WrongLine(f"no JSON: {wrong}") from None
    try:
        parsed = Line.model_validate(raw)
    except ValidationError as invalid:
        raise WrongLine(_explained(invalid)) from None
    if parsed.press is None and parsed.text is None:
        raise WrongLine("text or press is missing")
    if parsed.press is not None and parsed.text:
        raise WrongLine("either text or press, not both")
    return parsed


def _explained(invalid: ValidationError) -> str:
    first = invalid.errors(include_url=False)[0]
    field = ".".join(map(str, first["loc"])) or "line"
    return f"{field}: {first['msg']}"


async def _carry_out(session: Session, line: Line) -> dict[str, Any]:
    chat, person = _place(session, line)
    if line.press is not None:
        heard = await session.press(chat, person, sound(line.press))
    else:
        heard = await session.say(chat, person, sound(line.text or ""))
    return {"chat": line.chat, **for_programs(heard)}


def _place(session: Session, line: Line) -> tuple[Chat, User]:
    """The chat and the person of a line, made when they are new."""
    machine, language = session.machine, sound(line.language_code or "")
    if line.type == "group":
        person = machine.user(_identifier(line.user or line.chat), language_code=language)
        return machine.group(-_identifier(line.chat), f"Group {line.chat}"), person
    person = machine.user(_identifier(line.chat), language_code=language)
    return machine.private_chat(person, started=True), person


def _identifier(number: int) -> int:
    """A number that Telegram could have given: programs like to begin at 0, Telegram does not."""
    return number if number > 0 else _BOUND - number


def for_programs(heard: Heard) -> dict[str, Any]:
    """What was heard, as JSON has it; the text is what a person reads."""
    # what a picture shows is said in the text before it
    written = [message for message in heard.messages if message.kind != "photo"]
    rows = written[-1].buttons if written else ()
    return {
        "text": "\n".join(message.text for message in written),
        "answered": heard.answered,
        "buttons": [[_button(one) for one in row] for row in rows],
        "photo": next(filter(None, map(_photo, heard.messages)), None),
        "sources": sources_for_programs(heard.sources),
    }


def _button(button: Button) -> dict[str, Any]:
    """A button: what it sends, or where it leads."""
    shown = {"text": button.text, "data": button.data}
    return shown | {"url": button.value} if button.action == "url" else shown


def _photo(message: Seen) -> str | None:
    sizes = message.content.get("photo")
    return sizes[-1]["file_id"] if sizes else None
