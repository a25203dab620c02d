"""The readers of everything that belongs to no Games: sources, sports, classes, teams, people."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from bot.facts.load_draft import Draft
from bot.facts.load_fields import IDENTIFIER, NPC, Fields
from bot.facts.model import (
    Athlete,
    Classification,
    Delegation,
    Discipline,
    Gender,
    Source,
    Sport,
)

SOURCE_KEYS: Final = frozenset({"title", "publisher", "as_of", "url", "licence"})
SPORT_KEYS: Final = frozenset(
    {"names", "short", "inside", "bronzes", "duels", "disciplines", "sources"}
)
DISCIPLINE_KEYS: Final = frozenset({"names"})
CLASSIFICATION_KEYS: Final = frozenset({"sport", "text", "sources"})
DELEGATION_KEYS: Final = frozenset({"iso", "names", "aliases", "formerly", "sources"})
ATHLETE_KEYS: Final = frozenset(
    {"npc", "names", "official", "gender", "born", "aliases", "sources"}
)

_ISO: Final = re.compile(r"[A-Z]{2}")
_NEVER: Final = date(1, 1, 1)
"""Stands in for a missing day in facts that are refused anyway."""


def read_sources(draft: Draft, top: Fields) -> None:
    """``sources.yaml``."""
    top.only({"sources"})
    for identifier, fields in top.children("sources", IDENTIFIER):
        fields.only(SOURCE_KEYS)
        if not draft.is_new("source", identifier, fields):
            continue
        url = fields.text("url", required=False)
        if url is not None and not url.startswith(("https://", "http://")):
            fields.fault("url", f"'{url}' is no web address", "it begins with https://")
        draft.sources[identifier] = Source(
            id=identifier,
            title=fields.text("title") or "",
            publisher=fields.text("publisher") or "",
            as_of=fields.day("as_of", required=True) or _NEVER,
            url=url,
            licence=fields.text("licence", required=False),
        )


def read_sports(draft: Draft, top: Fields) -> None:
    """``sports.yaml``, with the disciplines of each sport."""
    top.only({"sources", "sports"})
    inherited = draft.file_sources(top)
    for identifier, fields in top.children("sports", IDENTIFIER):
        fields.only(SPORT_KEYS)
        if not draft.is_new("sport", identifier, fields):
            continue
        bronzes = fields.integer("bronzes")
        draft.sports[identifier] = Sport(
            id=identifier,
            names=fields.names("names"),
            inside=fields.names("inside"),
            sources=draft.sources_of(fields, inherited),
            short=fields.names("short"),
            bronzes=1 if bronzes is None else bronzes,
            duels=fields.flag("duels"),
        )
        _read_disciplines(draft, identifier, fields)


def _read_disciplines(draft: Draft, sport: str, fields: Fields) -> None:
    for identifier, inner in fields.children("disciplines", IDENTIFIER):
        inner.only(DISCIPLINE_KEYS)
        if draft.is_new("discipline", identifier, inner):
            names = inner.names("names")
            draft.disciplines[identifier] = Discipline(identifier, sport, names)


def read_classifications(draft: Draft, top: Fields) -> None:
    """``classifications.yaml``: keyed by code, or by ``sport/CODE`` where two sports share one."""
    top.only({"sources", "classifications"})
    inherited = draft.file_sources(top)
    for key, fields in top.children("classifications", None):
        fields.only(CLASSIFICATION_KEYS)
        if draft.is_new("classification", key, fields):
            draft.classifications[key] = Classification(
                code=key.rpartition("/")[2],
                sport=fields.reference("sport", "sport", draft.sports, required=True) or "",
                text=fields.names("text"),
                sources=draft.sources_of(fields, inherited),
            )


def read_delegations(draft: Draft, top: Fields) -> None:
    """``delegations.yaml``: keyed by NPC code."""
    top.only({"sources", "delegations"})
    inherited = draft.file_sources(top)
    for npc, fields in top.children("delegations", NPC):
        fields.only(DELEGATION_KEYS)
        if draft.is_new("delegation", npc, fields):
            draft.delegations[npc] = Delegation(
                npc=npc,
                iso=_iso(fields),
                names=fields.names("names", required=not fields.has("iso")),
                sources=draft.sources_of(fields, inherited),
                aliases=fields.texts("aliases"),
                formerly=fields.texts("formerly"),
            )
    _check_formerly(draft, top)


def _check_formerly(draft: Draft, top: Fields) -> None:
    """Any delegation may come from any other, so this waits until all are read."""
    for _, fields in top.children("delegations", None):
        fields.references("formerly", "delegation", draft.delegations)


def _iso(fields: Fields) -> str | None:
    iso = fields.text("iso", required=False)
    if iso is not None and not _ISO.fullmatch(iso):
        fields.fault("iso", f"'{iso}' is no country code", "two capital letters, such as KZ")
    return iso


def read_athletes(draft: Draft, top: Fields) -> None:
    """A file of ``athletes/``; its ``npc`` holds for every athlete that names no other."""
    top.only({"npc", "sources", "athletes"})
    inherited = draft.file_sources(top)
    npc = top.reference("npc", "delegation", draft.delegations)
    for identifier, fields in top.children("athletes", IDENTIFIER):
        fields.only(ATHLETE_KEYS)
        if draft.is_new("athlete", identifier, fields):
            own = fields.reference("npc", "delegation", draft.delegations, required=npc is None)
            team = own or npc or ""
            draft.athletes[identifier] = _athlete(draft, identifier, team, fields, inherited)


def _athlete(
    draft: Draft, identifier: str, npc: str, fields: Fields, inherited: tuple[str, ...]
) -> Athlete:
    gender = fields.choice("gender", Gender)
    if gender is Gender.MIXED:
        fields.fault("gender", "'gender' of an athlete is 'mixed'", "should be men or women")
    names = fields.names("names")
    if names and "en" not in names:
        fields.fault("names", "the name in English is missing", "for example {en: David Degtyarev}")
    return Athlete(
        id=identifier,
        npc=npc,
        official=fields.text("official", example="DEGTYAREV David") or "",
        names=names,
        sources=draft.sources_of(fields, inherited),
        gender=gender,
        born=fields.day("born"),
        aliases=fields.texts("aliases"),
    )
