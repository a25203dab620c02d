"""The bot in this process: the real application on the local Bot API, and people who talk to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from bot.answers.reply import Cited
from bot.local.errors import Misuse
from bot.local.machine import Machine
from bot.local.posting import Draft, post
from bot.local.render import message_json
from bot.local.request import LocalRequest
from bot.local.seen import Seen, seen
from bot.local.state import Chat, User
from bot.telegram_app.application import ALLOWED_UPDATES, build, process
from bot.telegram_app.desk import Answers, Delivery, Desk
from bot.telegram_app.markup import MESSAGE_LIMIT, units
from bot.telegram_app.pictures import gallery_of

LOGGED_CALLS = 100
LOCAL_NAME = "altyn_local_bot"


@dataclass(frozen=True, slots=True)
class Heard:
    """What the bot did about one thing that a person did.

    ``answered``: whether it knew; None when it was silent.
    """

    messages: tuple[Seen, ...]
    answered: bool | None
    sources: tuple[Cited, ...]


class Session:
    """A Telegram of its own with one bot in it. Use it as an asynchronous context manager."""

    def __init__(self, engine: Answers, username: str = LOCAL_NAME) -> None:
        # Without privacy mode, so that the bot sees all there is and shows its own manners.
        self.machine = Machine(privacy=False, keep_calls=LOGGED_CALLS, username=username)
        self.engine = engine
        self._deliveries: list[Delivery] = []
        self._offset: int | None = None
        self._gallery = gallery_of(engine)
        desk = Desk(engine, observe=self._deliveries.append, gallery=self._gallery)
        self.application = build(
            desk,
            self.machine.token,
            request=LocalRequest(self.machine),
            get_updates_request=LocalRequest(self.machine),
        )

    async def __aenter__(self) -> Session:
        await self.application.initialize()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.application.shutdown()
        await self.machine.close()

    async def say(self, chat: Chat, person: User, text: str) -> Heard:
        """Write something. As the apps do, a text that is too long goes out in several messages."""

        def act() -> None:
            for part in _parts(text):
                self._send(chat, person, part)

        return await self.after(chat, act)

    async def press(self, chat: Chat, person: User, data: str) -> Heard:
        """Press the newest button with this data; if there is none, one that has gone."""
        holder = _holder(chat, data)
        number = holder if holder is not None else chat.last_id
        return await self.after(
            chat, lambda: self.machine.press(chat, person, number, data, stale=holder is None)
        )

    def _send(self, chat: Chat, person: User, text: str) -> None:
        try:
            self.machine.send_text(chat, person, text)
        except Misuse:
            # Nothing to read in it, so no app would send it; but programs may well try.
            message = post(self.machine.world, chat, person, Draft({"text": text}))
            self.machine.world.announce("message", message_json(message))

    async def after(self, chat: Chat, act: Callable[[], object]) -> Heard:
        """Do something in the person's place, and let the bot handle it."""
        self._deliveries.clear()
        act()
        last = chat.last_id
        for update in await self.application.bot.get_updates(
            offset=self._offset, timeout=0, allowed_updates=ALLOWED_UPDATES
        ):
            self._offset = update.update_id + 1
            await process(self.application, update)
        if self._gallery:
            await self._gallery.settled()
        return self._heard(chat, last)

    def _heard(self, chat: Chat, last: int) -> Heard:
        # What was edited stands where it stood, and is read anew all the same.
        edited = [number for delivery in self._deliveries for number in delivery.message_ids]
        numbers = sorted({*edited, *range(last + 1, chat.last_id + 1)})
        new = (chat.messages.get(number) for number in numbers)
        replies = [delivery.reply for delivery in self._deliveries]
        sources = {source.id: source for reply in replies for source in reply.sources}
        return Heard(
            messages=tuple(seen(message) for message in new if message),
            answered=all(reply.known for reply in replies) if replies else None,
            sources=tuple(sources.values()),
        )


def _holder(chat: Chat, data: str) -> int | None:
    """The number of the newest message with such a button."""
    for message in reversed(chat.messages.values()):
        if any(button.data == data for button in seen(message).flat_buttons):
            return message.message_id
    return None


def _parts(text: str) -> list[str]:
    """A text as the apps cut it: as much in each message as may be."""
    # Half the limit in letters is never over it in units.
    step = MESSAGE_LIMIT if units(text[:MESSAGE_LIMIT]) <= MESSAGE_LIMIT else MESSAGE_LIMIT // 2
    return [text[start : start + step] for start in range(0, len(text), step)] or [""]
