"""Whether a claim is so: its parts set against the facts."""
