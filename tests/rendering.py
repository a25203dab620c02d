"""What every rendered reply must be, whatever was asked: the rules of Telegram and of reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answers.codec import VERSION, decode
from bot.answers.engine import Engine
from bot.answers.reply import Button, Reply

LONGEST = 4096
"""UTF-16 units of a message."""
_DATA = 64
"""Bytes of a button's data."""
_SUGGESTIONS = 3
_MENU, _ROWS, _IN_ROW = 100, 10, 8
"""So many buttons, and rows of them, has a reply at most that lets people choose."""
_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")
_ANCHOR = re.compile(r'a href="(?:start:[A-Za-z0-9_-]{1,64}|https?://[^\s"<>]+)"')

_TAG = re.compile(r"<(/?)([^<>]*)>")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|#\d+);)")
_EMOJI = re.compile(r"[\U0001F000-\U0001FAFF☀-➿]\ufe0f?")
_DRAWN = re.compile(r"[─-╿▀-▟■-◿→-⇿|_*`~]|-{2,}|={2,}|\.{4,}")
_ODDLY_POINTED = re.compile(r" [,.;:)]|\( |,,|, ?\.|:\s*$|—\s*$|^[,:;—·]|· *$|\(\)")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’.-][A-Za-zÀ-ɏ]+)*")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]+")


def units(text: str) -> int:
    """The length as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


def faults(reply: Reply, engine: Engine) -> list[str]:
    """Everything that is wrong with a reply, each in a few words."""
    return [
        *_limits(reply),
        *_markup(reply.html),
        *_reading(reply),
        *_buttons(reply),
        *_language(reply, engine),
    ]


def _text(html: str) -> str:
    text = _TAG.sub("", html)
    return (
        text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    )


def _limits(reply: Reply) -> Iterator[str]:
    size = units(_text(reply.html))
    if not _text(reply.html).strip():
        yield "empty"
    if size > LONGEST:
        yield f"{size} units long"


def _markup(html: str) -> Iterator[str]:
    opened: list[str] = []
    for match in _TAG.finditer(html):
        closing, name = match.groups()
        if not closing and _ANCHOR.fullmatch(name):
            name = "a"
        elif not closing and name == "a":
            yield "a link that leads nowhere"
        if name not in ("a", "b", "i"):
            yield f"tag {match.group()}"
        elif not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            yield f"tag {match.group()} closes nothing"
    if opened:
        yield f"tag {opened} stays open"
    if "<" in _TAG.sub("", html) or ">" in _TAG.sub("", html):
        yield "an angle bracket"
    if _ENTITY.search(html):
        yield "a bare ampersand"


def _reading(reply: Reply) -> Iterator[str]:
    text = _text(reply.html)
    for line in text.split("\n"):
        said = line.replace("\u00a0", " ").replace("\u202f", " ")
        if "  " in said or said != said.strip():
            yield f"spaces in {line!r}"
        if _ODDLY_POINTED.search(said) and not _ends_open(said):
            yield f"punctuation in {line!r}"
        if _DRAWN.search(line) and not re.search(r"/\w+", line):
            yield f"drawn characters in {line!r}"
        for match in _EMOJI.finditer(line):
            before = line[: match.start()].rstrip(" ")
            if not before or not before[-1].isalnum():
                yield f"an emoji after no word in {line!r}"
    if re.search(
        r"\bNone\b|\{|\}|\$|�|\bTrue\b|\bFalse\b|Decimal|\*",
        text.replace("None: ", "").replace("None of", ""),
    ):
        yield f"a placeholder in {text[:200]!r}"


def _ends_open(line: str) -> bool:
    """Lines that introduce what follows: "Try for example:"."""
    return line.endswith(":") and " " in line


def _buttons(reply: Reply) -> Iterator[str]:
    flat = [button for row in reply.buttons for button in row]
    if len(flat) > _MENU:
        yield f"{len(flat)} buttons"
    if reply.known and reply.sources and len(flat) > _SUGGESTIONS:
        yield f"{len(flat)} suggestions"
    texts = [button.text for button in flat]
    if len(set(texts)) != len(texts):
        yield f"buttons that read alike: {texts}"
    if len(reply.buttons) > _ROWS or any(len(row) > _IN_ROW for row in reply.buttons):
        yield f"{[len(row) for row in reply.buttons]} buttons in rows"
    for button in flat:
        yield from _data(button)
        if not button.text.strip() or not any(char.isalpha() for char in button.text):
            yield f"a button that says {button.text!r}"
        if "<" in button.text or "&amp;" in button.text:
            yield f"markup on the button {button.text!r}"


def _data(button: Button) -> Iterator[str]:
    """What is wrong with what a button carries."""
    size = len(button.data.encode())
    if not 1 <= size <= _DATA:
        yield f"button data of {size} bytes"
    if button.kind == "share":
        if not _PARAMETER.fullmatch(button.data):
            yield f"the start parameter {button.data!r}"
        return
    action, _, rest = button.data.partition(":")
    if action[:1] != VERSION or (action[1:] in ("q", "w", "p") and decode(rest) is None):
        yield f"button data {button.data!r} cannot be read back"


def _language(reply: Reply, engine: Engine) -> Iterator[str]:
    """One language a reply: no words of another but names, codes, sources and what was typed."""
    body = re.sub(r"<i>.*?</i>", "", reply.html, flags=re.DOTALL)
    body = re.sub(r"“[^”]*”|/[a-z]+\b", "", _text(body))
    if reply.language == "en":
        ours = {lexicon.name for lexicon in engine.lexicons.values()}
        strange = [w for w in _CYRILLIC.findall(body) if len(w) > 1 and w not in ours]
    else:
        known = _names(engine)
        strange = [
            word
            for word in _LATIN.findall(body)
            if word not in known and not _is_code(word) and len(word) > 1
        ]
    if strange:
        yield f"words of another language: {strange[:6]} in {body[:160]!r}"


def _is_code(word: str) -> bool:
    return word.isupper() and len(word) <= 5


_CACHED: dict[int, frozenset[str]] = {}


def _names(engine: Engine) -> frozenset[str]:
    """The Latin words of all names and class codes in the facts."""
    found = _CACHED.get(id(engine))
    if found is None:
        facts = engine.store.facts
        texts: list[str] = []
        for athlete in facts.athletes.values():
            texts += [*athlete.names.values(), athlete.official]
        for games in facts.games.values():
            texts += [games.city.get("ru", ""), games.city.get("kk", "")]
            texts += [name for venue in games.venues for name in venue.names.values()]
        texts += [lexicon.name for lexicon in engine.lexicons.values()]
        # classes are codes, even where they are words: "Grade IV", "Standing"
        texts += [code for event in facts.events.values() for code in event.classes]
        texts += [known.code for known in facts.classifications.values()]
        texts += [name for known in facts.disciplines.values() for name in known.names.values()]
        found = frozenset(word for text in texts for word in _LATIN.findall(text))
        _CACHED[id(engine)] = found
    return found
