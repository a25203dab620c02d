"""Canned questions with canned answers: what an engineer would write down without an engine.

The questions are put together from phrasings and the values of the facts, in three languages; the
answers are the engine's own replies, so that contenders differ in finding alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.answers.codec import encode
from bot.answers.engine import Engine
from bot.answers.speaker import Speaker
from bot.facts.model import Athlete
from bot.facts.query import ANY_MEDAL, EVERY, Dim, Op, Query, where
from bot.language.dialogue import Dialogue

LANGUAGES = ("en", "ru", "kk")
Phrasings = Mapping[str, tuple[str, ...]]
Values = Callable[[Speaker], Iterator[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Canned:
    """One question with its answer. ``phrasing`` has ``{x}`` where ``text`` stands."""

    language: str
    form: str
    phrasing: str
    value: str
    text: str
    answer: str

    @property
    def question(self) -> str:
        """What is matched."""
        return self.phrasing.replace("{x}", self.text)


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of question: the query for a value, the values with their words, and phrasings."""

    key: str
    query: Callable[[str], Query]
    values: Values
    phrasings: Phrasings


def _once(_: Speaker) -> Iterator[tuple[str, str]]:
    yield "", ""


def _named(athlete: Athlete, speaker: Speaker) -> str:
    """The name in a language, or in English where no other is known."""
    return athlete.names.get(speaker.language) or athlete.names["en"]


def _ours(speaker: Speaker) -> Iterator[tuple[str, str]]:
    facts = speaker.store.facts
    for athlete in facts.athletes.values():
        if athlete.npc == facts.home:
            yield athlete.id, _named(athlete, speaker)


def _others(speaker: Speaker) -> Iterator[tuple[str, str]]:
    """Everybody else who won a gold medal at the current Games."""
    facts = speaker.store.facts
    champions = dict.fromkeys(
        athlete
        for result in facts.results
        if result.medal == "gold" and facts.events[result.event].games == facts.current
        for athlete in result.athletes
    )
    for athlete in champions:
        if facts.athletes[athlete].npc != facts.home:
            yield athlete, _named(facts.athletes[athlete], speaker)


def _sports(speaker: Speaker) -> Iterator[tuple[str, str]]:
    yield from ((sport, speaker.sport(sport)) for sport in speaker.store.facts.sports)


def _classes(speaker: Speaker) -> Iterator[tuple[str, str]]:
    events = speaker.store.facts.events.values()
    yield from ((code, code) for code in dict.fromkeys(c for e in events for c in e.classes))


def _countries(speaker: Speaker) -> Iterator[tuple[str, str]]:
    yield from ((npc, speaker.npc(npc)) for npc in speaker.store.facts.delegations)


def _games(speaker: Speaker) -> Iterator[tuple[str, str]]:
    yield from ((games, speaker.games(games)) for games in speaker.store.facts.games)


def _events(speaker: Speaker) -> Iterator[tuple[str, str]]:
    facts = speaker.store.facts
    for event in facts.events.values():
        if event.games == facts.current:
            yield event.id, f"{speaker.sport(event.sport)} {speaker.event(event)}"


_COLOURS = {
    "en": {"gold": "gold", "silver": "silver", "bronze": "bronze"},
    "ru": {"gold": "золото", "silver": "серебро", "bronze": "бронзу"},
    "kk": {"gold": "алтын", "silver": "күміс", "bronze": "қола"},
}


def _colours(speaker: Speaker) -> Iterator[tuple[str, str]]:
    yield from _COLOURS[speaker.language].items()


def _genders(speaker: Speaker) -> Iterator[tuple[str, str]]:
    yield from ((g, speaker.value(Dim.GENDER, g)) for g in ("women", "men"))


def _days(speaker: Speaker) -> Iterator[tuple[str, str]]:
    facts = speaker.store.facts
    current = {e.date for e in facts.events.values() if e.games == facts.current and e.date}
    for day in sorted(current):
        yield f"{day:%m-%d}", speaker.day(day)


def _of(op: Op, target: Dim, dim: str, **more: str) -> Callable[[str], Query]:
    return lambda value: Query(op, target, where(**{dim: value, **more}))


def _fixed(query: Query) -> Callable[[str], Query]:
    return lambda _: query


