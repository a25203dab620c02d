"""Which Games are meant: by city, year, season, and words for before and after."""

from __future__ import annotations

import re

import pytest

from bot.answers.engine import Engine
from bot.facts.model import Season
from bot.language.reading import Kind
from tests.asking import query_of, read

ONE = [
    ("en", "medals last time", "tokyo-2020"),
    ("en", "medals at the previous Games", "tokyo-2020"),
    ("en", "medals in Tokyo", "tokyo-2020"),
    ("en", "medals in Tokyo 1964", "tokyo-1964"),
    ("en", "medals in Beijing", "beijing-2008"),
    ("en", "medals in Beijing 2022", "beijing-2022"),
    ("en", "medals in London", "london-2012"),
    ("en", "medals in Rio", "rio-2016"),
    ("en", "medals in 2012", "london-2012"),
    ("en", "medals in 2014", "sochi-2014"),
    ("en", "medals at all Games", "*"),
    ("en", "medals in history", "*"),
    ("en", "how many medals of all time", "*"),
    ("en", "medals at these Games", "paris-2024"),
    ("en", "medals this year", "paris-2024"),
    ("en", "medals in Sochi", "sochi-2014"),
    ("en", "medals in Athens", "athens-2004"),
    ("ru", "медали в прошлый раз", "tokyo-2020"),
    ("ru", "медали на прошлых Играх", "tokyo-2020"),
    ("ru", "медали в Токио", "tokyo-2020"),
    ("ru", "медали в Пекине", "beijing-2008"),
    ("ru", "медали в Пекине 2022", "beijing-2022"),
    ("ru", "медали в Лондоне", "london-2012"),
    ("ru", "медали в Рио", "rio-2016"),
    ("ru", "медали в 2012 году", "london-2012"),
    ("ru", "медали на всех Играх", "*"),
    ("ru", "медали за всю историю", "*"),
    ("ru", "медали в этом году", "paris-2024"),
    ("ru", "где прошли первые Паралимпийские игры", "rome-1960"),
    ("kk", "алдыңғы ойындардағы медальдар", "tokyo-2020"),
    ("kk", "Токиодағы медальдар", "tokyo-2020"),
    ("kk", "Пекиндегі медальдар", "beijing-2008"),
    ("kk", "Бейжіңдегі медальдар", "beijing-2008"),
    ("kk", "Лондондағы медальдар", "london-2012"),
    ("kk", "Риодағы медальдар", "rio-2016"),
    ("kk", "2012 жылғы медальдар", "london-2012"),
    ("kk", "барлық ойындардағы медальдар", "*"),
    ("kk", "бүкіл тарихтағы медальдар", "*"),
]


def games_of(engine: Engine, text: str, language: str) -> set[str]:
    """The Games that a question names."""
    found = re.search(r"games=(\S+)", query_of(engine, text, language))
    return set(found[1].split("|")) if found else set()


@pytest.mark.parametrize(("language", "text", "games"), ONE)
def test_the_games_named(engine: Engine, language: str, text: str, games: str) -> None:
    assert games_of(engine, text, language) == {games}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "medals at the winter Games"),
        ("ru", "медали на зимних Играх"),
        ("kk", "қысқы ойындардағы медальдар"),
    ],
)
def test_a_season_means_all_its_games(engine: Engine, language: str, text: str) -> None:
    every = engine.store.facts.games.values()

    assert games_of(engine, text, language) == {g.id for g in every if g.season is Season.WINTER}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("medals before 2024", 1960, 2023), ("medals since 2016", 2016, 2100)],
)
def test_all_games_on_one_side_of_a_year(engine: Engine, text: str, first: int, last: int) -> None:
    every = engine.store.facts.games.values()

    assert games_of(engine, text, "en") == {g.id for g in every if first <= g.year <= last}


@pytest.mark.parametrize("year", range(1960, 2027))
def test_a_year_means_its_own_games_or_none(engine: Engine, year: int) -> None:
    held = {g.id for g in engine.store.facts.games.values() if g.year == year}
    opened = engine.store.facts.games.values()
    held |= {g.id for g in opened if g.opened and g.opened.year == year}

    named = games_of(engine, f"medals in {year}", "en")

    assert named <= (held or {f"year:{year}"})
    assert named or read(engine, f"medals in {year}", "en").kind is Kind.TOPIC
