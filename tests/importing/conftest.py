from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.importing.report import Report
from bot.importing.run import import_tables, named_tables
from bot.settings import PROJECT
from tests.facts.small import write_small

RECIPES = {
    "medals": """\
kind: medals
games: paris-2024
source: results
columns: {sport: sport, event: event, medal: medal, npc: npc, name: name, date: date}
npcs: {FR: FRA}
""",
    "entries": """\
kind: entries
games: paris-2024
source: results
columns:
  {code: code, name: name, television: tv, gender: gender, npc: npc, born: born, sports: sports,
   events: events}
""",
    "table": """\
kind: standings
source: results
columns: {games: games, npc: npc, rank: rank, gold: gold, silver: silver, bronze: bronze}
by: {Paris: paris-2024}
""",
}

MEDALS = """\
sport,event,medal,npc,name,date
Para Judo,Men -60 kg J2,Gold,FR,DUPONT Jean,2024-09-05
Para Judo,Men -60 kg J2,Silver,KAZ,ZHUMAGALI Nurdaulet,2024-09-05
Para Judo,Men -60 kg J2,Bronze,FRA,MARTIN Luc,2024-09-05
Para Judo,Men -60 kg J2,Bronze,NPA,IVANOV Ivan,2024-09-05
Para Swimming,Men's 100m Breaststroke - SB13,Gold,FR,DUPONT Jean,2024-09-05
"""

ENTRIES = """\
code,name,tv,gender,npc,born,sports,events
7,DUPONT Jean,Jean DUPONT,Male,FRA,1990-01-02,['Para Judo'],['Men -60 kg J2']
8,LI Wei,LI Wei,Male,NPA,2001-03-04,['Para Judo'],['Men -60 kg J2']
"""

TABLE = """\
games,npc,rank,gold,silver,bronze
Paris,FRA,1,19,28,28
Paris,GER,2,10,0,1
"""


class Desk:
    """A small store, and tables to bring into it."""

    def __init__(self, folder: Path) -> None:
        self.data = write_small(folder)
        (self.data / "import").mkdir()
        shutil.copy(PROJECT / "data/import/words.yaml", self.data / "import")
        for name, text in RECIPES.items():
            (self.data / "import" / f"{name}.yaml").write_text(text, encoding="utf-8")
        with (self.data / "delegations.yaml").open("a", encoding="utf-8") as file:
            file.write("  GER:\n    iso: DE\n")
        self._folder = folder

    def bring(self, *, take: bool = False, dry: bool = False, **tables: str) -> Report:
        """Import tables by the names of their recipes."""
        arguments = []
        for name, text in tables.items():
            path = self._folder / f"{name}.csv"
            path.write_text(text, encoding="utf-8")
            arguments.append(f"{name}={path}")
        return import_tables(self.data, named_tables(self.data, arguments), take=take, dry=dry)

    def text(self, name: str) -> str:
        """What a file of the store holds."""
        return (self.data / name).read_text(encoding="utf-8")

    def all(self) -> dict[str, str]:
        """All files, by name."""
        files = (path for path in self.data.rglob("*") if path.is_file())
        return {str(path.relative_to(self.data)): path.read_text("utf-8") for path in files}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def edit(desk: Desk) -> Callable[[str, str, str], None]:
    """Put one piece of text in the place of another, as an editor does."""

    def change(name: str, old: str, new: str) -> None:
        text = desk.text(name)
        assert text.count(old) == 1, text
        (desk.data / name).write_text(text.replace(old, new), encoding="utf-8")

    return change
