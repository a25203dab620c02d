"""YAML files as plain values that remember their lines.

Only what the store needs of YAML 1.2: ``no`` is a word, not a falsehood, and ``1:04`` is no number.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

import yaml

from bot.facts.fault import Fault

_TAG: Final = "tag:yaml.org,2002:"


class Entry(dict[str, object]):
    """A YAML mapping with the line that it begins on and the line of each of its keys."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class _Loader(yaml.CSafeLoader):
    """The C parser with the few scalar types of the store."""


# An own table, empty at first: otherwise what follows would be added to the types of YAML 1.1.
_Loader.yaml_implicit_resolvers = {}


def _resolve(tag: str, pattern: str, first: str) -> None:
    """Give plain text that matches ``pattern`` a type; ``first`` holds what it can begin with."""
    # Nothing at all begins with the empty string.
    _Loader.add_implicit_resolver(_TAG + tag, re.compile(pattern), [*first, ""])


_resolve("bool", r"^(?:true|false)$", "tf")
_resolve("int", r"^-?[0-9]+$", "-0123456789")
_resolve("float", r"^-?[0-9]+\.[0-9]+$", "-0123456789")
_resolve("timestamp", r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "0123456789")
_resolve("null", r"^(?:~|null|)$", "~n")

_SCALARS: Final[dict[str, Callable[[str], object]]] = {
    _TAG + "str": str,
    _TAG + "int": int,
    _TAG + "float": Decimal,
    _TAG + "bool": lambda text: text == "true",
    _TAG + "null": lambda _: None,
    _TAG + "timestamp": date.fromisoformat,
}


def read_yaml(path: Path, name: str) -> tuple[Entry, list[Fault]]:
    """The mapping that the file holds, with what is wrong with it as YAML.

    ``name`` is how faults call the file. A file that cannot be read gives an empty mapping.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        return Entry(1), [Fault(name, 1, f"cannot be read: {error.strerror}")]
    except UnicodeDecodeError:
        return Entry(1), [Fault(name, 1, "is not UTF-8 text", "save it as UTF-8")]
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> tuple[Entry, list[Fault]]:
    """The same for the text of a file."""
    faults: list[Fault] = []
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return Entry(1), [_syntax_fault(error, name)]
    value = _value(node, name, faults) if node is not None else None
    if not isinstance(value, Entry):
        faults.append(Fault(name, 1, "should hold 'key: value' lines at its top level"))
        return Entry(1), faults
    return value, faults


def _syntax_fault(error: yaml.YAMLError, name: str) -> Fault:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    return Fault(
        name,
        mark.line + 1 if mark else 1,
        f"is not valid YAML here: {problem}",
        "look for a missing colon, quote or bracket, or a wrong indent, just before",
    )


def _value(node: yaml.Node, name: str, faults: list[Fault]) -> object:
    if isinstance(node, yaml.MappingNode):
        return _entry(node, name, faults)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, name, faults) for item in node.value]
    return _scalar(node, name, faults)


def _entry(node: yaml.MappingNode, name: str, faults: list[Fault]) -> Entry:
    entry = Entry(node.start_mark.line + 1)
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in entry:
            faults.append(Fault(name, line, f"'{key}' stands twice", "keep one of the two"))
        value = _value(value_node, name, faults)
        if isinstance(value, Entry):
            # To a reader, a block begins with the word above it.
            value.line = line
        entry[key] = value
        entry.lines[key] = line
    return entry


def _scalar(node: yaml.Node, name: str, faults: list[Fault]) -> object:
    read = _SCALARS.get(node.tag)
    try:
        if read is not None:
            return read(node.value)
    except ValueError:
        # Only a date can look right and not be: 2024-02-30.
        what = f"'{node.value}' is no day of the calendar"
        faults.append(Fault(name, node.start_mark.line + 1, what, "write year-month-day"))
        return None
    what = f"'{node.tag}' is not known here"
    faults.append(Fault(name, node.start_mark.line + 1, what, "write a plain value"))
    return None
