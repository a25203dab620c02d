"""Methods by which the bot introduces itself: commands, names, descriptions, picture, rights."""

from __future__ import annotations

import re
from typing import Any

from bot.local.entities import utf16_length
from bot.local.errors import bad_request
from bot.local.fields import checked_object
from bot.local.limits import (
    BOT_DESCRIPTION,
    BOT_NAME,
    BOT_SHORT_DESCRIPTION,
    COMMAND_DESCRIPTION,
    COMMANDS,
)
from bot.local.methods.media import photo_content
from bot.local.methods.method import Method, method
from bot.local.params import Args
from bot.local.render import admin_rights
from bot.local.settings import ScopeKey, scope_key
from bot.local.state import Json
from bot.local.world import World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def _language(args: Args) -> str:
    code = args.text("language_code")
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request("invalid language code specified")
    return code


def _where(world: World, args: Args) -> tuple[ScopeKey, str]:
    return scope_key(args.mapping("scope"), world.book), _language(args)


def set_my_commands(world: World, args: Args) -> bool:
    """The menu of commands for one scope and language."""
    commands = [_command(raw) for raw in args.array("commands") or []]
    if len(commands) > COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.settings.commands[_where(world, args)] = commands
    return True


def _command(raw: Any) -> Json:
    given = checked_object(raw, "BotCommand")
    name, description = given.get("command", ""), given.get("description", "")
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= utf16_length(description.strip()) <= COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def get_my_commands(world: World, args: Args) -> list[Json]:
    """Exactly what was set for this scope and language, without fallbacks."""
    return world.settings.commands.get(_where(world, args), [])


def delete_my_commands(world: World, args: Args) -> bool:
    """Forget the menu of one scope and language."""
    world.settings.commands.pop(_where(world, args), None)
    return True


def _set_text(kept: dict[str, str], args: Args, name: str, limit: int) -> bool:
    text, language = args.text(name), _language(args)
    if utf16_length(text) > limit:
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")
    if text:
        kept[language] = text
    else:
        kept.pop(language, None)
    return True


def _get_text(kept: dict[str, str], args: Args, name: str, default: str = "") -> Json:
    return {name: kept.get(_language(args)) or kept.get("", default)}


def set_my_name(world: World, args: Args) -> bool:
    """The name that chats show."""
    done = _set_text(world.settings.names, args, "name", BOT_NAME)
    world.bot.first_name = world.settings.names.get("", world.bot.first_name)
    return done


def get_my_name(world: World, args: Args) -> Json:
    """The name in a language, or the common one."""
    return _get_text(world.settings.names, args, "name", world.bot.first_name)


def set_my_description(world: World, args: Args) -> bool:
    """What an empty chat shows before the person presses start."""
    return _set_text(world.settings.descriptions, args, "description", BOT_DESCRIPTION)


def get_my_description(world: World, args: Args) -> Json:
    """The description in a language, or the common one."""
    return _get_text(world.settings.descriptions, args, "description")


def set_my_short_description(world: World, args: Args) -> bool:
    """What the profile shows and links send along."""
    kept = world.settings.short_descriptions
    return _set_text(kept, args, "short_description", BOT_SHORT_DESCRIPTION)


def get_my_short_description(world: World, args: Args) -> Json:
    """The short description in a language, or the common one."""
    return _get_text(world.settings.short_descriptions, args, "short_description")


def set_my_profile_photo(world: World, args: Args) -> bool:
    """A static picture; animated ones are not known here."""
    photo = checked_object(args.mapping("photo"), "InputProfilePhoto")
    if photo.get("type") != "static":
        raise bad_request("can't parse InputProfilePhoto: only static photos are known here")
    content = photo_content(world, args.attached(photo.get("photo")))
    world.settings.profile_photo = content["photo"][-1]["file_id"]
    return True


def remove_my_profile_photo(world: World, _args: Args) -> bool:
    """No picture any more."""
    world.settings.profile_photo = ""
    return True


def set_my_default_administrator_rights(world: World, args: Args) -> bool:
    """What the bot asks for when it is made an administrator."""
    given = args.mapping("rights") or {}
    if not all(isinstance(value, bool) for value in given.values()):
        raise bad_request("can't parse ChatAdministratorRights: expected Booleans")
    world.settings.rights[args.flag("for_channels")] = admin_rights(**given)
    return True


def get_my_default_administrator_rights(world: World, args: Args) -> Json:
    """What was set; nothing at first."""
    return world.settings.rights[args.flag("for_channels")]


METHODS: tuple[Method, ...] = (
    method("setMyCommands", set_my_commands, "commands scope language_code"),
    method("getMyCommands", get_my_commands, "scope language_code"),
    method("deleteMyCommands", delete_my_commands, "scope language_code"),
    method("setMyName", set_my_name, "name language_code"),
    method("getMyName", get_my_name, "language_code"),
    method("setMyDescription", set_my_description, "description language_code"),
    method("getMyDescription", get_my_description, "language_code"),
    method("setMyShortDescription", set_my_short_description, "short_description language_code"),
    method("getMyShortDescription", get_my_short_description, "language_code"),
    method("setMyProfilePhoto", set_my_profile_photo, "photo:object"),
    method("removeMyProfilePhoto", remove_my_profile_photo),
    method(
        "setMyDefaultAdministratorRights",
        set_my_default_administrator_rights,
        "rights for_channels",
    ),
    method("getMyDefaultAdministratorRights", get_my_default_administrator_rights, "for_channels"),
)
