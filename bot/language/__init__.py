"""What is meant: from an utterance to a query over the facts.

Knows words and the names in the facts; knows nothing of where messages come from.
"""
