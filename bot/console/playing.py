"""What the people of a scene do, and what then stands on their phones."""

from __future__ import annotations

from collections.abc import Callable

from bot.console.screens import Screen, Shown
from bot.console.session import Session
from bot.local.people.tapping import InlineAnswer
from bot.local.seen import Seen, seen
from bot.local.state import Chat, Message, User

_OWN = {"en": "English", "ru": "Русский", "kk": "Қазақша"}
OFFERED = 4
"""So many offers are seen above the keyboard."""


class Play:
    """One scene: a session, and whoever takes part in it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.machine = session.machine

    @property
    def name(self) -> str:
        """The bot's name as people write it."""
        return f"@{self.machine.bot.username}"

    def person(self, name: str, language: str) -> User:
        """Somebody with a client in that language."""
        number = len(self.machine.world.book.users) + 10
        return self.machine.user(number, name, language_code=language)

    def alone(self, language: str) -> tuple[Chat, User]:
        """A private chat with the bot, and whose it is."""
        somebody = self.person("Ada", language)
        return self.machine.private_chat(somebody, started=True), somebody

    async def say(self, chat: Chat, who: User, *texts: str) -> None:
        """Write something, and let the bot answer."""
        for text in texts:
            await self._session.say(chat, who, text)

    async def press(self, chat: Chat, who: User, text: str) -> None:
        """Press the newest button that says so."""
        buttons = [b for one in self.machine.transcript(chat) for b in one.flat_buttons]
        found = next(b for b in reversed(buttons) if b.text == text)
        await self._session.press(chat, who, found.data)

    async def act(self, chat: Chat, what: Callable[[], object]) -> None:
        """Do what the machine's people can do, and let the bot handle it."""
        await self._session.after(chat, what)

    async def type(self, chat: Chat, who: User, text: str) -> InlineAnswer:
        """Type the bot's name and a text in some chat, and see what is offered."""
        answer = self.machine.inline(who, text)
        await self._session.after(chat, lambda: None)
        return await answer

    def screen(
        self,
        chat: Chat,
        who: User,
        *,
        pressing: str = "",
        last: int = 0,
        small: str = "",
        typed: str = "",
        offered: InlineAnswer | None = None,
    ) -> Screen:
        """The person's phone now: the chat, or only so many of its last messages.

        ``pressing`` is the button that comes next.
        """
        messages = [m for m in chat.messages.values() if seen(m).kind != "service"][-last:]
        shown = [self._shown(message, who) for message in messages]
        if pressing:
            shown = _pressed(shown, pressing)
        results = offered.results[:OFFERED] if offered else ()
        return Screen(
            language=who.language_code,
            title="Altyn" if chat.is_private else chat.title,
            small=small or _OWN[who.language_code],
            messages=tuple(shown),
            typed=typed,
            offers=tuple((r["title"], r.get("description", "")) for r in results),
            mine=chat.is_private,
        )

    def _shown(self, message: Message, who: User) -> Shown:
        own, group = message.sender is who, not message.chat.is_private
        sender = message.sender.first_name if group and not own else ""
        via = message.extra.get("via_bot")
        if via:
            sender = f"{sender} via @{via['username']}".strip()
        cited = message.reply_to if group else None
        cites = (cited.sender.first_name, cited.text) if cited else None
        return Shown(seen(message), own, sender, cites, self._photo(seen(message)))

    def _photo(self, message: Seen) -> bytes | None:
        if message.kind != "photo":
            return None
        return self.machine.world.files.get(message.content["photo"][-1]["file_id"]).content


def _pressed(shown: list[Shown], text: str) -> list[Shown]:
    """With the newest button that says so as it looks under a finger."""
    for number in range(len(shown) - 1, -1, -1):
        if any(button.text == text for button in shown[number].seen.flat_buttons):
            one = shown[number]
            held = Shown(one.seen, one.own, one.sender, one.cites, one.photo, text)
            return [*shown[:number], held, *shown[number + 1 :]]
    raise LookupError(f"no button {text!r} to press")
