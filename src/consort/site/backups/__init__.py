"""Backups: what they hold, how they are made, how they are brought back."""
