"""The import of gathered tables, from the files in to the files out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from bot.facts.fault import FactsError
from bot.facts.load import read_facts
from bot.facts.model import Facts
from bot.importing.lines import Document
from bot.importing.memory import FILE, load_memory
from bot.importing.merge_events import merge_events
from bot.importing.merge_people import merge_people
from bot.importing.merge_tables import merge_tables
from bot.importing.recipe import WORDS, load_recipe, load_words
from bot.importing.report import Report
from bot.importing.roster import roster_of
from bot.importing.table import Gathered, read_table
from bot.importing.wanted import EventRows, Merger, grouped


class RefusedImport(Exception):
    """What was asked for cannot be done; nothing was written."""


def named_tables(folder: Path, arguments: Sequence[str]) -> list[tuple[Path, Path]]:
    """Recipes and tables out of ``RECIPE=TABLE``; raises :class:`RefusedImport` if one is not."""
    return [_named(folder, argument) for argument in arguments]


def _named(folder: Path, argument: str) -> tuple[Path, Path]:
    name, _, file = argument.partition("=")
    recipe, table = folder / "import" / f"{name}.yaml", Path(file)
    if not recipe.is_file():
        known = sorted(path.stem for path in recipe.parent.glob("*.yaml") if path.name != WORDS)
        raise RefusedImport(f"there is no recipe '{name}'; there are {', '.join(known)}")
    if not table.is_file():
        raise RefusedImport(f"there is no table {file or 'after ' + name + '='}")
    return recipe, table


def import_tables(
    folder: Path, tables: Sequence[tuple[Path, Path]], *, take: bool = False, dry: bool = False
) -> Report:
    """Put what tables hold into the data folder and say what was done.

    ``tables`` are recipes with their CSV files. ``take`` lets the tables win where a file says
    otherwise; ``dry`` writes nothing. Raises ``FactsError`` where the store or a recipe is faulty.
    """
    report = Report()
    loaded = read_facts(folder)
    if loaded.faults:
        raise FactsError(loaded.faults)
    words = load_words(folder, _explained(loaded.facts))
    gathered = Gathered(events={event.rpartition("/")[2] for event in loaded.facts.events})
    recipes = [(load_recipe(recipe), table) for recipe, table in tables]
    # Entries come last: the medals tell which events there were.
    for recipe, table in sorted(recipes, key=lambda pair: pair[0].kind == "entries"):
        read_table(table, recipe, words, report, gathered)
    memory = load_memory(folder)
    merger = Merger(loaded.facts, roster_of(loaded.facts), gathered, report, memory, take)
    documents = _merged(folder, merger)
    # All or nothing: every text is made and looked at before one is written.
    texts = [(document.path, document.edited()) for document in documents]
    texts.append((folder / FILE, memory.text()))
    for path, text in texts:
        if text is not None and not dry:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return report


def _explained(facts: Facts) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for classification in facts.classifications.values():
        found[classification.sport].add(classification.code)
    return found


def _merged(folder: Path, merger: Merger) -> list[Document]:
    report, memory = merger.report, merger.memory
    documents = []
    for (games, sport), events in grouped(merger.gathered.entries).items():
        if games not in merger.facts.games or sport not in merger.facts.sports:
            report.unplaced.append(f"{games}/{sport}: write games.yaml or the sport first")
            continue
        documents.append(_events(folder, merger, games, sport, events))
        memory.keep(row.mark for rows in events.values() for row in rows.rows)
    lines = merger.gathered.lines
    documents += merge_tables(folder, lines, report, memory, take=merger.take)
    return [*documents, *merge_people(folder, merger.roster.people.values(), report)]


def _events(
    folder: Path, merger: Merger, games: str, sport: str, events: dict[str, EventRows]
) -> Document:
    sources = {row.source for rows in events.values() for row in rows.rows}
    en = merger.facts.sports[sport].names["en"], merger.facts.games[games].names["en"]
    header = [
        "# yaml-language-server: $schema=../../../schema/events.json",
        f"# {en[0]} at {en[1]}.",
        "",
        f"sport: {sport}",
        f"sources: [{', '.join(sorted(sources))}]",
        "events:",
    ]
    path = folder / "games" / games / "events" / f"{sport}.yaml"
    document = Document.read(path, header)
    merge_events(merger, document, games, events)
    return document
