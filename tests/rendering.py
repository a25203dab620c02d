"""What every rendered reply must be, whatever was asked: the rules of Telegram and of reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.answers.codec import VERSION, decode
from bot.answers.engine import Engine
from bot.answers.offer_lines import DESCRIPTION, TITLE
from bot.answers.offers import Offer
from bot.answers.reply import Button, Reply

LONGEST = 4096
"""UTF-16 units of a message."""
_DATA = 64
"""Bytes of a button's data."""
_SUGGESTIONS = 3
_LABEL = 100
"""Characters on a button: those for contests are the longest."""
_MENU, _ROWS, _IN_ROW = 100, 10, 8
"""So many buttons, and rows of them, has a reply at most that lets people choose."""
_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")
_ANCHOR = re.compile(r'a href="(?:start:[A-Za-z0-9_-]{1,64}|https?://[^\s"<>]+)"')

_TAG = re.compile(r"<(/?)([^<>]*)>")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|#\d+);)")
_EMOJI = re.compile(r"[\U0001F000-\U0001FAFF☀-➿]\ufe0f?")
_DRAWN = re.compile(r"[─-╿▀-▟■-◿→-⇿|_*`~]|-{2,}|={2,}|\.{4,}")
_ODDLY_POINTED = re.compile(r" [,.;:)]|\( |,,|, ?\.|:\s*$|—\s*$|^[,:;—·]|· *$|\(\)")
_NAME = re.compile(r"@\w+")
_ADDRESS = re.compile(r"https?://|www\.|t\.me/", re.IGNORECASE)
_CODES_WITH_POINTS = re.compile(r"2\.4mR|\b\d{1,2}\.\d{2}\.\d{4}\b")
_POINTED = re.compile(r"\b\d+\.\d+")
_WITH_COMMA = re.compile(r"\b\d+,(?!\d{3}\b)\d+")
# "из 21 медали" is in another case than what is counted by itself
_COUNTED = re.compile(r"(?<![\d\u00a0.,:–-])(?<!из )\b(\d[\d\u00a0]*) (\w+)")
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


def worded(text: str, language: str, engine: Engine) -> list[str]:
    """Everything that is wrong with plain text that people read, wherever it stands."""
    return [*_lines(text), *_placeholders(text), *_numbers(text, language),
            *_foreign(text, language, engine)]  # fmt: skip


def offered(offer: Offer, engine: Engine) -> list[str]:
    """Everything that is wrong with an offer: its identifier, its two lines, its message."""
    language = offer.reply.language
    wrong = [f"message: {fault}" for fault in faults(offer.reply, engine)]
    if not 1 <= len(offer.id.encode()) <= _DATA:
        wrong.append(f"the identifier {offer.id!r}")
    for line, most in ((offer.title, TITLE), (offer.description, DESCRIPTION)):
        wrong += worded(line, language, engine)
        if len(line) > most or line != line.strip() or "\n" in line:
            wrong.append(f"a line not to be shown: {line!r}")
        if line[:1] != line[:1].upper():
            wrong.append(f"a line that begins small: {line!r}")
        if "&amp;" in line or _TAG.search(line):
            wrong.append(f"markup in {line!r}")
    return wrong if offer.title else [*wrong, "no title"]


def _reading(reply: Reply) -> Iterator[str]:
    text = _text(reply.html)
    yield from _lines(text)
    yield from _placeholders(text)
    yield from _numbers(text, reply.language)


def _lines(text: str) -> Iterator[str]:
    """Spaces, points and emoji."""
    for line in text.split("\n"):
        said = line.replace("\u00a0", " ").replace("\u202f", " ")
        if "  " in said or said != said.strip():
            yield f"spaces in {line!r}"
        if _ODDLY_POINTED.search(said) and not _ends_open(said):
            yield f"punctuation in {line!r}"
        if _DRAWN.search(_NAME.sub("", line)) and not re.search(r"/\w+", line):
            yield f"drawn characters in {line!r}"
        if _ADDRESS.search(line):
            yield f"a bare address in {line!r}"
        for match in _EMOJI.finditer(line):
            before = line[: match.start()].rstrip(" ")
            if not before or not before[-1].isalnum():
                yield f"an emoji after no word in {line!r}"


