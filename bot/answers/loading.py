"""Everything that an engine answers from, read from the folder of the data.

What takes long to make is kept in the cache, until its files or the code that reads them change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bot.answers.accuracy import Accuracy, place, read
from bot.answers.messages import Messages, load_messages
from bot.answers.offer_entries import INDEXED, Index
from bot.facts.cache import default_cache_folder, load_facts
from bot.facts.kept import kept
from bot.facts.load import Watch, fact_files, unwatched
from bot.facts.model import Facts
from bot.language import normalize
from bot.language.lexicon import Lexicon, load_lexicons
from bot.language.name_index import Names, index_names
from bot.language.referee_words import RefereeWords, load_referee_words
from bot.language.wishes import Wishes, load_wishes

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The facts, and the words in which they are asked for, judged and told."""

    facts: Facts
    lexicons: Mapping[str, Lexicon]
    messages: Mapping[str, Messages]
    names: Names
    accuracy: Accuracy | None
    wishes: Wishes
    referee_words: RefereeWords
    keep_offers: Callable[[Callable[[], Index]], Index]
    """Gives the index of offers from the cache, or makes it and keeps it there."""


def load(
    data: Path, cache: Path | None = None, games: str | None = None, watch: Watch = unwatched
) -> Loaded:
    """Read all of it; raises ``FactsError`` with the faults found.

    With ``games`` the facts of one edition alone. ``watch`` is told how reading them proceeds.
    """
    facts = load_facts(data, cache, games, watch)
    folder = cache or default_cache_folder()
    code = sorted(Path(normalize.__file__).parent.glob("*.py"))
    lexicon = data / "lexicon"

    def soon(name: str, sources: Iterable[Path], kind: type[T], make: Callable[[], T]) -> T:
        return kept(folder, name, [*sources, *code], kind, make)

    people = [*sorted((data / "athletes").glob("*.yaml")), data / "store.yaml"]
    wishes = lexicon / "wishes"
    offered = [*fact_files(data), *sorted(lexicon.glob("*.yaml")), *sorted(data.glob("messages/*"))]
    offered += [*code, *sorted(Path(__file__).parent.glob("offer*.py"))]
    listed = f"offers-{games}" if games else "offers"
    return Loaded(
        facts,
        soon("lexicons", sorted(lexicon.glob("*.yaml")), dict, lambda: load_lexicons(lexicon)),
        load_messages(data / "messages"),
        soon(f"names-{games}" if games else "names", people, Names, lambda: index_names(facts)),
        read(place(data)),
        soon("wishes", sorted(wishes.glob("*.yaml")), Wishes, lambda: load_wishes(wishes)),
        load_referee_words(lexicon / "referee"),
        lambda make: kept(folder, listed, offered, Index, make, INDEXED),
    )