FORMS = (
    Form("athlete", _of(Op.CARD, Dim.ATHLETE, "athlete"), _ours, {
        "en": ("who is {x}", "tell me about {x}", "what did {x} win"),
        "ru": ("кто такой {x}", "расскажи про {x}", "что выиграл {x}"),
        "kk": ("{x} кім", "{x} туралы айтып бер", "{x} не жеңіп алды"),
    }),
    Form("other-athlete", _of(Op.CARD, Dim.ATHLETE, "athlete"), _others, {
        "en": ("who is {x}",),
        "ru": ("кто такой {x}",),
        "kk": ("{x} кім",),
    }),
    Form("sport", _of(Op.CARD, Dim.SPORT, "sport"), _sports, {
        "en": ("tell me about {x}", "how did Kazakhstan do in {x}"),
        "ru": ("расскажи про {x}", "как выступил Казахстан, {x}"),
        "kk": ("{x} туралы айтып бер", "Қазақстан {x} қалай өнер көрсетті"),
    }),
    Form("sport-medals", _of(Op.LIST, Dim.ATHLETE, "sport", medal=ANY_MEDAL), _sports, {
        "en": ("who won medals in {x}", "medals in {x}"),
        "ru": ("кто выиграл медали, {x}", "медали, {x}"),
        "kk": ("{x} бойынша кім медаль алды", "{x} медальдары"),
    }),
    Form("sport-count", _of(Op.COUNT, Dim.MEDAL, "sport", medal=ANY_MEDAL), _sports, {
        "en": ("how many medals in {x}",),
        "ru": ("сколько медалей, {x}",),
        "kk": ("{x} бойынша неше медаль",),
    }),
    Form("venue", _of(Op.GAMES, Dim.VENUE, "sport"), _sports, {
        "en": ("where was {x} held",),
        "ru": ("где проходили соревнования, {x}",),
        "kk": ("{x} қайда өтті",),
    }),
    Form("colour", _of(Op.LIST, Dim.ATHLETE, "medal"), _colours, {
        "en": ("who won {x}", "list of {x} medals"),
        "ru": ("кто выиграл {x}", "кто взял {x}"),
        "kk": ("кім {x} алды", "{x} медаль иегерлері"),
    }),
    Form("colour-count", _of(Op.COUNT, Dim.MEDAL, "medal"), _colours, {
        "en": ("how many {x} medals did Kazakhstan win", "how many {x}"),
        "ru": ("сколько медалей, {x}", "сколько раз Казахстан взял {x}"),
        "kk": ("Қазақстан неше {x} медаль алды", "неше {x}"),
    }),
    Form("gender", _of(Op.LIST, Dim.ATHLETE, "gender", medal=ANY_MEDAL), _genders, {
        "en": ("which {x} won medals",),
        "ru": ("кто выиграл медали, {x}",),
        "kk": ("медаль алған {x}",),
    }),
    Form("day", _of(Op.LIST, Dim.ATHLETE, "day", medal=ANY_MEDAL), _days, {
        "en": ("who won medals on {x}",),
        "ru": ("кто выиграл медали {x}",),
        "kk": ("{x} кім медаль алды",),
    }),
    Form("class", _of(Op.LIST, Dim.ATHLETE, "class"), _classes, {
        "en": ("who competed in class {x}", "results in class {x}"),
        "ru": ("кто выступал в классе {x}", "результаты в классе {x}"),
        "kk": ("{x} класында кім өнер көрсетті",),
    }),
    Form("class-card", _of(Op.CARD, Dim.CLASS, "class"), _classes, {
        "en": ("what does class {x} mean", "what is {x}"),
        "ru": ("что значит класс {x}", "что такое {x}"),
        "kk": ("{x} класы нені білдіреді", "{x} деген не"),
    }),
    Form("event", _of(Op.LIST, Dim.ATHLETE, "event", medal="gold", npc=EVERY), _events, {
        "en": ("who won {x}",),
        "ru": ("кто выиграл {x}",),
        "kk": ("{x} кім жеңді",),
    }),
    Form("country", _of(Op.CARD, Dim.MEDAL, "npc", medal=ANY_MEDAL), _countries, {
        "en": ("how many medals did {x} win", "medals of {x}"),
        "ru": ("сколько медалей выиграла страна {x}", "медали {x}"),
        "kk": ("{x} неше медаль алды", "{x} медальдары"),
    }),
    Form("country-rank", _of(Op.RANK, Dim.NPC, "npc"), _countries, {
        "en": ("what place did {x} take in the medal table",),
        "ru": ("какое место в медальном зачёте, {x}",),
        "kk": ("{x} медаль кестесінде нешінші орын алды",),
    }),
    Form("games", _of(Op.CARD, Dim.GAMES, "games"), _games, {
        "en": ("when and where were the Games {x}", "{x}"),
        "ru": ("когда и где проходили Игры {x}", "{x}"),
        "kk": ("{x} ойындары қашан және қайда өтті", "{x}"),
    }),
    Form("games-medals", _of(Op.CARD, Dim.MEDAL, "games", medal=ANY_MEDAL), _games, {
        "en": ("what did Kazakhstan win in {x}",),
        "ru": ("что выиграл Казахстан на Играх {x}",),
        "kk": ("Қазақстан {x} не жеңіп алды",),
    }),
    Form("total", _fixed(Query(Op.CARD, Dim.MEDAL, where(medal=ANY_MEDAL))), _once, {
        "en": ("how many medals did Kazakhstan win", "all medals", "list of medallists"),
        "ru": ("сколько медалей выиграл Казахстан", "все медали", "список призёров"),
        "kk": ("Қазақстан неше медаль алды", "барлық медальдар", "жүлдегерлер тізімі"),
    }),
    Form("rank", _fixed(Query(Op.RANK, Dim.NPC)), _once, {
        "en": ("what place did Kazakhstan take", "rank in the medal table"),
        "ru": ("какое место занял Казахстан", "место в медальном зачёте"),
        "kk": ("Қазақстан нешінші орын алды", "медаль кестесіндегі орны"),
    }),
    Form("team", _fixed(Query(Op.CARD, Dim.NPC)), _once, {
        "en": ("how many athletes were in the team", "tell me about the team"),
        "ru": ("сколько спортсменов в сборной", "расскажи про сборную"),
        "kk": ("құрамада неше спортшы болды", "құрама туралы айтып бер"),
    }),
    Form("sports", _fixed(Query(Op.LIST, Dim.SPORT)), _once, {
        "en": ("in which sports did Kazakhstan compete",),
        "ru": ("в каких видах спорта выступал Казахстан",),
        "kk": ("Қазақстан қандай спорт түрлерінен қатысты",),
    }),
    Form("youngest", _fixed(Query(Op.YOUNGEST, Dim.ATHLETE)), _once, {
        "en": ("who is the youngest athlete",),
        "ru": ("кто самый молодой спортсмен",),
        "kk": ("ең жас спортшы кім",),
    }),
    Form("oldest", _fixed(Query(Op.OLDEST, Dim.ATHLETE)), _once, {
        "en": ("who is the oldest athlete",),
        "ru": ("кто самый старший спортсмен",),
        "kk": ("ең үлкен спортшы кім",),
    }),
    Form("first", _fixed(Query(Op.FIRST, Dim.ATHLETE, where(medal=ANY_MEDAL))), _once, {
        "en": ("who won the first medal",),
        "ru": ("кто выиграл первую медаль",),
        "kk": ("алғашқы медальді кім алды",),
    }),
    Form("topten", _fixed(Query(Op.TOP, Dim.NPC)), _once, {
        "en": ("medal table", "which country won most medals"),
        "ru": ("медальный зачёт", "какая страна выиграла больше всех медалей"),
        "kk": ("медаль кестесі", "қай ел ең көп медаль алды"),
    }),
)  # fmt: skip

