"""What docs/adding-games.md shows is what the import takes."""

from __future__ import annotations

import re
from pathlib import Path

from bot.facts.check import check_facts
from bot.importing.recipe import KEYS, KINDS, load_recipe
from bot.settings import PROJECT
from tests.facts.small import write_small

TEXT = (PROJECT / "docs/adding-games.md").read_text("utf-8")
GAMES, RECIPE = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)


def test_the_recipe_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "shown.yaml"
    path.write_text(RECIPE, encoding="utf-8")

    recipe = load_recipe(path)

    assert (recipe.kind, recipe.games) == ("medals", "brisbane-2032")


def test_every_kind_and_key_of_a_recipe_is_explained() -> None:
    for word in (*KINDS, *KEYS):
        assert f"`{word}`" in TEXT, word


def test_the_games_shown_are_sound(tmp_path: Path) -> None:
    data = write_small(tmp_path)
    folder = data / "games/brisbane-2032"
    folder.mkdir()
    (folder / "games.yaml").write_text(
        GAMES.replace("AUS", "FRA").replace("brisbane-results", "results"), encoding="utf-8"
    )

    assert check_facts(data) == []
