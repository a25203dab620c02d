"""The store cut to Kazakhstan's nine medals of Paris: what the bot began with.

Of other Games only the names, places and days stay.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from benchmarks.measure import DATA

HOME, GAMES = "KAZ", "paris-2024"


def cut_store(folder: Path) -> Path:
    """Write the small store into a folder that is not there yet, and give it."""
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("games", "athletes", "import"))
    medallists: dict[str, None] = {}
    events: set[str] = set()
    for path in sorted((DATA / "games" / GAMES / "events").glob("*.yaml")):
        kept = _medals(_read(path), medallists)
        if kept:
            events.update(kept["events"])
            _write(folder / "games" / GAMES / "events" / path.name, kept)
    athletes = _read(DATA / "athletes" / f"{HOME}.yaml")
    athletes["athletes"] = {a: v for a, v in athletes["athletes"].items() if a in medallists}
    _write(folder / "athletes" / f"{HOME}.yaml", athletes)
    for path in (DATA / "games").glob("*/games.yaml"):
        _write(folder / "games" / path.parent.name / path.name, _read(path))
    standings = _read(DATA / "games" / GAMES / "standings.yaml")
    standings["standings"] = [s for s in standings["standings"] if s["npc"] == HOME]
    _write(folder / "games" / GAMES / "standings.yaml", standings)
    claims = _read(DATA / "games" / GAMES / "claims.yaml")
    claims["claims"] = {
        key: claim
        for key, claim in claims["claims"].items()
        if set(claim.get("athletes", ())) <= set(medallists)
        and claim.get("event", next(iter(events))) in events
    }
    _write(folder / "games" / GAMES / "claims.yaml", claims)
    return folder


def _medals(sport: dict[str, Any], medallists: dict[str, None]) -> dict[str, Any] | None:
    """A file of events with nothing but our medals; ``None`` if there are none."""
    kept = {}
    for key, event in sport["events"].items():
        ours = [r for r in event.get("results", ()) if r["npc"] == HOME and r.get("medal")]
        if ours:
            for result in ours:
                medallists.update(dict.fromkeys(_athletes(result)))
            results = [{k: v for k, v in r.items() if k != "bouts"} for r in ours]
            kept[key] = {**event, "results": results}
    return {**sport, "events": kept} if kept else None


def _athletes(result: Mapping[str, Any]) -> list[str]:
    alone = result.get("athlete")
    return [alone] if alone else list(result.get("athletes", ()))


def _read(path: Path) -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return dict(yaml.load(path.read_text("utf-8"), loader))


def _write(path: Path, content: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(dict(content), allow_unicode=True, sort_keys=False), "utf-8")
