"""The server is killed fifty times while four people write: what was acknowledged is there, and is there once."""

import json
import os
import random
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.fault.clients import Client
from tests.fault.scene_names import PASSWORD, WRITERS
from tests.fault.writers import Writer
from tests.installation import ROOT, Server

KILLS = int(os.environ.get("CONSORT_TEST_KILLS", "50"))
PATIENCE = 30.0

pytestmark = pytest.mark.fault


def scene(server: Server, verb: str) -> dict[str, object]:
    """Run `tests.fault.scene` on the server's data."""
    command = [sys.executable, "-m", "tests.fault.scene", verb]
    environment = server.environment | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def writers(tmp_path: Path) -> Iterator[tuple[Server, list[Writer]]]:
    """A server, and four people who are signed in at it."""
    with Server(tmp_path) as server:
        made = scene(server, "make")
        people = made["people"]
        found = [Writer(name, Client(server.url), people["daniel"], made["round"]) for name in WRITERS]
        for writer in found:
            writer.client.sign_in(f"{writer.name}@varnholt.example", PASSWORD)
        yield server, found


@contextmanager
def writing(writers: list[Writer]) -> Iterator[threading.Semaphore]:
    """Everybody writes until the end of the block. Gives a count of what was acknowledged."""
    stop, acknowledged = threading.Event(), threading.Semaphore(0)
    threads = [threading.Thread(target=writer.write_until, args=(stop, acknowledged)) for writer in writers]
    for thread in threads:
        thread.start()
    try:
        yield acknowledged
    finally:
        stop.set()
        for thread in threads:
            thread.join(PATIENCE)


def kill_at_a_random_moment(server: Server, acknowledged: threading.Semaphore, chance: random.Random) -> None:
    """After some more writes were acknowledged, in the middle of the next ones."""
    for _ in range(chance.randint(1, 12)):
        assert acknowledged.acquire(timeout=PATIENCE), "nothing was acknowledged any more"
    threading.Event().wait(chance.random() * 0.03)
    server.kill()


def test_nothing_acknowledged_is_lost_and_nothing_is_doubled(writers):
    server, people = writers
    chance = random.Random()
    with writing(people) as acknowledged:
        for _ in range(KILLS):
            kill_at_a_random_moment(server, acknowledged, chance)
            server.start()
        for _ in people:
            assert acknowledged.acquire(timeout=PATIENCE)
    server.stop()
    assert [trouble for writer in people for trouble in writer.trouble] == []
    assert sum(writer.lost for writer in people) >= KILLS, "the server was killed while nobody was writing"
    found = scene(server, "look")
    check_commitments(people, found)
    check_sealed(people, found)
    assert f"{found['entries']} entries hold" in server.manage("ledger", "verify").stdout


def check_commitments(people: list[Writer], found: dict[str, object]) -> None:
    acknowledged = {id: what for writer in people for id, what in writer.promised.items()}
    assert len(acknowledged) > KILLS
    lost = {id: what for id, what in acknowledged.items() if found["commitments"].get(id) != what}
    assert lost == {}
    assert [what for what, times in Counter(found["commitments"].values()).items() if times > 1] == []
    assert Counter(found["recorded"]) == Counter(found["commitments"].keys())


def check_sealed(people: list[Writer], found: dict[str, object]) -> None:
    """What lies sealed is the last that was acknowledged, or one after it that was under way."""
    for writer in people:
        possible = {writer.reason(number) for number in range(writer.sealed, writer.tried + 1)}
        assert found["sealed"][writer.name] in possible, (writer.name, writer.sealed, writer.tried)
