"""Orders compared: what moved between two of them, who differs where, and what is worth talking about."""
