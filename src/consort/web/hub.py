"""Who listens to which topic, in this process."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable
from threading import Lock


class Listener:
    """One open page. Topics that change while it is busy are gathered, each once."""

    def __init__(self, topics: Iterable[str]) -> None:
        self.topics = frozenset(topics)
        self._changed: set[str] = set()
        self._something = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    def notice(self, topic: str) -> None:
        """Wake the page from any thread. A page whose loop has gone hears nothing."""
        try:
            self._loop.call_soon_threadsafe(self._add, topic)
        except RuntimeError:
            return

    def _add(self, topic: str) -> None:
        self._changed.add(topic)
        self._something.set()

    async def changes(self, patience: float) -> frozenset[str]:
        """What has changed since the last call; empty after `patience` seconds of silence."""
        try:
            await asyncio.wait_for(self._something.wait(), patience)
        except TimeoutError:
            return frozenset()
        found = frozenset(self._changed)
        self._changed.clear()
        self._something.clear()
        return found


class Hub:
    """Passes topics on to listeners. Safe to publish to from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._listeners: defaultdict[str, set[Listener]] = defaultdict(set)

    def join(self, listener: Listener) -> None:
        with self._lock:
            for topic in listener.topics:
                self._listeners[topic].add(listener)

    def leave(self, listener: Listener) -> None:
        with self._lock:
            for topic in listener.topics:
                self._listeners[topic].discard(listener)
                if not self._listeners[topic]:
                    del self._listeners[topic]

    def publish(self, topic: str) -> None:
        """Tell everyone who listens to `topic` that it changed."""
        with self._lock:
            listeners = list(self._listeners.get(topic, ()))
        for listener in listeners:
            listener.notice(topic)

    @property
    def topics(self) -> frozenset[str]:
        """The topics somebody listens to now."""
        with self._lock:
            return frozenset(self._listeners)


hub = Hub()
