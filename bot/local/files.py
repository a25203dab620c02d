"""Files that were sent: their bytes, their ids, and the sizes that Telegram makes of photos."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from bot.local.errors import BotApiError, bad_request
from bot.local.images import image_size
from bot.local.limits import DOWNLOAD_BYTES, PHOTO_BYTES, PHOTO_RATIO, PHOTO_SIDES, UPLOAD_BYTES

# The longest sides of the copies that Telegram keeps of a photo.
_SIDES = (90, 320, 800, 1280)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it arrives in a request."""

    name: str
    content: bytes
    mime: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as Telegram keeps it; `path` is the `file_path` of getFile."""

    file_id: str
    unique_id: str
    kind: str
    name: str
    path: str
    mime: str
    content: bytes

    def json(self) -> dict[str, Any]:
        """The fields that every file object of the Bot API begins with."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }


class FileStore:
    """All files of the machine, by id and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(self, kind: str, upload: Upload) -> StoredFile:
        """Keep an upload; `kind` is photo, document, voice, sticker ..."""
        if not upload.content:
            raise bad_request("file must be non-empty")
        if len(upload.content) > UPLOAD_BYTES:
            raise BotApiError(413, "Request Entity Too Large")
        number = len(self._by_id) + 1
        digest = hashlib.sha256(upload.content).hexdigest()
        suffix = upload.name.rpartition(".")[2] if "." in upload.name else "bin"
        stored = StoredFile(
            file_id=f"LOCAL{kind[:3].upper()}{number:06d}{digest[:40]}",
            unique_id=f"LU{digest[:14]}",
            kind=kind,
            name=upload.name,
            path=f"{kind}s/file_{number}.{suffix}",
            mime=upload.mime,
            content=upload.content,
        )
        self._by_id[stored.file_id] = self._by_path[stored.path] = stored
        return stored

    def get(self, file_id: str) -> StoredFile:
        """The file with this id; refuses ids that Telegram did not give out."""
        stored = self._by_id.get(file_id)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return stored

    def at(self, path: str) -> StoredFile | None:
        """The file that getFile gave this path, for downloads."""
        return self._by_path.get(path)

    def describe(self, file_id: str) -> dict[str, Any]:
        """What getFile answers."""
        stored = self.get(file_id)
        if len(stored.content) > DOWNLOAD_BYTES:
            raise bad_request("file is too big")
        return {**stored.json(), "file_path": stored.path}


def check_photo(content: bytes) -> tuple[int, int]:
    """Width and height of a photo that Telegram takes as one."""
    if len(content) > PHOTO_BYTES:
        raise bad_request(
            f"file of size {len(content)} bytes is too big for a photo;"
            f" the maximum size is {PHOTO_BYTES} bytes"
        )
    size = image_size(content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = size
    if width + height > PHOTO_SIDES or max(size) > PHOTO_RATIO * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height


def photo_sizes(stored: StoredFile) -> list[dict[str, Any]]:
    """The `photo` of a message: thumbnails first, the largest copy last.

    The copies share the bytes of the original: nothing here can scale pictures, and what bots
    look at are the ids and the sizes.
    """
    width, height = check_photo(stored.content)
    longest = max(width, height)
    sides = [side for side in _SIDES if side < longest] + [min(longest, _SIDES[-1])]
    sizes = []
    for side in sorted(set(sides)):
        scale = side / longest
        size = {"width": max(1, round(width * scale)), "height": max(1, round(height * scale))}
        sizes.append({**stored.json(), **size})
    return sizes
