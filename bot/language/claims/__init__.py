"""What a statement claims, part by part, with every word accounted for."""
