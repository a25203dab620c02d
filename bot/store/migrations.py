"""The tables of the database, as numbered steps. A step that was ever released never changes."""

from __future__ import annotations

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE conversations (
        chat_id INTEGER NOT NULL,
        user_id INTEGER NOT NULL,
        heard REAL NOT NULL,
        language TEXT,
        chosen TEXT,
        context TEXT,
        PRIMARY KEY (chat_id, user_id)
    ) WITHOUT ROWID;
    CREATE INDEX conversations_of_a_person ON conversations (user_id);
    CREATE INDEX conversations_by_age ON conversations (heard);
    CREATE INDEX conversations_to_fade ON conversations (heard) WHERE context IS NOT NULL;
    CREATE TABLE answered (
        update_id INTEGER PRIMARY KEY,
        at REAL NOT NULL
    );
    CREATE INDEX answered_by_age ON answered (at);
    """,
    """
    CREATE TABLE pictures (
        label TEXT PRIMARY KEY,
        key TEXT NOT NULL,
        file_id TEXT NOT NULL,
        sent REAL NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX pictures_by_key ON pictures (key, sent);
    CREATE INDEX pictures_by_age ON pictures (sent);
    """,
)
"""Number 1 comes first. ``PRAGMA user_version`` says how many of them a database has seen."""
