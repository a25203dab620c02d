"""The terminal with all comforts: completion, history, bold and italic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent

from bot.console.terminal import PROMPT, addresses, button_line, words_of
from bot.local.seen import Seen

_STYLES = {"bold": "bold", "italic": "italic", "underline": "underline", "strikethrough": "strike"}


class CommandCompleter(Completer):
    """Completes a command at the beginning of a line, with its description beside it."""

    def __init__(self, menu: Mapping[str, str]) -> None:
        self._menu = {**menu, "quit": "leave"}

    def get_completions(
        self,
        document: Document,
        complete_event: CompleteEvent,  # noqa: ARG002 - the library passes it by name
    ) -> Iterable[Completion]:
        """The commands that begin with what is typed."""
        typed = document.text_before_cursor
        if not typed.startswith("/") or " " in typed:
            return
        for name, description in self._menu.items():
            if name.startswith(typed[1:].lower()):
                yield Completion(f"/{name}", -len(typed), display_meta=description)


class PromptScreen:
    """A screen by prompt_toolkit."""

    def __init__(self, menu: Mapping[str, str]) -> None:
        completer = CommandCompleter(menu)
        self._session: PromptSession[str] = PromptSession(
            PROMPT,
            completer=completer,
            complete_while_typing=True,
            key_bindings=_keys(completer),
        )

    def read(self) -> str | None:
        """The next line; None after Ctrl-D."""
        try:
            return self._session.prompt()
        except EOFError:
            return None

    def note(self, text: str) -> None:
        """Print a line, dim."""
        print_formatted_text(FormattedText([("ansibrightblack", text)]))

    def show(self, message: Seen) -> None:
        """Print a message with its bold and italic, its buttons below."""
        said = [("", words_of(message))] if message.kind == "photo" else styled(message)
        pieces = [("", "\n"), *said, ("", "\n")]
        pieces += [("ansibrightblack", f"{address}\n") for address in addresses(message)]
        if message.buttons:
            pieces.append(("ansicyan", f"{button_line(message)}\n"))
        print_formatted_text(FormattedText(pieces))


def _keys(completer: Completer) -> KeyBindings:
    """Tab puts in the only command that fits at once; the library would first open its list."""
    keys = KeyBindings()

    @keys.add("tab")
    def complete(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        found = list(completer.get_completions(buffer.document, CompleteEvent()))
        if len(found) == 1:
            buffer.apply_completion(found[0])
        elif buffer.complete_state:
            buffer.complete_next()
        elif found:
            buffer.start_completion(insert_common_part=True)

    return keys


def styled(message: Seen) -> list[tuple[str, str]]:
    """The text cut where its style changes. Entities count in UTF-16 units."""
    data = message.text.encode("utf-16-le")
    spans = [
        (one["offset"], one["offset"] + one["length"], one["type"]) for one in message.entities
    ]
    edges = sorted(
        {0, len(data) // 2, *(start for start, _, _ in spans), *(end for _, end, _ in spans)}
    )
    return [
        (_style(spans, start), data[2 * start : 2 * end].decode("utf-16-le"))
        for start, end in pairwise(edges)
    ]


def _style(spans: list[tuple[int, int, str]], at: int) -> str:
    kinds = (kind for start, end, kind in spans if start <= at < end)
    return " ".join(_STYLES[kind] for kind in kinds if kind in _STYLES)
