"""What is known: the facts, their loading, their checks, and questions put to them.

Knows no natural language and nothing of Telegram.
"""
