"""The readers of what belongs to one Games, but for its events: dates, venues, tables, claims."""

from __future__ import annotations

from typing import Final

from bot.facts.load_draft import Draft
from bot.facts.load_fields import IDENTIFIER, Fields
from bot.facts.model import Claim, Games, Season, Standing, Statement, Venue

GAMES_KEYS: Final = frozenset(
    {"season", "year", "edition", "city", "names", "country", "opened", "closed"}
    | {"entries_known", "medals_known", "venues", "note", "sources"}
)
VENUE_KEYS: Final = frozenset({"names", "sports", "landmark", "sources"})
STANDING_KEYS: Final = frozenset(
    {"npc", "rank", "gold", "silver", "bronze", "athletes", "men", "women", "note", "sources"}
)
CLAIM_KEYS: Final = frozenset(
    {"kind", "text", "npc", "athletes", "sport", "event", "value", "lead", "statements", "sources"}
)
STATEMENT_KEYS: Final = frozenset({"value", "sources"})

EVERY_NPC: Final = "*"


def read_games(draft: Draft, games: str, fields: Fields) -> None:
    """``games.yaml``: one edition; its identifier is the name of its folder."""
    fields.only(GAMES_KEYS)
    if not IDENTIFIER.fullmatch(games):
        fields.fault(None, f"the folder's name '{games}' is no identifier", "such as paris-2024")
    draft.is_new("games", games, fields)
    codes = {*draft.delegations, EVERY_NPC}
    sources = draft.sources_of(fields)
    draft.games[games] = Games(
        id=games,
        season=fields.choice("season", Season, required=True) or Season.SUMMER,
        year=fields.integer("year", required=True) or 0,
        city=fields.names("city"),
        names=fields.names("names"),
        sources=sources,
        edition=fields.integer("edition"),
        country=fields.reference("country", "delegation", draft.delegations),
        opened=fields.day("opened"),
        closed=fields.day("closed"),
        venues=_venues(draft, games, fields, sources),
        entries_known=fields.references("entries_known", "delegation", codes),
        medals_known=fields.references("medals_known", "delegation", codes),
        note=fields.names("note", required=False) or None,
    )


def _venues(
    draft: Draft, games: str, fields: Fields, inherited: tuple[str, ...]
) -> tuple[Venue, ...]:
    venues = []
    for identifier, inner in fields.children("venues", IDENTIFIER):
        inner.only(VENUE_KEYS)
        if draft.is_new("venue", f"{games}/{identifier}", inner):
            venue = Venue(
                id=identifier,
                names=inner.names("names"),
                sports=inner.references("sports", "sport", draft.sports),
                landmark=inner.names("landmark", required=False) or None,
                sources=draft.sources_of(inner, inherited),
            )
            venues.append(venue)
    return tuple(venues)


def read_standings(draft: Draft, games: str, top: Fields) -> None:
    """``standings.yaml``: the lines of the medal table."""
    top.only({"sources", "standings"})
    inherited = draft.file_sources(top)
    for fields in top.items("standings"):
        fields.only(STANDING_KEYS)
        npc = fields.reference("npc", "delegation", draft.delegations, required=True)
        if npc is not None and draft.is_new("standing", f"{games}/{npc}", fields):
            draft.standings.append(_standing(draft, games, npc, fields, inherited))


def _standing(
    draft: Draft, games: str, npc: str, fields: Fields, inherited: tuple[str, ...]
) -> Standing:
    return Standing(
        games=games,
        npc=npc,
        sources=draft.sources_of(fields, inherited),
        gold=fields.integer("gold", required=True) or 0,
        silver=fields.integer("silver", required=True) or 0,
        bronze=fields.integer("bronze", required=True) or 0,
        rank=fields.integer("rank"),
        athletes=fields.integer("athletes"),
        men=fields.integer("men"),
        women=fields.integer("women"),
        note=fields.names("note", required=False) or None,
    )


def read_claims(draft: Draft, games: str, top: Fields) -> None:
    """``claims.yaml``; an event is named as in the same Games' event files."""
    top.only({"sources", "claims"})
    inherited = draft.file_sources(top)
    folder = f"{games}/"
    events = {e.removeprefix(folder): e for e in draft.events if e.startswith(folder)}
    for local, fields in top.children("claims", IDENTIFIER):
        fields.only(CLAIM_KEYS)
        identifier = f"{games}/{local}"
        if draft.is_new("claim", identifier, fields):
            event = fields.reference("event", "event", events)
            draft.claims[identifier] = Claim(
                id=identifier,
                kind=fields.text("kind", example="record") or "",
                text=fields.names("text"),
                sources=draft.sources_of(fields, inherited),
                games=games,
                npc=fields.reference("npc", "delegation", draft.delegations),
                athletes=fields.references("athletes", "athlete", draft.athletes),
                sport=fields.reference("sport", "sport", draft.sports),
                event=events[event] if event else None,
                value=fields.number("value"),
                lead=fields.flag("lead"),
                statements=_statements(draft, fields),
            )


def _statements(draft: Draft, fields: Fields) -> tuple[Statement, ...]:
    statements = []
    for inner in fields.items("statements"):
        inner.only(STATEMENT_KEYS)
        value = inner.text("value", example='"+90 kg"') or ""
        statements.append(Statement(value, draft.sources_of(inner)))
    return tuple(statements)
