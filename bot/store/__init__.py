"""What the bot remembers of conversations: one interface, and the places where it is kept."""
