"""The bot at the command line: serving Telegram, one question, a conversation in the terminal."""
