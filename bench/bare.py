"""What is the least: an ASGI server that keeps each answer durably and tells everybody the count, and does no more."""

import asyncio
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import uvicorn

BREATH = 0.25  # as `consort.web.live`: at most four a second


class Bare:
    def __init__(self, path: str) -> None:
        self.writer = ThreadPoolExecutor(max_workers=1)
        self.database = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self.database.execute("PRAGMA journal_mode=WAL")
        self.database.execute("PRAGMA synchronous=FULL")
        self.database.execute("CREATE TABLE answer (words TEXT)")
        self.count = 0
        self.changed = asyncio.Condition()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            return
        if scope["method"] == "POST":
            await self.keep(receive, send)
        else:
            await self.stream(send)

    async def keep(self, receive: Any, send: Any) -> None:
        body = (await receive()).get("body", b"").decode()
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self.writer, self.database.execute, "INSERT INTO answer VALUES (?)", (body,))
        async with self.changed:
            self.count += 1
            self.changed.notify_all()
        await send({"type": "http.response.start", "status": 303, "headers": [(b"content-length", b"0")]})
        await send({"type": "http.response.body", "body": b""})

    async def stream(self, send: Any) -> None:
        headers = [(b"content-type", b"text/event-stream")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        said = -1
        while True:
            async with self.changed:
                await self.changed.wait_for(lambda said=said: self.count > said)  # type: ignore[misc]
                said = self.count
            words = f'event: shared\ndata: {{"room": "{said} of all have locked in"}}\n\n'
            await send({"type": "http.response.body", "body": words.encode(), "more_body": True})
            await asyncio.sleep(BREATH)


async def main(port: int, path: str) -> None:
    config = uvicorn.Config(Bare(path), port=port, log_level="warning", lifespan="off", loop="auto")
    await uvicorn.Server(config).serve()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), sys.argv[2]))
