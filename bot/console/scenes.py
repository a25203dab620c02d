"""The scenes of the walk: who does what. What the bot says to it is written nowhere here."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from functools import partial

from bot.console.playing import Play
from bot.console.screens import Screen

Screens = AsyncIterator[Screen]


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: its file's name, its title, and what happens in it."""

    name: str
    title: str
    play: Callable[[Play], Screens]


@dataclass(frozen=True, slots=True)
class _Argument:
    """A claim in a group, and who asks the bot about it."""

    language: str
    chat: int
    title: str
    names: tuple[str, str]
    claim: str
    asked: str
    guest: bool


_ARGUED = (
    _Argument("kk", -31, "Спорт сүйер қауым", ("Ерлан", "Аяна"),
              "Қазақстан Парижде 39-орын алды", "рас па?", guest=False),
    _Argument("ru", -32, "Болельщики", ("Марат", "Вера"),
              "У нас в Париже было три золота", "правда?", guest=True),
    _Argument("en", -33, "Sports fans", ("Tom", "Ada"),
              "Degtyarev won silver", "true?", guest=True),
)  # fmt: skip


async def _question(play: Play) -> Screens:
    chat, ada = play.alone("en")
    await play.say(chat, ada, "who won gold?")
    yield play.screen(chat, ada, pressing="Why?")
    await play.press(chat, ada, "Why?")
    yield play.screen(chat, ada, last=1)
    await play.say(chat, ada, "and silver?")
    yield play.screen(chat, ada, last=2)


async def _inline(play: Play) -> Screens:
    vera, oleg = play.person("Вера", "ru"), play.person("Олег", "ru")
    chat = play.machine.group(-20, "Олег", with_bot=False)
    await play.act(chat, lambda: play.machine.send_text(chat, oleg, "Кто у нас взял золото?"))
    offered = await play.type(chat, vera, "дег")
    yield play.screen(chat, vera, typed=f"{play.name} дег", offered=offered)
    best = offered.results[0]["id"]
    await play.act(chat, lambda: play.machine.choose(chat, offered, best))
    yield play.screen(chat, vera)


async def _referee(play: Play) -> Screens:
    """In Kazakh the bot is in the group; in the others it is summoned as a guest."""
    machine = play.machine
    for argued in _ARGUED:
        teller, doubter = (play.person(name, argued.language) for name in argued.names)
        chat = machine.group(argued.chat, argued.title, with_bot=not argued.guest)
        said = machine.send_text(chat, teller, argued.claim)
        words = f"{play.name} {argued.asked}"
        if argued.guest:
            ask: Callable[[], object] = partial(
                machine.guest_message, doubter, chat, words, reply_to=said
            )
        else:
            ask = partial(machine.send_text, chat, doubter, words, reply_to=said)
        await play.act(chat, ask)
        yield play.screen(chat, doubter)


async def _athletes(play: Play) -> Screens:
    chat, ada = play.alone("kk")
    await play.say(chat, ada, "/athlete")
    for text in ("Спорт түрі", "Пара пауэрлифтинг"):
        yield play.screen(chat, ada, pressing=text)
        await play.press(chat, ada, text)
    yield play.screen(chat, ada)


async def _medals(play: Play) -> Screens:
    chat, ada = play.alone("kk")
    await play.say(chat, ada, "/medals")
    whole = play.screen(chat, ada)
    yield whole.part(0, 2)
    yield whole.part(2, 3)


async def _own(play: Play) -> Screens:
    chat, ada = play.alone("ru")
    await play.say(chat, ada, "/privacy")
    yield play.screen(chat, ada)
    await play.say(chat, ada, "/language")
    yield play.screen(chat, ada, last=2, pressing="Қазақша")
    await play.press(chat, ada, "Қазақша")
    yield play.screen(chat, ada, last=3)


async def _unsure(play: Play) -> Screens:
    for language, said in (
        ("en", "how much money did Degtyarev get?"),
        ("ru", "кто первыц в медальном зачете"),
        ("kk", "қола алған дзюдошылкр"),
    ):
        chat, somebody = play.alone(language)
        await play.say(chat, somebody, said)
        yield play.screen(chat, somebody)


SCENES = (
    Scene("question", "A question, the reason, and a question that follows", _question),
    Scene("anywhere", "An answer in a chat with somebody else", _inline),
    Scene("referee", "Claims judged in groups", _referee),
    Scene("athletes", "Finding an athlete by sport", _athletes),
    Scene("medals", "All medals, and their picture", _medals),
    Scene("privacy", "What is remembered, and the choice of a language", _own),
    Scene("unsure", "What it does not know, and words mistyped", _unsure),
)
"""All scenes, in the order of the page that shows them."""
