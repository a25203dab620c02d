"""Methods that change messages of the bot: in chats, and those sent inline."""

from __future__ import annotations

from bot.local.checks import caption_content, find_message, joined_chat, message_text
from bot.local.errors import bad_request
from bot.local.fields import checked_object
from bot.local.keyboards import check_inline
from bot.local.methods.media import media_content
from bot.local.methods.method import Method, method
from bot.local.params import Args
from bot.local.render import message_json
from bot.local.state import Json, Message
from bot.local.world import World

_WHICH = "chat_id message_id inline_message_id business_connection_id reply_markup"
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the"
    " same as a current content and reply markup of the message"
)
_MEDIA = frozenset({"photo", "document"})
_MEDIA_KEYS = frozenset({"type", "media", "caption", "parse_mode", "caption_entities"}) | {
    "show_caption_above_media",
    "has_spoiler",
    "thumbnail",
    "disable_content_type_detection",
}


def _editable(world: World, args: Args) -> Message:
    """The message that the request names, if it is the bot's own."""
    if inline_id := args.text("inline_message_id"):
        message = world.book.inline.get(inline_id)
        if message is None:
            raise bad_request("MESSAGE_ID_INVALID")
        return message
    chat = joined_chat(world, args)
    if not args.number("message_id"):
        raise bad_request("message identifier is not specified")
    message = find_message(chat, args.number("message_id"), "message to edit not found")
    if message.sender is not world.bot:
        raise bad_request("message can't be edited")
    return message


def _apply(world: World, args: Args, message: Message, content: Json) -> Json | bool:
    """Put the new content and keyboard in place; a keyboard not given is taken away."""
    markup = check_inline(args.mapping("reply_markup"))
    if content == message.content and markup == message.markup:
        raise bad_request(_NOT_MODIFIED)
    message.content, message.markup = content, markup
    message.edit_date = world.now()
    return True if args.text("inline_message_id") else message_json(message)


def edit_message_text(world: World, args: Args) -> Json | bool:
    """A new text for a text message."""
    content = message_text(
        args.text("text"),
        args.text("parse_mode"),
        args.array("entities"),
        long="MESSAGE_TOO_LONG",
    )
    message = _editable(world, args)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    if preview := args.mapping("link_preview_options"):
        content["link_preview_options"] = preview
    return _apply(world, args, message, content)


def edit_message_caption(world: World, args: Args) -> Json | bool:
    """A new caption, or none, for a photo or a document."""
    caption = caption_content(
        args.text("caption"),
        args.text("parse_mode"),
        args.array("caption_entities"),
        long="MEDIA_CAPTION_TOO_LONG",
    )
    message = _editable(world, args)
    if not _MEDIA & set(message.content):
        raise bad_request("there is no caption in the message to edit")
    dropped = {"caption", "caption_entities", "show_caption_above_media"}
    kept = {name: value for name, value in message.content.items() if name not in dropped}
    if args.flag("show_caption_above_media"):
        caption["show_caption_above_media"] = True
    return _apply(world, args, message, kept | caption)


def edit_message_media(world: World, args: Args) -> Json | bool:
    """Another photo or document; a text message may turn into one."""
    media = checked_object(args.mapping("media"), "InputMedia")
    if unknown := set(media) - _MEDIA_KEYS:
        raise bad_request(f'can\'t parse InputMedia: unknown field "{min(unknown)}"')
    caption = caption_content(
        media.get("caption") or "",
        media.get("parse_mode") or "",
        media.get("caption_entities"),
        long="MEDIA_CAPTION_TOO_LONG",
    )
    message = _editable(world, args)
    if not (_MEDIA | {"text"}) & set(message.content):
        raise bad_request("there is no media in the message to edit")
    content = media_content(world, media.get("type"), args.attached(media.get("media")))
    return _apply(world, args, message, content | caption)


def edit_message_reply_markup(world: World, args: Args) -> Json | bool:
    """Another keyboard, or none, under the same words."""
    message = _editable(world, args)
    return _apply(world, args, message, message.content)


METHODS: tuple[Method, ...] = (
    method(
        "editMessageText",
        edit_message_text,
        f"{_WHICH} text parse_mode entities link_preview_options",
    ),
    method(
        "editMessageCaption",
        edit_message_caption,
        f"{_WHICH} caption parse_mode caption_entities show_caption_above_media",
    ),
    # python-telegram-bot sends its defaults along here too, and Telegram does not mind.
    method(
        "editMessageMedia",
        edit_message_media,
        f"{_WHICH} media parse_mode link_preview_options",
    ),
    method("editMessageReplyMarkup", edit_message_reply_markup, _WHICH),
)
