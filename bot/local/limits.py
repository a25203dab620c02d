"""The numbers that Telegram enforces (Bot API 10.0). Lengths of text are in UTF-16 units."""

from __future__ import annotations

from typing import Final

MESSAGE_TEXT: Final = 4096
CAPTION: Final = 1024
ENTITIES: Final = 100

CALLBACK_DATA_BYTES: Final = 64
CALLBACK_ANSWER: Final = 200
BUTTONS: Final = 100
BUTTONS_IN_ROW: Final = 8
COPY_TEXT: Final = 256

INLINE_RESULTS: Final = 50
INLINE_ID_BYTES: Final = 64
INLINE_OFFSET_BYTES: Final = 64
INLINE_QUERY: Final = 256
START_PARAMETER: Final = 64

COMMANDS: Final = 100
COMMAND_DESCRIPTION: Final = 256
BOT_DESCRIPTION: Final = 512
BOT_SHORT_DESCRIPTION: Final = 120
BOT_NAME: Final = 64

POLL_QUESTION: Final = 300
POLL_OPTION: Final = 100
POLL_OPTIONS: Final = 12
POLL_EXPLANATION: Final = 200
POLL_EXPLANATION_LINES: Final = 2

UPDATES_AT_ONCE: Final = 100
MESSAGES_AT_ONCE: Final = 100
WEBHOOK_CONNECTIONS: Final = 100
WEBHOOK_SECRET: Final = 256
WEBHOOK_PORTS: Final = frozenset({80, 88, 443, 8443})

UPLOAD_BYTES: Final = 50 * 1024 * 1024
DOWNLOAD_BYTES: Final = 20 * 1024 * 1024
PHOTO_BYTES: Final = 10 * 1024 * 1024
PHOTO_SIDES: Final = 10_000
PHOTO_RATIO: Final = 20

# How long an unanswered query stays valid, in seconds. Telegram publishes no numbers; these are
# the short ends of what bots report, so that a bot that is slow here is slow there as well.
CALLBACK_LIFETIME: Final = 30.0
INLINE_LIFETIME: Final = 15.0
GUEST_LIFETIME: Final = 15.0

# Bots may delete what is younger than this, in seconds.
DELETE_WITHIN: Final = 48 * 3600
