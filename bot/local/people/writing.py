"""What people write: texts, pictures, stickers, voices, edits, forwards."""

from __future__ import annotations

from typing import TypedDict, Unpack

from bot.local.entities import plain_text, utf16_length
from bot.local.errors import Misuse
from bot.local.files import Upload, photo_sizes
from bot.local.limits import CAPTION, MESSAGE_TEXT
from bot.local.people.host import Host, chat_of, enter, hears, message_of, user_of
from bot.local.posting import Draft, post
from bot.local.render import message_json, user_json
from bot.local.state import Chat, Json, Message, User


class Place(TypedDict, total=False):
    """Where in a chat a message goes; `quote` is a part of the answered message."""

    reply_to: Message | int | None
    thread: int | None
    quote: str | None


def say(host: Host, user: User | int, text: str) -> Message:
    """A text in the person's private chat with the bot, which opens with it if need be."""
    person = user_of(host, user)
    chat = host.world.book.chats.get(person.id)
    if chat is None:
        chat = Chat(id=person.id, type="private", user=person)
        host.world.book.chats[person.id] = chat
    return send_text(host, chat, person, text)


def start(host: Host, user: User | int, payload: str = "") -> Message:
    """The start button, or a deep link with its parameter."""
    return say(host, user, f"/start {payload}".strip())


def send_text(
    host: Host,
    chat: Chat | int,
    user: User | int,
    text: str,
    **place: Unpack[Place],
) -> Message:
    """A text message; `place` is reply_to, thread and quote."""
    return _send(host, chat, user, _text(text), **place)


def send_photo(
    host: Host,
    chat: Chat | int,
    user: User | int,
    picture: bytes,
    *,
    caption: str = "",
    **place: Unpack[Place],
) -> Message:
    """A picture, with a caption or without."""
    stored = host.world.files.add("photo", Upload("photo.jpg", picture, "image/jpeg"))
    content: Json = {"photo": photo_sizes(stored)}
    if caption:
        formatted = plain_text(caption)
        if utf16_length(formatted.text) > CAPTION:
            raise Misuse(f"a caption has at most {CAPTION} units")
        content["caption"] = formatted.text
        if formatted.entities:
            content["caption_entities"] = formatted.entities_json()
    return _send(host, chat, user, content, **place)


def send_sticker(
    host: Host, chat: Chat | int, user: User | int, emoji: str = "👍", **place: Unpack[Place]
) -> Message:
    """A sticker that stands for an emoji."""
    stored = host.world.files.add("sticker", Upload("sticker.webp", emoji.encode()))
    sticker = {
        **stored.json(),
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": emoji,
        "set_name": "LocalStickers",
    }
    return _send(host, chat, user, {"sticker": sticker}, **place)


def send_voice(
    host: Host, chat: Chat | int, user: User | int, duration: int = 3, **place: Unpack[Place]
) -> Message:
    """A voice note of so many seconds; its bytes are no real sound."""
    stored = host.world.files.add("voice", Upload("voice.ogg", b"OggS" * max(1, duration)))
    voice = {**stored.json(), "duration": duration, "mime_type": "audio/ogg"}
    return _send(host, chat, user, {"voice": voice}, **place)


def send_location(
    host: Host,
    chat: Chat | int,
    user: User | int,
    latitude: float,
    longitude: float,
    **place: Unpack[Place],
) -> Message:
    """A point on the map."""
    point = {"latitude": latitude, "longitude": longitude}
    return _send(host, chat, user, {"location": point}, **place)


def edit_text(
    host: Host, chat: Chat | int, user: User | int, message: Message | int, text: str
) -> Message:
    """The person changes a text of theirs; the bot gets an edited_message."""
    place, person = chat_of(host, chat), user_of(host, user)
    enter(place, person)
    edited = message_of(place, message)
    if edited.sender is not person or "text" not in edited.content:
        raise Misuse("people can edit only texts of their own here")
    edited.content = _text(text)
    edited.edit_date = host.world.now()
    if hears(host.world, edited):
        host.world.announce("edited_message", message_json(edited))
    return edited


def delete(host: Host, chat: Chat | int, message: Message | int) -> None:
    """A message disappears; bots are not told."""
    place = chat_of(host, chat)
    del place.messages[message_of(place, message).message_id]


def forward(
    host: Host, chat: Chat | int, user: User | int, original: Message, **place: Unpack[Place]
) -> Message:
    """Another chat's message, passed on."""
    origin = original.extra.get("forward_origin") or {
        "type": "user",
        "sender_user": user_json(original.sender),
        "date": original.date,
    }
    return _send(host, chat, user, dict(original.content), {"forward_origin": origin}, **place)


def _text(text: str) -> Json:
    formatted = plain_text(text)
    if not 1 <= utf16_length(formatted.text) <= MESSAGE_TEXT:
        raise Misuse(f"a text has 1 to {MESSAGE_TEXT} units; apps split longer ones")
    content: Json = {"text": formatted.text}
    if formatted.entities:
        content["entities"] = formatted.entities_json()
    return content


def _send(
    host: Host,
    chat: Chat | int,
    user: User | int,
    content: Json,
    extra: Json | None = None,
    **place: Unpack[Place],
) -> Message:
    where, person = chat_of(host, chat), user_of(host, user)
    enter(where, person)
    target, words = place.get("reply_to"), place.get("quote")
    replied = message_of(where, target) if target is not None else None
    more = dict(extra or {})
    if words is not None:
        more["quote"] = _quoted(replied, words)
    draft = Draft(content, replied, place.get("thread"), extra=more)
    message = post(host.world, where, person, draft)
    if hears(host.world, message):
        host.world.announce("message", message_json(message))
    return message


def _quoted(replied: Message | None, words: str) -> Json:
    at = replied.text.find(words) if replied else -1
    if replied is None or at < 0:
        raise Misuse("only words of the answered message can be quoted")
    return {"text": words, "position": utf16_length(replied.text[:at]), "is_manual": True}
