"""The stream of changes: `GET /live/?on=TICKET`, server-sent events in front of Django.

A stream says which topic changed; the page then asks for the part again, and that request is checked like any other.
Only of topics for which `consort.web.shared` knows a sentence that all of their listeners may read does it carry that
sentence, worked out once for everybody. It holds neither a thread nor a database connection.
"""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from typing import Any
from urllib.parse import parse_qs

from django.conf import settings
from django.contrib.auth import get_user
from django.db import connection
from django.http import HttpRequest, parse_cookie

from consort.web import shared, tickets
from consort.web.hub import Listener, hub

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

PATH = "/live/"
HEARTBEAT = 25.0  # seconds; shorter than proxies' idle limits
SIGNED_IN_EVERY = 30.0  # seconds between two looks at the session, so that a revoked one ends within a minute
BREATH = 0.25  # seconds between two messages: at most four a second

_pool = ThreadPoolExecutor(max_workers=4, thread_name_prefix="live")


class Live:
    """ASGI: answers `/live/` itself and passes everything else on."""

    def __init__(self, application: Application) -> None:
        self.application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != PATH:
            await self.application(scope, receive, send)
            return
        ticket = _ticket(scope)
        if ticket is None or not await _signed_in(scope, ticket):
            await _refuse(send)
            return
        await _stream(scope, receive, send, ticket)


def _ticket(scope: Scope) -> tickets.Ticket | None:
    named = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    return tickets.read(named.get("on", [""])[0])


async def _signed_in(scope: Scope, ticket: tickets.Ticket) -> bool:
    """Whether the session in the cookie belongs, still, to the ticket's login."""
    headers = dict(scope["headers"])
    cookies = parse_cookie(headers.get(b"cookie", b"").decode("latin-1"))
    key = cookies.get(settings.SESSION_COOKIE_NAME)
    if not key:
        return False
    return await asyncio.get_running_loop().run_in_executor(_pool, _holds, key, ticket.user)


def _holds(key: str, user: str) -> bool:
    """Runs in the pool. Two queries, and the connection is given back."""
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(key)
    try:
        found = get_user(request)
        return found.is_authenticated and str(found.pk) == user
    finally:
        connection.close()


async def _refuse(send: Send) -> None:
    await send({"type": "http.response.start", "status": 404, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b""})


async def _stream(scope: Scope, receive: Receive, send: Send, ticket: tickets.Ticket) -> None:
    listener = Listener(ticket.topics)
    hub.join(listener)
    leaving = asyncio.create_task(_gone(receive))
    telling = asyncio.create_task(_tell(scope, send, ticket, listener))
    try:
        await asyncio.wait({leaving, telling}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        hub.leave(listener)
        for task in (leaving, telling):
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError, OSError):
                await task


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _tell(scope: Scope, send: Send, ticket: tickets.Ticket, listener: Listener) -> None:
    """Say what changed until the session ends."""
    headers = [(b"content-type", b"text/event-stream"), (b"cache-control", b"no-store"), (b"x-accel-buffering", b"no")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await _say(send, b"event: ready\ndata:\n\n")
    look = asyncio.get_running_loop().time() + SIGNED_IN_EVERY
    while True:
        changed = await listener.changes(HEARTBEAT)
        if asyncio.get_running_loop().time() >= look:
            if not await _signed_in(scope, ticket):
                await send({"type": "http.response.body", "body": b"event: ended\ndata:\n\n"})
                return
            look = asyncio.get_running_loop().time() + SIGNED_IN_EVERY
        await _say(send, _message(changed, await shared.sentences(changed)))
        await asyncio.sleep(BREATH)


def _message(changed: frozenset[str], sentences: Mapping[str, str]) -> bytes:
    """What to send: the topics, and what everybody reads of them; or a heartbeat."""
    if not changed:
        return b":\n\n"
    said = f"event: shared\ndata: {json.dumps(sentences)}\n\n" if sentences else ""
    return f"event: changed\ndata: {' '.join(sorted(changed))}\n\n{said}".encode()


async def _say(send: Send, body: bytes) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": True})
