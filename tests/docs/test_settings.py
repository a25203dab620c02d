"""Every setting is explained wherever settings are."""

from __future__ import annotations

import re

import pytest

from bot.settings import PROJECT, Settings
from tests.docs.pages import table

KNOWN = {str(field.validation_alias) for field in Settings.model_fields.values()}


def test_the_example_has_every_setting() -> None:
    example = (PROJECT / ".env.example").read_text("utf-8")

    assert set(re.findall(r"^#?([A-Z_]+)=", example, re.MULTILINE)) == KNOWN


@pytest.mark.parametrize("page", ["README.md", "docs/operations.md"])
def test_a_page_explains_every_setting(page: str) -> None:
    _, *rows = table(PROJECT / page, "Settings")

    assert {row[0].strip("`") for row in rows} == KNOWN
    assert all(all(row) for row in rows)