_TALK: Mapping[str, Phrasings] = {
    "hello": {"en": ("hello", "hi"), "ru": ("привет", "здравствуйте"), "kk": ("сәлем",)},
    "thanks": {"en": ("thanks", "thank you"), "ru": ("спасибо",), "kk": ("рахмет",)},
    "bye": {"en": ("bye", "goodbye"), "ru": ("пока", "до свидания"), "kk": ("сау бол",)},
    "who": {"en": ("who are you",), "ru": ("кто ты",), "kk": ("сен кімсің",)},
    "help": {"en": ("help", "what can you do"), "ru": ("помощь", "что ты умеешь"),
             "kk": ("көмек", "не істей аласың")},
}  # fmt: skip


def canned(engine: Engine) -> list[Canned]:
    """All canned questions that the facts have an answer to."""
    found: list[Canned] = []
    for language in LANGUAGES:
        speaker = engine.speakers[language]
        found += _talk(speaker)
        found += _commands(engine, language)
        for form in FORMS:
            found += _filled(form, engine, speaker)
    return found


def _filled(form: Form, engine: Engine, speaker: Speaker) -> Iterator[Canned]:
    language = speaker.language
    for value, text in form.values(speaker):
        data = encode("q", form.query(value))
        if data is None:
            continue
        reply = engine.press(data, Dialogue(chosen=language), hint=language, now=0.0).reply
        if reply.known:
            for phrasing in form.phrasings[language]:
                yield Canned(language, form.key, phrasing, value, str(text), reply.html)


def _talk(speaker: Speaker) -> Iterator[Canned]:
    for topic, phrasings in _TALK.items():
        answer = speaker.say(f"talk-{topic}")
        for phrasing in phrasings[speaker.language]:
            yield Canned(speaker.language, f"talk-{topic}", phrasing, "", "", answer)


def _commands(engine: Engine, language: str) -> Iterator[Canned]:
    for name in engine.commands:
        turn = engine.command(name, "", Dialogue(chosen=language), hint=language, now=0.0)
        yield Canned(language, f"command-{name}", f"/{name}", "", "", turn.reply.html)
