"""Tells whoever listens that something changed. Topics only, never content."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction

Listener = Callable[[str], None]
_listeners: list[Listener] = []


def subscribe(listener: Listener) -> None:
    """Call `listener(topic)` after each commit that changed something."""
    if listener not in _listeners:
        _listeners.append(listener)


def topic(kind: str, identity: UUID) -> str:
    """The name under which changes of one object are announced, such as `decision:6f1c…`."""
    return f"{kind}:{identity}"


def announce(*topics: str) -> None:
    """Announce `topics` once the running transaction has been committed."""
    transaction.on_commit(lambda: _tell(topics), robust=True)


def _tell(topics: tuple[str, ...]) -> None:
    for listener in _listeners:
        for name in topics:
            listener(name)
