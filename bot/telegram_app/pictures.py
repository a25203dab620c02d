"""Pictures on their way out: after the words, and never in their way.

Each is drawn in a thread and sent by a task of its own, so that no answer waits for a picture. One
that comes too late, because the person has asked on, is not sent at all; whatever goes wrong with
one is a line in the log.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass

from telegram import Bot, InputMediaPhoto, Message, ReplyParameters
from telegram.error import BadRequest, TelegramError

from bot.answers.engine import Engine
from bot.answers.pictured import Spec
from bot.answers.reply import Reply
from bot.pictures.picture import Sketch, sketch
from bot.store.bounded import Bounded
from bot.store.file_ids import MOST, FileIds, FileIdsHere
from bot.store.memory import Key
from bot.telegram_app.sending import Place

log = logging.getLogger(__name__)

SHOWN = 5_000
"""Of so many messages it is remembered which picture they got, so that an edit corrects it."""
AT_ONCE = 20
"""So many pictures are on their way at most; in a rush further answers do without."""
LAST_WAIT = 2.0
"""Seconds that pictures have left when the process ends."""
FILE_NAME = "altyn.png"

Question = tuple[int, int]
"""A chat, and the message in it that was answered."""
Sketcher = Callable[[Spec, str], Sketch | None]
"""Thinks a picture out in a language; None where there is nothing to show."""
Photo = bytes | str
"""A file to upload, or the name by which Telegram knows it."""


@dataclass(frozen=True, slots=True)
class Hung:
    """A picture in a chat: the message, and what is on it."""

    message_id: int
    key: str


@dataclass(frozen=True, slots=True)
class Known:
    """A picture that Telegram has: by which name, and what it says in words."""

    file_id: str
    caption: str


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A picture to be shown: whose question it follows, where, and which answer it goes with."""

    asker: Key
    question: Question
    place: Place
    reply: Reply


