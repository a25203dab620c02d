"""Replies that are the same for everybody: the beginning, help, about, languages, accuracy."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.answers.accuracy import RIGHT, VERDICTS, Accuracy
from bot.answers.codec import VERSION
from bot.answers.lines import bold
from bot.answers.reply import Button, Reply
from bot.answers.speaker import Speaker

Buttons = tuple[tuple[Button, ...], ...]

EXAMPLES = 3


def examples(speaker: Speaker) -> list[str]:
    """Questions that work, to try."""
    return [speaker.say(f"example-{number}") for number in range(1, EXAMPLES + 1)]


def example_buttons(speaker: Speaker) -> Buttons:
    """The examples to tap."""
    return tuple(
        (Button(text, f"{VERSION}e:{number}"),) for number, text in enumerate(examples(speaker))
    )


class Pages:
    """The pages of one bot: its commands, its languages' own names, its measured accuracy."""

    def __init__(
        self, commands: tuple[str, ...], names: Mapping[str, str], accuracy: Accuracy | None
    ) -> None:
        self._commands = commands
        self._names = names
        self._accuracy = accuracy
        self._pages: Mapping[str, Callable[[Speaker], Reply]] = {
            "start": self._start,
            "help": self._help,
            "about": lambda speaker: _reply(speaker.say("about"), speaker),
            "language": self._languages,
            "privacy": lambda speaker: Reply(speaker.say("privacy"), True, speaker.language),
            "accuracy": self._figures,
        }

    def page(self, name: str, speaker: Speaker) -> Reply:
        """The page of a command; one that there is not gets a pointer to /help."""
        made = self._pages.get(name)
        if made is None:
            return plain("unknown-command", speaker, known=False)
        return made(speaker)

    def _start(self, speaker: Speaker) -> Reply:
        lines = [speaker.say("start"), speaker.say("try-these"), *examples(speaker)]
        return _reply("\n".join(lines), speaker)

    def _help(self, speaker: Speaker) -> Reply:
        listed = [f"/{name} — {speaker.say(f'command-{name}')}" for name in self._commands]
        lines = [speaker.say("talk-help"), speaker.say("help-head"), *listed]
        return _reply("\n".join(lines), speaker)

    def _languages(self, speaker: Speaker) -> Reply:
        buttons = tuple((Button(name, f"{VERSION}l:{code}"),) for code, name in self._names.items())
        return Reply(speaker.say("choose-language"), True, speaker.language, buttons)

    def _figures(self, speaker: Speaker) -> Reply:
        figures = self._accuracy
        if figures is None:
            return plain("accuracy-none", speaker, known=False)
        first = speaker.say(
            "accuracy",
            share=speaker.percent(figures.all(RIGHT), figures.questions),
            n=figures.questions,
            date=speaker.day(figures.day, year=True),
        )
        lines = [bold(first)]
        lines += [speaker.say(f"accuracy-{key}", n=figures.all(key)) for key in VERDICTS]
        for language, counts in figures.counts.items():
            share = speaker.percent(counts[RIGHT], sum(counts.values()))
            name = self._names.get(language, language)
            lines.append(speaker.say("accuracy-language", language=name, share=share))
        return _reply("\n".join(lines), speaker)


def plain(key: str, speaker: Speaker, *, known: bool) -> Reply:
    """A single message, with examples to tap."""
    return Reply(speaker.say(key), known, speaker.language, example_buttons(speaker))


def _reply(html: str, speaker: Speaker) -> Reply:
    return Reply(html, True, speaker.language, example_buttons(speaker))
