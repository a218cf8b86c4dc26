"""A room: what is stored before it is said to be, what is refused, and who is told."""

import asyncio
import random

import pytest
from pycrdt import Doc, Text, XmlFragment, XmlText

from consort.documents import actions, protocol, room, storage
from consort.documents.protocol import Kind, Message
from consort.documents.room import Reader, Room
from consort.documents.tree import ROOT

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _asked_here(monkeypatch):
    """The tests' database is reached from this thread alone."""

    async def ask(question, *arguments):
        return await asyncio.to_thread(question, *arguments)

    monkeypatch.setattr(room, "in_pool", ask)
    monkeypatch.setattr(room, "LOOKED_EVERY", 0.02)


class Store:
    """What the database would hold."""

    def __init__(self) -> None:
        self.rows: list[tuple[int, bytes]] = []

    def append(self, _document, content):
        self.rows.append((len(self.rows) + 1, content))

    def since(self, _document, number):
        return [row for row in self.rows if row[0] > number]


@pytest.fixture
def store(monkeypatch) -> Store:
    kept = Store()
    monkeypatch.setattr(room.storage, "append", kept.append)
    monkeypatch.setattr(room.storage, "since", kept.since)
    return kept


def words(count: int) -> list[bytes]:
    """Updates of one writer, each building on the one before."""
    doc: Doc = Doc()
    text = doc.get("words", type=Text)
    updates = []
    for number in range(count):
        before = doc.get_state()
        text += f"{number} "
        updates.append(doc.get_update(before))
    return updates


def said(updates: list[bytes]) -> str:
    doc: Doc = Doc()
    for update in updates:
        doc.apply_update(update)
    return str(doc.get("words", type=Text))


def heard(reader: Reader) -> list[bytes | None]:
    return [reader.outgoing.get_nowait() for _each in range(reader.outgoing.qsize())]


def in_rooms(count: int, story) -> None:
    async def run() -> None:
        rooms = [Room("one", storage.Written(storage.EMPTY, 0)) for _each in range(count)]
        try:
            await story(*rooms)
        finally:
            for each in rooms:
                await each.close()

    asyncio.run(run())


def test_what_is_written_is_stored_merged_then_acknowledged_and_told(store):
    async def story(one: Room) -> None:
        writer, reader = Reader(True), Reader(False)
        one.enter(writer)
        one.enter(reader)
        for update in words(5):
            one.receive(writer, Message(Kind.UPDATE, update))
        await asyncio.sleep(0.3)
        assert len(store.rows) == 1
        assert said([store.rows[0][1]]) == "0 1 2 3 4 "
        assert heard(writer)[-1] == protocol.saved(5, True)
        assert protocol.sync(Kind.UPDATE, store.rows[0][1]) in heard(reader)

    in_rooms(1, story)


def test_a_reader_writes_nothing(store):
    async def story(one: Room) -> None:
        reader = Reader(False)
        one.enter(reader)
        one.receive(reader, Message(Kind.UPDATE, words(1)[0]))
        await asyncio.sleep(0.1)
        assert store.rows == []

    in_rooms(1, story)


def test_what_lacks_something_waits_until_it_is_there(store):
    async def story(one: Room) -> None:
        writer = Reader(True)
        one.enter(writer)
        first, second = words(2)
        one.receive(writer, Message(Kind.UPDATE, second))
        await asyncio.sleep(0.1)
        assert store.rows == []
        one.receive(writer, Message(Kind.UPDATE, first))
        await asyncio.sleep(0.1)
        assert said([content for _number, content in store.rows]) == "0 1 "

    in_rooms(1, story)


def test_damaged_updates_harm_nobody(store):
    chance = random.Random(5)
    whole = words(3)

    def damaged() -> bytes:
        return bytes(chance.randrange(256) if chance.random() < 0.2 else byte for byte in chance.choice(whole))

    async def story(one: Room) -> None:
        for _each in range(300):
            attacker = Reader(True)
            one.enter(attacker)
            one.receive(attacker, Message(Kind.UPDATE, damaged()))
            one.receive(attacker, Message(Kind.STEP_1, damaged()))
            one.leave(attacker)
        honest = Reader(True)
        one.enter(honest)
        doc: Doc = Doc()
        doc.get(ROOT, type=XmlFragment).children.append(XmlText("still here"))
        one.receive(honest, Message(Kind.UPDATE, doc.get_update()))
        await asyncio.sleep(0.3)
        assert not one.is_broken
        fresh: Doc = Doc()
        for _number, content in store.rows:
            fresh.apply_update(content)
        assert "still here" in str(fresh.get(ROOT, type=XmlFragment))

    in_rooms(1, story)


def test_two_processes_apply_the_same(store):
    async def story(one: Room, other: Room) -> None:
        here, there = Reader(True), Reader(True)
        one.enter(here)
        other.enter(there)
        one.receive(here, Message(Kind.UPDATE, words(1)[0]))
        await asyncio.sleep(0.3)
        assert protocol.sync(Kind.UPDATE, store.rows[0][1]) in heard(there)

    in_rooms(2, story)


def test_any_bytes_can_come_over_the_socket():
    chance = random.Random(7)
    for _each in range(2000):
        protocol.read(chance.randbytes(chance.randrange(12)))


def test_a_snapshot_says_what_the_updates_said(ingrid, monkeypatch):
    monkeypatch.setattr(storage, "OFTEN", 3)
    document = actions.begin(by=ingrid, title="Plan", kind="note", text="")
    for update in words(4):
        storage.append(document.pk, update)
    before = storage.load(document.pk)
    assert document.snapshot.through == before.through
    assert storage.load(document.pk) == before
