"""Settings from the environment and ``.env``, checked at the start. ``.env.example`` lists them."""

from __future__ import annotations

import os
import re
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT = Path(__file__).resolve().parent.parent
TOKEN_SHAPE = re.compile(r"\d+:[\w-]{35,}", re.ASCII)
"""The identifier of the bot, a colon, and at least 35 characters that are the secret."""

_HOW = (
    "get one from @BotFather in Telegram (https://t.me/BotFather) and put it into .env"
    " as TELEGRAM_TOKEN=..., as .env.example shows"
)


def default_state_file() -> Path:
    """``$XDG_STATE_HOME/altyn/altyn.sqlite3``, or the same in ``~/.local/state``."""
    home = os.environ.get("XDG_STATE_HOME")
    # The specification of these folders says to pass over what is no absolute path.
    folder = Path(home) if home and Path(home).is_absolute() else Path("~/.local/state")
    return folder.expanduser() / "altyn" / "altyn.sqlite3"


class SettingsError(Exception):
    """A setting is wrong; the message is one line that says which and what would be right."""


class Settings(BaseSettings):
    """All settings. The token is masked wherever the settings are printed."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        populate_by_name=True,
    )

    telegram_token: SecretStr | None = Field(None, validation_alias="TELEGRAM_TOKEN")
    telegram_api_url: str = Field("https://api.telegram.org", validation_alias="TELEGRAM_API_URL")
    data: Path = Field(PROJECT / "data", validation_alias="ALTYN_DATA")
    games: str | None = Field(None, validation_alias="ALTYN_GAMES")
    cache: Path | None = Field(None, validation_alias="ALTYN_CACHE")
    state: Path = Field(default_factory=default_state_file, validation_alias="ALTYN_STATE")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] | None = Field(
        None, validation_alias="ALTYN_LOG_LEVEL"
    )

    @field_validator("telegram_api_url")
    @classmethod
    def _web_address(cls, url: str) -> str:
        if not re.match(r"https?://[^/\s]", url):
            raise ValueError("an address begins with http:// or https://")
        return url.rstrip("/")

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, level: object) -> object:
        return level.upper() if isinstance(level, str) else level

    @field_validator("state")
    @classmethod
    def _a_file(cls, path: Path) -> Path:
        path = path.expanduser()
        if path.is_dir():
            raise ValueError(f"{path} is a folder; name a file in it")
        return path

    @field_validator("data")
    @classmethod
    def _a_folder(cls, path: Path) -> Path:
        if not path.is_dir():
            raise ValueError(f"there is no folder {path}")
        return path

    @field_validator("games")
    @classmethod
    def _known_games(cls, games: str | None, info: ValidationInfo) -> str | None:
        if games is None or "data" not in info.data:
            return games
        known = sorted(path.parent.name for path in info.data["data"].glob("games/*/games.yaml"))
        if games not in known:
            near = get_close_matches(games, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
            raise ValueError(f"there are no Games {games}; {hint}")
        return games

    def token(self) -> str:
        """The token, if there is one and it has the shape of one; else :class:`SettingsError`."""
        token = self.telegram_token.get_secret_value().strip() if self.telegram_token else ""
        if not token:
            raise SettingsError(f"TELEGRAM_TOKEN is not set: {_HOW}")
        if not TOKEN_SHAPE.fullmatch(token):
            raise SettingsError(
                "TELEGRAM_TOKEN is not a token, which is digits, a colon and 35 characters or"
                f" more: {_HOW}"
            )
        return token


def refused_token(api_url: str) -> SettingsError:
    """The error for a token of the right shape that the Bot API at this address does not know."""
    return SettingsError(f"TELEGRAM_TOKEN is refused by {api_url}: {_HOW}")


def load_settings(games: str | None = None) -> Settings:
    """Read and check the settings; raises :class:`SettingsError` for the first that is wrong.

    ``games`` is what the command line says, which comes before everything else.
    """
    said: dict[str, Any] = {} if games is None else {"ALTYN_GAMES": games}
    try:
        return Settings(**said)
    except ValidationError as invalid:
        first = invalid.errors(include_url=False, include_input=False, include_context=False)[0]
        name = first["loc"][0] if first["loc"] else "settings"
        wrong = first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"{name}: {wrong}; see .env.example") from None
