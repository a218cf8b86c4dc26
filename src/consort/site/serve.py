"""The server: one process with pages, live endpoints and the worker. `./consort` becomes this."""

import gc
import os
import socket
from contextlib import suppress

import django
import uvicorn
from django.core.exceptions import ImproperlyConfigured

HOST = os.environ.get("CONSORT_HOST") or "127.0.0.1"
PORT = int(os.environ.get("PORT") or 8000)
CLOSING = 5  # seconds that open requests and streams get at the end
THRESHOLDS = (50_000, 20, 100)  # collecting less often takes the pauses out of the fan-out of live signals
ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}


def main() -> None:
    """Prepare, then serve until told to stop."""
    gc.disable()  # until `settle`: nothing of what is being loaded now is garbage
    os.umask(0o077)  # what people enter is for the operator's account alone
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "consort.site.settings")
    os.environ.setdefault("CONSORT_URL", address())
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise SystemExit(f"{error}") from error
    from django.conf import settings

    from consort.site import logging, occupancy, preparing  # need Django to be set up

    logging.configure()
    occupancy.occupy(settings.DATA)
    preparing.prepare()
    with suppress(KeyboardInterrupt):
        Server(configuration(), preparing.how_to_begin()).run()
    print("Consort has stopped.", flush=True)


def configuration() -> uvicorn.Config:
    return uvicorn.Config(
        "consort.site.asgi:application",
        host=HOST,
        port=PORT,
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=CLOSING,
    )


class Server(uvicorn.Server):
    """Says where it answers once it does, and how to begin."""

    def __init__(self, config: uvicorn.Config, how_to_begin: str) -> None:
        super().__init__(config)
        self.how_to_begin = how_to_begin

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            settle()
            print(f"\nConsort is ready: {address()}    (Ctrl+C stops it)\n{self.how_to_begin}\n", flush=True)


def settle() -> None:
    """Leave what was loaded at the start out of every later garbage collection."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
    gc.enable()


def address() -> str:
    return f"http://{ANYWHERE.get(HOST, HOST)}:{PORT}"


if __name__ == "__main__":
    main()
