"""An engine that says what it was asked: the applications can be tested without any facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import escape

from bot.answers.offers import Offer, Offers
from bot.answers.reply import Button, Cited, Reply, Turn
from bot.language.dialogue import EMPTY, Dialogue

WHY = ((Button("Why?", "why:1"), Button("Judo", "sport:judo")),)
SOURCE = Cited("wiki", "An article", "An encyclopedia", "2024-09-09", None)
TROUBLE = "Something broke on our side & we know."


@dataclass
class FakeEngine:
    """Answers with the method's name and its arguments.

    ``broken`` words raise; ``replies`` gives the reply to a text; the dialogue's ``athletes`` hold
    what was said before.
    """

    languages: tuple[str, ...] = ("en", "ru")
    commands: tuple[str, ...] = ("start", "help", "gold", "athlete", "forget")
    replies: dict[str, Reply] = field(default_factory=dict)
    broken: frozenset[str] = frozenset({"boom"})
    asked: list[str] = field(default_factory=list)

    def message(self, text: str, dialogue: Dialogue, *, hint: str | None, now: float) -> Turn:
        if text in self.broken:
            raise RuntimeError("the engine broke")
        return self._turn(f"message {text}", text, dialogue, hint)

    def about(
        self, text: str, original: str, dialogue: Dialogue, *, hint: str | None, now: float
    ) -> Turn:
        return self._turn(f"about {original}: {text}", text, dialogue, hint)

    def judge(self, claim: str, dialogue: Dialogue, *, hint: str | None, now: float) -> Turn:
        return self._turn(f"judge {claim}", claim, dialogue, hint)

    def command(
        self, name: str, argument: str, dialogue: Dialogue, *, hint: str | None, now: float
    ) -> Turn:
        turn = self._turn(f"command {name} {argument}".strip(), f"/{name}", dialogue, hint)
        return replace(turn, dialogue=EMPTY, forget=True) if name == "forget" else turn

    def press(self, data: str, dialogue: Dialogue, *, hint: str | None, now: float) -> Turn:
        return self._turn(f"press {data}", data, dialogue, hint)

    def speechless(self, dialogue: Dialogue, *, hint: str | None, now: float) -> Turn:
        return self._turn("speechless", "", dialogue, hint)

    def offers(
        self, text: str, dialogue: Dialogue, *, hint: str | None, offset: str, now: float
    ) -> Offers:
        if text in self.broken:
            raise RuntimeError("the engine broke")
        turn = self._turn(f"offers {text}", text, dialogue, hint)
        made = Offer("1", text, "", turn.reply)
        return Offers((made,) if text else (), "", turn.reply.language, False, "Nothing")

    def rehearse(self) -> Iterator[None]:
        yield from ()

    def invitation(self, dialogue: Dialogue, *, hint: str | None) -> str:
        return TROUBLE

    def ask(self, language: str) -> str:
        return f"Ask in {language}"

    def trouble(self, dialogue: Dialogue, *, hint: str | None) -> str:
        return TROUBLE

    def description(self, command: str, language: str) -> str:
        return f"{command} in {language}"

    def welcome(self, name: str, *, hint: str | None) -> Reply:
        return Reply(f"welcome from {name} in {hint}", True, hint or "en")

    def profile(self, text: str, language: str) -> str:
        return f"{text} in {language}"

    def _turn(self, said: str, key: str, dialogue: Dialogue, hint: str | None) -> Turn:
        self.asked.append(said)
        before = dialogue.athletes[-1] if dialogue.athletes else "nothing"
        usual = Reply(
            html=f"<b>{escape(said)}</b> after {escape(before)}",
            known="unknown" not in said,
            language=hint or "en",
            buttons=WHY,
            sources=(SOURCE,),
        )
        after = replace(dialogue, athletes=(*dialogue.athletes, said), language=hint)
        return Turn(self.replies.get(key, usual), after)