class Gallery:
    """Draws, sends, corrects and takes back pictures."""

    def __init__(self, sketcher: Sketcher, file_ids: FileIds | None = None) -> None:
        self._sketcher = sketcher
        self._file_ids = file_ids or FileIdsHere()
        self._drawing = asyncio.Semaphore(1)
        self._latest: Bounded[Key, Question] = Bounded(SHOWN)
        self._hung: Bounded[Question, asyncio.Task[Hung | None]] = Bounded(SHOWN)
        self._tasks: set[asyncio.Task[Hung | None]] = set()
        self._known: Bounded[tuple[Spec, str], Known] = Bounded(MOST)
        self._labels: set[str] = set()

    async def remember(self, file_ids: FileIds) -> None:
        """Use the names of pictures that are kept there, from before the start, too."""
        self._file_ids = file_ids
        self._labels = set(await file_ids.labels())

    def known(self, reply: Reply) -> Known | None:
        """The picture of a reply, where Telegram has it already; drawn is nothing for that.

        For one from before the start it must be seen first whether it still is what would be drawn.
        That is done beside, once, and whoever asks next gets it.
        """
        if reply.picture is None:
            return None
        found = self._known.get((reply.picture, reply.language))
        if found is None and self._labels and len(self._tasks) < AT_ONCE:
            label = _label(reply.picture, reply.language)
            if label in self._labels:
                self._labels.discard(label)
                self._track(self._recognise(reply))
        return found

    def doubt(self, reply: Reply) -> None:
        """Offer the picture of a reply no more until it is sent again: Telegram refused it."""
        if reply.picture:
            self._known.drop((reply.picture, reply.language))

    def show(self, bot: Bot, exhibit: Exhibit) -> None:
        """Send the picture of an answer, if it has one, when it is drawn.

        Call it for each answer: with one that has no picture, an earlier one comes too late.
        """
        self._latest.put(exhibit.asker, exhibit.question)
        if exhibit.reply.picture:
            self._begin(exhibit, self._send(bot, exhibit))

    def correct(self, bot: Bot, exhibit: Exhibit) -> None:
        """Put the picture of a corrected answer in the place of the old one, or take that away.

        Where there was none, one is sent only if nothing was asked since: it would stand below
        what it has nothing to do with.
        """
        before = self._hung.get(exhibit.question)
        if before or exhibit.reply.picture:
            self._begin(exhibit, self._replace(bot, exhibit, before))

    def forget(self, asker: Key) -> None:
        """Forget which pictures a person got in a chat; an edit leaves those as they are."""
        self._latest.drop(asker)
        for question in [q for q in self._hung if q[0] == asker.chat_id]:
            self._hung.drop(question)

    async def settled(self) -> None:
        """Wait until no picture is on its way."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def close(self, within: float = LAST_WAIT) -> None:
        """Let what is on its way arrive, for so many seconds, and give up the rest."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=within)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _begin(self, exhibit: Exhibit, work: Coroutine[None, None, Hung | None]) -> None:
        if len(self._tasks) >= AT_ONCE:
            work.close()
            log.warning("Too many pictures are on their way: an answer does without")
            return
        self._hung.put(exhibit.question, self._track(work))

    def _track(self, work: Coroutine[None, None, Hung | None]) -> asyncio.Task[Hung | None]:
        task = asyncio.create_task(_harmless(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _recognise(self, reply: Reply) -> None:
        drawn = await self._sketched(reply)
        file_id = await self._file_ids.recall(drawn.key) if drawn else None
        if drawn and file_id and reply.picture:
            self._known.put((reply.picture, reply.language), Known(file_id, drawn.caption))

    async def _send(self, bot: Bot, exhibit: Exhibit) -> Hung | None:
        drawn = await self._sketched(exhibit.reply)
        if drawn is None or self._latest.get(exhibit.asker) != exhibit.question:
            return None

        async def act(photo: Photo) -> Message:
            return await _send_photo(bot, exhibit.place, photo, drawn.caption)

        return await self._hang(exhibit.reply, drawn, act)

    async def _replace(
        self, bot: Bot, exhibit: Exhibit, before: asyncio.Task[Hung | None] | None
    ) -> Hung | None:
        old = await before if before else None
        if old is None:
            return await self._send(bot, exhibit)
        drawn = await self._sketched(exhibit.reply)
        chat_id = exhibit.place.chat_id
        if drawn is None:
            await bot.delete_message(chat_id, old.message_id)
            return None
        if drawn.key == old.key:
            return old

        async def act(photo: Photo) -> Message | bool:
            media = InputMediaPhoto(photo, drawn.caption, None, filename=FILE_NAME)
            return await bot.edit_message_media(media, chat_id, old.message_id)

        return await self._hang(exhibit.reply, drawn, act)

    async def _hang(
        self,
        reply: Reply,
        drawn: Sketch,
        act: Callable[[Photo], Coroutine[None, None, Message | bool]],
    ) -> Hung | None:
        """Act with the picture as Telegram knows it already, or else with the file itself."""
        known = await self._file_ids.recall(drawn.key)
        message: Message | bool = False
        if known:
            try:
                message = await act(known)
            except BadRequest as refusal:
                log.info("A picture is uploaded again: %s", refusal)
        if not isinstance(message, Message):
            message = await act(await self._painted(drawn))
        if not isinstance(message, Message) or not message.photo:
            return None
        await self._keep(reply, drawn, message.photo[-1].file_id)
        return Hung(message.message_id, drawn.key)

    async def _keep(self, reply: Reply, drawn: Sketch, file_id: str) -> None:
        if reply.picture is None:
            return
        self._known.put((reply.picture, reply.language), Known(file_id, drawn.caption))
        await self._file_ids.keep(drawn.key, file_id, _label(reply.picture, reply.language))

    async def _sketched(self, reply: Reply) -> Sketch | None:
        if reply.picture is None:
            return None
        async with self._drawing:
            return await asyncio.to_thread(self._sketcher, reply.picture, reply.language)

    async def _painted(self, drawn: Sketch) -> bytes:
        async with self._drawing:
            return (await asyncio.to_thread(drawn.painted)).png


def _label(spec: Spec, language: str) -> str:
    """What stands for a picture's question, 32 characters, the same after a restart."""
    return hashlib.sha256(f"{spec!r} {language}".encode()).hexdigest()[:32]


async def _harmless(work: Coroutine[None, None, Hung | None]) -> Hung | None:
    """Do it; what goes wrong is noted and nothing else."""
    try:
        return await work
    except TelegramError as refusal:
        log.warning("A picture was not sent: %s", refusal)
    except Exception:
        log.exception("A picture was not drawn")
    return None


async def _send_photo(bot: Bot, place: Place, photo: Photo, caption: str) -> Message:
    reply = (
        ReplyParameters(place.reply_to, allow_sending_without_reply=True)
        if place.reply_to
        else None
    )
    return await bot.send_photo(
        place.chat_id,
        photo,
        caption=caption,
        parse_mode=None,
        disable_notification=True,
        message_thread_id=place.thread_id,
        reply_parameters=reply,
        filename=FILE_NAME,
    )


def gallery_of(engine: object) -> Gallery | None:
    """The gallery of an engine that answers from facts; others have nothing to draw from."""
    if not isinstance(engine, Engine):
        return None
    speakers = engine.speakers
    return Gallery(lambda spec, language: sketch(spec, speakers[language]))
