"""Everything that is not answered over HTTP: mail, streams, search, exports, logs, tables."""

import asyncio
import logging
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import Message
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import caches
from django.db import connection
from django.test import Client

from consort.channels.actions.feeds import open_feed
from consort.channels.calendar.addresses import token_of
from consort.core import live, search
from consort.core.ledger import exporting
from consort.core.models import Organization, Person
from consort.metrics.models import Metric
from consort.metrics.sheets import writing as sheets
from consort.site.logging import JsonFormatter
from consort.weave.archive import writing as archive
from consort.web import live as streaming
from consort.web import shared, tickets
from tests.leaks.exposures import Exposure
from tests.leaks.marks import WORDS

BEGINNINGS = [word[:5] for word in WORDS]  # what is searched for is shown again; its beginning is no finding


def mails() -> Iterator[Exposure]:
    for number, sent in enumerate(mail.outbox):
        message = sent.message()
        parts = [part.get_payload(decode=True) or b"" for part in message.walk() if isinstance(part, Message)]
        yield Exposure("mail", f"mail {number}", b"\n".join([message.as_bytes(), *parts]), ", ".join(sent.to))


def calendars() -> Iterator[Exposure]:
    """Everybody's own calendar as a program reads it, with its folded lines made whole."""
    for person in Person.objects.filter(user__isnull=False, left=None):
        feed = open_feed(by=person, partnership=None, busy_only=False)
        content = Client().get(f"/calendar/{token_of(feed)}.ics").content
        yield Exposure("calendar", "calendar", content.replace(b"\r\n ", b""), str(person))


def found_things() -> Iterator[Exposure]:
    """Everything that somebody finds by the marks is an exposure of the mark, whatever its title."""
    for person in Person.objects.select_related("organization"):
        for words in BEGINNINGS:
            for thing in search.find(words, person):
                yield Exposure("search", f"{words}…: {thing}", WORDS[0].encode(), str(person))


def streams(topics: list[str]) -> Iterator[Exposure]:
    """What the stream of changes says when `topics` have been announced."""
    if topics:
        said = {topic: _said_of(topic) for topic in topics}

        async def say(topic: str, _wait: float) -> str:
            return said[topic]

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(streaming, "_signed_in", _yes)
            patch.setattr(shared, "_say", say)
            yield Exposure("stream", "/live/", asyncio.run(_streamed(topics)))


def _said_of(topic: str) -> str:
    """What all who listen may read of it: worked out here, where what the test has not committed is seen."""
    kind, _, identity = topic.partition(":")
    return shared._sayings[kind](UUID(identity)) if kind in shared._sayings else ""


async def _yes(*_: object) -> bool:
    return True


async def _streamed(topics: list[str]) -> bytes:
    """Ask the real endpoint, with a ticket for all that is announced, and read until it has said it."""
    said: list[bytes] = []
    finished = asyncio.Event()

    async def send(message: dict[str, object]) -> None:
        said.append(repr(message.get("headers", "")).encode() + bytes(message.get("body", b"")))
        if b"event: ready" in said[-1]:
            for topic in topics:
                live._tell((topic,))
        finished.set() if b"event: changed" in said[-1] else None

    async def receive() -> dict[str, object]:
        await finished.wait()
        return {"type": "http.disconnect"}

    ticket = tickets.issue(uuid4(), topics)
    scope = {"type": "http", "path": "/live/", "query_string": f"on={ticket}".encode(), "headers": []}
    await asyncio.wait_for(streaming.Live(_nobody)(scope, receive, send), 20)
    assert finished.is_set(), "the stream said nothing"
    return b"\n".join(said)


async def _nobody(*_: object) -> None:
    raise AssertionError("the stream did not answer")


def archives(folder: Path) -> Iterator[Exposure]:
    """The export of everything, as one file and as what lies in it."""
    path = folder / f"{uuid4()}.zip"
    archive.write(path)
    with zipfile.ZipFile(path) as opened:
        for name in opened.namelist():
            yield Exposure("archive", name, opened.read(name))


def ledgers() -> Iterator[Exposure]:
    for organization in Organization.objects.all():
        yield Exposure("ledger", organization.slug, b"\n".join(exporting.lines(organization)))


def sheets_of_metrics() -> Iterator[Exposure]:
    for metric in Metric.objects.all():
        yield Exposure("sheet", metric.name, sheets.write(metric.readings.all(), metric.decimals))


def tables() -> Iterator[Exposure]:
    """Every row of every table, as it lies there; sessions also as they are read."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                cells = [bytes(cell) if isinstance(cell, bytes | memoryview) else repr(cell).encode() for cell in row]
                yield Exposure("table", table, b"\n".join(cells))
    for session in Session.objects.all():
        yield Exposure("table", "session", repr(SessionStore(session.session_key).load()).encode())
    yield Exposure("table", "cache", repr(getattr(caches["default"], "_cache", "")).encode())


@contextmanager
def listening() -> Iterator[Callable[[], list[Exposure]]]:
    """Hears every log record, every statement to the database and every announced topic."""
    records: list[logging.LogRecord] = []
    topics: list[str] = []
    statements: set[str] = set()

    def asking(execute: Callable[..., object], sql: str, parameters: object, *more: object) -> object:
        statements.add(f"{sql} {parameters!r}")
        return execute(sql, parameters, *more)

    handler = logging.Handler(logging.DEBUG)
    handler.emit = records.append  # type: ignore[method-assign]
    root = logging.getLogger()
    levels = {logger: logger.level for logger in (root, logging.getLogger("consort"))}
    live.subscribe(topics.append)
    root.addHandler(handler)
    for logger in levels:
        logger.setLevel(logging.DEBUG)
    try:
        with connection.execute_wrapper(asking):
            yield lambda: [*_logged(records), *_asked(statements), *streams(sorted(set(topics)))]
    finally:
        root.removeHandler(handler)
        live._listeners.remove(topics.append)
        for logger, level in levels.items():
            logger.setLevel(level)


def _logged(records: list[logging.LogRecord]) -> Iterator[Exposure]:
    written = JsonFormatter()
    for record in list(records):
        if record.name != "django.db.backends":
            content = f"{written.format(record)}\n{record.getMessage()}\n{record.__dict__}"
            yield Exposure("log", record.name, content.encode())


def _asked(statements: set[str]) -> Iterator[Exposure]:
    for statement in statements:
        yield Exposure("statement", statement[:60], statement.encode())
