"""The ASGI application: live endpoints beside Django, and the worker as a thread of the same process."""

import asyncio
import os
import threading
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, cast

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "consort.site.settings")

from django.core.asgi import get_asgi_application

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

PATIENCE = 10.0  # seconds that the worker gets to finish what it is doing

pages = get_asgi_application()

from consort.core import sweeps  # noqa: E402  (needs Django to be set up)
from consort.documents.socket import Sockets  # noqa: E402
from consort.site import environment  # noqa: E402
from consort.web.live import Application, Live  # noqa: E402

answers = Live(cast(Application, pages))
sockets = Sockets()


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Send each connection to what answers it: sockets of documents, the live stream, then Django."""
    if scope["type"] == "lifespan":
        await _lifespan(receive, send)
    elif scope["type"] == "websocket":
        await sockets(scope, receive, send)
    else:
        await answers(scope, receive, send)


async def _lifespan(receive: Receive, send: Send) -> None:
    """Run the worker from start to shutdown."""
    await receive()
    stop = threading.Event()
    worker = _start_worker(stop)
    await send({"type": "lifespan.startup.complete"})
    await receive()
    stop.set()
    if worker:
        await asyncio.to_thread(worker.join, PATIENCE)
    await send({"type": "lifespan.shutdown.complete"})


def _start_worker(stop: threading.Event) -> threading.Thread | None:
    """CONSORT_WORKER=0 leaves the timed work to `./consort worker`."""
    if not environment.flag("CONSORT_WORKER", True):
        return None
    worker = threading.Thread(target=sweeps.run_forever, args=(stop,), name="worker", daemon=True)
    worker.start()
    return worker