def _placeholders(text: str) -> Iterator[str]:
    if re.search(
        r"\bNone\b|\{|\}|\$|�|\bTrue\b|\bFalse\b|Decimal|\*|\bstart:|\bgames-|\bnan\b",
        text.replace("None: ", "").replace("None of", ""),
    ):
        yield f"a placeholder in {text[:200]!r}"


def _numbers(text: str, language: str) -> Iterator[str]:
    """A decimal comma in Russian and Kazakh, a point in English; one form of a word after each."""
    body = _CODES_WITH_POINTS.sub("", text)
    wrong = _POINTED if language != "en" else _WITH_COMMA
    yield from (f"the number {found!r}" for found in wrong.findall(body))
    for number, word in _COUNTED.findall(body):
        forms = _FORMS.get(language, {}).get(word)
        if forms is not None and int(number.replace("\u00a0", "")) not in forms:
            yield f"{number} {word}"


def _one(n: int) -> bool:
    return n % 10 == 1 and n % 100 != 11


def _few(n: int) -> bool:
    return n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14)


@dataclass(frozen=True)
class _Numbers:
    """The numbers that a form of a word goes with."""

    fits: Callable[[int], bool]

    def __contains__(self, number: int) -> bool:
        return self.fits(number)


_RU_ONE, _RU_FEW = _Numbers(_one), _Numbers(_few)
_RU_MANY = _Numbers(lambda n: not (_one(n) or _few(n)))
_EN_ONE, _EN_MANY = _Numbers(lambda n: n == 1), _Numbers(lambda n: n != 1)
_FORMS: dict[str, dict[str, _Numbers]] = {
    "ru": {
        **dict.fromkeys(("медаль", "спортсмен", "страна", "день", "золотая", "балл"), _RU_ONE),
        **dict.fromkeys(("медали", "спортсмена", "страны", "дня", "золотые", "балла"), _RU_FEW),
        **dict.fromkeys(("медалей", "спортсменов", "стран", "дней", "золотых", "баллов"), _RU_MANY),
        **dict.fromkeys(("Паралимпиада", "дисциплина", "женщина", "мужчина"), _RU_ONE),
        **dict.fromkeys(("Паралимпиады", "дисциплины", "женщины", "мужчины"), _RU_FEW),
        **dict.fromkeys(("Паралимпиад", "дисциплин", "женщин", "мужчин"), _RU_MANY),
    },
    "en": {
        **dict.fromkeys(("medal", "athlete", "country", "day", "sport", "event"), _EN_ONE),
        **dict.fromkeys(("medals", "athletes", "countries", "days", "sports", "events"), _EN_MANY),
    },
}  # fmt: skip


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
        if len(button.text) > _LABEL or button.text != button.text.strip():
            yield f"the button {button.text!r}"
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
    body = re.sub(r"<a href=\"http[^>]*>.*?</a>", "", body, flags=re.DOTALL)
    buttons = "\n".join(button.text for row in reply.buttons for button in row)
    yield from _foreign(f"{_text(body)}\n{buttons}", reply.language, engine)


def _foreign(text: str, language: str, engine: Engine) -> Iterator[str]:
    body = re.sub(r"“[^”]*”|«[^»]*»|[/@]\w+\b", "", text)
    ours = {lexicon.name for lexicon in engine.lexicons.values()}
    if language == "en":
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
    return (word.isupper() and len(word) <= 5) or word in _CODES


_CODES = frozenset({"Gr", "Ia", "Ib", "Wh", "mR", "Telegram"})
"""Names that are written so in every language, in small letters for once."""
_CACHED: dict[int, frozenset[str]] = {}


def _names(engine: Engine) -> frozenset[str]:
    """The Latin words of the names of people, and of places that have no other name."""
    found = _CACHED.get(id(engine))
    if found is None:
        facts = engine.store.facts
        texts = [lexicon.name for lexicon in engine.lexicons.values()]
        for athlete in facts.athletes.values():
            texts += [*athlete.names.values(), athlete.official]
        for games in facts.games.values():
            texts += [games.city.get("ru", ""), games.city.get("kk", "")]
            texts += [name for venue in games.venues for name in venue.names.values()]
        found = frozenset(word for text in texts for word in _LATIN.findall(text))
        _CACHED[id(engine)] = found
    return found
