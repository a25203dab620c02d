"""Methods by which the bot receives updates, and getMe."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from bot.local.errors import bad_request
from bot.local.limits import UPDATES_AT_ONCE, WEBHOOK_CONNECTIONS, WEBHOOK_PORTS, WEBHOOK_SECRET
from bot.local.methods.method import Method, method
from bot.local.params import Args
from bot.local.render import user_json
from bot.local.state import Json
from bot.local.world import WebhookState, World

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def get_me(world: World, _args: Args) -> Json:
    """Who the bot is and what BotFather lets it do."""
    return {
        **user_json(world.bot),
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": True,
        "supports_guest_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


async def get_updates(world: World, args: Args) -> list[Json]:
    """Long polling; `offset` acknowledges what lies before it."""
    _allow(world, args)
    return await world.queue.get(
        args.number("offset"),
        args.number("limit", UPDATES_AT_ONCE),
        min(max(args.number("timeout"), 0), 50),
    )


def _allow(world: World, args: Args) -> None:
    types = args.array("allowed_updates")
    if types is None:
        return
    if not all(isinstance(name, str) for name in types):
        raise bad_request("can't parse allowed_updates: expected an Array of String")
    world.queue.allow(types)


def set_webhook(world: World, args: Args) -> bool:
    """Post updates to a URL from now on; an empty URL goes back to polling."""
    url = args.text("url")
    state = _webhook_state(args, url)
    _allow(world, args)
    if args.flag("drop_pending_updates"):
        world.queue.clear()
    world.webhook = state
    world.queue.webhook_active = bool(url)
    if url:
        world.queue.disturb("terminated by setWebhook request")
    world.on_webhook()
    return True


def _webhook_state(args: Args, url: str) -> WebhookState:
    if url:
        _check_url(url)
    secret = args.text("secret_token")
    if not re.fullmatch(rf"[A-Za-z0-9_-]{{0,{WEBHOOK_SECRET}}}", secret):
        long = len(secret) > WEBHOOK_SECRET
        raise bad_request(
            "secret token is too long" if long else "secret token contains unallowed characters"
        )
    return WebhookState(
        url=url,
        secret=secret,
        max_connections=min(max(args.number("max_connections", 40), 1), WEBHOOK_CONNECTIONS),
        has_certificate=args.has("certificate"),
        ip_address=args.text("ip_address"),
    )


def _check_url(url: str) -> None:
    """HTTPS on the ports that Telegram knows; on the same machine anything goes."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise bad_request("bad webhook: invalid webhook URL specified") from None
    if host in _LOOPBACK and parts.scheme in {"http", "https"}:
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if (port or 443) not in WEBHOOK_PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def delete_webhook(world: World, args: Args) -> bool:
    """Back to polling."""
    if args.flag("drop_pending_updates"):
        world.queue.clear()
    world.webhook = WebhookState()
    world.queue.webhook_active = False
    world.on_webhook()
    return True


def get_webhook_info(world: World, _args: Args) -> Json:
    """Where updates go, how many wait, and what went wrong last."""
    state = world.webhook
    info: Json = {
        "url": state.url,
        "has_custom_certificate": state.has_certificate,
        "pending_update_count": len(world.queue.pending),
    }
    optional: dict[str, Any] = {
        "ip_address": state.ip_address,
        "last_error_date": state.last_error_date,
        "last_error_message": state.last_error,
        "max_connections": state.max_connections if state.url else None,
        "allowed_updates": sorted(world.queue.allowed or ()),
    }
    return info | {name: value for name, value in optional.items() if value}


def do_nothing(_world: World, _args: Args) -> bool:
    """Log out or close: there is no second server to move to."""
    return True


METHODS: tuple[Method, ...] = (
    method("getMe", get_me),
    method("getUpdates", get_updates, "offset limit timeout allowed_updates"),
    method(
        "setWebhook",
        set_webhook,
        """url certificate ip_address max_connections allowed_updates drop_pending_updates
        secret_token""",
    ),
    method("deleteWebhook", delete_webhook, "drop_pending_updates"),
    method("getWebhookInfo", get_webhook_info),
    method("logOut", do_nothing),
    method("close", do_nothing),
)
