"""The socket of a document: `/ORGANIZATION/documents/ID/live`, in front of Django in the same process.

Who may not see the document hears what they would hear if there were none. Whether they still may is asked again every
few seconds: a right that was taken away cuts the connection.
"""

import asyncio
import contextlib
import re
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest, parse_cookie

from consort.core.models import User
from consort.core.queries import person_of
from consort.documents import policy, protocol, storage
from consort.documents.models import Document
from consort.documents.room import Reader, Room, in_pool

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

PATH = re.compile(r"/(?P<slug>[-\w]+)/documents/(?P<document>[0-9a-f-]{36})/live")
ASKED_EVERY = 3.0  # seconds between two looks at what a reader may do
NOT_FOUND, TOO_LARGE, NO_LONGER = 4404, 1009, 4403


@dataclass(frozen=True)
class Access:
    """What somebody may do with the document."""

    document: UUID
    may_write: bool


class Sockets:
    """All rooms of this process."""

    def __init__(self) -> None:
        self._rooms: dict[UUID, Room] = {}
        self._opening = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        access = await in_pool(access_of, scope) if is_from_here(scope) else None
        if access is None:
            await send({"type": "websocket.close", "code": NOT_FOUND})
            return
        await send({"type": "websocket.accept"})
        room, reader = await self._enter(access)
        try:
            await _converse(scope, receive, send, room, reader)
        finally:
            room.leave(reader)
            await self._close_if_empty(room)

    async def _enter(self, access: Access) -> tuple[Room, Reader]:
        reader = Reader(access.may_write)
        async with self._opening:
            room = self._rooms.get(access.document)
            if room is None or room.is_broken:
                room = Room(access.document, await in_pool(storage.load, access.document))
                self._rooms[access.document] = room
            room.enter(reader)
        return room, reader

    async def _close_if_empty(self, room: Room) -> None:
        while not room.readers and not room.is_at_rest and not room.is_broken:
            await asyncio.sleep(0.05)
        async with self._opening:
            if not room.readers:
                if self._rooms.get(room.document) is room:
                    del self._rooms[room.document]
                await room.close()


async def _converse(scope: Scope, receive: Receive, send: Send, room: Room, reader: Reader) -> None:
    """Until one of the three ends: listening, talking, or the right to be here."""
    work = [_listen(receive, send, room, reader), _talk(send, reader), _watch(scope, reader)]
    tasks = [asyncio.create_task(each) for each in work]
    try:
        done, _rest = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        if tasks[0] not in done:
            with contextlib.suppress(Exception):
                await send({"type": "websocket.close", "code": NO_LONGER if tasks[2] in done else 1013})
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _listen(receive: Receive, send: Send, room: Room, reader: Reader) -> None:
    while (event := await receive())["type"] == "websocket.receive":
        data = event.get("bytes") or b""
        if len(data) > protocol.LARGEST:
            await send({"type": "websocket.close", "code": TOO_LARGE})
            return
        if message := protocol.read(data):
            room.receive(reader, message)


async def _talk(send: Send, reader: Reader) -> None:
    while (data := await reader.outgoing.get()) is not None:
        await send({"type": "websocket.send", "bytes": data})


async def _watch(scope: Scope, reader: Reader) -> None:
    while True:
        await asyncio.sleep(ASKED_EVERY)
        access = await in_pool(access_of, scope)
        if access is None:
            return
        if access.may_write != reader.may_write:
            reader.may_write = access.may_write
            reader.tell(protocol.saved(reader.received, reader.may_write))


def is_from_here(scope: Scope) -> bool:
    """Whether the page that opens the socket is one of ours: cookies come along from anywhere."""
    headers = dict(scope["headers"])
    origin, host = headers.get(b"origin", b"").decode("latin-1"), headers.get(b"host", b"").decode("latin-1")
    return origin in settings.CSRF_TRUSTED_ORIGINS or (bool(host) and urlsplit(origin).netloc == host)


def access_of(scope: Scope) -> Access | None:
    """Runs in the pool: session, login, person and document, in four queries at most."""
    named = PATH.fullmatch(scope["path"])
    user = _user_of(scope)
    person = person_of(user, named["slug"]) if named and user else None
    if not named or person is None:
        return None
    try:
        document = Document.objects.visible_to(person).filter(pk=UUID(named["document"])).first()
    except ValueError:
        return None
    return Access(document.pk, policy.may_write(document, person)) if document else None


def _user_of(scope: Scope) -> User | None:
    cookies = parse_cookie(dict(scope["headers"]).get(b"cookie", b"").decode("latin-1"))
    key = cookies.get(settings.SESSION_COOKIE_NAME)
    if not key:
        return None
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(key)
    found = get_user(request)
    return found if isinstance(found, User) and found.is_active else None
