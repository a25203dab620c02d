"""The bot in Telegram: updates in, replies out. Only this room and those above import telegram."""

import os

# python-telegram-bot is moving from numbers of seconds to timedelta; this asks for the new way,
# without which every use of the old one warns.
os.environ.setdefault("PTB_TIMEDELTA", "true")
