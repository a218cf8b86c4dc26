"""Sentences that everybody who listens to a topic may read, worked out once and sent to all with the stream.

Where a thousand people watch one count, a thousand requests for it would be a thousand renders. A package registers a
function for its kind of topic. Whoever was given a ticket for the topic reads what it says, so it says nothing that not
all of them may read.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from uuid import UUID

from django.db import DatabaseError, connection

from consort.core import live

logger = logging.getLogger("consort.live")
Say = Callable[[UUID], str]
PAUSE = 0.25  # seconds from one sentence about a topic to the next: at most four a second
MOST = 500

_sayings: dict[str, Say] = {}
_versions: dict[str, int] = {}
_newest: dict[str, "_Said"] = {}
_pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="shared")


@dataclass(frozen=True)
class _Said:
    """What is, or is being, said of a topic; `version` counts what was announced before it was begun."""

    version: int
    begun: float
    words: "asyncio.Task[str]"


def register(kind: str, say: Say) -> None:
    """Topics of `kind` say what `say` gives for the thing of that id. It may run a query."""
    _sayings[kind] = say


def notice(topic: str) -> None:
    """What was said of the topic is out of date."""
    if topic.partition(":")[0] in _sayings:
        _versions[topic] = _versions.get(topic, 0) + 1


live.subscribe(notice)


async def sentences(topics: Iterable[str]) -> dict[str, str]:
    """What is to be said of each topic that says something now. However many ask, each is worked out once."""
    found = {topic: await _words(topic) for topic in topics if topic.partition(":")[0] in _sayings}
    return {topic: words for topic, words in found.items() if words}


async def _words(topic: str) -> str:
    loop = asyncio.get_running_loop()
    said = _newest.get(topic)
    if said is not None and said.words.get_loop() is not loop:
        said = None
    if said is None or not _is_current(said, topic, loop.time()):
        begun = max(said.begun + PAUSE, loop.time()) if said else loop.time()
        said = _Said(_versions.get(topic, 0), begun, asyncio.create_task(_say(topic, begun - loop.time())))
        if len(_newest) >= MOST:
            _newest.clear()
        _newest[topic] = said
    return await asyncio.shield(said.words)


def _is_current(said: _Said, topic: str, now: float) -> bool:
    """Nothing was announced since, or it has not been begun yet and so will take that in."""
    return said.begun > now or said.version >= _versions.get(topic, 0)


async def _say(topic: str, wait: float) -> str:
    if wait > 0:
        await asyncio.sleep(wait)
    kind, _, identity = topic.partition(":")
    return await asyncio.get_running_loop().run_in_executor(_pool, _work_out, _sayings[kind], UUID(identity))


def _work_out(say: Say, identity: UUID) -> str:
    """Runs in the pool, and gives the connection back. What cannot be worked out now does not end the stream."""
    try:
        return say(identity)
    except DatabaseError:
        logger.exception("sentence not worked out")
        return ""
    finally:
        connection.close()
