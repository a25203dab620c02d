"""The schemas by which editors check files while they are typed: sound, and as the loader reads."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from bot.facts import load, load_events, load_games, load_records
from bot.facts.load import fact_files
from bot.facts.yaml_lines import read_yaml

from .conftest import SHIPPED

SCHEMAS = SHIPPED / "schema"


def plain(value: object) -> Any:
    """YAML values as JSON has them."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


def schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    return loaded


def validator(name: str) -> Draft202012Validator:
    registry: Registry[Any] = Registry().with_resources(
        (path.name, Resource.from_contents(schema(path.name))) for path in SCHEMAS.glob("*.json")
    )
    return Draft202012Validator({"$ref": name}, registry=registry)


@pytest.mark.parametrize("path", fact_files(SHIPPED), ids=lambda path: path.name)
def test_a_file_names_its_schema_and_keeps_to_it(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(.+)", first)
    assert named is not None
    file = (path.parent / named[1]).resolve()
    assert file.parent == SCHEMAS.resolve()

    entry, _ = read_yaml(path, path.name)
    errors = [
        f"{error.json_path}: {error.message}"
        for error in validator(file.name).iter_errors(plain(entry))
    ]
    assert errors == []


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("*.json")), ids=lambda path: path.name)
def test_a_schema_is_sound_and_explains_itself(path: Path) -> None:
    content = schema(path.name)

    Draft202012Validator.check_schema(content)
    assert content["title"]
    assert content["description"]


def properties(name: str, *steps: str) -> set[str]:
    """The keys that a schema allows, after following ``steps`` into it."""
    part = schema(name)
    for step in steps:
        part = part["properties"][step]
        part = part.get("items") or next(iter(part["patternProperties"].values()))
    return set(part["properties"])


@pytest.mark.parametrize(
    ("name", "steps", "keys"),
    [
        ("store.json", (), load.STORE_KEYS),
        ("store.json", ("shared_aliases",), load.SHARED_KEYS),
        ("sources.json", ("sources",), load_records.SOURCE_KEYS),
        ("sports.json", ("sports",), load_records.SPORT_KEYS),
        ("sports.json", ("sports", "disciplines"), load_records.DISCIPLINE_KEYS),
        ("classifications.json", ("classifications",), load_records.CLASSIFICATION_KEYS),
        ("delegations.json", ("delegations",), load_records.DELEGATION_KEYS),
        ("athletes.json", ("athletes",), load_records.ATHLETE_KEYS),
        ("games.json", (), load_games.GAMES_KEYS),
        ("games.json", ("venues",), load_games.VENUE_KEYS),
        ("standings.json", ("standings",), load_games.STANDING_KEYS),
        ("claims.json", ("claims",), load_games.CLAIM_KEYS),
        ("claims.json", ("claims", "statements"), load_games.STATEMENT_KEYS),
        ("events.json", ("events",), load_events.EVENT_KEYS),
        ("events.json", ("events", "results"), load_events.RESULT_KEYS),
        ("events.json", ("events", "results", "bouts"), load_events.BOUT_KEYS),
    ],
)
def test_schema_and_loader_know_the_same_keys(
    name: str, steps: tuple[str, ...], keys: frozenset[str]
) -> None:
    assert properties(name, *steps) == keys


def test_schema_and_loader_know_the_same_words() -> None:
    results = schema("events.json")["properties"]["events"]["patternProperties"]
    result = next(iter(results.values()))["properties"]["results"]["items"]["properties"]

    assert tuple(result["status"]["enum"]) == load_events.STATUSES
    stages = result["bouts"]["items"]["properties"]["stage"]["enum"]
    assert tuple(stages) == load_events.STAGES
