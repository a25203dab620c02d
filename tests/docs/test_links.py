"""Links and names of files lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import PROJECT
from tests.docs.pages import PAGES, name, prose, spans

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FILE = re.compile(r"(?:bot|data|docs|tests|benchmarks)/[\w./-]+")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_to_files_resolve(page: Path) -> None:
    links = [link for link in _LINK.findall(prose(page)) if "://" not in link]

    assert [link for link in links if not (page.parent / link.partition("#")[0]).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_files_named_exist(page: Path) -> None:
    named = [span for span in spans(page) if _FILE.fullmatch(span)]

    assert [file for file in named if not (PROJECT / file).exists()] == []


def test_no_page_of_docs_is_out_of_reach() -> None:
    linked = {
        (page.parent / link.partition("#")[0]).resolve()
        for page in PAGES
        for link in _LINK.findall(prose(page))
    }

    assert [name(p) for p in PAGES if p.parent != PROJECT and p.resolve() not in linked] == []
