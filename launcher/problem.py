"""The one exception of the launcher: something that the reader can do something about."""


class Problem(Exception):
    """Ends the command with its text, which says what is wrong and what to do."""
