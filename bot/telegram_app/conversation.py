"""One turn of a conversation: recall, ask the engine, send, remember."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from telegram import Bot, Chat, Message, Update, User
from telegram.constants import ChatType

from bot.answers.reply import Turn
from bot.language.dialogue import Dialogue
from bot.store.memory import Key
from bot.telegram_app.chosen_menu import show_chosen_menu
from bot.telegram_app.commands import Command
from bot.telegram_app.desk import Delivery, Desk
from bot.telegram_app.forgetting import forget
from bot.telegram_app.placing import put
from bot.telegram_app.reading import Asked, Words
from bot.telegram_app.sending import Place
from bot.telegram_app.typing_sign import typing_if_slow


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks and where; ``hint`` is the language of the person's Telegram, if it tells."""

    key: Key
    hint: str | None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A turn, the dialogue before it, and the messages that it became."""

    before: Dialogue
    turn: Turn
    message_ids: tuple[int, ...]


Ask = Callable[[Dialogue], Turn]


def speaker(update: Update) -> Speaker | None:
    """Whose conversation an update belongs to; None if it belongs to no chat."""
    chat, user = update.effective_chat, update.effective_user
    if chat is None:
        return None
    # An anonymous administrator speaks as the chat, and has its identifier: the account that
    # Telegram shows instead is the same for all of them, everywhere.
    sender = update.effective_sender or chat
    return Speaker(Key(chat.id, sender.id), user.language_code if user else None)


def place_for(message: Message) -> Place:
    """Where the answer to a message belongs.

    In a group it replies, since others may write in between; in private that would be noise.
    """
    return Place(
        chat_id=message.chat_id,
        thread_id=message.message_thread_id if message.is_topic_message else None,
        reply_to=None if is_private(message.chat) else message.message_id,
    )


def is_private(chat: Chat) -> bool:
    """Whether a chat is one person's own with the bot."""
    return chat.type == ChatType.PRIVATE


def turn_for(desk: Desk, asked: Asked, before: Dialogue, hint: str | None) -> Turn:
    """What the engine says to a message."""
    now = desk.clock()
    if isinstance(asked, Command):
        return desk.engine.command(asked.name, asked.argument, before, hint=hint, now=now)
    if isinstance(asked, Words) and asked.claimed:
        return desk.engine.judge(asked.text, before, hint=hint, now=now)
    if isinstance(asked, Words) and asked.about:
        return desk.engine.about(asked.text, asked.about, before, hint=hint, now=now)
    if isinstance(asked, Words):
        return desk.engine.message(asked.text, before, hint=hint, now=now)
    return desk.engine.speechless(before, hint=hint, now=now)


async def converse(
    desk: Desk, bot: Bot, place: Place, who: Speaker, ask: Ask, over: int | None = None
) -> Exchange:
    """Take a turn. The dialogue is kept once the reply is out: unsent words bind nobody.

    ``over`` is the message that the reply may take the place of.
    """
    before = await desk.memory.recall(who.key)
    async with typing_if_slow(bot, place):
        turn = ask(before)
        if turn.forget:
            await forget(desk, bot, who.key)
        message_ids = await put(bot, place, turn.reply, over)
    if not turn.forget:
        await desk.memory.keep(who.key, turn.dialogue)
    await show_chosen_menu(desk, bot, who.key, turn.dialogue.chosen)
    desk.observe(Delivery(who.key.chat_id, message_ids, turn.reply))
    return Exchange(before, turn, message_ids)


def itself(user: User | None) -> User:
    """The bot's own account, which the library knows once it is initialised."""
    if user is None:
        raise RuntimeError("the application is not initialised")
    return user
