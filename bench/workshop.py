"""A workshop of a thousand: from an answer to every screen, beside a server that does nothing else."""

import asyncio
import json
import re
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from urllib.parse import quote, urlencode

from bench.memory import resident
from bench.row import Row
from tests.installation import ROOT, Server, free_port

PEOPLE = 1000
ANSWERS, A_SECOND = 500, 50
BAR = 1000.0
BESIDE = 1.3
MOST_PER_CONNECTION = 40.0  # kB
SETTLED = 5.0  # seconds after the last answer
WORDS = ["Nobody", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"]
TOKEN = "a" * 32


@dataclass
class Target:
    """Where to listen, and what to send. `people`: the headers of each."""

    port: int
    listen: list[str]
    answer: str
    people: list[str]
    body: str
    seen: list[list[tuple[float, int]]] = field(default_factory=list)


def run() -> list[Row]:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 8192), most))
    with tempfile.TemporaryDirectory(prefix="consort-bench-") as folder:
        latencies, stored, weight = of_consort(Path(folder))
        bare = of_bare(Path(folder))
    ours, least = quantiles(latencies, n=100)[98], quantiles(bare, n=100)[98]
    middle, least_middle = quantiles(latencies, n=2)[0], quantiles(bare, n=2)[0]
    name = f"{PEOPLE:,} connected, {A_SECOND} answers/s"
    return [
        Row(f"{name}: answer on every screen, p99", ours, "ms", BAR, "bar"),
        Row(f"{name}: the same, p50", middle, "ms", BESIDE * least_middle, "1.3 × bare ASGI server"),
        Row(f"{name}: the same, p99", ours, "ms", BESIDE * least, "1.3 × bare ASGI server"),
        Row(f"{name}: answers lost of {ANSWERS}", ANSWERS - stored, "", 0, "bar"),
        Row(f"{name}: memory per connection", weight, "kB", MOST_PER_CONNECTION, "bar"),
    ]


def of_consort(folder: Path) -> tuple[list[float], int, float]:
    """Milliseconds from each answer to each screen, how many answers are in the database, and kB per connection."""
    with Server(folder / "consort") as server:
        command = [sys.executable, "-m", "bench.crowd", str(PEOPLE)]
        environment = server.environment | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
        made = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, check=True)
        scene = json.loads(made.stdout.splitlines()[-1])
        target = Target(
            port=int(server.url.rsplit(":", 1)[1]),
            listen=[f"/live/?on={quote(each['ticket'])}" for each in scene["crowd"]],
            answer=f"/crowd/workshops/activities/{scene['activity']}/answer/",
            people=[f"Cookie: sessionid={each['session']}; csrftoken={TOKEN}\r\n" for each in scene["crowd"]],
            body=urlencode({"answer.words": "With a cold", "csrfmiddlewaretoken": TOKEN}),
        )
        before = resident(server.pid)
        latencies, weight = asyncio.run(measure(target, server.pid, before))
        server.stop()
        return latencies, stored_in(server.data), weight


def of_bare(folder: Path) -> list[float]:
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "bench.bare", str(port), str(folder / "bare.sqlite3")], cwd=ROOT)
    try:
        time.sleep(2)
        target = Target(port, ["/live/"] * PEOPLE, "/answer/", [""] * PEOPLE, "words=With+a+cold")
        return asyncio.run(measure(target, process.pid, resident(process.pid)))[0]
    finally:
        process.terminate()
        process.wait()


def stored_in(data: Path) -> int:
    """How many envelopes are sealed."""
    files = list(data.rglob("*.sqlite3"))
    with sqlite3.connect(files[0]) as database:
        (found,) = database.execute("SELECT count(*) FROM rounds_envelope WHERE sealed IS NOT NULL").fetchone()
    return int(found)


async def measure(target: Target, pid: int, before: float) -> tuple[list[float], float]:
    """Connect all, send answers at an even pace, and see when each screen showed each of them."""
    target.seen = [[] for _ in range(PEOPLE)]
    ready = [asyncio.Event() for _ in range(PEOPLE)]
    streams = [asyncio.create_task(listen(target, at, ready[at])) for at in range(PEOPLE)]
    for each in ready:
        await asyncio.wait_for(each.wait(), 120)
    weight = (resident(pid) - before) * 1000 / PEOPLE
    sent = await send_all(target)
    await asyncio.sleep(SETTLED)
    for stream in streams:
        stream.cancel()
    await asyncio.gather(*streams, return_exceptions=True)
    return latencies_of(sent, target.seen), weight


async def listen(target: Target, at: int, ready: asyncio.Event) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", target.port)
    request = f"GET {target.listen[at]} HTTP/1.1\r\nHost: 127.0.0.1:{target.port}\r\n{target.people[at]}\r\n"
    writer.write(request.encode())
    status = await reader.readline()
    assert b" 200 " in status, status
    ready.set()
    with suppress(asyncio.IncompleteReadError):
        while line := await reader.readline():
            if line.startswith(b"data: {"):
                target.seen[at].append((time.perf_counter(), number_in(line.decode())))
    writer.close()


def number_in(line: str) -> int:
    """How many have locked in, in the sentence."""
    found = re.search(r'": "(\S+) ', line)
    word = found.group(1).replace(",", "") if found else "Nobody"
    return PEOPLE if word == "All" else WORDS.index(word) if word in WORDS else int(word)


async def send_all(target: Target) -> list[tuple[float, float]]:
    """(sent, acknowledged) for each answer."""
    begun, tasks = time.perf_counter(), []
    for at in range(ANSWERS):
        await asyncio.sleep(max(begun + at / A_SECOND - time.perf_counter(), 0))
        tasks.append(asyncio.create_task(send(target, at)))
    return list(await asyncio.gather(*tasks))


async def send(target: Target, at: int) -> tuple[float, float]:
    begun = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", target.port)
    head = (
        f"POST {target.answer} HTTP/1.1\r\nHost: 127.0.0.1:{target.port}\r\n{target.people[at]}"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(target.body)}\r\n"
        f"Connection: close\r\n\r\n"
    )
    writer.write((head + target.body).encode())
    status = await reader.readline()
    assert b" 303 " in status, status
    acknowledged = time.perf_counter()
    writer.close()
    return begun, acknowledged


def latencies_of(sent: list[tuple[float, float]], seen: list[list[tuple[float, int]]]) -> list[float]:
    """Milliseconds from sending to the moment at which a screen counted it; in the order of acknowledgement."""
    found = []
    for shown in seen:
        at = 0
        for number, (begun, _acknowledged) in enumerate(sorted(sent, key=lambda each: each[1]), 1):
            while at < len(shown) and shown[at][1] < number:
                at += 1
            found.append((shown[at][0] - begun) * 1000 if at < len(shown) else float("inf"))
    return found
