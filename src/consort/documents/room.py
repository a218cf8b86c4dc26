"""Everyone who has one document open in this process. Lives in the event loop; the database is asked in a pool.

What arrives is tried on a document apart, which alone sees what is damaged or out of order; only what fitted there is
merged, stored, applied, passed on and acknowledged, in this order. What other processes have stored is read again by
its number, so that all processes apply the same updates in the same order.
"""

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection
from pycrdt import Doc, TransactionEvent, merge_updates

from consort.documents import protocol, storage
from consort.documents.protocol import Kind, Message

MERGED_EVERY = 0.02  # seconds
LOOKED_EVERY = 0.5  # seconds between two looks for what other processes stored
MOST_WAITING = 200  # messages that a slow connection may leave unread before it is cut
_pool = ThreadPoolExecutor(max_workers=4, thread_name_prefix="documents")
Given = TypeVar("Given")


async def in_pool(question: Callable[..., Given], *arguments: Any) -> Given:
    """Ask the database without holding up the loop, and give the connection back."""

    def ask() -> Given:
        try:
            return question(*arguments)
        finally:
            connection.close()

    return await asyncio.get_running_loop().run_in_executor(_pool, ask)


@dataclass(eq=False)
class Reader:
    """One open editor. `received` counts what it wrote, as it counts itself."""

    may_write: bool
    outgoing: asyncio.Queue[bytes | None] = field(default_factory=lambda: asyncio.Queue(MOST_WAITING))
    received: int = 0
    awareness: bytes = b""

    def tell(self, data: bytes) -> None:
        """Queue `data`; who reads too slowly is cut off and starts anew."""
        try:
            self.outgoing.put_nowait(data)
        except asyncio.QueueFull:
            self.cut()

    def cut(self) -> None:
        while not self.outgoing.empty():
            self.outgoing.get_nowait()
        self.outgoing.put_nowait(None)


class Room:
    """A document while somebody has it open."""

    def __init__(self, document: UUID, written: storage.Written) -> None:
        self.document = document
        self.readers: set[Reader] = set()
        self._through = written.through
        self._doc = _doc_of(written.content)
        self._pending: list[bytes] = []
        self._wake = asyncio.Event()
        self._start_trial()
        self._tasks = [asyncio.create_task(self._store()), asyncio.create_task(self._look())]

    def _start_trial(self) -> None:
        """A second document on which everything is tried first."""
        self._trial = _doc_of(self._doc.get_update())
        for content in self._pending:
            self._trial.apply_update(content)
        self._observing = self._trial.observe(self._fitted)

    def _fitted(self, event: TransactionEvent) -> None:
        """What of an update was new and could be applied, without what still lacks something."""
        self._pending.append(event.update)

    def enter(self, reader: Reader) -> None:
        self.readers.add(reader)
        reader.tell(protocol.sync(Kind.STEP_1, self._doc.get_state()))
        reader.tell(protocol.saved(0, reader.may_write))
        for other in self.readers - {reader}:
            if other.awareness:
                reader.tell(protocol.awareness(other.awareness))

    def leave(self, reader: Reader) -> None:
        self.readers.discard(reader)

    def receive(self, reader: Reader, message: Message) -> None:
        """Take a message. Nothing that is sent can harm the room: what is damaged cuts its sender off."""
        match message.kind:
            case Kind.STEP_1:
                self._answer(reader, message.content)
            case Kind.STEP_2 | Kind.UPDATE:
                self._try(reader, message.content)
            case Kind.AWARENESS:
                reader.awareness = message.content
                self._tell_others(reader, protocol.awareness(message.content))

    def _answer(self, reader: Reader, state: bytes) -> None:
        try:
            reader.tell(protocol.sync(Kind.STEP_2, self._doc.get_update(state)))
        except ValueError:
            reader.cut()

    def _try(self, reader: Reader, content: bytes) -> None:
        if not reader.may_write:
            return
        before = len(self._pending)
        try:
            self._trial.apply_update(content)
        except BaseException as error:
            if isinstance(error, asyncio.CancelledError | KeyboardInterrupt | SystemExit):
                raise
            del self._pending[before:]
            self._end_trial()
            self._start_trial()
            reader.cut()
            return
        reader.received += 1
        self._wake.set()

    async def _store(self) -> None:
        """Every so often, store what has come together, and tell everyone."""
        while True:
            await self._wake.wait()
            await asyncio.sleep(MERGED_EVERY)
            self._wake.clear()
            taken = len(self._pending)
            counts = [(reader, reader.received) for reader in self.readers]
            try:
                if taken:
                    await in_pool(storage.append, self.document, merge_updates(*self._pending[:taken]))
                await self._catch_up()
            except Exception:
                self.cut_all()
                raise
            del self._pending[:taken]
            for reader, count in counts:
                reader.tell(protocol.saved(count, reader.may_write))

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(LOOKED_EVERY)
            with contextlib.suppress(Exception):  # the next look tries again
                await self._catch_up()

    async def _catch_up(self) -> None:
        """Apply what was stored since, here or elsewhere, and pass it on merged."""
        rows = [row for row in await in_pool(storage.since, self.document, self._through) if row[0] > self._through]
        if not rows:
            return
        self._through = rows[-1][0]
        news = merge_updates(*(content for _number, content in rows))
        self._doc.apply_update(news)
        self._end_trial()
        self._trial.apply_update(news)
        self._observing = self._trial.observe(self._fitted)
        for reader in self.readers:
            reader.tell(protocol.sync(Kind.UPDATE, news))

    def _tell_others(self, sender: Reader, data: bytes) -> None:
        for reader in self.readers - {sender}:
            reader.tell(data)

    def _end_trial(self) -> None:
        self._trial.unobserve(self._observing)

    def cut_all(self) -> None:
        for reader in self.readers:
            reader.cut()

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._end_trial()

    @property
    def is_at_rest(self) -> bool:
        """Whether nobody is here and nothing waits to be stored."""
        return not self.readers and not self._pending and not self._wake.is_set()

    @property
    def is_broken(self) -> bool:
        """Whether something could not be stored: those who come now start a new room."""
        return self._tasks[0].done()


def _doc_of(content: bytes) -> "Doc[Any]":
    doc: Doc[Any] = Doc()
    doc.apply_update(content)
    return doc
