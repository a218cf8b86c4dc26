"""Shared vision: from the long-term vision over priorities and objectives to what is done this week."""
