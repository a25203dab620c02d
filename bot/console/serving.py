"""The bot in Telegram, from the settings to the end of the process."""

from __future__ import annotations

import asyncio

from bot.console.checking import load_checked
from bot.settings import Settings, refused_token
from bot.telegram_app.desk import Desk
from bot.telegram_app.logs import install_logging
from bot.telegram_app.pictures import gallery_of
from bot.telegram_app.running import TokenRefused, run


def serve(settings: Settings) -> int:
    """Answer in Telegram until told to stop. The token is looked at before anything is loaded."""
    token = settings.token()
    install_logging(settings.log_level or "INFO", token)

    def prepare() -> Desk:
        engine = load_checked(settings)
        return Desk(engine, gallery=gallery_of(engine))

    try:
        asyncio.run(run(prepare, token, settings.telegram_api_url, settings.state))
    except TokenRefused:
        raise refused_token(settings.telegram_api_url) from None
    return 0
