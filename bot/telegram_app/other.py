"""What is no text: stickers, photos, voice notes. In groups :mod:`.reading` leaves them alone."""

from __future__ import annotations

from bot.store.bounded import Bounded
from bot.telegram_app.reading import Wordless


def first_of_album(albums: Bounded[str, bool], wordless: Wordless) -> bool:
    """Whether to answer: of pictures sent together, which arrive one by one, only the first."""
    if wordless.album is None:
        return True
    known = wordless.album in albums
    albums.put(wordless.album, True)
    return not known
