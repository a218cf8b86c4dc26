"""A real installation for tests: its own data, its own key, its own processes, ended by their number."""

import atexit
import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from functools import cache
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 240.0


class Installation:
    """A data directory with a key beside it. `more` are further environment variables, such as DATABASE_URL."""

    def __init__(self, folder: Path, **more: str) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.key = folder / "keys" / "master.key"
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
            "DJANGO_SETTINGS_MODULE": "consort.site.settings",
            "CONSORT_DATA": str(self.data),
            "CONSORT_MASTER_KEY_PATH": str(self.key),
            "CONSORT_DEMONSTRATION": "0",
            **more,
        }

    def manage(self, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a management command and give what it said."""
        done = subprocess.run(
            [sys.executable, "-m", "django", *command],
            capture_output=True, text=True, check=False, env=self.environment, cwd=ROOT,
            stdin=subprocess.DEVNULL, umask=0o077,
        )  # fmt: skip
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done


class Server(Installation):
    """A server process on a free port. Use it as a context manager, or call `start` and `stop`."""

    process: subprocess.Popen[bytes] | None = None

    def __init__(self, folder: Path, **more: str) -> None:
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        super().__init__(folder, **({"PORT": str(port), "CONSORT_URL": self.url} | more))
        self.output = folder / "server.log"

    def start(self) -> Self:
        """Start and wait until it answers. The tables of a new SQLite database are copied, not made."""
        if "DATABASE_URL" not in self.environment and not self.data.exists():
            shutil.copytree(migrated(), self.folder, dirs_exist_ok=True)
        with self.output.open("ab") as output:
            command = [sys.executable, "-m", "consort.site.serve"]
            self.process = subprocess.Popen(command, stdout=output, stderr=output, env=self.environment, cwd=ROOT)
        try:
            self._wait()
        except BaseException:
            self.kill()
            raise
        return self

    def stop(self) -> None:
        """End it in an orderly way, if it runs."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self._end(signal.SIGKILL)

    @property
    def pid(self) -> int:
        assert self.process, "the server is not running"
        return self.process.pid

    def get(self, path: str) -> tuple[int, dict[str, Any]]:
        """Status and JSON of an address, also when the status is an error."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=10) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.load(error)

    def said(self) -> str:
        """Everything it has printed so far."""
        return self.output.read_text(encoding="utf-8", errors="replace")

    def __enter__(self) -> Self:
        return self if self.process else self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _end(self, number: signal.Signals) -> None:
        if self.process:
            self.process.send_signal(number)
            self.process.wait(timeout=PATIENCE)
            self.process = None

    def _wait(self) -> None:
        assert self.process
        until = time.monotonic() + PATIENCE
        while not self._answers():
            assert self.process.poll() is None, f"the server has ended:\n{self.said()}"
            assert time.monotonic() < until, f"the server does not answer:\n{self.said()}"
            time.sleep(0.05)

    def _answers(self) -> bool:
        try:
            return self.get("/health")[0] == 200
        except (OSError, http.client.HTTPException):
            return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@cache
def migrated() -> Path:
    """A folder with an empty installation in it, data and key, made once for all tests of this process."""
    folder = Path(tempfile.mkdtemp(prefix="consort-migrated-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    Installation(folder).manage("migrate", "--verbosity", "0")
    return folder
