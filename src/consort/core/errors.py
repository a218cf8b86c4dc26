"""The two ways an action can say no."""

from django.core.exceptions import PermissionDenied


class NotAllowed(PermissionDenied):
    """This person may not do this. A page answers as if the thing did not exist."""


class Refused(Exception):
    """This cannot be done now, and nothing was changed. `message` is a sentence for the reader."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def require(allowed: bool) -> None:
    """Raise `NotAllowed` unless `allowed`."""
    if not allowed:
        raise NotAllowed


def refuse_unless(possible: bool, message: str) -> None:
    """Raise `Refused` with `message` unless `possible`."""
    if not possible:
        raise Refused(message)
