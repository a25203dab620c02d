"""Checks that many methods share: where a message goes, what it says, what it replies to."""

from __future__ import annotations

from typing import Any

from bot.local.entities import FormattedText, format_text, utf16_length
from bot.local.errors import bad_request, forbidden
from bot.local.fields import checked_object
from bot.local.limits import CAPTION, MESSAGE_TEXT
from bot.local.params import Args
from bot.local.state import Chat, Json, Message
from bot.local.world import World


def known_chat(world: World, chat_id: int | str) -> Chat:
    """The chat, unless it does not exist or lives on under another id."""
    chat = world.book.find_chat(chat_id)
    if chat is None:
        raise bad_request("chat not found")
    if chat.migrated_to is not None:
        raise bad_request(
            "group chat was upgraded to a supergroup chat",
            {"migrate_to_chat_id": chat.migrated_to},
        )
    return chat


def joined_chat(world: World, args: Args) -> Chat:
    """The chat of `chat_id`, if the bot is in it."""
    chat_id = args.chat_id()
    # Of people seen in groups the bot knows the number, and is told why it may not write.
    if world.book.find_chat(chat_id) is None and chat_id in world.book.users:
        raise forbidden("bot can't initiate conversation with a user")
    chat = known_chat(world, chat_id)
    if chat.is_private:
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
    elif not chat.has(world.bot.id):
        kicked = chat.members.get(world.bot.id) == "kicked"
        raise forbidden(
            f"bot was kicked from the {chat.type} chat"
            if kicked
            else f"bot is not a member of the {chat.type} chat"
        )
    return chat


def target_chat(world: World, args: Args) -> Chat:
    """The chat of `chat_id`, if the bot may write there."""
    chat = joined_chat(world, args)
    if chat.bot_muted:
        raise bad_request("not enough rights to send text messages to the chat")
    return chat


def find_message(chat: Chat, message_id: int, refusal: str) -> Message:
    """A message that is still there."""
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request(refusal)
    return message


def message_text(raw: str, parse_mode: str, entities: list[Any] | None, *, long: str) -> Json:
    """The `text` and `entities` of a message; `long` is the refusal of a text too long."""
    if not raw:
        raise bad_request("message text is empty")
    formatted = format_text(raw, parse_mode, entities)
    if not formatted.text:
        raise bad_request("text must be non-empty")
    if utf16_length(formatted.text) > MESSAGE_TEXT:
        raise bad_request(long)
    return _content("text", "entities", formatted)


def caption_content(raw: str, parse_mode: str, entities: list[Any] | None, *, long: str) -> Json:
    """The `caption` and `caption_entities` of a message; nothing for an empty caption."""
    formatted = format_text(raw, parse_mode, entities)
    if utf16_length(formatted.text) > CAPTION:
        raise bad_request(long)
    return _content("caption", "caption_entities", formatted)


def sent_caption(args: Args) -> Json:
    """The caption of a method that sends."""
    return caption_content(
        args.text("caption"),
        args.text("parse_mode"),
        args.array("caption_entities"),
        long="message caption is too long",
    )


def _content(text_key: str, entities_key: str, formatted: FormattedText) -> Json:
    content: Json = {text_key: formatted.text} if formatted.text else {}
    if formatted.entities:
        content[entities_key] = formatted.entities_json()
    return content


def replied_message(world: World, chat: Chat, args: Args) -> tuple[Message | None, Json]:
    """The message that `reply_parameters` point to, and the quote from it."""
    given = args.mapping("reply_parameters")
    if given is None:
        return None, {}
    given = checked_object(given, "reply parameters")
    message_id = given.get("message_id")
    if not isinstance(message_id, int):
        raise bad_request("can't parse reply parameters: message_id must be an Integer")
    source = known_chat(world, given["chat_id"]) if "chat_id" in given else chat
    message = source.messages.get(message_id)
    if message is None:
        if given.get("allow_sending_without_reply"):
            return None, {}
        raise bad_request("message to be replied not found")
    return message, _quote(message, given)


def _quote(message: Message, given: Json) -> Json:
    """The `quote` field; the quoted words must stand in the message, letter for letter."""
    words = given.get("quote")
    if not words:
        return {}
    formatted = format_text(words, given.get("quote_parse_mode", ""), given.get("quote_entities"))
    at = message.text.find(formatted.text)
    if at < 0:
        raise bad_request("QUOTE_TEXT_INVALID")
    quote: Json = {
        "text": formatted.text,
        "position": utf16_length(message.text[:at]),
        "is_manual": True,
    }
    if formatted.entities:
        quote["entities"] = formatted.entities_json()
    return {"quote": quote}
