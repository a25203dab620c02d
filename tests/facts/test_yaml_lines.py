from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.facts.yaml_lines import Entry, read_yaml


def read(folder: Path, text: str | bytes) -> tuple[Entry, list[str]]:
    path = folder / "x.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    entry, faults = read_yaml(path, "x.yaml")
    return entry, [f"{fault.line} {fault.what}" for fault in faults]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("1:04.83", "1:04.83"),
        ("+90 kg", "+90 kg"),
        ("true", True),
        ("33", 33),
        ("16.00", Decimal("16.00")),
        ("2024-09-04", date(2024, 9, 4)),
        ('"2024-09-04"', "2024-09-04"),
        ("", None),
    ],
)
def test_a_value_is_what_an_editor_sees(tmp_path: Path, written: str, value: object) -> None:
    entry, faults = read(tmp_path, f"key: {written}\n")

    assert entry["key"] == value
    assert type(entry["key"]) is type(value)
    assert faults == []


def test_every_mapping_knows_its_lines(tmp_path: Path) -> None:
    entry, _ = read(tmp_path, "# remark\na: 1\nb:\n  c: 2\n  d: 3\n")

    inner = entry["b"]
    assert isinstance(inner, Entry)
    assert (entry.lines, inner.line, inner.lines) == ({"a": 2, "b": 3}, 3, {"c": 4, "d": 5})


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: 1\nb: [1\nc: 2\n", "3 is not valid YAML here"),
        ("a: 1\nb: 2\na: 3\n", "3 'a' stands twice"),
        ("a: 1\nday: 2024-02-30\n", "2 '2024-02-30' is no day of the calendar"),
        ("- a\n- b\n", "1 should hold 'key: value' lines"),
        ("", "1 should hold 'key: value' lines"),
        ("a: !!python/name:os.system x\n", "1 'tag:yaml.org,2002:python/name:os.system' is not"),
        (b"a: \xff\xfe\n", "1 is not UTF-8 text"),
    ],
)
def test_what_is_no_sound_yaml_is_a_fault(tmp_path: Path, text: str | bytes, fault: str) -> None:
    _, faults = read(tmp_path, text)

    assert len(faults) == 1
    assert faults[0].startswith(fault)


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    entry, faults = read_yaml(tmp_path / "none.yaml", "none.yaml")

    assert entry == {}
    assert [fault.what for fault in faults] == ["cannot be read: No such file or directory"]
