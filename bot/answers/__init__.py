"""What is said: from a query's result to the text, buttons and sources of a reply."""
