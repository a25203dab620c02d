"""The ways to find a name in a long list: ours and what others offer.

Each is made with the list and gives the one name that it takes a misspelt one for. All but the scan
gather candidates and leave the choice among them to the same measure, rapidfuzz's ratio.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from rapidfuzz import fuzz, process

from benchmarks.measure import DATA
from bot.facts.model import Athlete, Facts
from bot.language.lexicon import load_lexicons
from bot.language.name_index import index_names
from bot.language.names import NameFinder
from bot.language.nearness import NearIndex
from bot.language.normalize import tokenize
from bot.language.vocabulary import Vocabulary

LookUp = Callable[[str], str | None]
CANDIDATES = 50


def closest(text: str, names: Iterable[str]) -> str | None:
    """The most similar of a few names."""
    return max(names, key=lambda name: fuzz.ratio(text, name), default=None)


def near_index(names: Sequence[str]) -> LookUp:
    """bot.language.nearness: words near each word of the question, then who bears all, or any."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        for word in name.split():
            bearers[word].append(number)
    index = NearIndex(bearers)

    def look_up(text: str) -> str | None:
        readings = []
        for word in text.split():
            near = {other for other, _ in index.near(word, _edits(word))}
            readings.append({number for other in near for number in bearers[other]})
        common = set.intersection(*readings) or set.union(*readings)
        return closest(text, (names[n] for n in common))

    return look_up


def _edits(word: str) -> int:
    return 2 if len(word) > 4 else 1


def name_finder(names: Sequence[str]) -> LookUp:
    """bot.language.names as the bot uses it, with sounds, endings and all."""
    athletes = {name: _athlete(name) for name in names}
    vocabulary = Vocabulary(load_lexicons(DATA / "lexicon"))
    index = index_names(_facts(athletes))
    finder = NameFinder(index, vocabulary.ends_a_name)

    def look_up(text: str) -> str | None:
        tokens = tokenize(text)
        found = finder.find(tokens, [0.0] * len(tokens))
        best = max(found, key=lambda name: (name.parts, name.quality), default=None)
        return closest(text, best.athletes) if best else None

    return look_up


def _facts(athletes: Mapping[str, Athlete]) -> Facts:
    return Facts(
        home="KAZ", current="", sources={}, games={}, sports={}, disciplines={}, delegations={},
        classifications={}, athletes=athletes, events={}, results=(), standings=(), claims={},
    )  # fmt: skip


def _athlete(name: str) -> Athlete:
    given, _, surname = name.title().partition(" ")
    official = f"{surname.upper()} {given}"
    return Athlete(id=name, npc="XXX", official=official, names={"en": name.title()}, sources=())


def scan_ratio(names: Sequence[str]) -> LookUp:
    """rapidfuzz: every name, by ratio."""
    return lambda text: _first(process.extractOne(text, names, scorer=fuzz.ratio, score_cutoff=70))


def scan_weighted(names: Sequence[str]) -> LookUp:
    """rapidfuzz: every name, by WRatio."""
    return lambda text: _first(process.extractOne(text, names, scorer=fuzz.WRatio))


def _first(found: tuple[str, float, int] | None) -> str | None:
    return found[0] if found else None


def sqlite_trigrams(names: Sequence[str]) -> LookUp:
    """SQLite: an FTS5 table of trigrams in memory, any of them, by BM25."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE names USING fts5(name, tokenize = 'trigram')")
    base.executemany("INSERT INTO names VALUES (?)", ((name,) for name in names))

    def look_up(text: str) -> str | None:
        grams = dict.fromkeys(text[n : n + 3] for n in range(len(text) - 2))
        wanted = " OR ".join(f'"{gram}"' for gram in grams)
        found = base.execute(
            "SELECT name FROM names WHERE names MATCH ? ORDER BY rank LIMIT ?", (wanted, CANDIDATES)
        )
        return closest(text, (name for (name,) in found))

    return look_up


def tantivy_fuzzy(names: Sequence[str]) -> LookUp:
    """tantivy: fuzzy terms of at most two edits, each word of the name a must."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("name", stored=True)
    schema = builder.build()
    index = tantivy.Index(schema)
    writer = index.writer(heap_size=100_000_000, num_threads=1)
    for name in names:
        writer.add_document(tantivy.Document(name=name))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def look_up(text: str) -> str | None:
        query = tantivy.Query.boolean_query(
            [
                (
                    tantivy.Occur.Must,
                    tantivy.Query.fuzzy_term_query(schema, "name", word, distance=_edits(word)),
                )
                for word in text.split()
            ]
        )
        hits = searcher.search(query, CANDIDATES).hits
        return closest(text, (searcher.doc(address)["name"][0] for _, address in hits))

    return look_up


FINDERS: dict[str, Callable[[Sequence[str]], LookUp]] = {
    "Altyn: NearIndex": near_index,
    "Altyn: NameFinder": name_finder,
    "rapidfuzz extractOne, ratio": scan_ratio,
    "rapidfuzz extractOne, WRatio": scan_weighted,
    "SQLite FTS5 trigrams": sqlite_trigrams,
    "tantivy fuzzy terms": tantivy_fuzzy,
}
