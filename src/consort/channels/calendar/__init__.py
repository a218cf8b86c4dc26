"""Calendar feeds: what has a date, where people already look. The address is the secret."""
