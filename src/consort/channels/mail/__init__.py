"""Obligations, not notifications: Today by mail once a day, and at once only what others cannot go on without."""
