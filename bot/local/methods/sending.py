"""Methods that put messages into chats."""

from __future__ import annotations

from typing import Any

from bot.local.checks import (
    find_message,
    joined_chat,
    known_chat,
    message_text,
    replied_message,
    sent_caption,
    target_chat,
)
from bot.local.errors import bad_request
from bot.local.keyboards import check_markup
from bot.local.limits import MESSAGES_AT_ONCE
from bot.local.methods.media import document_content, photo_content
from bot.local.methods.method import Method, method
from bot.local.params import Args
from bot.local.posting import Draft, post, thread_of
from bot.local.render import message_json, user_json
from bot.local.state import Chat, Json, Message
from bot.local.world import World

TO = "chat_id message_thread_id business_connection_id direct_messages_topic_id"
HOW = """disable_notification protect_content allow_paid_broadcast message_effect_id
    suggested_post_parameters reply_parameters reply_markup"""
_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def send(world: World, args: Args, content: Json) -> Json:
    """Post content that was checked already, with the markup and the reply of the request."""
    markup = check_markup(args.mapping("reply_markup"))
    chat = target_chat(world, args)
    reply_to, quote = replied_message(world, chat, args)
    thread = args.number("message_thread_id") or None
    draft = Draft(content, reply_to, thread, markup, quote | _delivery(args))
    message = post(world, chat, world.bot, draft)
    _keep_keyboard(chat, markup)
    return message_json(message)


def _delivery(args: Args) -> Json:
    extra: Json = {"has_protected_content": True} if args.flag("protect_content") else {}
    if effect := args.text("message_effect_id"):
        extra["effect_id"] = effect
    return extra


def _keep_keyboard(chat: Chat, markup: Json | None) -> None:
    if markup and "keyboard" in markup:
        chat.keyboard = markup
    elif markup and "remove_keyboard" in markup:
        chat.keyboard = None


def send_message(world: World, args: Args) -> Json:
    """A text."""
    content = message_text(
        args.text("text"),
        args.text("parse_mode"),
        args.array("entities"),
        long="message is too long",
    )
    if preview := args.mapping("link_preview_options"):
        content["link_preview_options"] = preview
    return send(world, args, content)


def send_photo(world: World, args: Args) -> Json:
    """A picture with a caption."""
    content = photo_content(world, args.file("photo")) | sent_caption(args)
    for parameter, field in (
        ("has_spoiler", "has_media_spoiler"),
        ("show_caption_above_media", "show_caption_above_media"),
    ):
        if args.flag(parameter):
            content[field] = True
    return send(world, args, content)


def send_document(world: World, args: Args) -> Json:
    """A file with a caption."""
    content = document_content(world, args.file("document")) | sent_caption(args)
    return send(world, args, content)


def send_chat_action(world: World, args: Args) -> bool:
    """The line "is typing" and its kin; nothing stays in the chat."""
    if args.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = target_chat(world, args)
    thread_of(chat, args.number("message_thread_id") or None, None)
    return True


def forward_message(world: World, args: Args) -> Json:
    """The same message again, with where it came from."""
    original = _original(world, args, "message to forward not found")
    origin = original.extra.get("forward_origin") or {
        "type": "user",
        "sender_user": user_json(original.sender),
        "date": original.date,
    }
    chat = target_chat(world, args)
    thread = args.number("message_thread_id") or None
    draft = Draft(dict(original.content), thread=thread, extra={"forward_origin": origin})
    return message_json(post(world, chat, world.bot, draft))


def copy_message(world: World, args: Args) -> Json:
    """The same content as a message of the bot's own; captions may be replaced."""
    original = _original(world, args, "message to copy not found")
    content = dict(original.content)
    if args.has("caption") and "text" not in content:
        content.pop("caption_entities", None)
        content |= sent_caption(args)
    return {"message_id": send(world, args, content)["message_id"]}


def _original(world: World, args: Args, refusal: str) -> Message:
    source = known_chat(world, args.chat_id("from_chat_id"))
    return find_message(source, args.number("message_id"), refusal)


def delete_message(world: World, args: Args) -> bool:
    """Remove one message."""
    chat = joined_chat(world, args)
    message = find_message(chat, args.number("message_id"), "message to delete not found")
    if not world.may_delete(message):
        raise bad_request("message can't be deleted")
    del chat.messages[message.message_id]
    return True


def delete_messages(world: World, args: Args) -> bool:
    """Remove several; those that are gone already don't matter."""
    chat = joined_chat(world, args)
    ids: list[Any] = args.array("message_ids") or []
    if not 1 <= len(ids) <= MESSAGES_AT_ONCE or not all(type(found) is int for found in ids):
        raise bad_request("message identifiers are not specified")
    for message in [chat.messages[i] for i in dict.fromkeys(ids) if i in chat.messages]:
        if world.may_delete(message):
            del chat.messages[message.message_id]
    return True


METHODS: tuple[Method, ...] = (
    method(
        "sendMessage", send_message, f"{TO} {HOW} text parse_mode entities link_preview_options"
    ),
    method(
        "sendPhoto",
        send_photo,
        f"""{TO} {HOW} photo caption parse_mode caption_entities has_spoiler
        show_caption_above_media""",
    ),
    method(
        "sendDocument",
        send_document,
        f"""{TO} {HOW} document thumbnail caption parse_mode caption_entities
        disable_content_type_detection""",
    ),
    method(
        "sendChatAction",
        send_chat_action,
        "chat_id action message_thread_id business_connection_id",
    ),
    method("forwardMessage", forward_message, f"{TO} {HOW} from_chat_id message_id"),
    method(
        "copyMessage",
        copy_message,
        f"""{TO} {HOW} from_chat_id message_id caption parse_mode caption_entities
        show_caption_above_media""",
    ),
    method("deleteMessage", delete_message, "chat_id message_id"),
    method("deleteMessages", delete_messages, "chat_id message_ids"),
)
