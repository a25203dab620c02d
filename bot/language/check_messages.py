"""The check of messages: sound Fluent, and the same keys and places in every language."""

from __future__ import annotations

import ast as python
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from fluent.syntax import FluentParser, ast, visitor

from bot.facts.fault import Fault, did_you_mean

MODEL: Final = "en"
"""The language that the others are compared with."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A message: its line, the places that are filled in, and the messages that it is made of."""

    line: int
    places: frozenset[str]
    shown: frozenset[str]
    """Those that are printed. By the others a language only chooses its words, if it needs to."""
    parts: frozenset[str]


class _Parts(visitor.Visitor):
    """Gathers what a message refers to."""

    def __init__(self) -> None:
        self.places: set[str] = set()
        self.shown: set[str] = set()
        self.parts: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        """A place: ``{ $name }``."""
        self.places.add(node.id.name)

    def visit_Placeable(self, node: ast.Placeable) -> None:  # noqa: N802
        """What stands in braces."""
        if isinstance(node.expression, ast.VariableReference):
            self.shown.add(node.expression.id.name)
        self.generic_visit(node)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        """Another message: ``{ name }``."""
        self.parts.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        """A term: ``{ -name }``."""
        self.parts.add(f"-{node.id.name}")


def message_faults(folder: Path) -> Iterator[Fault]:
    """All checks of the messages of a folder."""
    languages: dict[str, dict[str, _Said]] = {}
    for path in sorted(folder.glob("*.ftl")):
        faults: list[Fault] = []
        languages[path.stem] = _read(path, faults)
        yield from faults
    model = languages.get(MODEL)
    for language, messages in languages.items():
        name = _name(folder / f"{language}.ftl")
        yield from _references(name, messages)
        if model is not None and language != MODEL:
            yield from _differences(name, messages, model)


def _name(path: Path) -> str:
    return "/".join(path.parts[-3:])


def _read(path: Path, faults: list[Fault]) -> dict[str, _Said]:
    name = _name(path)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        faults.append(Fault(name, 1, "is not UTF-8 text", "save it as UTF-8"))
        return {}
    messages: dict[str, _Said] = {}
    for entry in FluentParser().parse(text).body:
        line = _line(text, entry.span)
        if isinstance(entry, ast.Junk):
            faults.extend(_syntax(name, text, note) for note in entry.annotations)
        if not isinstance(entry, ast.Message | ast.Term):
            continue
        key = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
        if key in messages:
            first = f"it is at line {messages[key].line} too"
            faults.append(Fault(name, line, f"message '{key}' stands twice", first))
        found = _Parts()
        found.visit(entry)
        messages[key] = _Said(line, *map(frozenset, (found.places, found.shown, found.parts)))
    return messages


def _line(text: str, span: ast.Span | None) -> int:
    return text.count("\n", 0, span.start) + 1 if span else 1


def _syntax(name: str, text: str, note: ast.Annotation) -> Fault:
    return Fault(
        name,
        _line(text, note.span),
        f"is no valid message: {note.message}",
        "the format is Fluent's",
    )


def _references(name: str, messages: Mapping[str, _Said]) -> Iterator[Fault]:
    for key, said in messages.items():
        for part in sorted(said.parts - messages.keys()):
            what = f"message '{key}' is made of '{part}', which there is not"
            yield Fault(name, said.line, what, did_you_mean(part, messages))


def _differences(
    name: str, messages: Mapping[str, _Said], model: Mapping[str, _Said]
) -> Iterator[Fault]:
    line = 1
    for key, said in model.items():
        here = messages.get(key)
        if here is None:
            # At the line where it should follow.
            hint = f"{MODEL}.ftl has it at line {said.line}"
            yield Fault(name, line, f"message '{key}' is missing", hint)
            continue
        line = here.line
        other = here.places - said.places
        adds = sorted(other - _given().get(key, frozenset()))
        lacks = sorted(said.shown - here.places)
        if len(other) - len(adds) >= len(lacks):
            lacks = []  # It says the same by other means that it is given.
        hint = f"{MODEL}.ftl has {', '.join(f'${p}' for p in sorted(said.places)) or 'none'}"
        if lacks:
            yield Fault(name, line, f"message '{key}' lacks ${', $'.join(lacks)}", hint)
        if adds:
            yield Fault(name, line, f"message '{key}' has ${', $'.join(adds)}", hint)
    for key in messages.keys() - model.keys():
        what = f"message '{key}' is not in {MODEL}.ftl"
        yield Fault(name, messages[key].line, what, did_you_mean(key, model.keys() - messages))


@lru_cache(maxsize=1)
def _given() -> Mapping[str, frozenset[str]]:
    """What the code gives to the messages that it names: ``say("share", part=..., total=...)``."""
    found: dict[str, set[str]] = defaultdict(set)
    room = Path(__file__).parent.parent / "answers"
    for path in room.glob("*.py"):
        for node in python.walk(python.parse(path.read_text("utf-8"))):
            match node:
                case python.Call(
                    func=python.Attribute(attr="say"), args=[python.Constant(value=str(key)), *_]
                ):
                    found[key].update(word.arg for word in node.keywords if word.arg)
    return {key: frozenset(words) for key, words in found.items()}
