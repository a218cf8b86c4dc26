"""The one way in which reading a file fails."""


class Unreadable(Exception):
    """Nothing of the file can be read. `message` is a sentence; `line` counts from 1 where one line is to blame."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
