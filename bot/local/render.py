"""State to the JSON that the Bot API sends."""

from __future__ import annotations

from bot.local.state import Chat, Json, Message, Status, User

_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
_PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
    "can_edit_tag",
)


def user_json(user: User) -> Json:
    """A User; optional fields only when they say something."""
    body: Json = {"id": user.id, "is_bot": user.is_bot, "first_name": user.first_name}
    for name in ("last_name", "username", "language_code"):
        if value := getattr(user, name):
            body[name] = value
    if user.is_premium:
        body["is_premium"] = True
    return body


def chat_json(chat: Chat) -> Json:
    """A Chat, as it appears inside messages."""
    body: Json = {"id": chat.id}
    if chat.user:
        person = user_json(chat.user)
        body |= {k: person[k] for k in ("first_name", "last_name", "username") if k in person}
    else:
        body["title"] = chat.title
        if chat.username:
            body["username"] = chat.username
    body["type"] = chat.type
    if chat.is_forum:
        body["is_forum"] = True
    return body


def full_chat_json(chat: Chat) -> Json:
    """A ChatFullInfo, as getChat answers."""
    gifts = dict.fromkeys(
        (
            "unlimited_gifts",
            "limited_gifts",
            "unique_gifts",
            "premium_subscription",
            "gifts_from_channels",
        ),
        False,
    )
    return {
        **chat_json(chat),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": gifts,
    }


def message_json(message: Message, *, nested: bool = False) -> Json:
    """A Message; the message it replies to comes along, but not that one's own reply."""
    body: Json = {
        "message_id": message.message_id,
        "from": user_json(message.sender),
        "chat": chat_json(message.chat),
        "date": message.date,
    }
    if message.edit_date is not None:
        body["edit_date"] = message.edit_date
    if message.thread is not None:
        body["message_thread_id"] = message.thread
        if message.chat.is_forum:
            body["is_topic_message"] = True
    if message.reply_to and not nested:
        body["reply_to_message"] = message_json(message.reply_to, nested=True)
    body |= message.extra | message.content
    if message.markup and "inline_keyboard" in message.markup:
        body["reply_markup"] = message.markup
    return body


def member_json(user: User, status: Status) -> Json:
    """A ChatMember of the class that fits the status."""
    body: Json = {"user": user_json(user), "status": status}
    if status == "creator":
        body["is_anonymous"] = False
    elif status == "administrator":
        body |= {"can_be_edited": False, "is_anonymous": False, **dict.fromkeys(_RIGHTS, True)}
    elif status == "restricted":
        body |= {"is_member": True, "until_date": 0, **dict.fromkeys(_PERMISSIONS, False)}
    elif status == "kicked":
        body["until_date"] = 0
    return body


def admin_rights(**given: bool) -> Json:
    """A ChatAdministratorRights with everything off but what is given."""
    return {"is_anonymous": False, **dict.fromkeys(_RIGHTS, False), **given}
