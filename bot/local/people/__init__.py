"""The people's side: everything a person can do in a Telegram app, as methods of the machine.

Each function takes the machine first; `bot.local.machine.Machine` has them all as its methods.
"""
