from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import PROJECT, Settings, SettingsError, load_settings

TOKEN = "123456:AAFakeFakeFakeFakeFakeFakeFakeFake_-1"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_token_is_read_from_the_env_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"TELEGRAM_TOKEN={TOKEN}\nSOMETHING_ELSE=1\n")

    assert load_settings().token() == TOKEN


def test_the_environment_comes_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text(f"TELEGRAM_TOKEN={TOKEN}\n")
    monkeypatch.setenv("TELEGRAM_TOKEN", "7" + TOKEN)

    assert load_settings().token() == "7" + TOKEN


def test_a_token_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN)

    assert TOKEN not in f"{load_settings()!r} {load_settings()}"


@pytest.mark.parametrize(
    "token", ["", "abc", "123:short", "x" + TOKEN, TOKEN + " x", "http://t.me"]
)
def test_without_a_sound_token_one_line_says_how_to_get_one(
    monkeypatch: pytest.MonkeyPatch, token: str
) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", token)

    with pytest.raises(SettingsError) as wrong:
        load_settings().token()

    assert "@BotFather" in str(wrong.value)
    assert ".env" in str(wrong.value)
    assert "\n" not in str(wrong.value)
    assert not token or token not in str(wrong.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_API_URL", "ftp://localhost"),
        ("TELEGRAM_API_URL", "localhost:8081"),
        ("ALTYN_DATA", "/there/is/no/such/folder"),
        ("ALTYN_LOG_LEVEL", "LOUD"),
    ],
)
def test_a_wrong_setting_is_named_on_one_line(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError, match=f"^{name}: .*; see .env.example$"):
        load_settings()


def test_one_games_may_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings().games is None

    monkeypatch.setenv("ALTYN_GAMES", "paris-2024")

    assert load_settings().games == "paris-2024"
    assert load_settings("rio-2016").games == "rio-2016", "the command line comes first"


def test_unknown_games_are_refused_with_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match="no Games pari-2024; did you mean paris-2024"):
        load_settings("pari-2024")


def test_small_liberties_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:8081/")
    monkeypatch.setenv("ALTYN_LOG_LEVEL", "debug")

    assert load_settings().telegram_api_url == "http://127.0.0.1:8081"
    assert load_settings().log_level == "DEBUG"


def test_the_example_documents_every_setting() -> None:
    example = (PROJECT / ".env.example").read_text("utf-8")

    for name, field in Settings.model_fields.items():
        assert f"{field.validation_alias}=" in example, name


def test_the_memory_lies_where_the_system_keeps_such_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    assert load_settings().state == tmp_path / ".local/state/altyn/altyn.sqlite3"

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert load_settings().state == tmp_path / "state/altyn/altyn.sqlite3"

    monkeypatch.setenv("ALTYN_STATE", "~/mine.sqlite3")
    assert load_settings().state == tmp_path / "mine.sqlite3"


def test_a_folder_is_no_file_for_the_memory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ALTYN_STATE", str(tmp_path))

    with pytest.raises(SettingsError, match="name a file in it"):
        load_settings()
