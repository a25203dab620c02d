"""Photos and documents: what a request gives, as the content of a message."""

from __future__ import annotations

from bot.local.errors import bad_request
from bot.local.files import StoredFile, Upload, check_photo, photo_sizes
from bot.local.state import Json
from bot.local.world import World

Given = Upload | str | None


def photo_content(world: World, given: Given) -> Json:
    """The `photo` of a message, in the sizes that Telegram makes."""
    if isinstance(given, Upload) and given.content:
        check_photo(given.content)
    return {"photo": photo_sizes(stored_file(world, given, "photo"))}


def document_content(world: World, given: Given) -> Json:
    """The `document` of a message."""
    stored = stored_file(world, given, "document")
    body = {"file_name": stored.name, "mime_type": stored.mime, **stored.json()}
    return {"document": body}


def stored_file(world: World, given: Given, kind: str) -> StoredFile:
    """The file that a request uploads or names."""
    if given is None:
        raise bad_request(f"there is no {kind} in the request")
    if isinstance(given, Upload):
        return world.files.add(kind, given)
    if given.startswith(("http://", "https://")):
        # There is no network behind this machine that could fetch it.
        raise bad_request("failed to get HTTP URL content")
    stored = world.files.get(given)
    if stored.kind != kind:
        wanted = kind.capitalize()
        raise bad_request(f"can't use file of type {stored.kind.capitalize()} as {wanted}")
    return stored


def media_content(world: World, kind: object, given: Given) -> Json:
    """The content for an InputMedia of this kind."""
    if kind == "photo":
        return photo_content(world, given)
    if kind == "document":
        return document_content(world, given)
    raise bad_request("can't parse InputMedia: type must be photo or document here")
